import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { openOwnerPage, ownerPages } from "./owner-alone.ts";
import { PageAlone } from "./pages-alone.ts";
import { PhoneAlone } from "./phone-alone.ts";
import { songs } from "./some-library.ts";

// Whoever opens a page and presses a key to read on reads on, wherever the focus is.

/** Lower than any of the pages is long. */
const low = { width: 1000, height: 420 };

/** Pages that are higher than a low window, and what scrolls within them. */
const lowPages = {
  library: "song-list",
  "library#map": "map-section",
  "library#add": ".add",
  "library#take": "take-section",
  settings: ".settings",
} as const;
type LowPath = keyof typeof lowPages;
const inLowPage = `(name) => {
  const find = (root) => {
    const found = root.querySelector(name);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll("*")) {
      const deeper = shadowRoot && find(shadowRoot);
      if (deeper) return deeper;
    }
    return null;
  };
  return { host: document.body.firstElementChild, part: find(document) };
}`;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

/** The farthest that anything on the page is scrolled, its document too. */
const scrolled = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const tops = [document.scrollingElement.scrollTop];
    const walk = (element) => {
      tops.push(element.scrollTop);
      for (const child of (element.shadowRoot ?? element).children) walk(child);
    };
    walk(document.body);
    return Math.max(...tops);
  })()`);

/** What the keys for scrolling did not do. */
async function scrollsByKeys(
  page: Page,
  keys: readonly string[] = ["PageDown", "End", "Space"],
): Promise<void> {
  // What hears them may come once the page has nothing else to do.
  const after = (key: string) => async (): Promise<number> => {
    await page.keyboard.press(key);
    return scrolled(page);
  };
  for (const key of keys) {
    await expect.poll(after(key), { message: `${key} leads down` }).toBeGreaterThan(0);
    await expect.poll(after("Home"), { message: `Home after ${key}` }).toBe(0);
  }
  await expect.poll(after("PageDown")).toBeGreaterThan(0);
  await expect.poll(after("PageUp"), { message: "PageUp leads up again" }).toBe(0);
}

test.each(Object.entries(ownerPages))(
  "/%s, as it was opened and from its first link",
  async (path, drawn) => {
    const alone = await openOwnerPage(context, path);
    const { page } = alone;
    await page.setViewportSize(low);
    await page.locator(drawn).first().waitFor();
    await scrollsByKeys(page);
    // As a link or a dialog that closes leaves it: what Space does there is its own.
    await page.keyboard.press("Tab");
    await scrollsByKeys(page, ["PageDown", "End"]);
    // Where the document scrolls, nothing that is hidden from eyes alone makes it longer or wider than what is seen.
    const [length, end, width] = (await page.evaluate(`(() => {
    if (getComputedStyle(document.body).overflowY === "hidden") return [0, 0, 0];
    const { scrollHeight, scrollWidth } = document.documentElement;
    const { bottom } = document.body.firstElementChild.getBoundingClientRect();
    return [scrollHeight, Math.max(innerHeight, Math.ceil(bottom + scrollY)), scrollWidth];
  })()`)) as [number, number, number];
    expect(length).toBeLessThanOrEqual(end);
    expect(width).toBeLessThanOrEqual(low.width);
    await alone.close();
  },
);

test("an owner's page once its dialog is closed", async () => {
  for (const path of ["admin", "settings"] as const) {
    const alone = await openOwnerPage(context, path);
    const { page } = alone;
    await page.setViewportSize(low);
    await page.locator(ownerPages[path]).first().waitFor();
    await page.getByTestId("who").click();
    await page.locator("dialog:modal").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog:modal").waitFor({ state: "detached" });
    await scrollsByKeys(page, ["PageDown", "End"]);
    await alone.close();
  }
});

/** How far the page and the part of it that scrolls are down, and have left. */
const ways = (page: Page, path: LowPath): Promise<Record<"page" | "part", { down: number; left: number }>> =>
  page.evaluate(`(() => {
    const way = ({ scrollTop, clientHeight, scrollHeight }) => ({
      down: Math.round(scrollTop),
      left: Math.floor(scrollHeight - clientHeight - scrollTop),
    });
    const { host, part } = (${inLowPage})(${JSON.stringify(lowPages[path])});
    return { page: way(host), part: way(part) };
  })()`);

/** So much of the part that scrolls is in sight. */
const seen = (page: Page, path: LowPath): Promise<number> =>
  page.evaluate(`(() => {
    const { part } = (${inLowPage})(${JSON.stringify(lowPages[path])});
    const { top, bottom } = part.getBoundingClientRect();
    return Math.min(bottom, innerHeight) - Math.max(top, 0);
  })()`);

test.each(Object.keys(lowPages) as LowPath[])(
  "/%s in a window so low that all of it scrolls: keys lead to the end and back, and leave nothing out",
  async (path) => {
    const alone = await openOwnerPage(context, path);
    const { page } = alone;
    await page.setViewportSize({ width: 640, height: 360 });
    await page.locator(ownerPages[path]).first().waitFor();
    const at = () => ways(page, path);
    expect((await at()).page.left).toBeGreaterThan(0);
    // Songs get their height as they are drawn: whoever was at the end may have some of it left, and presses once more.
    const end = () => page.keyboard.press("End").then(at);
    await expect.poll(end).toMatchObject({ page: { left: 0 }, part: { left: 0 } });
    await page.keyboard.press("Home");
    await expect.poll(at).toMatchObject({ page: { down: 0 }, part: { down: 0 } });
    for (const [key, side] of [
      ["PageDown", "left"],
      ["PageUp", "down"],
    ] as const) {
      for (let was = await at(); was.page[side] + was.part[side] > 0; was = await at()) {
        const height = await seen(page, path);
        await page.keyboard.press(key);
        await expect.poll(at, { message: key }).not.toEqual(was);
        expect(Math.abs((await at()).part.down - was.part.down)).toBeLessThan(height);
      }
    }
    await alone.close();
  },
);

test("a list too short to scroll, in a page that does: from a link of the page too", async () => {
  const json = { total: 1, more: false, tracks: songs.slice(0, 1) };
  const alone = await openOwnerPage(context, "library", { "/api/library/tracks": { json } });
  const { page } = alone;
  await page.setViewportSize({ width: 640, height: 360 });
  await page.locator(ownerPages.library).first().waitFor();
  expect((await ways(page, "library")).part.left).toBe(0);
  await scrollsByKeys(page);
  await page.keyboard.press("Tab");
  await scrollsByKeys(page, ["PageDown", "End"]);
  await alone.close();
});

test("the songs behind a question stay where they are", async () => {
  const alone = await openOwnerPage(context, "library");
  const { page } = alone;
  await page.locator(ownerPages.library).first().waitFor();
  await page.getByTestId("select-all").click();
  await page.getByTestId("mood-calm").first().click();
  await page.getByTestId("not-sure").waitFor();
  await page.getByTestId("not-sure").focus();
  await staysUnder(page, () => page.getByTestId("not-sure").click());
  await alone.close();
});

test("the room behind a phone's search stays where it is", async () => {
  const { page } = await PhoneAlone.open({ context });
  await page.setViewportSize({ width: 390, height: 500 });
  await page.getByTestId("search-open").click();
  const search = page.getByTestId("search");
  await search.getByRole("searchbox").fill("ki");
  await search.locator("phone-song").first().waitFor();
  await page.setViewportSize({ width: 390, height: 760 });
  await page.getByTestId("search-close").focus();
  await staysUnder(page, () => page.getByTestId("search-close").click());
  await page.close();
});

/** Keys scroll nothing while a dialog is open, and what was below it once it is closed. */
async function staysUnder(page: Page, close: () => Promise<void>): Promise<void> {
  await page.locator("dialog:modal").waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("PageDown");
  expect(await scrolled(page)).toBe(0);
  await close();
  await page.locator("dialog:modal").waitFor({ state: "detached" });
  await page.keyboard.press("End");
  await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
}

test("the first start", async () => {
  const alone = await PageAlone.open({
    ...{ context, path: "/setup", state: null },
    api: ({ pathname }) =>
      pathname === "/api/setup" ? { json: { isNeeded: true, code: null, address: null } } : null,
  });
  const { page } = alone;
  await page.setViewportSize(low);
  await page.locator("setup-form").waitFor();
  await scrollsByKeys(page);
  await alone.close();
});

test("a guest's phone that has keys", async () => {
  const { page } = await PhoneAlone.open({ context });
  await page.setViewportSize({ width: 390, height: 500 });
  await page.getByTestId("room").waitFor();
  await scrollsByKeys(page);
  await page.close();
});
