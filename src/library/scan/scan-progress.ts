const tellEveryMs = 250;

/** How far a scan has come, told a few times a second. */
export class ScanProgress {
  readonly #onProgress: (progress: { done: number; of: number }) => void;
  #of = 0;
  #done = 0;
  #toldAt = 0;

  constructor(onProgress: (progress: { done: number; of: number }) => void) {
    this.#onProgress = onProgress;
  }

  /** So many more are to be looked at. */
  expect(files: number): void {
    this.#of += files;
  }

  add(files: number): void {
    this.#done += files;
  }

  tell({ atOnce = false } = {}): void {
    const now = performance.now();
    if (!atOnce && now - this.#toldAt < tellEveryMs) return;
    this.#toldAt = now;
    this.#onProgress({ done: this.#done, of: Math.max(this.#of, this.#done) });
  }
}
