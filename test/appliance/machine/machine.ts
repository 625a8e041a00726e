import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Guest } from "./guest.ts";
import { JsonSocket } from "./json-socket.ts";
import { type MachineParts, qemuArguments } from "./qemu-arguments.ts";
import { until } from "./until.ts";

interface Running {
  guest: Guest;
  qemu: ChildProcess;
  monitor: JsonSocket;
}

/** On the host's clock: an emulated machine that shares a core needs minutes for the half minute of its own. */
const bootLimitMs = 1_800_000;

/** One virtual machine: QEMU, its monitor, and the agent inside. */
export class Machine {
  readonly #parts: MachineParts;
  /** What it says and what its USB speaker plays, beside the sockets. */
  readonly #folder = mkdtempSync(join(tmpdir(), "mien-machine-"));
  #running: Running | null = null;

  constructor(parts: MachineParts) {
    this.#parts = parts;
  }

  get guest(): Guest {
    return this.#on.guest;
  }

  /** The last of what it has written to its console. */
  get console(): string {
    return this.#read("console").toString().replaceAll("\r", "").slice(-3_000);
  }

  /** Where whoever runs in the machine writes what `told` answers. */
  get mouth(): string {
    return this.#architecture.speaks.path;
  }

  /** What was written to its mouth: a power cut takes nothing of it back. */
  get told(): readonly string[] {
    return this.#read("told").toString().replaceAll("\r", "").split("\n").slice(0, -1);
  }

  /** What the USB speaker has played since it was plugged in: 16-bit stereo at 48 kHz. */
  get usbSound(): Buffer {
    const wavHeader = 44;
    return this.#read("usb-speaker.wav").subarray(wavHeader);
  }

  /**
   * From a snapshot in the disk's image where one is named, else by a boot. Resolves when the agent inside answers;
   * rejects with the console's last lines where it does not.
   */
  async start(snapshot?: string): Promise<void> {
    if (this.#running) throw new Error("The machine runs already.");
    const loaded = snapshot ? ["-loadvm", snapshot] : [];
    const qemu = spawn(this.#architecture.qemu, [...qemuArguments(this.#parts, this.#folder), ...loaded], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const endWithThis = () => qemu.kill("SIGKILL");
    process.once("exit", endWithThis);
    qemu.once("exit", () => process.off("exit", endWithThis));
    let complaints = "";
    qemu.stderr?.on("data", (chunk) => {
      complaints += chunk;
    });
    const died = once(qemu, "exit").then(([code]) => {
      throw new Error(`QEMU ended with status ${code}.`);
    });
    died.catch(() => undefined); // Later its end is nobody's surprise.
    try {
      this.#running = { qemu, ...(await Promise.race([this.#connect(), died])) };
    } catch (error) {
      qemu.kill("SIGKILL");
      throw new Error(`The machine did not start: ${(error as Error).message}\n${complaints}${this.console}`);
    }
  }

  /** Keeps memory and disk in the disk's image, under a name. */
  async save(snapshot: string): Promise<void> {
    const said = await this.#on.monitor.ask<string>(
      "human-monitor-command",
      { "command-line": `savevm ${snapshot}` },
      300_000,
    );
    if (said.trim() !== "") throw new Error(`QEMU can't save the machine: ${said.trim()}`);
  }

  async plugUsbSpeaker(): Promise<void> {
    await this.#on.monitor.ask("device_add", {
      driver: "usb-audio",
      id: "speaker",
      bus: "usb.0",
      audiodev: "speaker",
    });
  }

  async unplugUsbSpeaker(): Promise<void> {
    await this.#on.monitor.ask("device_del", { id: "speaker" });
  }

  /** As a person would switch it off. */
  async powerOff(): Promise<void> {
    const { guest, qemu } = this.#on;
    // The agent may be ended before it can answer.
    await guest.run("systemctl poweroff", 20_000).catch(() => undefined);
    await until("the machine to switch itself off", () => qemu.exitCode !== null, bootLimitMs);
    this.#ended();
  }

  /** As the mains would: nothing is written any more. */
  async cutPower(): Promise<void> {
    if (!this.#running) return;
    const { qemu } = this.#running;
    if (qemu.exitCode === null && qemu.signalCode === null) {
      const ended = once(qemu, "exit");
      qemu.kill("SIGKILL");
      await ended;
    }
    this.#ended();
  }

  /** The end of it, whatever it is doing. */
  async dispose(): Promise<void> {
    await this.cutPower();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #architecture() {
    return this.#parts.kernel.architecture;
  }

  async #connect(): Promise<Omit<Running, "qemu">> {
    const monitor = await JsonSocket.open("QEMU's monitor", join(this.#folder, "monitor"));
    await monitor.ask("qmp_capabilities");
    return { monitor, guest: await Guest.open(join(this.#folder, "agent"), bootLimitMs) };
  }

  get #on(): Running {
    if (!this.#running) throw new Error("The machine is off.");
    return this.#running;
  }

  #ended(): void {
    this.#running?.guest.close();
    this.#running?.monitor.close();
    this.#running = null;
  }

  #read(name: string): Buffer {
    try {
      return readFileSync(join(this.#folder, name));
    } catch {
      return Buffer.alloc(0); // Nothing was written yet.
    }
  }
}
