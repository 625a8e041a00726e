import { readFileSync } from "node:fs";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { KeptFile } from "../../player/kept-file.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { type KeptGuest, MOST_GUESTS } from "./guest-book.ts";
import { type KeptLine, MOST_WAITING } from "./request-line.ts";

/** More than a full house asks for within an hour. */
const MOST_ASKED = 10 * MOST_GUESTS;

const Song = Type.Object({
  track: Type.String(),
  title: Type.String(),
  artists: Type.Array(Type.String()),
});
const Request = Type.Object({ id: Type.String(), guest: Type.String(), song: Song });
const MaybeId = Type.Union([Type.String(), Type.Null()]);
const Ms = Type.Number({ minimum: 0 });
/** Times are told as how long ago or how long still, by the clock that nobody can set. */
const Kept = Type.Object({
  at: Ms,
  guests: Type.Array(Type.Object({ key: Type.String(), guest: Type.String(), leftMs: Ms }), {
    maxItems: MOST_GUESTS,
  }),
  line: Type.Object({
    requests: Type.Array(Request, { maxItems: 2 * MOST_WAITING }),
    turns: Type.Array(Type.String(), { maxItems: 2 * MOST_WAITING }),
    handed: Type.Union([Type.Object({ request: Request, pick: Type.String() }), Type.Null()]),
    lastTurns: Type.Tuple([MaybeId, MaybeId]),
    asked: Type.Array(Type.Object({ guest: Type.String(), id: Type.String(), agoMs: Ms, epoch: Ms }), {
      maxItems: MOST_ASKED,
    }),
  }),
});

export interface KeptEvening {
  guests: readonly KeptGuest[];
  line: KeptLine;
  /** How long ago that was so. */
  agoMs: number;
}

export interface EveningFileOptions {
  /** In a folder that is in memory, where the system has one: nothing of it goes to the disk. */
  path: string;
  clock: Pick<Clock, "now">;
  log: Log;
}

/** The file in which it is kept; see evening.ts. Nobody but this user may read it. */
export class EveningFile {
  readonly #options: EveningFileOptions;
  readonly #file: KeptFile;

  constructor(options: EveningFileOptions) {
    const { path, log } = options;
    this.#options = options;
    this.#file = new KeptFile({ path, fault: "what phones wait for can't be kept for a restart", log });
  }

  /** Null where there is none, or half of one. */
  read(): KeptEvening | null {
    const { path, clock } = this.#options;
    let kept: unknown;
    try {
      kept = JSON.parse(readFileSync(path, "utf8"));
    } catch {
      return null; // The first start of this machine, or one that could not be written.
    }
    const schema = Compile(Kept);
    if (!schema.Check(kept)) return null;
    const { at, guests, line } = kept satisfies Static<typeof Kept>;
    // A clock that was set back makes nothing longer.
    return { guests, line, agoMs: Math.max(0, clock.now() - at) };
  }

  write({ guests, line }: Omit<KeptEvening, "agoMs">): void {
    void this.#file.put(JSON.stringify({ at: this.#options.clock.now(), guests, line }));
  }

  remove(): void {
    void this.#file.put(null);
  }

  /** Resolves when all of it is done. */
  written(): Promise<void> {
    return this.#file.written();
  }
}
