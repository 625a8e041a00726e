import { execFile } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { EpochMs } from "../protocol/time.ts";

const lookEveryMs = 10_000;
/** Music waits for this at the start. */
const askTimeoutMs = 1_000;
/** A battery clock may go by local time, which is up to 14 hours off. */
const closeEnoughMs = 14 * 3_600_000;

export interface ClockTrustOptions {
  now: () => EpochMs;
  onTrusted: () => void;
  /** Where the system's files are; / unless told. */
  root?: string;
  /** What `timedatectl show --property=NTPSynchronized --value` says. */
  ask?: () => Promise<string>;
}

/**
 * Whether the machine's clock can be believed. A Pi has no battery for it: until the network has told it the time, it
 * goes on from when it was last on. Once right it stays so.
 */
export class ClockTrust {
  readonly #options: ClockTrustOptions;
  #trusted = false;
  #looking: NodeJS.Timeout | null = null;

  constructor(options: ClockTrustOptions) {
    this.#options = options;
  }

  get trusted(): boolean {
    return this.#trusted;
  }

  /** Resolves when it has looked once; it goes on looking until the clock can be believed. */
  async start(): Promise<void> {
    this.#trusted = await this.#look();
    if (this.#trusted) return;
    this.#looking = setInterval(async () => {
      if (!(await this.#look()) || this.#looking === null) return;
      this.stop();
      this.#trusted = true;
      this.#options.onTrusted();
    }, lookEveryMs);
    this.#looking.unref();
  }

  stop(): void {
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }

  async #look(): Promise<boolean> {
    // Where no systemd keeps the time, whoever does tells nobody: a container, a desktop.
    if (!(await this.#isThere("run/systemd/system"))) return true;
    if (await this.#isThere("run/systemd/timesync/synchronized")) return true;
    const { ask = askTimedatectl } = this.#options;
    return (await this.#agreesWithBattery()) || (await ask()).trim() === "yes";
  }

  /** A battery clock that was never set begins in 1970 with each start. */
  async #agreesWithBattery(): Promise<boolean> {
    const text = await readFile(this.#at("sys/class/rtc/rtc0/since_epoch"), "utf8").catch(() => "");
    const shown = Number.parseInt(text, 10) * 1_000;
    return Math.abs(shown - this.#options.now()) < closeEnoughMs;
  }

  #isThere(path: string): Promise<boolean> {
    return access(this.#at(path)).then(
      () => true,
      () => false,
    );
  }

  #at(path: string): string {
    return join(this.#options.root ?? "/", path);
  }
}

/** "" where it can't be run. */
async function askTimedatectl(): Promise<string> {
  const args = ["show", "--property=NTPSynchronized", "--value"];
  try {
    return (await promisify(execFile)("timedatectl", args, { timeout: askTimeoutMs })).stdout;
  } catch {
    return "";
  }
}
