import { readFile, rename, writeFile } from "node:fs/promises";
import type { Pick } from "../protocol/music.ts";
import type { EpochMs, MonotonicMs } from "../protocol/time.ts";

export interface BookmarkedSong {
  pick: Pick;
  path: string;
}

/** Where the music is, for the next daemon. */
export interface Bookmark {
  song: BookmarkedSong;
  /** What mpv goes over to by itself, also while no daemon runs. */
  next: BookmarkedSong | null;
  positionMs: number;
  heardMs: number;
  intended: "playing" | "paused";
  volume: number;
  /** What is written while it plays holds for a crash; what is written last says that it ended in good order. */
  crashed: boolean;
  notedAt: EpochMs;
}

/** A crash costs so much of a song's place at most. */
const everyMs = 5_000;

export interface BookmarkFileOptions {
  /** In memory where the system has such a folder: it is written often. */
  file: string;
  monotonic: () => MonotonicMs;
  log: { warn(o: object, msg: string): void };
}

/**
 * Keeps where the music is in a file, which is whole at any moment. What can't be written costs the place of one song
 * after a crash, not the music.
 */
export class BookmarkFile {
  readonly #options: BookmarkFileOptions;
  #wroteAt: MonotonicMs = Number.NEGATIVE_INFINITY;
  #writing: Promise<void> = Promise.resolve();
  #waiting: Bookmark | null = null;
  #faultTold = false;

  constructor(options: BookmarkFileOptions) {
    this.#options = options;
  }

  /** null where there is none, or none that can be read. A pause holds for as long as the machine runs. */
  async read(): Promise<Bookmark | null> {
    const text = await readFile(this.#options.file, "utf8").catch(() => null);
    return text === null ? null : ((await bookmarkIn(text)?.read()) ?? null);
  }

  /** Whether the time for the next note has come. */
  get due(): boolean {
    return this.#options.monotonic() - this.#wroteAt >= everyMs;
  }

  /** The newest one is written; one that is overtaken while another is being written never is. */
  note(bookmark: Bookmark): Promise<void> {
    this.#wroteAt = this.#options.monotonic();
    const idle = this.#waiting === null;
    this.#waiting = bookmark;
    if (idle) this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const [bookmark, { file, log }] = [this.#waiting, this.#options];
    this.#waiting = null;
    if (bookmark === null) return;
    try {
      await writeFile(`${file}.new`, await noteOf(bookmark, 0), { mode: 0o600 });
      await rename(`${file}.new`, file);
      this.#faultTold = false;
    } catch (error) {
      if (!this.#faultTold) log.warn({ error: String(error) }, "the place in the song can't be kept");
      this.#faultTold = true;
    }
  }
}

/** A bookmark as text, numbered so that a newer one can be told. */
export async function noteOf(bookmark: Bookmark, number: number): Promise<string> {
  return JSON.stringify({ run: await runOfTheMachine(), number, bookmark });
}

/** What such a text says; null where it is none, or not whole. */
export function bookmarkIn(text: string): { number: number; read: () => Promise<Bookmark> } | null {
  let note: unknown;
  try {
    note = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof note !== "object" || note === null) return null;
  const { run, number, bookmark } = note as Record<string, unknown>;
  if (!isBookmark(bookmark) || typeof number !== "number") return null;
  const read = async (): Promise<Bookmark> =>
    run === (await runOfTheMachine()) ? bookmark : { ...bookmark, intended: "playing" };
  return { number, read };
}

/** Written by an earlier version, perhaps: what it says of the song is looked up anew by whoever goes on with it. */
function isBookmark(value: unknown): value is Bookmark {
  if (typeof value !== "object" || value === null) return false;
  const { song, next, positionMs, heardMs, intended, volume, crashed, notedAt } = value as Record<
    string,
    unknown
  >;
  return (
    isSong(song) &&
    (next === null || isSong(next)) &&
    [positionMs, heardMs, volume, notedAt].every((number) => typeof number === "number" && number >= 0) &&
    (intended === "playing" || intended === "paused") &&
    typeof crashed === "boolean"
  );
}

function isSong(value: unknown): value is BookmarkedSong {
  if (typeof value !== "object" || value === null) return false;
  const { pick, path } = value as Record<string, unknown>;
  if (typeof path !== "string" || typeof pick !== "object" || pick === null) return false;
  const { id, item, reasons } = pick as Record<string, unknown>;
  return typeof id === "string" && typeof item === "object" && item !== null && Array.isArray(reasons);
}

/** Another one after every start of the system. */
const runOfTheMachine = (): Promise<string> =>
  readFile("/proc/sys/kernel/random/boot_id", "utf8").then(
    (id) => id.trim(),
    () => "",
  );
