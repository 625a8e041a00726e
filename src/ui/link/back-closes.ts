/** What of the browser is needed, so that tests need none. */
interface Browser {
  readonly history: Pick<History, "state" | "pushState" | "back">;
  addEventListener(type: "popstate", listener: () => void): void;
  removeEventListener(type: "popstate", listener: () => void): void;
}

/** What is kept with a cover's entry in the history. */
interface Entry {
  over: string | null;
  /** The covers under it, from the lowest. */
  below: readonly string[];
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
  /** Closed while another cover lay above it: its entry goes as soon as that one's has. */
  #owes = false;

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
    this.#owes = false;
  }

  opened(): void {
    this.#owes = false;
    if (this.#isHere || this.#isBelow) return;
    const { over, below } = this.#entry;
    const entry: Entry = { over: this.#cover.name, below: over === null ? [] : [...below, over] };
    this.#browser.history.pushState(entry, "");
  }

  closed(): void {
    this.#owes = this.#isBelow;
    if (this.#isHere && !this.#leaving) this.#leave();
  }

  #leave(): void {
    this.#leaving = true;
    this.#browser.history.back();
  }

  get #entry(): Entry {
    const state = this.#browser.history.state as Partial<Entry> | null;
    return { over: state?.over ?? null, below: state?.below ?? [] };
  }

  get #isHere(): boolean {
    return this.#entry.over === this.#cover.name;
  }

  /** Another cover lies over it. */
  get #isBelow(): boolean {
    return this.#entry.below.includes(this.#cover.name);
  }

  readonly #moved = (): void => {
    const [wasLeaving, owed] = [this.#leaving, this.#owes];
    this.#leaving = false;
    // Gone already, or still below another.
    this.#owes &&= this.#isBelow;
    if (owed && this.#isHere) this.#leave();
    // Opened again meanwhile: the entry that has left was its own, so it gets another one.
    else if (wasLeaving && this.#cover.isOpen()) this.opened();
    else if (this.#isBelow || this.#isHere === this.#cover.isOpen()) return;
    else if (this.#isHere) this.#cover.open();
    else this.#cover.close();
  };
}
