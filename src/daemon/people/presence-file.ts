import { readFileSync, rmSync } from "node:fs";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { writeWholeSync } from "../../player/whole-file.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Presence } from "./presence.ts";

/** Who was there, for how long they still count as such, and by which visit the queue knows them. */
export type Stay = Static<typeof Stay>;
const Stay = Type.Object({
  id: Type.String(),
  visit: Type.String(),
  byCard: Type.Boolean(),
  leftMs: Type.Number(),
});
const Kept = Type.Object({
  at: Type.Number(),
  stays: Type.Array(Stay, { maxItems: 50 }),
  /** Written by a daemon that ended in order. */
  inOrder: Type.Optional(Type.Boolean()),
});
const nobody: Static<typeof Kept> = { at: 0, stays: [] };

/**
 * Who is in the room, for a daemon that takes another one's place after a crash: nobody has gone because of that. In memory,
 * where the system has a folder for it; of a daemon that ends in order only those are left who are signed in at its screen.
 */
export class PresenceFile {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #log: Log;
  #faultTold = false;
  #undo: () => void = () => undefined;

  constructor({ path, clock, log }: { path: string; clock: Clock; log: Log }) {
    this.#path = path;
    this.#clock = clock;
    this.#log = log;
  }

  /** Those who still may come back do; from then on what changes is kept. */
  start(presence: Presence, mayComeBack: (id: string, inOrder: boolean) => boolean): void {
    const { stays, inOrder = false } = this.#read();
    presence.comeBack(stays.filter(({ id }) => mayComeBack(id, inOrder)));
    this.#undo = presence.onChange(() => this.#write(presence.stays));
  }

  /** In order, for the next daemon: these were there, and are signed in at the screen. */
  stop(atScreen: readonly Stay[]): void {
    this.#undo();
    if (atScreen.length > 0) this.#write(atScreen, true);
    else rmSync(this.#path, { force: true });
  }

  #read(): Static<typeof Kept> {
    let kept: unknown;
    try {
      kept = JSON.parse(readFileSync(this.#path, "utf8"));
    } catch {
      return nobody; // None was there, or half of one: they come anew.
    }
    if (!Value.Check(Kept, kept)) return nobody;
    // A clock that was set back makes no stay longer.
    const sinceMs = Math.max(0, this.#clock.now() - kept.at);
    return { ...kept, stays: kept.stays.map((stay) => ({ ...stay, leftMs: stay.leftMs - sinceMs })) };
  }

  #write(stays: readonly Stay[], inOrder = false): void {
    try {
      writeWholeSync(this.#path, JSON.stringify({ at: this.#clock.now(), stays, inOrder }));
      this.#faultTold = false;
    } catch (error) {
      const { code: fault } = error as NodeJS.ErrnoException;
      if (!this.#faultTold) this.#log.warn({ fault }, "who is in the room can't be noted for after a crash");
      this.#faultTold = true;
    }
  }
}
