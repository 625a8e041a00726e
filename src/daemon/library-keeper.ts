import { Scanner, type ScanReport } from "../library/scanner.ts";
import type { Health } from "../protocol/health.ts";
import type { CandidateQuery } from "../protocol/library.ts";
import type { LibraryState } from "../protocol/state.ts";
import { type Store, StoreError } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { FolderWatch } from "./folder-watch.ts";
import type { Log } from "./log.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** A database that takes no writes may take them again. */
const RETRY_MS = 60_000;

const anyTrack: CandidateQuery = {
  target: { valence: 0, arousal: 0 },
  notPlayedSince: Number.MAX_SAFE_INTEGER,
  notArtists: [],
  notTracks: [],
  allowExplicit: true,
  languages: null,
  onlyArtists: null,
  shortestMs: null,
  longestMs: null,
  highestArousal: null,
  limit: 1,
};

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
  /** While something is wrong: a disk that is connected, or music that is put there, is noticed by itself. */
  readonly #watch = new FolderWatch({ onChange: () => void this.scan() });
  #retry: NodeJS.Timeout | undefined;
  #health: Health = { state: "starting" };
  #state: LibraryState = { tracks: 0, unplayable: 0, demo: false, scan: null, covers: null, analysis: null };
  #hasMusic = false;
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
        if (scan.done > 0 && !this.#hasMusic) void this.#countIfKnown();
      },
    });
  }

  get health(): Health {
    return this.#health;
  }

  /** Whether any track can be chosen: one that can be played and tells a mood. */
  get hasMusic(): boolean {
    return this.#hasMusic;
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
    clearTimeout(this.#retry);
    await this.#scanner.stop();
    await this.#running;
    this.#watch.stop();
  }

  async #scanUntilCurrent(): Promise<void> {
    clearTimeout(this.#retry);
    do {
      this.#again = false;
      try {
        await this.#scanOnce();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        const reason = error.fault === "disk-full" ? "disk-full" : "store-unavailable";
        this.#health = this.#ill("degraded", reason, error.message, RETRY_MS);
        if (!this.#stopped) this.#retry = setTimeout(() => void this.scan(), RETRY_MS);
        this.#become({ ...this.#state, scan: null });
      }
    } while (this.#again && !this.#stopped);
  }

  async #scanOnce(): Promise<void> {
    const { folders, demoFolder, log } = this.#options;
    const named = folders();
    // Not waited for: a share whose server is away must not hold up what is known.
    void this.#watch.start(named);
    let report = await this.#scanRoots(named.length > 0 ? named : [demoFolder]);
    // What a scan that was cut short has found says nothing.
    if (this.#stopped) return;
    this.#health = this.#judge(report, named);
    if (!this.#hasMusic && named.length > 0) report = await this.#scanRoots([...named, demoFolder]);
    if (this.#stopped) return;
    if (!this.#hasMusic)
      this.#health = this.#ill(
        "down",
        "library-empty",
        "There is no music that can be played: add music files.",
      );
    const { roots: _roots, ...figures } = report;
    log.info(figures, "library scanned");
    if (this.#health.state === "ok") this.#watch.stop();
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
    const { library } = this.#options.store;
    const [counts, some] = await Promise.all([library.counts(), library.candidates(anyTrack)]);
    this.#hasMusic = some.length > 0;
    this.#become({ ...this.#state, ...counts });
  }

  /** A look in between: where the store does not answer, the scan says so. */
  async #countIfKnown(): Promise<void> {
    try {
      await this.#count();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#options.log.warn({ fault: error.fault }, error.message);
    }
  }

  #judge(report: ScanReport, named: readonly string[]): Health {
    const missing = report.roots.find(({ state }) => state === "missing");
    if (missing)
      return this.#ill(
        "degraded",
        "folder-missing",
        missing.detail ?? `The music folder ${missing.root} is not there.`,
      );
    if (named.length === 0) return { state: "ok" };
    if (report.found === 0)
      return this.#ill(
        "degraded",
        "library-empty",
        `No music files in ${named.join(", ")}: the demo pieces play.`,
      );
    if (!this.#hasMusic)
      return this.#ill(
        "degraded",
        "library-empty",
        `None of the ${report.found} files in ${named.join(", ")} can be played and tells a mood by tag, genre or folder: the demo pieces play.`,
      );
    return { state: "ok" };
  }

  #ill(
    state: "degraded" | "down",
    reason: "folder-missing" | "library-empty" | "disk-full" | "store-unavailable",
    sentence: string,
    retryInMs: number | null = null,
  ): Health {
    const now = this.#options.clock.now();
    const detail = withoutSecrets(sentence);
    const since = "since" in this.#health && this.#health.reason === reason ? this.#health.since : now;
    this.#options.log.warn({ reason }, detail);
    return { state, reason, detail, since, retryAt: retryInMs === null ? null : now + retryInMs };
  }

  #become(state: LibraryState): void {
    this.#state = state;
    this.#options.onChange();
  }
}
