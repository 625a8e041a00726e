/** What became of a wish, for a line at the foot of the page. */
export class SaidEvent extends Event {
  static readonly type = "mien-said";
  readonly text: string;
  readonly kind: "done" | "refused";

  constructor(text: string, kind: "done" | "refused") {
    super(SaidEvent.type, { bubbles: true, composed: true });
    this.text = text;
    this.kind = kind;
  }
}
