import type { ReactiveController, ReactiveControllerHost } from "lit";
import { around, scrolls } from "../scrolling.ts";

/** As far as browsers go by one key. */
const LINE_PX = 40;
const PAGE = 0.875;
/** What takes such keys itself. */
const FIELDS = "input, select, textarea";

/**
 * Where a page fits its window and one part of it scrolls, a browser's keys for scrolling do nothing until the focus is
 * in that part: on a fresh page, on a button beside it, or when what had the focus has gone. They move it all the same. In
 * a window so low that the page scrolls as well, they lead down the page first and up it last.
 */
export function scrollsByKeys(host: ReactiveControllerHost, scroller: () => HTMLElement | null): void {
  host.addController(new ScrollsByKeys(scroller));
}

class ScrollsByKeys implements ReactiveController {
  readonly #scroller: () => HTMLElement | null;

  constructor(scroller: () => HTMLElement | null) {
    this.#scroller = scroller;
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.#pressed);
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const way = event.composedPath().filter((at) => at instanceof HTMLElement);
    const [at] = way;
    // What is over the page moves nothing below it.
    if (way.some((each) => each instanceof HTMLDialogElement)) return;
    const scroller = this.#scroller();
    if (at === undefined || at.matches(FIELDS) || scroller === null) return;
    const movers = [scroller, ...around(scroller)].filter(scrolls);
    // Within that part, or another that scrolls, the browser knows what to do.
    const nearest = way.find(scrolls);
    if (nearest !== undefined && (nearest === scroller || !movers.includes(nearest))) return;
    const move = moveBy(event, at === document.body);
    if (move === null) return;
    const { isDown, length } = move;
    const movable = movers.filter((each) => hasRoom(each, isDown) && length(each) > 0);
    const moved = length === whole ? movable : movable.slice(...(isDown ? [-1] : [0, 1]));
    if (moved.length === 0) return;
    event.preventDefault();
    for (const each of moved) each.scrollBy({ top: isDown ? length(each) : -length(each) });
  };
}

/** How far one key moves something. */
type Length = (scroller: HTMLElement) => number;
const page: Length = (scroller) => Math.round(inSight(scroller) * PAGE);
const line: Length = (scroller) => Math.min(LINE_PX, inSight(scroller));
const whole: Length = ({ scrollHeight }) => scrollHeight;

/** Null by keys that don't scroll, or do something else to what has the focus. */
function moveBy(
  { key, shiftKey }: KeyboardEvent,
  isFree: boolean,
): { isDown: boolean; length: Length } | null {
  if (key === " ") return isFree ? { isDown: !shiftKey, length: page } : null;
  if (shiftKey) return null;
  if (key === "PageDown" || key === "PageUp") return { isDown: key === "PageDown", length: page };
  if (key === "End" || key === "Home") return { isDown: key === "End", length: whole };
  if (!isFree || (key !== "ArrowDown" && key !== "ArrowUp")) return null;
  return { isDown: key === "ArrowDown", length: line };
}

/** On a page that is zoomed the end lies between two pixels. */
const hasRoom = ({ scrollTop, clientHeight, scrollHeight }: HTMLElement, isDown: boolean): boolean =>
  isDown ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0;

/** So much of its height lies in the window. */
function inSight(element: HTMLElement): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
}
