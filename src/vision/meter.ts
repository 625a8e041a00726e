import type { VisionStats } from "../protocol/vision.ts";
import { MedianOfMinute } from "./median-of-minute.ts";

/** Counts and times what vision does, from its start on. */
export class Meter {
  #framesRead = 0;
  #framesDropped = 0;
  #framesExamined = 0;
  readonly #readMs = new MedianOfMinute();
  readonly #detectMs = new MedianOfMinute();
  readonly #classifyMs = new MedianOfMinute();

  /** `null` where it was dropped before it was decoded. */
  read(tookMs: number | null): void {
    this.#framesRead++;
    if (tookMs !== null) this.#readMs.add(tookMs, performance.now());
  }

  /** Of those read: too late, a newer one is there. */
  dropped(): void {
    this.#framesDropped++;
  }

  /** `classifyMs` is null when no face was read. */
  examined(tookMs: { detectMs: number; classifyMs: number | null }): void {
    this.#framesExamined++;
    this.#detectMs.add(tookMs.detectMs, performance.now());
    if (tookMs.classifyMs !== null) this.#classifyMs.add(tookMs.classifyMs, performance.now());
  }

  stats(): VisionStats {
    const now = performance.now();
    return {
      framesRead: this.#framesRead,
      framesDropped: this.#framesDropped,
      framesExamined: this.#framesExamined,
      readMs: this.#readMs.at(now),
      detectMs: this.#detectMs.at(now),
      classifyMs: this.#classifyMs.at(now),
      rssBytes: process.memoryUsage.rss(),
    };
  }
}
