import { rm } from "node:fs/promises";
import { unfinished, writeWhole } from "./whole-file.ts";

export interface KeptFileOptions {
  path: string;
  /** What is told of a file that can't be written: what that costs. */
  fault: string;
  log: { warn(o: object, msg: string): void };
}

/**
 * A file that holds the newest of something that can be done without: what can't be written is told once, until it can be
 * again, and everything else goes on.
 */
export class KeptFile {
  readonly #options: KeptFileOptions;
  /** The newest, until it is begun to be written. */
  #waiting: string | null | undefined;
  #writing: Promise<void> = Promise.resolve();
  #faultTold = false;

  constructor(options: KeptFileOptions) {
    this.#options = options;
  }

  /** Null: there is to be no such file. What is overtaken while another is being written never is. */
  put(text: string | null): Promise<void> {
    const isIdle = this.#waiting === undefined;
    this.#waiting = text;
    if (isIdle) this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Resolves when all that was put is there. */
  written(): Promise<void> {
    return this.#writing;
  }

  async #write(): Promise<void> {
    const { path, fault, log } = this.#options;
    const text = this.#waiting;
    this.#waiting = undefined;
    if (text === undefined) return;
    try {
      if (text === null) for (const each of [path, unfinished(path)]) await rm(each, { force: true });
      else await writeWhole(path, text);
      this.#faultTold = false;
    } catch (error) {
      if (!this.#faultTold) log.warn({ fault: (error as NodeJS.ErrnoException).code }, fault);
      this.#faultTold = true;
    }
  }
}
