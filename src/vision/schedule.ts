import type { MonotonicMs } from "../protocol/time.ts";

/** While faces are known, the whole frame is searched for others this often. */
const WHOLE_FRAME_EVERY_MS = 1_000;

/** Looks a second. */
export interface Rates {
  withFaces: number;
  withoutFaces: number;
}

/** Decides when to look next and where. Times are handed in. */
export class Schedule {
  rates: Rates;
  /** Looks a second, whoever is there: for somebody who aims the camera. */
  atLeast = 0;
  #lastDueAt: MonotonicMs = Number.NEGATIVE_INFINITY;
  #lastWholeAt: MonotonicMs = Number.NEGATIVE_INFINITY;
  #anyFace = false;
  #missedBefore = false;
  #lostJustNow = false;

  constructor(rates: Rates) {
    this.rates = rates;
  }

  /** When the next look is due; in the past when it is overdue. */
  get dueAt(): MonotonicMs {
    return this.#lastDueAt + this.#intervalMs;
  }

  /** Over the whole frame, or only around the faces that are known. */
  whereAt(now: MonotonicMs): "whole" | "around" {
    const everywhere = !this.#anyFace || this.#lostJustNow;
    return everywhere || now - this.#lastWholeAt >= WHOLE_FRAME_EVERY_MS ? "whole" : "around";
  }

  /** Takes in what a look gave. `missed`: a known face was not found where it was. */
  looked(look: { at: MonotonicMs; where: "whole" | "around"; faces: number; missed: boolean }): void {
    const lateMs = look.at - this.dueAt;
    // Small delays don't add up; after a long one, the missed looks are not made up for.
    this.#lastDueAt = lateMs >= 0 && lateMs < this.#intervalMs ? this.dueAt : look.at;
    if (look.where === "whole") this.#lastWholeAt = look.at;
    this.#anyFace = look.faces > 0;
    // A face that has just moved away is searched everywhere once; for one that stays away, the look over the
    // whole frame that comes anyway will do.
    this.#lostJustNow = look.missed && !this.#missedBefore;
    this.#missedBefore = look.missed;
  }

  get #intervalMs(): number {
    const rate = this.#anyFace ? this.rates.withFaces : this.rates.withoutFaces;
    return 1_000 / Math.max(rate, this.atLeast);
  }
}
