import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Language } from "../languages/languages.ts";
import { around, scrolls } from "../scrolling.ts";
import type { ScreenKeyboard } from "./screen-keyboard.ts";
import type { TypingField } from "./type-into.ts";

/** What is left free above the field for what it is called, and below it for what a search finds. */
const ABOVE_PX = 44;
const BELOW_PX = 120;
/** Around a dialog. */
const EDGE_PX = 8;
/** A finger's own events end before its mouse events begin, and with these the focus goes. */
const DOWN = ["pointerdown", "mousedown"] as const;
const UP = ["pointerup", "pointercancel", "mouseup"] as const;
const TYPES: ReadonlySet<string> = new Set(["text", "search", "password"]);

/**
 * Shows keys on the appliance's own screen as soon as a finger touches a field, and puts them away when it is left, or
 * somebody types on real ones. Their code is fetched with the first touch.
 */
export class FieldKeyboard implements ReactiveController {
  /** Whether this is the appliance's own screen: a phone and a laptop have keys. */
  isWanted = false;
  offered: readonly Language[] = [];
  #field: TypingField | null = null;
  /** What stood in it before a key here was touched. */
  #before = "";
  #board: ScreenKeyboard | null = null;
  /** A finger is down, or its click is still to come: nothing may move from under it. */
  #pressed = false;
  #lifting: ReturnType<typeof setTimeout> | undefined;
  /** What was moved so that the field is seen, and how to put it back. */
  #moved: (() => void)[] = [];
  /** Keys of another language may take another row, and a screen may be turned. */
  readonly #resized = new ResizeObserver(() => {
    if (this.#field !== null && this.#board !== null)
      this.#clear(this.#field, dialogAround(this.#field) ?? document.body);
  });

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    // A focus that moves within one element is told to nobody outside of it; a click is.
    window.addEventListener("click", this.#clicked, { capture: true, passive: true });
    window.addEventListener("keydown", this.#typed, { capture: true, passive: true });
    for (const type of DOWN) window.addEventListener(type, this.#down, { capture: true, passive: true });
    for (const type of UP) window.addEventListener(type, this.#up, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    window.removeEventListener("click", this.#clicked, { capture: true });
    window.removeEventListener("keydown", this.#typed, { capture: true });
    for (const type of DOWN) window.removeEventListener(type, this.#down, { capture: true });
    for (const type of UP) window.removeEventListener(type, this.#up, { capture: true });
    clearTimeout(this.#lifting);
    this.#close();
  }

  readonly #clicked = (event: Event): void => {
    const field = fieldIn(event);
    if (this.isWanted && field?.matches(":focus") && field !== this.#field) void this.#open(field);
  };

  readonly #typed = (event: KeyboardEvent): void => {
    if (event.isTrusted) this.#leave();
  };

  readonly #down = (): void => {
    clearTimeout(this.#lifting);
    this.#pressed = true;
  };

  /** The click comes in the same task as the last of these. */
  readonly #up = (): void => {
    clearTimeout(this.#lifting);
    this.#lifting = setTimeout(() => {
      this.#pressed = false;
      if (this.#field?.matches(":focus") === false) this.#left();
    });
  };

  readonly #left = (): void => {
    if (!this.#pressed && !this.#board?.matches(":focus-within")) this.#leave();
  };

  #leave(): void {
    const [field, before] = [this.#field, this.#before];
    this.#close();
    // A browser tells of a change that keys of its own made, and of no other.
    if (field !== null && field.value !== before) field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async #open(field: TypingField): Promise<void> {
    // A finger that goes from one field straight to the next has not let it go when the first one is left.
    this.#leave();
    this.#field = field;
    this.#before = field.value;
    field.addEventListener("blur", this.#left);
    await import("./screen-keyboard.ts");
    if (this.#field !== field || !field.isConnected) return;
    this.#board ??= this.#made();
    const home = dialogAround(field) ?? document.body;
    if (this.#board.parentNode !== home) {
      // As the page says that it is written.
      this.#board.language = (document.documentElement.lang || "en") as Language;
      home.append(this.#board);
    }
    this.#board.field = field;
    this.#board.offered = this.offered;
    if (!this.#board.matches(":popover-open")) this.#board.showPopover();
    this.#resized.observe(this.#board);
  }

  #made(): ScreenKeyboard {
    const board = document.createElement("screen-keyboard");
    board.addEventListener("mien-typed", () => this.#field?.blur());
    return board as ScreenKeyboard;
  }

  /** The field, and what it is for, stand above the keys. */
  #clear(field: TypingField, home: HTMLElement): void {
    this.#moveBack();
    const free = innerHeight - (this.#board?.offsetHeight ?? 0);
    const above = abovePagePx();
    // A dialog scrolls in what is left, with its way out in sight.
    if (home instanceof HTMLDialogElement) {
      this.#put(home, "max-height", `${free - above - 2 * EDGE_PX}px`);
      this.#put(home, "margin-block-start", `${EDGE_PX}px`);
      // What is not for whoever types may give way.
      this.#put(home, "--beside-keys", "none");
      // So little is left that what fades where there is more would be the field itself.
      this.#put(home, "--fade-most", `${EDGE_PX}px`);
      whatIsSeen(field).scrollIntoView({ block: "center" });
      return;
    }
    const scroller = scrollerAround(field);
    // The document is seen through the window, and the body is what grows in it.
    const isDocument = scroller === document.scrollingElement;
    const { top, bottom: end } =
      scroller === null || isDocument
        ? { top: above, bottom: innerHeight }
        : scroller.getBoundingClientRect();
    // However little a search finds, the field stays where it is.
    if (scroller)
      this.#put(
        isDocument ? home : scroller,
        "padding-block-end",
        `${scroller.clientHeight - field.offsetHeight - ABOVE_PX}px`,
      );
    if (field.getBoundingClientRect().bottom + BELOW_PX <= Math.min(free, end)) return;
    if (scroller) scroller.scrollTop += field.getBoundingClientRect().top - top - ABOVE_PX;
    // No further than the field may go: what is found below it has what is left.
    const up = Math.min(end - free, field.getBoundingClientRect().top - above - ABOVE_PX);
    if (up > 0) this.#put(home, "translate", `0 ${-up}px`);
  }

  #put(element: HTMLElement, property: string, value: string): void {
    element.style.setProperty(property, value);
    this.#moved.push(() => element.style.removeProperty(property));
  }

  #moveBack(): void {
    for (const undo of this.#moved.splice(0)) undo();
  }

  #close(): void {
    if (this.#field === null) return;
    this.#field.removeEventListener("blur", this.#left);
    this.#field = null;
    this.#moveBack();
    this.#resized.disconnect();
    this.#board?.remove();
  }
}

function fieldIn(event: Event): TypingField | null {
  const at = event.composedPath()[0];
  // It has keys of its own.
  if (at instanceof HTMLElement && at.inputMode === "none") return null;
  if (at instanceof HTMLTextAreaElement) return at.readOnly ? null : at;
  return at instanceof HTMLInputElement && TYPES.has(at.type) && !at.readOnly ? at : null;
}

/** What stands still above a page there: the camera's switch. */
const abovePagePx = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;

/** What is outside an open dialog can't be touched. */
function dialogAround(field: Element): HTMLDialogElement | null {
  for (const at of around(field)) if (at instanceof HTMLDialogElement) return at;
  return null;
}

function scrollerAround(field: Element): HTMLElement | null {
  for (const at of around(field)) if (scrolls(at)) return at;
  return null;
}

/**
 * The field with what is done with it, which Enter alone does not say; else with what it is called, where both have room,
 * the focus' ring too; else the field alone.
 */
function whatIsSeen(field: TypingField): HTMLElement {
  const room = scrollerAround(field)?.clientHeight ?? innerHeight;
  const whole = field.closest<HTMLElement>("[data-seen-whole]");
  if (whole !== null && whole.offsetHeight <= room) return whole;
  const label = field.closest("label");
  return label !== null && label.offsetHeight + 2 * EDGE_PX <= room ? label : field;
}
