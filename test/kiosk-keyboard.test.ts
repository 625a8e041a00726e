import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "../src/ui/languages/languages.ts";
import { openBrowser } from "./browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// Typing on the appliance's own screen, with a finger and nothing else.

const sizes = { "1280x800": { width: 1280, height: 800 }, "800x480": { width: 800, height: 480 } };

let touch: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  const { context, close } = await openBrowser();
  closeBrowser = close;
  const browser = context.browser() ?? expect.fail("There is no browser.");
  touch = await browser.newContext({ hasTouch: true, viewport: sizes["800x480"] });
  touch.setDefaultTimeout(120_000);
});
afterAll(async () => {
  await touch?.close();
  await closeBrowser?.();
});

const api =
  (seat: "kiosk" | "phone") =>
  (url: URL): Told | null => {
    if (url.pathname.endsWith("/cover")) return someCover(url.pathname);
    if (url.pathname === "/api/library/languages") return { json: [{ language: "en", tracks: 9 }] };
    if (url.pathname === "/api/library/artists")
      return { json: [{ name: `Found: ${url.searchParams.get("search")}`, tracks: 12 }] };
    if (url.pathname === "/api/people/tiles") return { json: { tiles: [] } };
    return url.pathname === "/api/session"
      ? { json: { role: "guest", seat, person: null, secureWay: null } }
      : null;
  };

async function open(
  language: "en" | "ar" | "hi" | "zh" | "es",
  seat: "kiosk" | "phone" = "kiosk",
  beside: readonly Language[] = ["de"],
): Promise<PageAlone> {
  const state = {
    ...(kioskStates.full ?? expect.fail("There is no such state.")),
    screenLanguages: [language, ...beside],
  };
  const alone = await PageAlone.open({ context: touch, path: "/", state, api: api(seat) });
  if (seat === "kiosk") await alone.page.locator(`html[lang="${language}"]`).waitFor();
  await alone.page.getByTestId("touch").tap();
  return alone;
}

const key = (page: Page, name: string) => page.locator(`screen-keyboard button[data-skbtn="${name}"]`);

async function tapAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const one of keys) await key(page, one).tap();
}

test.each([
  ["en", ["{shift}", "A", "d", "a", "{space}", "x", "{bksp}", "b"], "Ada b"],
  ["ar", ["س", "ل", "م", "ى"], "سلمى"],
  ["hi", ["र", "व", "ि"], "रवि"],
  ["es", ["{shift}", "I", "n", "e", "\u0301", "s"], "Inés"],
] as const)(
  "%s: a name is typed by touches alone, above the keys, and Enter goes on",
  async (language, keys, name) => {
    const { page, close } = bound(await open(language));
    await page.getByTestId("who").tap();
    const field = page.getByTestId("name");
    await field.tap();
    await tapAll(page, keys);
    expect(await field.inputValue()).toBe(name);
    expect(await lookAt(page, `kiosk-keyboard-${language}`, sizes)).toEqual([]);
    const [at, board] = [await field.boundingBox(), await page.locator("screen-keyboard").boundingBox()];
    expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThan(board?.y ?? 0);
    await key(page, "{enter}").tap();
    await page.getByTestId("pin-done").waitFor();
    expect(await page.locator("screen-keyboard").count()).toBe(0);
    await close();
  },
);

test("zh: Pinyin becomes characters, by touch or by the space key", async () => {
  const { page, close } = bound(await open("zh"));
  await page.getByTestId("who").tap();
  const field = page.getByTestId("name");
  await field.tap();
  await tapAll(page, ["l", "i"]);
  await page.getByTestId("candidate").getByText("李", { exact: true }).tap();
  await tapAll(page, ["x", "i", "a", "o"]);
  await expect.poll(() => page.getByTestId("candidate").first().textContent()).toContain("小");
  expect(await lookAt(page, "kiosk-keyboard-zh", sizes)).toEqual([]);
  await key(page, "{space}").tap();
  await expect.poll(() => field.inputValue()).toBe("李小");
  await close();
});

test("an artist is searched for by touches, and the key with the globe's languages changes the letters", async () => {
  const { page, close } = bound(await open("en"));
  await page.getByTestId("wishes").tap();
  await page.getByTestId("artist-search").tap();
  await tapAll(page, ["m"]);
  await key(page, "{language}").tap();
  await key(page, "ü").tap();
  await page.getByText("Found: mü").waitFor();
  await key(page, "{close}").tap();
  await expect.poll(() => page.locator("screen-keyboard").count()).toBe(0);
  await close();
});

test("Latin letters are there, though the owner chose none of their languages", async () => {
  const { page, close } = bound(await open("ar", "kiosk", []));
  await page.getByTestId("who").tap();
  const field = page.getByTestId("name");
  await field.tap();
  await key(page, "{language}").tap();
  await key(page, "a").tap();
  expect(await field.inputValue()).toBe("a");
  await close();
});

test("real keys put it away, and on a phone it never comes", async () => {
  const { page, close } = bound(await open("en"));
  await page.getByTestId("who").tap();
  await page.getByTestId("name").tap();
  await key(page, "a").waitFor();
  await page.keyboard.press("b");
  await expect.poll(() => page.locator("screen-keyboard").count()).toBe(0);
  await close();
  const phone = bound(await open("en", "phone"));
  await phone.page.getByTestId("wishes").tap();
  await phone.page.getByTestId("artist-search").tap();
  await phone.page.keyboard.press("b");
  await phone.page.getByText("Found: b").waitFor();
  expect(await phone.page.locator("screen-keyboard").count()).toBe(0);
  await phone.close();
});

function bound(alone: PageAlone): { page: Page; close: () => Promise<void> } {
  return { page: alone.page, close: () => alone.close() };
}
