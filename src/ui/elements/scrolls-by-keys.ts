import type { ReactiveController, ReactiveControllerHost } from "lit";

/** As far as browsers go by one key. */
const LINE_PX = 40;
const PAGE = 0.875;
/** What takes such keys itself. */
const FIELDS = "input, select, textarea";

/**
 * Where a page fits its window and one part of it scrolls, a browser's keys for scrolling do nothing until the focus is
 * in that part: on a fresh page, on a button beside it, or when what had the focus has gone. They move it all the same.
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
    // Within something that scrolls the browser knows what to do; what is over the page moves nothing below it.
    const isElsewhere = way.some((each) => each instanceof HTMLDialogElement || scrolls(each));
    if (at === undefined || at.matches(FIELDS) || isElsewhere) return;
    const scroller = this.#scroller();
    const top = scroller && goal(event, at === document.body, scroller);
    if (scroller === null || top === null) return;
    event.preventDefault();
    scroller.scrollTo({ top });
  };
}

/** Where it scrolls to; null by keys that don't scroll, or do something else to what has the focus. */
function goal(
  { key, shiftKey }: KeyboardEvent,
  isFree: boolean,
  { scrollTop, clientHeight, scrollHeight }: HTMLElement,
): number | null {
  const page = Math.round(clientHeight * PAGE);
  if (key === " ") return isFree ? scrollTop + (shiftKey ? -page : page) : null;
  if (shiftKey) return null;
  if (key === "PageDown") return scrollTop + page;
  if (key === "PageUp") return scrollTop - page;
  if (key === "Home") return 0;
  if (key === "End") return scrollHeight;
  if (!isFree) return null;
  if (key === "ArrowDown") return scrollTop + LINE_PX;
  return key === "ArrowUp" ? scrollTop - LINE_PX : null;
}

const scrolls = (element: HTMLElement): boolean =>
  element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
