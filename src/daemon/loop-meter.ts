import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";

const NANOSECONDS_PER_MS = 1e6;
/** Finer would cost more than what it measures: at 1 ms the waking alone took 2 % of a core, at 10 ms 0.5 %. */
const RESOLUTION_MS = 10;
const MINUTE_MS = 60_000;

/** How late this process's event loop was: the 99th percentile and the worst, in milliseconds. */
export interface LoopDelay {
  p99Ms: number;
  maxMs: number;
}

/** Measures the event loop, a minute at a time, so that a stall of long ago hides nothing. */
export class LoopMeter {
  readonly #histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #timer: NodeJS.Timeout | undefined;
  #lastMinute: LoopDelay | null = null;

  start(): void {
    this.#histogram.enable();
    this.#timer = setInterval(() => {
      this.#lastMinute = this.#read();
      this.#histogram.reset();
    }, MINUTE_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }

  /** The last whole minute, or what there is of the first. */
  get delay(): LoopDelay {
    return this.#lastMinute ?? this.#read();
  }

  #read(): LoopDelay {
    return { p99Ms: ms(this.#histogram.percentile(99)), maxMs: ms(this.#histogram.max) };
  }
}

/** The monitor counts its own interval in; it is taken off. */
function ms(nanoseconds: number): number {
  return Math.max(0, Math.round((nanoseconds / NANOSECONDS_PER_MS - RESOLUTION_MS) * 10) / 10);
}
