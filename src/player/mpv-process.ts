import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type MpvPlaces, recordProcess } from "./mpv-orphan.ts";

/** How long an mpv that was asked to end may take before it is killed. */
const graceMs = 500;

/** One mpv process of ours. It ends with us, unless we are killed outright. */
export class MpvProcess {
  readonly pid: number;
  readonly exited: Promise<string>;
  readonly #child: ChildProcess;
  readonly #places: MpvPlaces;
  #running = true;

  private constructor(child: ChildProcess, pid: number, places: MpvPlaces) {
    this.#child = child;
    this.#places = places;
    this.pid = pid;
    const endWithUs = (): void => void child.kill("SIGKILL");
    process.once("exit", endWithUs);
    this.exited = new Promise((resolve) => {
      child.once("exit", (code, signal) => {
        this.#running = false;
        process.removeListener("exit", endWithUs);
        resolve(signal === null ? `exit code ${code}` : `signal ${signal}`);
      });
    });
  }

  /** A sentence where the binary can't be run. */
  static async spawn(
    binary: string,
    args: readonly string[],
    places: MpvPlaces,
  ): Promise<MpvProcess | string> {
    await rm(places.socket, { force: true });
    // Detached, or Ctrl+C in a terminal would end it before the player knows that it is to stop.
    const child = spawn(binary, args, { stdio: "ignore", detached: true });
    const fault = await new Promise<Error | null>((resolve) => {
      child.once("spawn", () => resolve(null));
      child.once("error", resolve);
    });
    if (fault !== null || child.pid === undefined)
      return `mpv can't be run as ${binary} (${fault?.message ?? "no process"}); install it: apt-get install mpv`;
    const started = new MpvProcess(child, child.pid, places);
    try {
      await recordProcess(places, child.pid);
    } catch (error) {
      await started.kill();
      throw error;
    }
    return started;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Asks it to end, and kills it when it doesn't. */
  async end(): Promise<void> {
    if (!this.#running) return;
    this.#child.kill("SIGTERM");
    await Promise.race([this.exited, delay(graceMs, undefined, { ref: false })]);
    await this.kill();
    await rm(this.#places.record, { force: true });
    await rm(this.#places.socket, { force: true });
  }

  /** At once: a stalled process doesn't listen to anything else. */
  async kill(): Promise<void> {
    if (!this.#running) return;
    this.#child.kill("SIGKILL");
    // One that hangs in a driver can't even be killed; it makes no sound, and must not hold up the next.
    await Promise.race([this.exited, delay(graceMs, undefined, { ref: false })]);
  }
}
