import { rmSync } from "node:fs";
import { writeWholeSync } from "../../player/whole-file.ts";
import type { Log } from "../log.ts";
import type { KioskScreens } from "./kiosk-screens.ts";

/**
 * Where whoever starts the screen's browser finds the code for its page. Whole or not at all, and gone with the daemon.
 * Its folder says who gets there: it is private to Mien's user, or lends its group to the screen's.
 */
export class KioskCodeFile {
  readonly #path: string;
  readonly #log: Log;
  #undo: () => void = () => undefined;

  constructor(options: { path: string; log: Log }) {
    this.#path = options.path;
    this.#log = options.log;
  }

  start(screens: Pick<KioskScreens, "onCode">): void {
    this.#undo = screens.onCode((code) => this.#write(code));
  }

  stop(): void {
    this.#undo();
    rmSync(this.#path, { force: true });
  }

  #write(code: string): void {
    try {
      writeWholeSync(this.#path, `${code}\n`, 0o640);
    } catch (error) {
      const { code: fault } = error as NodeJS.ErrnoException;
      this.#log.warn(
        { path: this.#path, fault },
        "the screen's code can't be written: its page is one like any other",
      );
    }
  }
}
