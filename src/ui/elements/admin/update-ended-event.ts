import type { LastUpdate } from "../../facts/update-told.ts";

/** An update has ended that this page waited for; `told` is what became of it, null where nobody noted that. */
export class UpdateEndedEvent extends Event {
  static readonly type = "mien-update-ended";
  readonly told: LastUpdate | null;

  constructor(told: LastUpdate | null) {
    super(UpdateEndedEvent.type, { bubbles: true, composed: true });
    this.told = told;
  }
}
