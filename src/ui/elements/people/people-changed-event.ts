/** Somebody was added, changed or removed: the list is an old one. */
export class PeopleChangedEvent extends Event {
  static readonly type = "mien-people-changed";

  constructor() {
    super(PeopleChangedEvent.type, { bubbles: true, composed: true });
  }
}
