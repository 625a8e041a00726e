/** What became of a wish, for a line at the foot of the page. */
export class SaidEvent extends Event {
  static readonly type = "mien-said";
  readonly text: string;
  readonly kind: "done" | "refused";
  /** Takes it back, where that can be done. */
  readonly undo: (() => void) | null;
  /** The line has gone by itself: nobody took it back. */
  readonly gone: (() => void) | null;

  constructor(
    text: string,
    kind: "done" | "refused",
    undo: (() => void) | null = null,
    gone: (() => void) | null = null,
  ) {
    super(SaidEvent.type, { bubbles: true, composed: true });
    this.text = text;
    this.kind = kind;
    this.undo = undo;
    this.gone = gone;
  }
}

/**
 * The page around an element, to be asked for while the element still stands in it: what somebody did may take the
 * element away, as signing out does, and what came of it is then said to the page itself.
 */
export function pageAround(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? pageAround(root.host) : element;
}
