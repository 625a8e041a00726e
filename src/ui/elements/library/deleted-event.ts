import type { Id } from "../../../protocol/time.ts";

/** The files of these songs are deleted: no list has them any more. */
export class DeletedEvent extends Event {
  static readonly type = "mien-deleted";
  readonly tracks: ReadonlySet<Id>;

  constructor(tracks: readonly Id[]) {
    super(DeletedEvent.type, { bubbles: true, composed: true });
    this.tracks = new Set(tracks);
  }
}
