/** What of the browser is needed, so that tests need none. */
interface Browser {
  readonly history: Pick<History, "state" | "pushState" | "back">;
  addEventListener(type: "popstate", listener: () => void): void;
  removeEventListener(type: "popstate", listener: () => void): void;
}

export interface Cover {
  /** Its name in the history: a page that is loaded anew knows by it what was open. */
  name: string;
  isOpen: () => boolean;
  open: () => void;
  close: () => void;
}

/**
 * Back closes what lies over the page, as in a phone's apps, and Forward opens it again: it is an entry of its own in the
 * browser's history. Closed in any other way, it takes the entry along, so that the next Back leaves the page.
 */
export class BackCloses {
  readonly #browser: Browser;
  readonly #cover: Cover;
  /** The entry is on its way out: a browser's history moves a moment after it is told to. */
  #leaving = false;

  constructor(cover: Cover, browser: Browser = window) {
    this.#cover = cover;
    this.#browser = browser;
  }

  start(): void {
    this.#browser.addEventListener("popstate", this.#moved);
    // Loaded anew while it was open: nothing is open now, and the entry would be a Back that does nothing.
    if (!this.#cover.isOpen()) this.closed();
  }

  stop(): void {
    this.#browser.removeEventListener("popstate", this.#moved);
    this.#leaving = false;
  }

  opened(): void {
    if (!this.#isHere) this.#browser.history.pushState({ over: this.#cover.name }, "");
  }

  closed(): void {
    if (!this.#isHere || this.#leaving) return;
    this.#leaving = true;
    this.#browser.history.back();
  }

  get #isHere(): boolean {
    const state: unknown = this.#browser.history.state;
    return typeof state === "object" && state !== null && "over" in state && state.over === this.#cover.name;
  }

  readonly #moved = (): void => {
    const wasLeaving = this.#leaving;
    this.#leaving = false;
    // Opened again meanwhile: the entry that has left was its own, so it gets another one.
    if (wasLeaving && this.#cover.isOpen()) this.opened();
    else if (this.#isHere === this.#cover.isOpen()) return;
    else if (this.#isHere) this.#cover.open();
    else this.#cover.close();
  };
}
