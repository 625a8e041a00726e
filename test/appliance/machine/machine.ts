import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Guest } from "./guest.ts";
import { JsonSocket } from "./json-socket.ts";
import { until } from "./until.ts";

export interface MachineOptions {
  /** As accelerator.ts found it. */
  accelerator: string;
  kernel: { image: string; initrd: string };
  /** The system's disk, a qcow2 image that is written to. */
  disk: string;
  /** A file that the machine sees as a second, read-only disk. */
  cargo?: string;
  /** A snapshot in the disk's image to go on from, instead of a boot. The devices have to be the same ones. */
  snapshot?: string;
}

const bootLimitMs = 300_000;

/** One virtual machine: QEMU, its monitor, and the agent inside. */
export class Machine {
  readonly guest: Guest;
  readonly #qemu: ChildProcess;
  readonly #monitor: JsonSocket;
  readonly #folder: string;

  private constructor(options: { guest: Guest; qemu: ChildProcess; monitor: JsonSocket; folder: string }) {
    this.guest = options.guest;
    this.#qemu = options.qemu;
    this.#monitor = options.monitor;
    this.#folder = options.folder;
  }

  /** Resolves when the agent inside answers; rejects with the console's last lines where it does not. */
  static async start(options: MachineOptions): Promise<Machine> {
    const folder = mkdtempSync(join(tmpdir(), "mien-machine-"));
    const qemu = spawn("qemu-system-x86_64", qemuArguments(options, folder), {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaints = "";
    qemu.stderr?.on("data", (chunk) => {
      complaints += chunk;
    });
    try {
      const monitor = await JsonSocket.open("QEMU's monitor", join(folder, "monitor"));
      await monitor.ask("qmp_capabilities");
      const guest = await Guest.open(join(folder, "agent"), bootLimitMs);
      return new Machine({ guest, qemu, monitor, folder });
    } catch (error) {
      qemu.kill("SIGKILL");
      const console = readConsole(folder);
      rmSync(folder, { recursive: true, force: true });
      throw new Error(`The machine did not start: ${(error as Error).message}\n${complaints}${console}`);
    }
  }

  get console(): string {
    return readConsole(this.#folder);
  }

  /** Keeps memory and disk in the disk's image, under a name. */
  async save(snapshot: string): Promise<void> {
    const said = await this.#monitor.ask<string>(
      "human-monitor-command",
      { "command-line": `savevm ${snapshot}` },
      300_000,
    );
    if (said.trim() !== "") throw new Error(`QEMU can't save the machine: ${said.trim()}`);
  }

  /** Plugs in or pulls out, as a person would; QEMU's own words for both. */
  async plug(device: Record<string, unknown>): Promise<void> {
    await this.#monitor.ask("device_add", device);
  }

  async unplug(id: string): Promise<void> {
    await this.#monitor.ask("device_del", { id });
  }

  /** As a person would switch it off. */
  async powerOff(): Promise<void> {
    // The agent may be ended before it can answer.
    await this.guest.run("systemctl poweroff", 20_000).catch(() => undefined);
    await until("the machine to switch itself off", () => this.#qemu.exitCode !== null, 120_000);
    this.#cleanUp();
  }

  /** As the mains would: nothing is written any more. */
  async cutPower(): Promise<void> {
    if (this.#qemu.exitCode === null && this.#qemu.signalCode === null) {
      const ended = once(this.#qemu, "exit");
      this.#qemu.kill("SIGKILL");
      await ended;
    }
    this.#cleanUp();
  }

  #cleanUp(): void {
    this.guest.close();
    this.#monitor.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function qemuArguments(
  { accelerator, kernel, disk, cargo, snapshot }: MachineOptions,
  folder: string,
): string[] {
  const socket = (name: string) => `path=${join(folder, name)},server=on,wait=off`;
  return [
    ...["-accel", accelerator, "-machine", "q35", "-cpu", "max", "-smp", "2", "-m", "1536"],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-kernel", kernel.image, "-initrd", kernel.initrd],
    ...["-append", "console=ttyS0 quiet panic=-1 mitigations=off no_timer_check systemd.show_status=0"],
    ...["-serial", `file:${join(folder, "console")}`],
    ...["-qmp", `unix:${socket("monitor").slice("path=".length)}`],
    ...["-drive", `file=${disk},if=none,id=disk,format=qcow2,cache=writeback`],
    ...["-device", "virtio-blk-pci,drive=disk"],
    ...["-device", "virtio-serial-pci", "-chardev", `socket,id=agent,${socket("agent")}`],
    ...["-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0"],
    ...["-device", "virtio-rng-pci", "-device", "qemu-xhci,id=usb"],
    ...(cargo ? ["-drive", `file=${cargo},if=none,id=cargo,format=raw,readonly=on`] : []),
    ...(cargo ? ["-device", "virtio-blk-pci,drive=cargo"] : []),
    ...(snapshot ? ["-loadvm", snapshot] : []),
  ];
}

function readConsole(folder: string): string {
  try {
    return readFileSync(join(folder, "console"), "utf8").replaceAll("\r", "").slice(-3_000);
  } catch {
    return ""; // It never got as far as writing one.
  }
}
