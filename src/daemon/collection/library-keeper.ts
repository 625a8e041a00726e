import { resolve } from "node:path";
import { Scanner, type ScanReport } from "../../library/scan/scanner.ts";
import type { Health } from "../../protocol/health.ts";
import type { LibraryState } from "../../protocol/state.ts";
import { type Store, StoreError } from "../../store/store.ts";
import { anyTrack } from "../any-track.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { withoutSecrets } from "../without-secrets.ts";
import { ChangedFolders } from "./changed-folders.ts";
import { FolderWatch } from "./folder-watch.ts";
import { judgeLibrary } from "./library-judge.ts";
import { LibraryUpkeep } from "./library-upkeep.ts";
import { TimeLeft } from "./time-left.ts";

/** A database that takes no writes may take them again. */
const RETRY_MS = 60_000;
const LOG_EVERY_MS = 10_000;
/** While the library is read its size is told this often. */
const COUNT_EVERY_MS = 5_000;
/** So many songs go round without the demo pieces: with fewer the same ones would come again and again. */
const ENOUGH_SONGS = 10;
/** So many are asked for where demo pieces are among them: as many as one question answers. */
const MOST_ASKED = 500;

const anywhere = { ...anyTrack, target: { valence: 0, arousal: 0 }, limit: ENOUGH_SONGS };

export interface LibraryKeeperOptions {
  store: Store;
  /** The folders that the owner named; with none the demo pieces play. */
  folders: () => readonly string[] | Promise<readonly string[]>;
  /**
   * Where these give few songs, the demo pieces play besides them. Not where the owner named folders: then what is in
   * them is what they want to hear.
   */
  demoFillsUp?: () => boolean;
  /** How often everything is looked through; 0 never does. */
  rescanMinutes: () => number;
  demoFolder: string;
  /** A file that was written to in this time is left for later. */
  settleMs?: number;
  clock: Clock;
  log: Log;
  onChange: () => void;
}

/**
 * Keeps the library in step with the folders: reads them at the start, when the settings name others, when a drive
 * comes or goes, when something in them changes, now and then, and when asked. Where the owner's folders give nothing
 * to play, the demo pieces do, and the health says why; and beside the first few songs that came in by the page they
 * play, too.
 */
export class LibraryKeeper {
  readonly #options: LibraryKeeperOptions;
  readonly #scanner: Scanner;
  readonly #watch = new FolderWatch({ onChange: () => void this.scan() });
  readonly #changes = new ChangedFolders({ onDue: (folders) => void this.scan(folders) });
  readonly #upkeep: LibraryUpkeep;
  #retry: NodeJS.Timeout | undefined;
  #health: Health = { state: "starting" };
  #state: LibraryState = { tracks: 0, unplayable: 0, demo: false, scan: null, covers: null, analysis: null };
  #hasMusic = false;
  #songs = 0;
  /** What there was when that was told last; and what is to be told yet: files have gone, or a scan has found changes. */
  #told = { tracks: 0, unplayable: 0, demo: false };
  #lost = false;
  #changed = false;
  #standsIn = false;
  /** Songs of the owner's that can be chosen, counted no further than it matters. */
  #own = 0;
  /** Songs were given a place since they were counted. */
  #placed = false;
  #counting: Promise<void> | null = null;
  #missing: ReadonlySet<string> = new Set();
  /** The folders that were there when the last scan of all began. */
  #there: readonly string[] = [];
  #timeLeft: TimeLeft;
  #loggedAt = 0;
  #countedAt = 0;
  #running: Promise<void> | null = null;
  /** What the next scan has to look at: folders, or everything. */
  #wanted: readonly string[] | "all" | null = null;
  #stopped = false;

