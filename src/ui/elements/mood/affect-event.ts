import type { Affect } from "../../../protocol/mood.ts";

/** Where a finger or the arrow keys point on the circumplex; null when the finger was called away. */
export class AffectEvent extends Event {
  static readonly type = "mien-affect";
  readonly affect: Affect | null;
  /** Whether it is meant: the finger was lifted, the keys have settled. */
  readonly final: boolean;

  constructor(affect: Affect | null, final: boolean) {
    super(AffectEvent.type, { bubbles: true, composed: true });
    this.affect = affect;
    this.final = final;
  }
}
