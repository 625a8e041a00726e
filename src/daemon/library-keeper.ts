import { Scanner, type ScanReport } from "../library/scanner.ts";
import type { Health } from "../protocol/health.ts";
import type { LibraryState } from "../protocol/state.ts";
import { type Store, StoreError } from "../store/store.ts";
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
      onProgress: (scan) => {
        this.#become({ ...this.#state, scan });
        // The first songs can play while the rest is still being read.
        if (scan.filesDone > 0 && this.playable === 0) void this.#count();
      },
    });
  }

  get health(): Health {
    return this.#health;
  }

  /** How many tracks can be chosen. */
  get playable(): number {
    return this.#state.tracks - this.#state.unplayable;
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
      try {
        await this.#scanOnce();
      } catch (error) {
        if (!(error instanceof StoreError) || this.#stopped) throw error;
        this.#health = this.#ill("degraded", "disk-full", error.message);
        this.#become({ ...this.#state, scan: null });
      }
    } while (this.#again && !this.#stopped);
  }

  async #scanOnce(): Promise<void> {
    const { folders, demoFolder, log } = this.#options;
    const named = folders();
    let report = await this.#scanRoots(named.length > 0 ? named : [demoFolder]);
    this.#health = this.#judge(report, named);
    if (this.playable === 0 && named.length > 0) report = await this.#scanRoots([...named, demoFolder]);
    if (this.#stopped) return;
    if (this.playable === 0)
      this.#health = this.#ill(
        "down",
        "library-empty",
        "There is no music that can be played: add music files.",
      );
    const { roots: _roots, ...figures } = report;
    log.info(figures, "library scanned");
    this.#become({ ...this.#state, scan: null });
  }

  async #scanRoots(roots: readonly string[]): Promise<ScanReport> {
    this.#state = { ...this.#state, demo: roots.includes(this.#options.demoFolder) };
    // What is known of these folders can play at once; the scan then finds what has changed.
    await this.#options.store.library.keepOnly(roots);
    await this.#count();
    const report = await this.#scanner.scan(roots);
    await this.#count();
    return report;
  }

  async #count(): Promise<void> {
    const counts = await this.#options.store.library.counts();
    this.#become({ ...this.#state, ...counts });
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

  #ill(
    state: "degraded" | "down",
    reason: "folder-missing" | "library-empty" | "disk-full",
    detail: string,
  ): Health {
    this.#options.log.warn({ reason }, detail);
    return { state, reason, detail, since: this.#options.clock.now(), retryAt: null };
  }

  #become(state: LibraryState): void {
    this.#state = state;
    this.#options.onChange();
  }
}
