import { onceShown } from "../once-shown.ts";
import { onceSeen } from "./once-seen.ts";

export interface Manner {
  /** It only tells something, and nothing in it can be lost: a tap beside it closes it. */
  informs?: boolean;
  /** It has one thing to be done, and puts the focus there itself. */
  begin?: () => void;
}

/** A dialog is modal now: nothing outside of it can be touched. */
export class ModalEvent extends Event {
  static readonly type = "mien-modal";
  readonly dialog: HTMLDialogElement;

  constructor(dialog: HTMLDialogElement) {
    super(ModalEvent.type, { bubbles: true, composed: true });
    this.dialog = dialog;
  }
}

/** Those that are over the page, or were until they were taken out of it. */
const sheets = new Set<HTMLDialogElement>();

/** A sheet lies over the page: nothing below it is read aloud. */
export const isBehindSheet = (): boolean =>
  [...sheets].some((sheet) => sheet.isConnected && sheet.matches(":modal"));

/**
 * Opens a dialog in two steps. The next frame shows it (`opening`, in dialogStyles); the one after that makes it modal,
 * which styles all of the page anew, keeps a slow machine busy for longer than a finger waits, and shows nothing new.
 */
export function openModal(dialog: HTMLDialogElement, manner: Manner = {}): void {
  if (dialog.open || dialog.hasAttribute("opening")) return;
  dialog.setAttribute("opening", "");
  onceShown(() => {
    // Closed again meanwhile.
    if (!dialog.hasAttribute("opening")) return;
    dialog.removeAttribute("opening");
    if (dialog.isConnected) openAtOnce(dialog, manner);
  });
}

/**
 * Opens a dialog in one step. It has the focus itself, so that a screen reader begins with what it is called; the
 * browser would begin at its first button, which closes it. Not its heading: Orca 43.1, which looks for a new place as
 * soon as the page below has gone, is there before the focus is, and says nothing.
 */
export function openAtOnce(dialog: HTMLDialogElement, { informs = false, begin }: Manner = {}): void {
  if (dialog.open) return;
  // Whoever types in it already goes on where they are.
  const focused = dialog.matches(":focus-within") ? deepestFocus() : null;
  dialog.tabIndex = -1;
  dialog.showModal();
  dialog.dispatchEvent(new ModalEvent(dialog));
  (focused ?? dialog).focus();
  if (focused === null && begin !== undefined)
    onceSeen(() => {
      if (dialog.matches(":focus")) begin();
    });
  const closed = new AbortController();
  dialog.addEventListener("keydown", escapeEndsHere, closed);
  if (informs) closeByTapBeside(dialog, closed);
  sheets.add(dialog);
  dialog.addEventListener(
    "close",
    () => {
      // Told late: it is open again by now.
      if (dialog.open) return;
      closed.abort();
      sheets.delete(dialog);
    },
    closed,
  );
}

/** It closes this and nothing below; the browser does that where nobody else takes the key. */
function escapeEndsHere(event: KeyboardEvent): void {
  if (event.key === "Escape") event.stopPropagation();
}

function closeByTapBeside(dialog: HTMLDialogElement, { signal }: AbortController): void {
  let pressedBeside = false;
  dialog.addEventListener(
    "pointerdown",
    (event) => {
      pressedBeside = isBeside(dialog, event);
    },
    { signal },
  );
  dialog.addEventListener(
    "click",
    (event) => {
      // Nobody who marks its words and lets go beside it wants to close it, nor the second tap of the two that opened it.
      if (pressedBeside && event.detail < 2 && isBeside(dialog, event)) closeModal(dialog);
    },
    { signal },
  );
}

function isBeside(dialog: HTMLDialogElement, { target, clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const isIn = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  return target === dialog && !isIn;
}

function deepestFocus(): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : null;
}

/** Tells `close` in any case, as a dialog that is modal does. */
export function closeModal(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close();
  if (!dialog.hasAttribute("opening")) return;
  dialog.removeAttribute("opening");
  dialog.dispatchEvent(new Event("close"));
}
