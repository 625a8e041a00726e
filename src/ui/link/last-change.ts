import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { EpochMs } from "../../protocol/time.ts";
import { keepInTab, keptInTab } from "./browser-memory.ts";
import type { LibraryChange, LibraryDone } from "./library-changes.ts";

const KEY = "mien-library-undo";
/** Later nobody remembers what it was, and to take it back would be a change of its own. */
const OFFERED_MS = 3_600_000;

/** What was changed last in this tab, and what takes it back: still there when the page is loaded again. */
export interface LastChange {
  done: LibraryDone;
  back: readonly LibraryChange[];
  at: EpochMs;
}

/** Keeps the last change for as long as it may be taken back. */
export class KeptChange implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #last: LastChange | null = kept();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#expire();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Null where there is none, or none any more: a machine that slept may come late to its timers. */
  get last(): LastChange | null {
    return this.#last !== null && Date.now() - this.#last.at < OFFERED_MS ? this.#last : null;
  }

  /** Null forgets it. */
  keep(last: LastChange | null): void {
    this.#last = last;
    keepInTab(KEY, last === null ? null : JSON.stringify(last));
    this.#expire();
    this.#host.requestUpdate();
  }

  #expire(): void {
    clearTimeout(this.#timer);
    const { last } = this;
    if (last === null) return;
    this.#timer = setTimeout(() => this.#host.requestUpdate(), last.at + OFFERED_MS - Date.now());
  }
}

function kept(): LastChange | null {
  const text = keptInTab(KEY);
  // Only this page writes it, and whole.
  return text === null ? null : (JSON.parse(text) as LastChange);
}
