import type { Seen } from "../../../protocol/vision.ts";

/** What was read in the picture that is shown now; null while none is. */
export class SeenEvent extends Event {
  static readonly type = "mien-seen";

  readonly seen: Seen | null;

  constructor(seen: Seen | null) {
    super(SeenEvent.type, { bubbles: true, composed: true });
    this.seen = seen;
  }
}
