import { WAITS_AT_MOST_MS } from "../music/asked-keeper.ts";
import { EveningFile, type EveningFileOptions } from "./evening-file.ts";
import type { GuestBook } from "./guest-book.ts";
import type { RequestLine } from "./request-line.ts";

/** What changes more often is noted at this pace: a song is asked for every few seconds at most, and a crash is rare. */
const NOTED_EVERY_MS = 1_000;

export interface EveningOptions extends Omit<EveningFileOptions, "path"> {
  /** Nothing is kept unless told where. */
  path: string | undefined;
  book: GuestBook;
  line: RequestLine;
  /** Whether phones of guests may take part at all. */
  isOn: () => boolean;
}

/**
 * What guests' phones wait for and how much each has asked for, for the daemon that takes this one's place: a restart of
 * Mien is none of the guests' business. A phone is known there by a number that tells nothing, and not by its cookie. All
 * that are known are in it, those that never asked too: they would be told that Mien has forgotten their songs, and count
 * as new ones of their address.
 */
export class Evening {
  readonly #options: EveningOptions;
  readonly #file: EveningFile | null;
  #isRecalled = false;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;
  /** What is kept, but for the time that goes by; empty where nothing is, and null before that is known. */
  #about: string | null = null;

  constructor(options: EveningOptions) {
    this.#options = options;
    const { path } = options;
    this.#file = path === undefined ? null : new EveningFile({ ...options, path });
  }

  /** What the daemon before knew, once. Answers whether something came back. */
  recall(): boolean {
    if (this.#isRecalled) return false;
    this.#isRecalled = true;
    const { book, line, isOn } = this.#options;
    const kept = isOn() ? (this.#file?.read() ?? null) : null;
    if (kept !== null) {
      book.comeBack(kept.guests, kept.agoMs);
      const back = new Set(book.kept.map(({ guest }) => guest));
      line.comeBack(kept.line, {
        agoMs: kept.agoMs,
        isBack: (guest) => back.has(guest),
        stillWaits: kept.agoMs < WAITS_AT_MOST_MS,
      });
    }
    this.note();
    return kept !== null;
  }

  /** Something may be other than before. */
  note(): void {
    if (!this.#isRecalled || this.#isOver || this.#file === null) return;
    if (this.#options.isOn()) this.#timer ??= setTimeout(() => this.#keep(), NOTED_EVERY_MS).unref();
    else this.#keep();
  }

  /** As it is now; from here on nothing else is noted. Resolves when that is there. */
  noteLast(): Promise<void> {
    if (this.#isRecalled && !this.#isOver) this.#keep();
    this.#isOver = true;
    return this.#file?.written() ?? Promise.resolve();
  }

  #keep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { book, line, isOn } = this.#options;
    const isWorthIt = isOn() && book.size.guests > 0;
    const about = isWorthIt ? JSON.stringify([book.size.guests, line.kept], untimed) : "";
    if (about === this.#about) return;
    this.#about = about;
    if (isWorthIt) this.#file?.write({ guests: book.kept, line: line.kept });
    else this.#file?.remove();
  }
}

const untimed = (key: string, value: unknown): unknown => (key === "agoMs" ? undefined : value);
