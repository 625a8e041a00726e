/** Somebody has just signed in. */
export class SignedInEvent extends Event {
  static readonly type = "mien-signed-in";

  constructor() {
    super(SignedInEvent.type, { bubbles: true, composed: true });
  }
}
