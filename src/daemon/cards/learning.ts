import type { ReaderStep } from "../../protocol/cards.ts";
import { findFormat, type Report, type Unfound } from "./find-format.ts";
import type { BytesFormat } from "./reader-format.ts";

/** No card is near: whatever comes now has nothing to do with one. */
const QUIET_MS = 2_000;
/** A card is held for a second and taken away, which many readers tell too. */
const HOLD_MS = 2_500;
/** For the next card. */
const PATIENCE_MS = 30_000;
/** A reader that tells without end is not learned by listening for longer. */
const MOST_REPORTS = 200;
const LONGEST_REPORT = 4_096;

const steps: readonly ReaderStep[] = ["quiet", "first", "second", "third", "other"];

export interface LearningOptions {
  onStep: (step: ReaderStep, forMs: number) => void;
  onEnd: (outcome: BytesFormat | Unfound) => void;
}

/** Listens to a reader while the same card is held to it three times and another one once. */
export class Learning {
  readonly #options: LearningOptions;
  readonly #heard: Report[][] = steps.map(() => []);
  #step = 0;
  #isHeld = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LearningOptions) {
    this.#options = options;
  }

  start(): void {
    this.#enter(0, QUIET_MS, () => this.#await(1));
  }

  /** Tells nothing more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#step = steps.length;
  }

  report(bytes: Report): void {
    const heard = this.#heard[this.#step];
    if (heard === undefined || heard.length >= MOST_REPORTS || bytes.length > LONGEST_REPORT) return;
    const report = Uint8Array.from(bytes);
    const usual = this.#heard[0] ?? [];
    if (this.#step > 0 && usual.some((each) => Buffer.compare(each, report) === 0)) return;
    heard.push(report);
    if (this.#step === 0 || this.#isHeld) return;
    this.#isHeld = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#await(this.#step + 1), HOLD_MS);
  }

  #await(step: number): void {
    if (step < steps.length) this.#enter(step, PATIENCE_MS, () => this.#end("silent"));
    else this.#find();
  }

  #enter(step: number, forMs: number, then: () => void): void {
    this.#step = step;
    this.#isHeld = false;
    const name = steps[step];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, forMs);
    if (name) this.#options.onStep(name, forMs);
  }

  #find(): void {
    const [before = [], first = [], second = [], third = [], other = []] = this.#heard;
    this.#end(findFormat({ before, card: [first, second, third], other }));
  }

  #end(outcome: BytesFormat | Unfound): void {
    this.stop();
    this.#options.onEnd(outcome);
  }
}
