import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { KeptFile } from "../player/kept-file.ts";
import { Affect, type Mood, Policy } from "../protocol/mood.ts";
import { LanguageTag } from "../protocol/music.ts";
import type { Preferences } from "../protocol/state.ts";
import type { EpochMs } from "../protocol/time.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

/** What holds for a while: each with its end, and when that was written down. */
const Said = Type.Object({
  notedAt: Type.Number(),
  mood: Type.Union([Type.Null(), Type.Object({ affect: Affect, until: Type.Number() })]),
  wish: Type.Union([
    Type.Null(),
    Type.Object({
      languages: Type.Array(LanguageTag, { maxItems: 10 }),
      artists: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 20 }),
      policy: Type.Union([Policy, Type.Null()]),
      until: Type.Number(),
    }),
  ]),
});

export interface SaidKeeperOptions {
  dataFolder: string;
  mood: () => Mood;
  preferences: () => Preferences;
  overrule: (affect: Affect, forMs: number) => void;
  wish: (wish: Omit<Preferences, "until">, forMs: number) => void;
  clock: Clock;
  log: Log;
}

/**
 * Keeps the dial's mood and a guest's wish over a restart, for what is left of their time: the screen has promised it.
 * Once they are over the file is gone as well. What can't be written costs that promise, not the music.
 */
export class SaidKeeper {
  readonly #options: SaidKeeperOptions;
  readonly #file: string;
  readonly #keeping: KeptFile;
  /** What the file holds; undefined until it was read, for nothing is written over it before. */
  #kept: string | null | undefined;

  constructor(options: SaidKeeperOptions) {
    this.#options = options;
    this.#file = join(options.dataFolder, "said.json");
    const fault = "what people say now can't be kept for a restart";
    this.#keeping = new KeptFile({ path: this.#file, fault, log: options.log });
  }

  async start(): Promise<void> {
    const { overrule, wish, clock } = this.#options;
    const said = await this.#read();
    const now = clock.now();
    // A clock that was set back meanwhile makes nothing longer than it was.
    const left = (until: EpochMs) => Math.min(until - now, until - (said?.notedAt ?? now));
    if (said?.mood && left(said.mood.until) > 0) overrule(said.mood.affect, left(said.mood.until));
    if (said?.wish && left(said.wish.until) > 0) wish(said.wish, left(said.wish.until));
    this.#kept = null;
    this.look();
    if (this.#kept === null) await this.#keeping.put(null);
  }

  /** Either may be another one now. */
  look(): void {
    if (this.#kept === undefined) return;
    const { mood, preferences, clock } = this.#options;
    const { affect, basis, until } = mood();
    const { until: wishUntil, ...wish } = preferences();
    const said = {
      mood: basis === "manual" && until !== null ? { affect, until } : null,
      wish: wishUntil === null ? null : { ...wish, until: wishUntil },
    };
    const text = said.mood === null && said.wish === null ? null : JSON.stringify(said);
    if (text === this.#kept) return;
    this.#kept = text;
    void this.#keeping.put(text === null ? null : JSON.stringify({ notedAt: clock.now(), ...said }));
  }

  /** Resolves when what was said last is on the disk. */
  stop(): Promise<void> {
    return this.#keeping.written();
  }

  async #read(): Promise<Static<typeof Said> | null> {
    const text = await readFile(this.#file, "utf8").catch(() => null);
    if (text === null) return null;
    try {
      const said: unknown = JSON.parse(text);
      if (Value.Check(Said, said)) return said;
    } catch {
      // No JSON: as little to go by as any other text.
    }
    this.#options.log.warn({}, "what people said before the restart can't be read");
    return null;
  }
}
