import type { LibraryChange } from "../../link/library-changes.ts";

/** What the owner wants changed; it rises to the section that asks the daemon. */
export class LibraryEvent extends Event {
  static readonly type = "mien-library";
  readonly change: LibraryChange;

  constructor(change: LibraryChange) {
    super(LibraryEvent.type, { bubbles: true, composed: true });
    this.change = change;
  }
}
