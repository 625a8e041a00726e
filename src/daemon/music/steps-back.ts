import type { Affect } from "../../protocol/mood.ts";
import type { Pick } from "../../protocol/music.ts";
import type { Correction } from "../../protocol/state.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import type { BlockTarget } from "../../store/library-tables.ts";
import type { Clock } from "../clock.ts";
import { trackIdOf } from "./pick-facts.ts";

const KEPT = 10;
/** For as long a correction is offered to be taken back with one touch. */
const SHOWN_MS = 60_000;

/** What was said, and how it was before. */
export interface Remembered {
  /** Of two with the same one the older is what the newer led away from. */
  key: string;
  correction: Correction;
  /** What was heard or somebody had asked for, and it took away, as it would have been heard. */
  cut: readonly Pick[];
  before:
    | { track: Id; point: Affect | null }
    | { target: BlockTarget; blocked: { until: EpochMs | null } | null };
}

type Added = Omit<Remembered, "correction" | "cut"> & {
  correction: Omit<Correction, "at" | "until" | "putsBack">;
};

/** The newest corrections, so that each of them can be taken back in any order. Kept in memory only. */
export class StepsBack {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #expiries = new Map<Id, NodeJS.Timeout>();
  /** Newest first. */
  #steps: readonly Remembered[] = [];

  constructor({ clock, onChange }: { clock: Clock; onChange: () => void }) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get list(): readonly Correction[] {
    return this.#steps.map(({ correction }) => correction);
  }

  /** The newest of a guest, for a while. */
  get shown(): Remembered | null {
    return this.#steps.find(({ correction }) => this.#isShown(correction)) ?? null;
  }

  /** Songs that guests said to be in the wrong mood a moment ago. */
  get wrongNow(): readonly Id[] {
    return this.list.flatMap((each) =>
      each.kind === "wrong-mood" && each.track !== null && this.#isShown(each) ? each.track : [],
    );
  }

  find(id: Id): Remembered | null {
    return this.#steps.find(({ correction }) => correction.id === id) ?? null;
  }

  /** A guest's finger that touches twice says it once, and can take it back as a whole. */
  add({ correction, key, before }: Added): void {
    const at = this.#clock.now();
    const { shown } = this;
    const again = correction.by === "guest" && shown?.key === key ? shown : null;
    const cut = again?.cut ?? [];
    const whole: Remembered = {
      key,
      correction: { ...correction, at, until: at + SHOWN_MS, putsBack: isAmong(cut, correction) },
      cut,
      before: again?.before ?? before,
    };
    if (correction.by === "guest")
      this.#expiries.set(
        correction.id,
        setTimeout(() => this.#hide(correction.id), SHOWN_MS),
      );
    this.#keep([whole, ...this.#steps.filter((each) => each !== again)].slice(0, KEPT));
  }

  /** What was said last of this took these away. */
  took(key: string, cut: readonly Pick[]): void {
    const step = this.#steps.find((each) => each.key === key);
    if (step === undefined || cut.length === 0) return;
    this.#cut(step, [...step.cut, ...cut]);
  }

  /** Where the same was said again since then, only that is left to be taken back, to how it was before both. */
  leaveToNewer(step: Remembered): boolean {
    const newer = this.#steps.slice(0, this.#steps.indexOf(step)).findLast(({ key }) => key === step.key);
    if (newer === undefined) return false;
    this.#steps = this.#steps.map((each) => (each === newer ? { ...newer, before: step.before } : each));
    return true;
  }

  /** One of those that it took away is there again: whoever tries the rest anew does not bring it back twice. */
  cameBack(id: Id, pick: Pick): void {
    const step = this.find(id);
    if (step !== null)
      this.#cut(
        step,
        step.cut.filter((each) => each !== pick),
      );
  }

  remove(id: Id): void {
    this.#keep(this.#steps.filter(({ correction }) => correction.id !== id));
  }

  /** There is nothing to take back of it any more. */
  forget(key: string): void {
    this.#keep(this.#steps.filter((each) => each.key !== key));
  }

  /** Blocks that ended by themselves are none to take back. */
  forgetEnded(): void {
    const now = this.#clock.now();
    this.#keep(
      this.#steps.filter(({ correction: { holdsUntil } }) => holdsUntil === null || holdsUntil > now),
    );
  }

  stop(): void {
    for (const expiry of this.#expiries.values()) clearTimeout(expiry);
    this.#expiries.clear();
  }

  #cut(step: Remembered, cut: readonly Pick[]): void {
    const correction = { ...step.correction, putsBack: isAmong(cut, step.correction) };
    this.#keep(this.#steps.map((each) => (each === step ? { ...step, cut, correction } : each)));
  }

  #isShown({ id }: Correction): boolean {
    return this.#expiries.has(id);
  }

  #hide(id: Id): void {
    if (this.#expiries.delete(id)) this.#onChange();
  }

  #keep(steps: readonly Remembered[]): void {
    const ids = new Set(steps.map(({ correction }) => correction.id));
    for (const [id, expiry] of this.#expiries) {
      if (ids.has(id)) continue;
      clearTimeout(expiry);
      this.#expiries.delete(id);
    }
    this.#steps = steps;
    this.#onChange();
  }
}

/** Of an artist's songs others may have been taken away than the one that was pointed at. */
function isAmong(cut: readonly Pick[], { track }: { track: Id | null }): boolean {
  return track !== null && cut.some((pick) => trackIdOf(pick) === track);
}
