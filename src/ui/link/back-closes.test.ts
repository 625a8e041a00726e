import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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

describe("with another cover over it", () => {
  let sheet: BackCloses;
  let isSheetOpen: boolean;
  const openSheet = () => {
    isSheetOpen = true;
    sheet.opened();
  };
  const closeSheet = () => {
    if (!isSheetOpen) return;
    isSheetOpen = false;
    sheet.closed();
  };
  beforeEach(() => {
    isSheetOpen = false;
    sheet = new BackCloses(
      { name: "sheet", isOpen: () => isSheetOpen, open: openSheet, close: closeSheet },
      browser,
    );
    sheet.start();
    open();
    openSheet();
  });

  test.each([
    ["the lower one first", () => [close(), closeSheet()]],
    ["the upper one first", () => [closeSheet(), close()]],
    ["the upper one once the lower one has long been closed", () => [close(), moved(), closeSheet()]],
  ])("both close by themselves, %s: neither comes back, and no entry is left", (_, closeBoth) => {
    closeBoth();
    moved();
    expect([isOpen, isSheetOpen, browser.at]).toEqual([false, false, 0]);
  });

  test("Back closes one after the other, and Forward opens one above the other", () => {
    const seen = [-1, -1, 1, 1].map((by) => {
      browser.go(by);
      moved();
      return [isOpen, isSheetOpen];
    });
    expect(seen).toEqual([
      [true, false],
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect(browser.entries).toHaveLength(3);
  });

  test("opened again below the other one it stays when that one closes, and has one entry", () => {
    close();
    open();
    expect(browser.entries).toHaveLength(3);
    closeSheet();
    moved();
    expect([isOpen, browser.at]).toEqual([true, 1]);
  });

  test("a page that is loaded anew with both open leaves neither entry", () => {
    back.stop();
    sheet.stop();
    isOpen = false;
    isSheetOpen = false;
    back.start();
    sheet.start();
    moved();
    expect([isOpen, isSheetOpen, browser.at]).toEqual([false, false, 0]);
  });
});

test("another thing's entry is left alone", () => {
  browser.history.pushState({ over: "another" });
  close();
  isOpen = true;
  back.closed();
  moved();
  expect(browser.at).toBe(1);
});
