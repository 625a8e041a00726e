import { readFileSync } from "node:fs";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { Backoff } from "../../player/backoff.ts";
import { KeptFile } from "../../player/kept-file.ts";
import type { Player, PlayerEvent } from "../../player/player.ts";
import { Retry } from "../../player/retry.ts";
import type { Pick } from "../../protocol/music.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import { StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";
import type { Asking } from "./asking.ts";
import { wasAskedFor } from "./pick-facts.ts";

/** Who waited for longer than this while nothing played has gone, or wants another song by now. */
export const WAITS_AT_MOST_MS = 3 * 3_600_000;

/** Until the database can be asked again: a worker of it is replaced within a second, a stick takes longer. */
const againMs = [1_000, 5_000, 30_000];

const Kept = Type.Object({
  at: Type.Number(),
  picks: Type.Array(
    Type.Object({
      id: Type.String(),
      item: Type.Object({ kind: Type.Literal("track"), track: Type.Object({ id: Type.String() }) }),
      pickedAt: Type.Number(),
      reasons: Type.Array(
        Type.Union([
          Type.Object({ kind: Type.Literal("asked"), by: Type.Object({ kind: Type.String() }) }),
          Type.Object({ kind: Type.String({ pattern: "^(?!asked$)" }) }),
        ]),
      ),
    }),
  ),
});

export interface AskedKeeperOptions {
  /** In a folder that is in memory: nothing of it goes to the disk. */
  path: string;
  player: () => { queue: Player["queue"]; on: Player["on"] };
  asking: { [Part in "inLine" | "waitAgain"]: Asking[Part] };
  /** Whether a phone asked for it: it waits for its turn among theirs (guests/evening.ts). */
  isOfPhone: (pick: Id) => boolean;
  clock: { now(): EpochMs };
  log: Log;
}

/**
 * Keeps the songs that people at the screen asked for over a restart: a restart of Mien is none of their business. The
 * daemon that takes this one's place queues them again, but for what has been heard and what may not be played any more.
 * Where its database can't be asked for one of them, that one and those behind it are tried again until it can.
 */
export class AskedKeeper {
  readonly #options: AskedKeeperOptions;
  readonly #file: KeptFile;
  readonly #again: Retry;
  readonly #backoff = new Backoff(againMs);
  /** Of the daemon before, and not queued again yet. What sounded by now is not among them, also where no daemon was there. */
  #left: readonly Pick[] = [];
  /** Until then the file is the one of the daemon before, and nothing is written over it. */
  #isRead = false;
  #isOver = false;
  /** What was put into the file last. */
  #kept: string | undefined;
  #recalling: Promise<void> = Promise.resolve();
  #undo: () => void = () => undefined;

  constructor(options: AskedKeeperOptions) {
    const { path, log } = options;
    this.#options = options;
    this.#file = new KeptFile({
      path,
      fault: "what people at the screen asked for can't be kept for a restart",
      log,
    });
    this.#again = new Retry(() => this.#takeIn(Promise.resolve()));
  }

  /** Once, as the player starts: what waited waits again behind the song that it goes on with, and before all new ones. */
  recall(started: Promise<unknown>): void {
    this.#left = this.#read();
    this.#isRead = true;
    this.#undo = this.#options.player().on((event) => this.#heed(event));
    this.#takeIn(started);
  }

  /** Something may be other than before. */
  look(): void {
    if (!this.#isRead || this.#isOver) return;
    const picks = this.#waiting;
    if (namesOf(picks) !== this.#kept) this.#keep(picks);
  }

  /** As it is now, before the player closes; from here on nothing else is noted. Resolves when that is there. */
  async stop(): Promise<void> {
    if (this.#isRead && !this.#isOver) this.#keep(this.#waiting);
    this.#isOver = true;
    this.#undo();
    this.#again.cancel();
    await this.#recalling;
    await this.#file.written();
  }

  get #waiting(): readonly Pick[] {
    const { player, isOfPhone } = this.#options;
    const queued = player().queue.filter((pick) => wasAskedFor(pick) && !isOfPhone(pick.id));
    const ids = new Set(queued.map(({ id }) => id));
    return [...this.#left.filter(({ id }) => !ids.has(id)), ...queued];
  }

  #heed(event: PlayerEvent): void {
    if (event.type !== "changed") this.#taken(event.pick);
    this.look();
  }

  #takeIn(started: Promise<unknown>): void {
    this.#recalling = this.#recall(started);
  }

  async #recall(started: Promise<unknown>): Promise<void> {
    const { asking, log } = this.#options;
    try {
      await asking.inLine(async () => {
        await started;
        for (const pick of this.#left) {
          if (this.#isOver) return;
          // Unless it sounds by now.
          if (this.#left.includes(pick)) await asking.waitAgain(pick);
          this.#taken(pick);
        }
      });
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
      if (!this.#isOver) this.#again.in(this.#backoff.next());
    }
    this.look();
  }

  #taken({ id }: Pick): void {
    this.#left = this.#left.filter((pick) => pick.id !== id);
  }

  /** None where there is no such file, or half of one. */
  #read(): readonly Pick[] {
    let kept: unknown;
    try {
      kept = JSON.parse(readFileSync(this.#options.path, "utf8"));
    } catch {
      return []; // The first start of this machine, or one that could not be written.
    }
    return isKept(kept) && this.#options.clock.now() - kept.at < WAITS_AT_MOST_MS ? kept.picks : [];
  }

  #keep(picks: readonly Pick[]): void {
    this.#kept = namesOf(picks);
    const note = picks.length === 0 ? null : JSON.stringify({ at: this.#options.clock.now(), picks });
    void this.#file.put(note);
  }
}

const namesOf = (picks: readonly Pick[]): string => picks.map(({ id }) => id).join();

/** By an earlier version, perhaps: what it says of the songs themselves is looked up anew. */
const isKept = (value: unknown): value is { at: EpochMs; picks: readonly Pick[] } => Value.Check(Kept, value);
