import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Pick, PickReason } from "../protocol/music.ts";
import type { EpochMs, MonotonicMs } from "../protocol/time.ts";
import { KeptFile } from "./kept-file.ts";

export interface BookmarkedSong {
  pick: Pick;
  path: string;
}

/** How loud it is to be, whatever the owner's rules make of that at this hour. */
export interface WantedVolume {
  volume: number;
  /** Somebody has set it; else it is the volume at the start. */
  byPerson: boolean;
  /** The owner's volume at the start, as it was then: a new one is newer than what somebody set. Null where nobody knows. */
  atStart: number | null;
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
  /** Earlier versions have not noted it. */
  wanted?: WantedVolume;
  /** What is written while it plays holds for a crash; what is written last says that it ended in good order. */
  crashed: boolean;
  notedAt: EpochMs;
}

/** A crash costs so much of a song's place at most. */
const everyMs = 5_000;

export interface BookmarkFileOptions {
  /** In memory where the system has such a folder: it is written often. */
  file: string;
  /** That it is there; else nothing is in it that is to be on no disk. True unless told. */
  inMemory?: boolean;
  monotonic: () => MonotonicMs;
  log: { warn(o: object, msg: string): void };
}

/**
 * Keeps where the music is in a file, which is whole at any moment. What can't be written costs the place of one song
 * after a crash, not the music.
 */
export class BookmarkFile {
  readonly #options: BookmarkFileOptions;
  readonly #kept: KeptFile;
  #wroteAt: MonotonicMs = Number.NEGATIVE_INFINITY;

  constructor(options: BookmarkFileOptions) {
    const { file: path, log } = options;
    this.#options = options;
    this.#kept = new KeptFile({ path, fault: "the place in the song can't be kept", log });
  }

  /** null where there is none, or none that can be read. A pause holds for as long as the machine runs. */
  async read(): Promise<Bookmark | null> {
    const text = await readFile(this.#options.file, "utf8").catch(() => null);
    return text === null ? null : (bookmarkIn(text)?.bookmark ?? null);
  }

  /** Whether the time for the next note has come. */
  get due(): boolean {
    return this.#options.monotonic() - this.#wroteAt >= everyMs;
  }

  /** The newest one is written; one that is overtaken while another is being written never is. */
  note(bookmark: Bookmark): Promise<void> {
    this.#wroteAt = this.#options.monotonic();
    const { inMemory = true } = this.#options;
    return this.#kept.put(noteOf(inMemory ? bookmark : forTheDisk(bookmark), 0));
  }

  /** Takes it away. */
  forget(): Promise<void> {
    return this.#kept.put(null);
  }
}

/** Without what somebody waits for, and without who they are that the song is for: as little as the history has of that. */
export function forTheDisk({ song, next, ...rest }: Bookmark): Bookmark {
  const isWish = next?.pick.reasons.some(({ kind }) => kind === "asked") ?? false;
  return { ...rest, song: nobodys(song), next: next === null || isWish ? null : nobodys(next) };
}

function nobodys({ pick, path }: BookmarkedSong): BookmarkedSong {
  const reasons = pick.reasons.flatMap((reason): readonly PickReason[] => {
    if (reason.kind === "asked") return [{ kind: "asked", by: { kind: reason.by.kind } }];
    return reason.kind === "turn" || (reason.kind === "preferred" && reason.by === "person") ? [] : [reason];
  });
  return { pick: { ...pick, reasons }, path };
}

/** A bookmark as text, numbered so that a newer one can be told. */
export function noteOf(bookmark: Bookmark, number: number): string {
  return JSON.stringify({ run: runOfTheMachine(), number, bookmark });
}

/** What such a text says; null where it is none, or not whole. */
export function bookmarkIn(text: string): { number: number; bookmark: Bookmark } | null {
  let note: unknown;
  try {
    note = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof note !== "object" || note === null) return null;
  const { run, number, bookmark } = note as Record<string, unknown>;
  if (!isBookmark(bookmark) || typeof number !== "number") return null;
  if (run === runOfTheMachine()) return { number, bookmark };
  return { number, bookmark: { ...bookmark, intended: "playing" } };
}

/** Written by an earlier version, perhaps: what it says of the song is looked up anew by whoever goes on with it. */
function isBookmark(value: unknown): value is Bookmark {
  if (typeof value !== "object" || value === null) return false;
  const { song, next, positionMs, heardMs, intended, volume, wanted, crashed, notedAt } = value as Record<
    string,
    unknown
  >;
  return (
    isSong(song) &&
    (next === null || isSong(next)) &&
    [positionMs, heardMs, volume, notedAt].every((number) => typeof number === "number" && number >= 0) &&
    (intended === "playing" || intended === "paused") &&
    (wanted === undefined || isWanted(wanted)) &&
    typeof crashed === "boolean"
  );
}

function isWanted(value: unknown): value is WantedVolume {
  if (typeof value !== "object" || value === null) return false;
  const { volume, byPerson, atStart } = value as Record<string, unknown>;
  const isVolume = typeof volume === "number" && volume >= 0 && volume <= 1;
  return isVolume && typeof byPerson === "boolean" && (atStart === null || typeof atStart === "number");
}

function isSong(value: unknown): value is BookmarkedSong {
  if (typeof value !== "object" || value === null) return false;
  const { pick, path } = value as Record<string, unknown>;
  if (typeof path !== "string" || typeof pick !== "object" || pick === null) return false;
  const { id, item, reasons } = pick as Record<string, unknown>;
  return typeof id === "string" && typeof item === "object" && item !== null && Array.isArray(reasons);
}

/** Another one after every start of the system. */
let run: string | undefined;

/** Read once, and at once: the kernel has it in memory. */
function runOfTheMachine(): string {
  try {
    run ??= readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    run = ""; // No such file in this sandbox: all its runs count as one.
  }
  return run;
}
