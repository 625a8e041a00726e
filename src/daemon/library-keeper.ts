import { Scanner, type ScanReport } from "../library/scanner.ts";
import type { Health } from "../protocol/health.ts";
import type { LibraryState } from "../protocol/state.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

export interface LibraryKeeperOptions {
  store: Store;
  /** The folders that the owner named; with none the demo pieces play. */
  folders: () => readonly string[];
  demoFolder: string;
  clock: Clock;
  log: Log;
  onChange: () => void;
}

/**
 * Keeps the library in step with the folders: reads them at the start, when the settings name others, and when
 * asked. Where the owner's folders give nothing to play, the demo pieces do, and the health says why.
 */
export class LibraryKeeper {
  readonly #options: LibraryKeeperOptions;
  readonly #scanner: Scanner;
  #health: Health = { state: "starting" };
  #state: LibraryState = { tracks: 0, unplayable: 0, demo: false, scan: null };
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(options: LibraryKeeperOptions) {
    this.#options = options;
    this.#scanner = new Scanner({
      store: options.store.library,
      log: options.log,
      onProgress: (scan) => this.#become({ ...this.#state, scan }),
    });
  }

  get health(): Health {
    return this.#health;
  }

  get state(): LibraryState {
    return this.#state;
  }

  /** Reads all folders. Asked again while it runs, it goes once more, with the folders as they are then. */
  scan(): Promise<void> {
    if (this.#running !== null) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#scanUntilCurrent().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#scanner.stop();
    await this.#running;
  }

  async #scanUntilCurrent(): Promise<void> {
    do {
      this.#again = false;
      await this.#scanOnce();
    } while (this.#again && !this.#stopped);
  }

  async #scanOnce(): Promise<void> {
    const { store, folders, demoFolder, log } = this.#options;
    const named = folders();
    const own = named.length > 0 ? named : [demoFolder];
    // Known tracks of these folders can play at once; the scan then finds what has changed.
    await store.library.keepOnly(own);
    await this.#count(own);
    let report = await this.#scanner.scan(own);
    if (this.#stopped) return;
    this.#health = this.#judge(report, named);

    const counts = await store.library.counts();
    const nothing = counts.tracks - counts.unplayable <= 0;
    const roots = nothing && named.length > 0 ? [...named, demoFolder] : own;
    if (roots !== own) {
      await store.library.keepOnly(roots);
      report = await this.#scanner.scan(roots);
      if (this.#stopped) return;
    }
    await this.#count(roots);
    if (this.#state.tracks - this.#state.unplayable <= 0)
      this.#health = this.#ill(
        "down",
        "library-empty",
        `No playable music in ${roots.join(", ")}: add music files.`,
      );
    const { roots: _roots, ...figures } = report;
    log.info(figures, "library scanned");
    this.#become({ ...this.#state, scan: null });
  }

  async #count(roots: readonly string[]): Promise<void> {
    const counts = await this.#options.store.library.counts();
    this.#become({ ...this.#state, ...counts, demo: roots.includes(this.#options.demoFolder) });
  }

  #judge(report: ScanReport, named: readonly string[]): Health {
    const missing = report.roots.find(({ state }) => state === "missing");
    if (missing)
      return this.#ill(
        "degraded",
        "folder-missing",
        missing.detail ?? `The music folder ${missing.root} is not there.`,
      );
    if (named.length > 0 && report.found === 0)
      return this.#ill(
        "degraded",
        "library-empty",
        `No music files in ${named.join(", ")}: the demo pieces play.`,
      );
    return { state: "ok" };
  }

  #ill(state: "degraded" | "down", reason: "folder-missing" | "library-empty", detail: string): Health {
    this.#options.log.warn({ reason }, detail);
    return { state, reason, detail, since: this.#options.clock.now(), retryAt: null };
  }

  #become(state: LibraryState): void {
    this.#state = state;
    this.#options.onChange();
  }
}
