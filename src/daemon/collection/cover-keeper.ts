import { CoverFiles } from "../../library/covers/cover-files.ts";
import { CoverMaker } from "../../library/covers/cover-maker.ts";
import { type CoverSize, coverVersion } from "../../library/covers/cover-sizes.ts";
import { freeBytes } from "../../library/free-space.ts";
import { within } from "../../player/within.ts";
import type { Track } from "../../protocol/music.ts";
import type { LibraryState, Progress } from "../../protocol/state.ts";
import type { Id } from "../../protocol/time.ts";
import { type LibraryTables, StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { TimeLeft } from "./time-left.ts";

/** Flushed and written down at once: two commits of a card for so many songs. */
const BATCH = 8;
/** Covers are a luxury: below this the disk's room is left to the history and the system. */
const KEEP_FREE_BYTES = 200 * 1024 * 1024;
const RETRY_MS = 600_000;
const PRUNE_EVERY_MS = 86_400_000;
const HASHES_PER_PAGE = 500;
/** A page draws one meanwhile rather than wait longer. */
const ASKED_WITHIN_MS = 4_000;
const MOST_ASKED = 32;

export interface CoverKeeperOptions {
  library: LibraryTables;
  /** Where thumbnails are kept. */
  folder: string;
  clock: Clock;
  log: Log;
  onChange: () => void;
  /** How long a page is kept waiting for one; another time for tests. */
  askedWithinMs?: number;
}

/**
 * Has thumbnails made of every cover, after a scan and in the background; the one that a page asks for goes first.
 * What was made is remembered, so that this goes on where it ended.
 */
export class CoverKeeper {
  readonly #options: CoverKeeperOptions;
  readonly #files: CoverFiles;
  readonly #maker: CoverMaker;
  /** Being made because somebody looks at it, by track. */
  readonly #asked = new Map<Id, Promise<string | null>>();
  /** Their pictures can't be shown; until the next scan nobody tries again. */
  readonly #without = new Set<Id>();
  #progress: Progress | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #isScanning = false;
  #stopped = false;
  #retry: NodeJS.Timeout | undefined;
  #prunedAt = Number.NEGATIVE_INFINITY;

  constructor(options: CoverKeeperOptions) {
    this.#options = options;
    this.#files = new CoverFiles(options.folder);
    this.#maker = new CoverMaker({ folder: options.folder });
  }

  /** Null while there is nothing to do. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** After each scan there may be others. */
  follow({ scan }: Pick<LibraryState, "scan">): void {
    if (this.#isScanning && scan === null) {
      this.#without.clear();
      void this.work();
    }
    this.#isScanning = scan !== null;
  }

  /** Makes what is missing. Asked again while it works, it looks once more. */
  work(): Promise<void> {
    clearTimeout(this.#retry);
    if (this.#stopped) return Promise.resolve();
    this.#again = true;
    this.#running ??= this.#workUntilDone();
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#maker.stop();
    await Promise.allSettled([this.#running, ...this.#asked.values()]);
  }

  /** What a track's thumbnails go by: another one when its picture has changed. Null while there are none. */
  async hashOf(track: Pick<Track, "id" | "cover">): Promise<string | null> {
    if (track.cover === null || this.#without.has(track.id)) return null;
    return this.#options.library.coverHash(track.id);
  }

  /** The thumbnail of a track; null where it has none that can be shown, or not in time. */
  async thumbnail(
    track: Pick<Track, "id" | "cover">,
    size: CoverSize,
  ): Promise<{ hash: string; bytes: Buffer } | null> {
    if (track.cover === null || this.#without.has(track.id)) return null;
    const known = await this.#options.library.coverHash(track.id);
    const there = known && (await this.#files.read(known, size));
    if (known && there) return { hash: known, bytes: there };
    // Whoever asks for a whole library at once gets drawn ones at first.
    if (this.#asked.size >= MOST_ASKED && !this.#asked.has(track.id)) return null;
    const { askedWithinMs = ASKED_WITHIN_MS } = this.#options;
    const hash = await within(this.#askFor(track.id, track.cover), askedWithinMs, null);
    const bytes = hash && (await this.#files.read(hash, size));
    return hash && bytes ? { hash, bytes } : null;
  }

  #askFor(track: Id, cover: NonNullable<Track["cover"]>): Promise<string | null> {
    const asked = this.#asked.get(track);
    if (asked !== undefined) return asked;
    const answer = this.#makeOne(track, cover).finally(() => this.#asked.delete(track));
    this.#asked.set(track, answer);
    return answer;
  }

  async #makeOne(track: Id, cover: NonNullable<Track["cover"]>): Promise<string | null> {
    const { library, log } = this.#options;
    const path = await library.path(track);
    if (path === null || (await this.#obstacle()) !== null) return null;
    const answer = await this.#maker.make([{ path, cover }]);
    if ("failed" in answer) return null;
    const [hash = null] = answer.hashes;
    if (hash === null) this.#without.add(track);
    try {
      await library.putCovers([{ track, hash }], coverVersion);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // It can be shown all the same, and is remembered with the next scan.
      log.warn({ fault: error.fault }, error.message);
    }
    return hash;
  }

  async #workUntilDone(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        const obstacle = await this.#makeAll();
        if (obstacle === null || this.#stopped) continue;
        this.#options.log.warn({}, obstacle);
        this.#retry = setTimeout(() => void this.work(), RETRY_MS).unref();
        break;
      }
    } finally {
      // At once, so that no wish falls into the gap between the last look and this.
      this.#running = null;
    }
    if (!this.#stopped) this.#become(null);
  }

  /** Null when all are made, else what is in the way. */
  async #makeAll(): Promise<string | null> {
    const { library, clock } = this.#options;
    try {
      const { done: before, of } = await library.coverCounts(coverVersion);
      const timeLeft = new TimeLeft({ monotonic: clock.monotonic, done: before });
      for (let done = before; !this.#stopped; ) {
        const tracks = await library.awaitingCovers(BATCH, coverVersion);
        if (tracks.length === 0) break;
        this.#become(timeLeft.progress(done, Math.max(of, done + tracks.length)));
        const obstacle = await this.#obstacle();
        if (obstacle !== null) return obstacle;
        const answer = await this.#maker.make(tracks);
        if ("failed" in answer) return answer.failed && `No covers can be kept (${answer.failed.detail}).`;
        const covers = tracks.map(({ track }, index) => ({ track, hash: answer.hashes[index] ?? null }));
        await library.putCovers(covers, coverVersion);
        done += tracks.length;
      }
      await this.#prune();
      return null;
    } catch (error) {
      return this.#faultOf(error);
    }
  }

  async #prune(): Promise<void> {
    const { library, clock, log } = this.#options;
    if (this.#stopped || clock.monotonic() - this.#prunedAt < PRUNE_EVERY_MS) return;
    this.#prunedAt = clock.monotonic();
    const removed = await this.#files.prune((after) => library.coverHashes(after, HASHES_PER_PAGE));
    if (removed > 0) log.info({ removed }, "thumbnails removed that no song needs");
  }

  /** Why no covers can be kept just now, or null. */
  async #obstacle(): Promise<string | null> {
    try {
      const room = await freeBytes(this.#options.folder);
      return room > KEEP_FREE_BYTES ? null : "The disk is nearly full: no more covers are kept. Make room.";
    } catch (error) {
      return this.#faultOf(error);
    }
  }

  /** What a database or a disk may do, in a sentence; a bug is thrown. */
  #faultOf(error: unknown): string {
    if (error instanceof StoreError) return error.message;
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    return `The folder for covers ${this.#options.folder} can't be used (${code}): check its permissions and its disk.`;
  }

  #become(progress: Progress | null): void {
    if (progress === null && this.#progress === null) return;
    this.#progress = progress;
    this.#options.onChange();
  }
}
