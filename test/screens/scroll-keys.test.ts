import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { openOwnerPage, ownerPages } from "./owner-alone.ts";
import { PageAlone } from "./pages-alone.ts";
import { PhoneAlone } from "./phone-alone.ts";

// Whoever opens a page and presses a key to read on reads on, wherever the focus is.

/** Lower than any of the pages is long. */
const low = { width: 1000, height: 420 };

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
