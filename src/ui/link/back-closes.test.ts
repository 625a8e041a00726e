import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BackCloses } from "./back-closes.ts";

/** A browser's history, which moves a moment later and tells of it then. */
class SomeBrowser {
  entries: unknown[] = [null];
  at = 0;
  readonly #listeners = new Set<() => void>();
  readonly history = {
    pushState: (state: unknown) => {
      this.entries = [...this.entries.slice(0, this.at + 1), state];
      this.at++;
    },
    back: () => this.go(-1),
    state: null as unknown,
  };

  constructor() {
    Object.defineProperty(this.history, "state", { get: () => this.entries[this.at] });
  }

  addEventListener(_: "popstate", listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: "popstate", listener: () => void): void {
    this.#listeners.delete(listener);
  }

  go(by: number): void {
    setTimeout(() => {
      this.at += by;
      for (const listener of this.#listeners) listener();
    }, 20);
  }
}

let browser: SomeBrowser;
let isOpen: boolean;
let back: BackCloses;
const open = () => {
  isOpen = true;
  back.opened();
};
const close = () => {
  if (!isOpen) return;
  isOpen = false;
  back.closed();
};

/** Until it has moved. */
const moved = () => vi.runAllTimers();

beforeEach(() => {
  vi.useFakeTimers();
  browser = new SomeBrowser();
  isOpen = false;
  back = new BackCloses({ name: "search", isOpen: () => isOpen, open, close }, browser);
  back.start();
});
afterEach(() => void vi.useRealTimers());

test("Back closes what is open and stays on the page, and Forward opens it again", () => {
  open();
  browser.go(-1);
  moved();
  expect(isOpen).toBe(false);
  expect(browser.at).toBe(0);
  browser.go(1);
  moved();
  expect(isOpen).toBe(true);
  expect(browser.entries).toHaveLength(2);
});

test("closed by its own button it leaves no entry, however often it was opened", () => {
  for (let times = 0; times < 3; times++) {
    open();
    expect(browser.at).toBe(1);
    close();
    moved();
    expect(browser.at).toBe(0);
  }
});

test("opened again before the entry has left it stays open, and Back closes it", () => {
  open();
  close();
  open();
  moved();
  expect([isOpen, browser.at]).toEqual([true, 1]);
  browser.go(-1);
  moved();
  expect([isOpen, browser.at]).toEqual([false, 0]);
});

test("closed, opened and closed again in a moment it leaves the page no further than once", () => {
  browser.entries = [null, null];
  browser.at = 1;
  open();
  close();
  open();
  close();
  moved();
  expect([isOpen, browser.at]).toEqual([false, 1]);
});

test("a page that is loaded anew while it was open is no further from where it came", () => {
  browser.entries = [null, { over: "search" }];
  browser.at = 1;
  back.stop();
  const opened = vi.fn();
  new BackCloses({ name: "search", isOpen: () => false, open: opened, close }, browser).start();
  moved();
  expect(browser.at).toBe(0);
  expect(opened).not.toHaveBeenCalled();
});

test("another thing's entry is left alone", () => {
  browser.history.pushState({ over: "another" });
  close();
  isOpen = true;
  back.closed();
  moved();
  expect(browser.at).toBe(1);
});
