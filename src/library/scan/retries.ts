const minuteMs = 60_000;
const waits = [10 * minuteMs, 60 * minuteMs, 24 * 60 * minuteMs];
/** Of a disk full of them the rest is tried at each scan, which then takes its time. */
const maxPaths = 10_000;

/** When a file that took too long may be tried again: a slow disk gets its chance, and a bad file costs little. */
export class Retries {
  readonly #now: () => number;
  readonly #tried = new Map<string, { times: number; next: number }>();

  /** `now` in milliseconds, of any clock that only goes on. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  isDue(path: string): boolean {
    return (this.#tried.get(path)?.next ?? 0) <= this.#now();
  }

  failed(path: string): void {
    const times = this.#tried.get(path)?.times ?? 0;
    if (times === 0 && this.#tried.size >= maxPaths) return;
    const wait = waits[Math.min(times, waits.length - 1)] ?? 0;
    this.#tried.set(path, { times: times + 1, next: this.#now() + wait });
  }

  succeeded(path: string): void {
    this.#tried.delete(path);
  }
}
