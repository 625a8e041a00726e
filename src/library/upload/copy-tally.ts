import type { CopyFigures } from "./copy-messages.ts";

const mostFailures = 100;
const tellEveryMs = 250;

/** Counts what a copy does, and tells of it four times a second. */
export class CopyTally {
  readonly #tell: (figures: CopyFigures) => void;
  readonly #files = { done: 0, of: 0, alreadyHere: 0 };
  readonly #bytes = { done: 0, of: 0 };
  readonly #failures: { path: string; reason: string }[] = [];
  #failed = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(tell: (figures: CopyFigures) => void) {
    this.#tell = tell;
  }

  get figures(): CopyFigures {
    return {
      files: { ...this.#files },
      bytes: { ...this.#bytes },
      failures: [...this.#failures],
      failed: this.#failed,
    };
  }

  found(): void {
    this.#files.of++;
    this.#changed();
  }

  wasHere(): void {
    this.#files.alreadyHere++;
    this.#files.done++;
    this.#changed();
  }

  expect(bytes: number): void {
    this.#bytes.of = bytes;
  }

  copied(bytes: number): void {
    this.#bytes.done += bytes;
    this.#changed();
  }

  kept(): void {
    this.#files.done++;
    this.#changed();
  }

  /** Answers null, for the callers' sake. */
  readonly failed = (path: string, reason: string): null => {
    this.#failed++;
    if (this.#failures.length < mostFailures) this.#failures.push({ path, reason });
    this.#changed();
    return null;
  };

  #changed(): void {
    const now = performance.now();
    if (now - this.#toldAt < tellEveryMs) return;
    this.#toldAt = now;
    this.#tell(this.figures);
  }
}