  constructor(options: LibraryKeeperOptions) {
    this.#options = options;
    const { store, log, clock } = options;
    this.#timeLeft = new TimeLeft({ monotonic: clock.monotonic });
    this.#upkeep = new LibraryUpkeep({ ...options, rescan: () => void this.scan() });
    this.#scanner = new Scanner({
      store: store.library,
      log,
      onProgress: (progress) => this.#progressed(progress),
      onChanged: (folders) => this.#changes.note(folders),
      answers: (root) => this.#watch.answers(root),
      ...(options.settleMs !== undefined && { settleMs: options.settleMs }),
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

  /** Another number whenever other songs may be played than before, as far as others have to choose anew for that. */
  get songs(): number {
    return this.#songs;
  }

  /** The demo pieces' folder, where they play because the owner's folders give nothing to play, or few songs. */
  get standIn(): string | null {
    return this.#standsIn ? this.#options.demoFolder : null;
  }

  /** Those of some folders that were not there when they were looked for last. */
  missingOf(folders: readonly string[]): readonly string[] {
    return folders.filter((folder) => this.#missing.has(resolve(folder)));
  }

  /** Which folder this is on its disk; null where it is not there. Rejects where it does not answer. */
  identify(folder: string): Promise<string | null> {
    return this.#watch.identify(folder);
  }

  /** The next scan finds out as well, but later than whoever has just mistyped one looks away. */
  async lookFor(folders: readonly string[]): Promise<void> {
    const gone = await this.#watch.gone(folders);
    const looked = new Set(folders.map((folder) => resolve(folder)));
    const others = [...this.#missing].filter((folder) => !looked.has(folder));
    this.#missing = new Set([...others, ...gone.map((folder) => resolve(folder))]);
  }

  /** Whether the folders are looked through and nothing that can be chosen was found yet: it may be in a moment. */
  get mayFindMusic(): boolean {
    return this.#running !== null && !this.#hasMusic;
  }

  /**
   * Reads all folders, or those of them in which something has changed. Asked again while it runs, it goes once more,
   * with the settings as they are then.
   */
  scan(folders: readonly string[] | null = null): Promise<void> {
    const wanted = this.#wanted;
    if (folders === null || wanted === "all") this.#wanted = "all";
    else this.#wanted = [...new Set([...(wanted ?? []), ...folders])];
    this.#running ??= this.#scanUntilCurrent();
    return this.#running;
  }

  /**
   * Songs have been given a place among the moods: the demo pieces may stand in for music that said nothing until now.
   * Resolves when what follows from it is done.
   */
  async placed(): Promise<void> {
    if (!this.#standsIn && (!this.#state.demo || this.#health.state === "ok")) return;
    this.#placed = true;
    this.#counting ??= this.#countPlaced();
    await this.#counting;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#changes.stop();
    this.#upkeep.stop();
    await this.#scanner.stop();
    await Promise.all([this.#running, this.#counting]);
    this.#watch.stop();
  }

  /** Many are placed one by one, as when each is listened to: the folders are looked through only where that matters. */
  async #countPlaced(): Promise<void> {
    try {
      while (this.#placed && !this.#stopped) {
        await this.#running;
        this.#placed = false;
        await this.#countIfKnown();
        if (this.#isOvertaken) await this.scan();
      }
    } finally {
      this.#counting = null;
    }
  }

  /** The demo pieces play, or the health says that there is nothing to play, though there are songs by now. */
  get #isOvertaken(): boolean {
    if (this.#standsIn && !this.#needsDemo) return true;
    const saysNone = "reason" in this.#health && this.#health.reason === "library-empty";
    return saysNone && (this.#standsIn ? this.#own > 0 : this.#hasMusic);
  }

  get #needsDemo(): boolean {
    return this.#own === 0 || (this.#own < ENOUGH_SONGS && this.#fillsUp);
  }

  get #fillsUp(): boolean {
    return this.#options.demoFillsUp?.() === true;
  }

  async #scanUntilCurrent(): Promise<void> {
    clearTimeout(this.#retry);
    while (this.#wanted !== null && !this.#stopped) {
      const wanted = this.#wanted;
      this.#wanted = null;
      try {
        await this.#scanOnce(wanted === "all" ? null : wanted);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        const reason = error.fault === "disk-full" ? "disk-full" : "store-unavailable";
        this.#health = this.#ill("degraded", reason, error.message, RETRY_MS);
        this.#become({ ...this.#state, scan: null });
      }
    }
    // At once, so that no wish falls into the gap between the last look and this.
    this.#running = null;
  }

  async #scanOnce(folders: readonly string[] | null): Promise<void> {
    const { demoFolder, log } = this.#options;
    const named = await this.#options.folders();
    // While the demo stands in, whatever changes may end that.
    const some = this.#state.demo && named.length > 0 ? null : folders;
    // At once, where they will most likely have to: a look through the folders first would take them out meanwhile.
    const mayFillUp = some === null && named.length > 0 && this.#fillsUp;
    const fillUp = mayFillUp && (await this.#countOwn()) < ENOUGH_SONGS;
    let report =
      some === null
        ? await this.#scanRoots(named, fillUp)
        : await this.#read(named.length > 0 ? named : [demoFolder], some);
    // What a scan that was cut short has found says nothing.
    if (this.#stopped) return;
    if (some === null) {
      const looked = fillUp ? report.roots.filter(({ root }) => root !== resolve(demoFolder)) : report.roots;
      // Where others were named meanwhile, what was found of those stands until they are scanned.
      if (this.#wanted !== "all") {
        const missing = looked.filter(({ state }) => state === "missing");
        this.#missing = new Set(missing.map(({ root }) => root));
      }
      this.#health = this.#judge(looked, named);
      if (named.length > 0 && this.#needsDemo !== fillUp) report = await this.#scanRoots(named, !fillUp);
    } else {
      await this.#count();
      // More than a change in a folder: its songs have to be taken out, or the demo pieces have to stand in, and the
      // health has to say so.
      const isFew = named.length > 0 && this.#needsDemo;
      if (!this.#hasMusic || isFew || report.roots.some(({ state }) => state === "missing"))
        this.#wanted = "all";
    }
    if (this.#stopped) return;
    if (some === null && !this.#hasMusic)
      this.#health = this.#ill(
        "down",
        "library-empty",
        "There is no music that can be played: add music files.",
      );
    const { roots: _roots, unsettled, ...figures } = report;
    log.info(figures, some === null ? "library scanned" : "changes in the music folders read");
    this.#changes.noteLater(unsettled);
    if (some === null) this.#upkeep.scanned();
    if (this.#lost || this.#changed || !this.#isAsTold) this.#tellSongs();
    this.#become({ ...this.#state, scan: null });
  }

  /** What is known of the folders that are there can play at once; the scan then finds what has changed. */
  async #scanRoots(named: readonly string[], withDemo: boolean): Promise<ScanReport> {
    const { clock, demoFolder } = this.#options;
    const { monotonic } = clock;
    const roots = withDemo || named.length === 0 ? [...named, demoFolder] : named;
    this.#state = { ...this.#state, demo: roots.includes(demoFolder) };
    this.#standsIn = withDemo;
    this.#there = await this.#watch.start(roots);
    await this.#keepOnly(this.#there);
    await this.#count();
    this.#timeLeft = new TimeLeft({ monotonic });
    const report = await this.#read(roots);
    if (this.#stopped) return report;
    const read = report.roots.filter(({ state }) => state === "read").map(({ root }) => root);
    // A folder can be there and be no good: empty, because its drive is not mounted, or closed to us.
    await this.#keepOnly(read);
    await this.#count();
    return report;
  }

  async #keepOnly(roots: readonly string[]): Promise<void> {
    if ((await this.#options.store.library.keepOnly(roots)) > 0) this.#lost = true;
  }

  async #read(roots: readonly string[], folders: readonly string[] | null = null): Promise<ScanReport> {
    const report = await this.#scanner.scan(roots, folders);
    const { added, changed, moved, missing, back, unplayable } = report;
    if (added + changed + moved + missing + back + unplayable > 0) this.#changed = true;
    return report;
  }

  get #isAsTold(): boolean {
    const { tracks, unplayable, demo } = this.#state;
    return tracks === this.#told.tracks && unplayable === this.#told.unplayable && demo === this.#told.demo;
  }

  #tellSongs(): void {
    this.#lost = false;
    this.#changed = false;
    this.#told = this.#state;
    this.#songs += 1;
  }

  #progressed({ done, of }: { done: number; of: number }): void {
    const { log, clock } = this.#options;
    const scan = this.#timeLeft.progress(done, of);
    this.#become({ ...this.#state, scan });
    const now = clock.monotonic();
    // The first songs can play while the rest is still being read.
    if (done > 0 && (!this.#hasMusic || now - this.#countedAt >= COUNT_EVERY_MS)) {
      this.#countedAt = now;
      void this.#countIfKnown();
    }
    if (now - this.#loggedAt < LOG_EVERY_MS) return;
    this.#loggedAt = now;
    log.info(scan, "reading the music folders");
  }

  async #count(): Promise<void> {
    const { library } = this.#options.store;
    const [counts, some, own] = await Promise.all([
      ...([library.counts(), library.candidates(anywhere)] as const),
      this.#standsIn ? this.#countOwn() : null,
    ]);
    this.#hasMusic = some.length > 0;
    this.#own = own ?? some.length;
    this.#state = { ...this.#state, ...counts };
    // While the demo pieces stand in, each look through the folders takes them out and brings them back.
    if (this.#state.demo && this.#isAsTold) this.#lost = false;
    // What has gone may be the very next song: others are chosen before all the rest is read, once there are any. Until
    // then what is queued is better than nothing.
    if (this.#lost && this.#hasMusic) this.#tellSongs();
    this.#become(this.#state);
  }

  /** Songs that can be chosen besides the demo pieces. */
  async #countOwn(): Promise<number> {
    const { store, demoFolder } = this.#options;
    let own = 0;
    for (const limit of [ENOUGH_SONGS, MOST_ASKED]) {
      const some = await store.library.candidates({ ...anywhere, limit });
      const ids = some.map(({ track }) => track.id);
      own = await store.library.countElsewhere(ids, demoFolder);
      if (own >= ENOUGH_SONGS || some.length < limit) break;
    }
    return own;
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

  #judge(roots: ScanReport["roots"], named: readonly string[]): Health {
    const found = roots.reduce((sum, root) => sum + root.found, 0);
    const fault = judgeLibrary({
      report: { roots, found },
      named,
      there: this.#there,
      hasMusic: this.#own > 0,
    });
    return fault === null
      ? { state: "ok" }
      : {
          ...this.#ill("degraded", fault.reason, fault.sentence, fault.lookAgainMs),
          ...(fault.named && { named: fault.named }),
        };
  }

  /** Says so in the log, and looks again by then. */
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
    if (retryInMs !== null) this.#scanIn(retryInMs);
    return { state, reason, detail, since, retryAt: retryInMs === null ? null : now + retryInMs };
  }

  #scanIn(ms: number): void {
    clearTimeout(this.#retry);
    if (!this.#stopped) this.#retry = setTimeout(() => void this.scan(), ms);
  }

  #become(state: LibraryState): void {
    this.#state = state;
    this.#options.onChange();
  }
}
