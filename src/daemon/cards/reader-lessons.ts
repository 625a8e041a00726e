import type { CardsState, LearningOutcome } from "../../protocol/cards.ts";
import { StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Unfound } from "./find-format.ts";
import type { Hid, HidDevice, OpenFault, OpenHid } from "./hid.ts";
import { Learning } from "./learning.ts";
import type { BytesFormat } from "./reader-format.ts";

export interface ReaderLessonsOptions {
  hid: Hid;
  /** Keeps what was found. False where there is no room for it. */
  keep: (reader: string, format: BytesFormat) => Promise<boolean>;
  onChange: () => void;
  clock: Clock;
}

/** Learns what a reader's reports say, one reader at a time. */
export class ReaderLessons {
  readonly #options: ReaderLessonsOptions;
  #now: CardsState["learning"] = null;
  #last: CardsState["lastLearning"] = null;
  #end: ((outcome: LearningOutcome) => Promise<void>) | null = null;

  constructor(options: ReaderLessonsOptions) {
    this.#options = options;
  }

  get now(): CardsState["learning"] {
    return this.#now;
  }

  get last(): CardsState["lastLearning"] {
    return this.#last;
  }

  /** Answers why none of its interfaces can be listened to, or null. */
  async begin(reader: string, interfaces: readonly HidDevice[]): Promise<OpenFault | null> {
    await this.stop();
    const { clock, onChange } = this.#options;
    const learning = new Learning({
      onStep: (step, forMs) => {
        this.#now = { reader, step, until: clock.now() + forMs };
        onChange();
      },
      onEnd: (outcome) => void end(outcome),
    });
    const opened: OpenHid[] = [];
    let hasEnded = false;
    const end = async (outcome: LearningOutcome | BytesFormat | Unfound) => {
      if (hasEnded) return;
      hasEnded = true;
      learning.stop();
      if (this.#end === end) this.#end = null;
      await Promise.all(opened.map((each) => each.close()));
      await this.#tell(reader, outcome);
    };
    // Before anything is waited for: whoever begins meanwhile ends this one.
    this.#end = end;
    const faults: OpenFault[] = [];
    for (const { path } of interfaces) {
      const listener = {
        report: (bytes: Uint8Array) => learning.report(bytes),
        gone: () => void end("gone"),
      };
      const open = await this.#options.hid.open(path, listener);
      if (typeof open === "string") faults.push(open);
      else opened.push(open);
    }
    if (opened.length === 0) {
      hasEnded = true;
      if (this.#end === end) this.#end = null;
      return faults[0] ?? "absent";
    }
    if (hasEnded) await Promise.all(opened.map((each) => each.close()));
    else learning.start();
    return null;
  }

  async stop(): Promise<void> {
    await this.#end?.("stopped");
  }

  async #tell(reader: string, found: LearningOutcome | BytesFormat): Promise<void> {
    const { clock, onChange } = this.#options;
    this.#now = null;
    const outcome = typeof found === "string" ? found : await this.#kept(reader, found);
    this.#last = { reader, outcome, at: clock.now() };
    onChange();
  }

  async #kept(reader: string, format: BytesFormat): Promise<LearningOutcome> {
    try {
      return (await this.#options.keep(reader, format)) ? "learned" : "full";
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return "failed";
    }
  }
}
