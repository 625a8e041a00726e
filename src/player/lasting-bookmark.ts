import { constants } from "node:fs";
import { open, readFile } from "node:fs/promises";
import type { MonotonicMs } from "../protocol/time.ts";
import { type Bookmark, type BookmarkFile, bookmarkIn, forTheDisk, noteOf } from "./bookmark.ts";

/** After a power cut a song goes on within a minute of its place. */
const everyMs = 50_000;
/**
 * Written over in place, page by page, so that only these bytes go to the card, and no folder and no free space changes.
 * A note is mostly one page (2.2 KB of demo pieces); what a longer one before it has left behind its end says nothing.
 */
const pageBytes = 4_096;
const mostPages = 4;
const end = "\n";

export interface LastingBookmarkOptions {
  /** In memory, for crashes. */
  runtime: Pick<BookmarkFile, "read" | "note" | "due" | "forget">;
  /** Two slots on the disk, written in turn: a power cut spoils one of them at most. */
  slots: readonly [string, string];
  monotonic: () => MonotonicMs;
  log: { warn(o: object, msg: string): void };
}

/** Keeps where the music is in memory, and now and then on the disk, where it outlives a power cut. */
export class LastingBookmark {
  readonly #options: LastingBookmarkOptions;
  #wroteAt: MonotonicMs = Number.NEGATIVE_INFINITY;
  #song: string | null = null;
  #notes = 0;
  #writing: Promise<void> = Promise.resolve();
  #faultTold = false;
  /** Whether the newest note that was to go to the disk is there. */
  #onDisk = false;

  constructor(options: LastingBookmarkOptions) {
    this.#options = options;
  }

  /** The one in memory is newer where there is one. Of the slots the newer one that is whole. */
  async read(): Promise<Bookmark | null> {
    const { runtime, slots } = this.#options;
    const found = await Promise.all(slots.map((slot) => readFile(slot, "utf8").then(noteIn, () => null)));
    const [newest] = found.filter((note) => note !== null).toSorted((a, b) => b.number - a.number);
    this.#notes = newest?.number ?? 0;
    return (await runtime.read()) ?? newest?.bookmark ?? null;
  }

  get due(): boolean {
    return this.#options.runtime.due;
  }

  async note(bookmark: Bookmark): Promise<void> {
    const { runtime, monotonic } = this.#options;
    const noted = runtime.note(bookmark);
    const song = bookmark.song.pick.id;
    if (song !== this.#song || !bookmark.crashed || monotonic() - this.#wroteAt >= everyMs) {
      this.#song = song;
      this.#wroteAt = monotonic();
      this.#notes += 1;
      const number = this.#notes;
      this.#writing = this.#writing.then(() => this.#write(bookmark, number));
    }
    await noted;
    if (bookmark.crashed) return;
    await this.#writing;
    // The end, in good order: what the disk holds is as new, and nothing has to stay in memory.
    if (this.#onDisk) await runtime.forget();
  }

  /** Resolves when whatever was to go to the disk by now is there. */
  written(): Promise<void> {
    return this.#writing;
  }

  async #write(bookmark: Bookmark, number: number): Promise<void> {
    const { slots, log } = this.#options;
    this.#onDisk = false;
    const note = Buffer.from(noteOf(forTheDisk(bookmark), number) + end);
    const bytes = Math.ceil(note.length / pageBytes) * pageBytes;
    if (bytes > mostPages * pageBytes) return;
    try {
      const file = await open(slots[number % 2] ?? slots[0], constants.O_WRONLY | constants.O_CREAT, 0o600);
      try {
        await file.write(Buffer.concat([note, Buffer.alloc(bytes - note.length, " ")]), 0, bytes, 0);
        await file.datasync();
      } finally {
        await file.close();
      }
      this.#faultTold = false;
      this.#onDisk = true;
    } catch (error) {
      // A full disk costs the place in a song, not the music.
      if (!this.#faultTold) log.warn({ error: String(error) }, "the place in the song can't be kept");
      this.#faultTold = true;
    }
  }
}

/** JSON has no line's end in it. */
const noteIn = (slot: string) => bookmarkIn(slot.slice(0, slot.indexOf(end) + 1 || undefined));
