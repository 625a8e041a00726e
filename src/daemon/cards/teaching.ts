import type { CardsState, TeachingOutcome } from "../../protocol/cards.ts";
import type { Id } from "../../protocol/time.ts";
import { StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { People } from "../people/people.ts";

/** To fetch the card out of a pocket. */
const PATIENCE_MS = 30_000;

export interface TeachingOptions {
  people: Pick<People, "accounts">;
  onChange: () => void;
  clock: Clock;
}

/** For a while the next card that is held to a reader becomes somebody's. */
export class Teaching {
  readonly #options: TeachingOptions;
  #lesson: { personId: Id; until: number } | null = null;
  #last: CardsState["lastTeaching"] = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: TeachingOptions) {
    this.#options = options;
  }

  get now(): CardsState["teaching"] {
    return this.#lesson && { until: this.#lesson.until };
  }

  get last(): CardsState["lastTeaching"] {
    return this.#last;
  }

  /** In the place of whoever waited for a card until now. */
  begin(personId: Id): void {
    if (this.#lesson) this.#end("stopped");
    this.#lesson = { personId, until: this.#options.clock.now() + PATIENCE_MS };
    this.#timer = setTimeout(() => this.#end("too-late"), PATIENCE_MS);
    this.#options.onChange();
  }

  stop(): void {
    if (this.#lesson) this.#end("stopped");
  }

  /** False where nobody waits for a card: then it is a tap. */
  async take(number: string): Promise<boolean> {
    const lesson = this.#lesson;
    if (lesson === null) return false;
    // Before the card is stored: the next one is a tap again, or somebody else's lesson.
    this.#lesson = null;
    clearTimeout(this.#timer);
    this.#tell(await this.#taught(lesson.personId, number));
    return true;
  }

  async #taught(personId: Id, number: string): Promise<TeachingOutcome> {
    try {
      const outcome = await this.#options.people.accounts.addCard(personId, number);
      if (!("fault" in outcome)) return "taught";
      const { fault } = outcome;
      return fault === "taken" || fault === "full" || fault === "unknown" ? fault : "failed";
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return "failed";
    }
  }

  #end(outcome: TeachingOutcome): void {
    clearTimeout(this.#timer);
    this.#lesson = null;
    this.#tell(outcome);
  }

  #tell(outcome: TeachingOutcome): void {
    this.#last = { outcome, at: this.#options.clock.now() };
    this.#options.onChange();
  }
}
