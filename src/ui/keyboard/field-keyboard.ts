import type { ReactiveController, ReactiveControllerHost } from "lit";
import { chosenLanguage } from "../languages/chosen.ts";
import type { Language } from "../languages/languages.ts";
import type { ScreenKeyboard } from "./screen-keyboard.ts";

/** What is left free above the field, and below it for what a search finds. */
const ABOVE_PX = 56;
const BELOW_PX = 120;
/** Around a dialog. */
const EDGE_PX = 8;
const TYPES: ReadonlySet<string> = new Set(["text", "search", "password"]);

/**
 * Shows keys on the appliance's own screen as soon as a finger touches a field, and puts them away when it is left, or
 * somebody types on real ones. Their code is fetched with the first touch.
 */
export class FieldKeyboard implements ReactiveController {
  /** Whether this is the appliance's own screen: a phone and a laptop have keys. */
  isWanted = false;
  offered: readonly Language[] = [];
  #field: HTMLInputElement | null = null;
  #board: ScreenKeyboard | null = null;
  #moved: HTMLElement | null = null;
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
  }

  hostDisconnected(): void {
    window.removeEventListener("click", this.#clicked, { capture: true });
    window.removeEventListener("keydown", this.#typed, { capture: true });
    this.#close();
  }

  readonly #clicked = (event: Event): void => {
    const field = fieldIn(event);
    if (this.isWanted && field?.matches(":focus") && field !== this.#field) void this.#open(field);
  };

  readonly #typed = (event: KeyboardEvent): void => {
    if (event.isTrusted) this.#close();
  };

  readonly #left = (): void => {
    if (!this.#board?.matches(":focus-within")) this.#close();
  };

  async #open(field: HTMLInputElement): Promise<void> {
    this.#close();
    this.#field = field;
    field.addEventListener("blur", this.#left);
    await import("./screen-keyboard.ts");
    if (this.#field !== field || !field.isConnected) return;
    this.#board ??= this.#made();
    const home = dialogAround(field) ?? document.body;
    if (this.#board.parentNode !== home) {
      this.#board.language = chosenLanguage();
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
  #clear(field: HTMLInputElement, home: HTMLElement): void {
    this.#moveBack();
    const free = innerHeight - (this.#board?.offsetHeight ?? 0);
    this.#moved = home;
    // A dialog scrolls in what is left, with its way out in sight.
    if (home instanceof HTMLDialogElement) {
      home.style.maxHeight = `${free - 2 * EDGE_PX}px`;
      home.style.marginBlockStart = `${EDGE_PX}px`;
      field.scrollIntoView({ block: "center" });
      return;
    }
    field.scrollIntoView({ block: "nearest" });
    const { top, bottom } = field.getBoundingClientRect();
    if (bottom + BELOW_PX > free) home.style.translate = `0 ${Math.min(0, ABOVE_PX - top)}px`;
  }

  #moveBack(): void {
    for (const property of ["translate", "max-height", "margin-block-start"])
      this.#moved?.style.removeProperty(property);
    this.#moved = null;
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

function fieldIn(event: Event): HTMLInputElement | null {
  const at = event.composedPath()[0];
  return at instanceof HTMLInputElement && TYPES.has(at.type) && !at.readOnly ? at : null;
}

/** What is outside an open dialog can't be touched. */
function dialogAround(field: Element): HTMLDialogElement | null {
  for (let at: Node | null = field; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at instanceof HTMLDialogElement) return at;
  return null;
}
