import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type Environment, mpvEnvironment } from "./mpv-environment.ts";
import { listensAt, type MpvPlaces, recordProcess } from "./mpv-orphan.ts";

/** How long an mpv that was asked to end may take before it is killed. */
const graceMs = 500;
const lookEveryMs = 10;

/**
 * One mpv process, started by this daemon or left by one that crashed. It ends when we end it, and when we end
 * without a fault; a daemon that crashes leaves it playing for the next one.
 */
export class MpvProcess {
  readonly pid: number;
  /** How it ended. One that another daemon started says so by its socket alone, and never here. */
  readonly exited: Promise<string>;
  readonly #forget: () => void;
  readonly #places: MpvPlaces;
  readonly #isChild: boolean;
  #running = true;
  #ending = false;

  private constructor(pid: number, places: MpvPlaces, child: ChildProcess | null) {
    this.pid = pid;
    this.#places = places;
    this.#isChild = child !== null;
    const endWithUs = (code: number): void => void ((code === 0 || this.#ending) && this.#signal("SIGKILL"));
    process.once("exit", endWithUs);
    this.#forget = () => {
      this.#running = false;
      process.removeListener("exit", endWithUs);
    };
    this.exited = new Promise((resolve) => {
      child?.once("exit", (code, signal) => {
        this.#forget();
        resolve(signal === null ? `exit code ${code}` : `signal ${signal}`);
      });
    });
  }

  /** A sentence where the binary can't be run. */
  static async spawn(
    binary: string,
    args: readonly string[],
    places: MpvPlaces,
    environment?: Environment,
  ): Promise<MpvProcess | string> {
    await rm(places.socket, { force: true });
    // Detached, or Ctrl+C in a terminal would end it before the player knows that it is to stop.
    const env = environment && mpvEnvironment(environment);
    const child = spawn(binary, args, { stdio: "ignore", detached: true, ...(env && { env }) });
    const fault = await new Promise<Error | null>((resolve) => {
      child.once("spawn", () => resolve(null));
      child.once("error", resolve);
    });
    if (fault !== null || child.pid === undefined)
      return `mpv can't be run as ${binary} (${fault?.message ?? "no process"}); install it: apt-get install mpv`;
    const started = new MpvProcess(child.pid, places, child);
    try {
      await recordProcess(places, child.pid);
    } catch (error) {
      await started.kill();
      throw error;
    }
    return started;
  }

  /** One that an earlier daemon left behind; from now on it is ours. */
  static async found(pid: number, places: MpvPlaces): Promise<MpvProcess> {
    await recordProcess(places, pid);
    return new MpvProcess(pid, places, null);
  }

  get running(): boolean {
    return this.#running;
  }

  /** Asks it to end, and kills it when it doesn't. */
  async end(): Promise<void> {
    this.#ending = true;
    await this.#look();
    if (!this.#running) return;
    this.#signal("SIGTERM");
    await this.#gone();
    await this.kill();
    await rm(this.#places.record, { force: true });
    await rm(this.#places.socket, { force: true });
  }

  /** At once: a stalled process doesn't listen to anything else. */
  async kill(): Promise<void> {
    this.#ending = true;
    await this.#look();
    if (!this.#running) return;
    this.#signal("SIGKILL");
    // One that hangs in a driver can't even be killed; it makes no sound, and must not hold up the next.
    await this.#gone();
  }

  #signal(signal: NodeJS.Signals): void {
    try {
      process.kill(this.pid, signal);
    } catch (error) {
      // It has ended meanwhile.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }

  async #gone(): Promise<void> {
    for (let waitedMs = 0; this.#running && waitedMs < graceMs; waitedMs += lookEveryMs) {
      await Promise.race([this.exited, delay(lookEveryMs, undefined, { ref: false })]);
      await this.#look();
    }
  }

  /** The id of a child stays its own until we are told of its end; that of another may be a stranger's any time. */
  async #look(): Promise<void> {
    if (this.#isChild || !this.#running) return;
    if (!(await listensAt(this.pid, this.#places.socket))) this.#forget();
  }
}
