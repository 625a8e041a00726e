import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "../../src/ui/languages/languages.ts";
import { openBrowser } from "../browser.ts";
import { root } from "../running-daemon.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// Typing on the appliance's own screen, with a finger and nothing else.

const sizes = { "1280x800": { width: 1280, height: 800 }, "800x480": { width: 800, height: 480 } };
const panel = { "1024x600": { width: 1024, height: 600 } };
const upright = { "1080x1920": { width: 1080, height: 1920 } };

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
    if (url.pathname !== "/api/session") return null;
    const wishes = { languages: [], artists: [], policy: null };
    const ada = { id: "ada", name: "Ada", role: "member", onTile: false, named: false, wishes };
    // Elsewhere only who has signed in may choose.
    const [role, person] = seat === "kiosk" ? ["guest", null] : ["member", ada];
    return { json: { role, seat, person, secureWay: null } };
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
  ["en", ["A", "d", "a", "{space}", "X", "{bksp}", "{shift}", "b"], "Ada b"],
  ["ar", ["س", "ل", "م", "ى"], "سلمى"],
  ["hi", ["र", "व", "ि"], "रवि"],
  ["es", ["I", "n", "e", "\u0301", "s"], "Inés"],
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
    await expect.poll(() => page.locator("screen-keyboard").count()).toBe(0);
    await close();
  },
);

test("a PIN is typed on digits, and a name beside it on letters", async () => {
  const wishes = { languages: [], artists: [], policy: null };
  const mia = { id: "mia", name: "Mia", role: "member", onTile: false, named: false, wishes };
  const alone = await PageAlone.open({
    ...{ context: touch, path: "/", state: kioskStates.full ?? expect.fail("There is no such state.") },
    api: (url) =>
      url.pathname === "/api/session"
        ? { json: { role: "member", seat: "kiosk", person: mia, secureWay: null } }
        : api("kiosk")(url),
  });
  const { page, close } = bound(alone);
  await page.getByTestId("touch").tap();
  await page.getByTestId("who").tap();
  await page.getByTestId("tab-account").tap();
  const pin = page.locator("me-secrets input[name=newPin]");
  await pin.tap();
  await tapAll(page, ["4", "7", "1", "{bksp}", "1", "1"]);
  expect(await pin.inputValue()).toBe("4711");
  expect(await key(page, "a").count()).toBe(0);
  expect(await lookAt(page, "kiosk-keyboard-digits", sizes)).toEqual([]);
  await page.locator("me-secrets input[name=now]").first().tap();
  await key(page, "a").waitFor();
  expect(await key(page, ".").count()).toBe(1);
  await close();
});

test.each(Object.entries({ ...sizes, ...panel, ...upright }))(
  "%s: who is asked for their PIN before something goes for good can leave all as it is, above the keys",
  async (size, viewport) => {
    const wishes = { languages: [], artists: [], policy: null };
    const mia = { id: "mia", name: "Mia", role: "member", onTile: false, named: false, wishes };
    const songs = [
      { id: "1", track: "one", title: "Kite Weather", artists: ["Ana Lúz"], at: 1_763_726_400_000 },
    ];
    const full = kioskStates.full ?? expect.fail("There is no such state.");
    const alone = await PageAlone.open({
      ...{ context: touch, path: "/", state: { ...full, screenLanguages: ["de"] } },
      api: (url) => {
        if (url.pathname === "/api/me/history") return { json: { songs } };
        if (url.pathname === "/api/me") return { json: { isPresent: true, cards: [] } };
        if (url.pathname !== "/api/session") return api("kiosk")(url);
        return { json: { role: "member", seat: "kiosk", person: mia, secureWay: null } };
      },
    });
    const { page, close } = bound(alone);
    await page.setViewportSize(viewport);
    await page.locator("html[lang=de]").waitFor();
    await page.getByTestId("touch").tap();
    await page.getByTestId("who").tap();
    for (const [tab, asks] of [
      ["account", "forget"],
      ["history", "forget-history"],
    ]) {
      await page.getByTestId(`tab-${tab}`).tap();
      await page.getByTestId(`${asks}`).tap();
      await key(page, "{close}").waitFor();
      const sheet =
        (await page.getByTestId("people-dialog").boundingBox()) ?? expect.fail("It is not drawn.");
      for (const part of [page.locator("prove-yourself input"), page.getByTestId(`${asks}-keep`)]) {
        const box = (await part.boundingBox()) ?? expect.fail("It is not drawn.");
        expect(box.y + box.height).toBeLessThanOrEqual(sheet.y + sheet.height);
        expect(await topmostAt(page, box)).toMatch(/^(input|button)$/);
      }
      await page.screenshot({ path: join(root, `screenshots/kiosk-keyboard-${asks}-${size}.png`) });
      await touchAt(page, page.getByTestId(`${asks}-keep`));
      await page.locator("prove-yourself").waitFor({ state: "detached" });
    }
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

test("zh: above the tallest keys a field is seen with what it is called and the ring around it", async () => {
  const { page, close } = bound(await open("zh"));
  await page.setViewportSize(sizes["800x480"]);
  await page.getByTestId("who").tap();
  await page.getByTestId("name").tap();
  await key(page, "l").waitFor();
  await page.screenshot({ path: "screenshots/kiosk-keyboard-zh-field.png" });
  const boxOf = async (css: string) =>
    (await page.locator(css).boundingBox()) ?? expect.fail("It is not seen.");
  const [body, label] = [await boxOf("people-dialog .body"), await boxOf("kiosk-sign-in label.field")];
  expect(label.y - body.y).toBeGreaterThanOrEqual(6);
  expect(body.y + body.height - (label.y + label.height)).toBeGreaterThanOrEqual(6);
  await close();
});

test("zh: letters that became no character stand before what is typed after them", async () => {
  const { page, close } = bound(await open("zh"));
  await page.getByTestId("who").tap();
  const field = page.getByTestId("name");
  await field.tap();
  await tapAll(page, ["{shift}", "J", "o", "s", "{accents}", "é"]);
  expect(await field.inputValue()).toBe("José");
  await tapAll(page, ["{space}", "l", "u", "{close}"]);
  expect(await field.inputValue()).toBe("José lu");
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

test.each(Object.entries({ ...sizes, ...upright }))(
  "%s: an artist's field and what is found stand above the keys, however little it is",
  async (size, viewport) => {
    const { page, close } = bound(await open("en"));
    await page.setViewportSize(viewport);
    await page.getByTestId("wishes").tap();
    await page.getByTestId("artist-search").tap();
    await tapAll(page, ["m"]);
    const found = page.getByText("Found: m");
    await found.waitFor();
    const board = (await page.locator("screen-keyboard").boundingBox()) ?? expect.fail("There are no keys.");
    for (const each of [page.getByTestId("artist-search"), found]) {
      const box = (await each.boundingBox()) ?? expect.fail("It is not drawn.");
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(board.y);
      expect(await topmostAt(page, box)).toMatch(/^(input|span)$/);
    }
    await page.screenshot({ path: join(root, `screenshots/kiosk-keyboard-search-${size}.png`) });
    await close();
  },
);

test.each(Object.entries(sizes))(
  "%s: a finger on the key that puts them away touches nothing else",
  async (_size, viewport) => {
    const { page, close, commands } = bound(await open("en"));
    await page.setViewportSize(viewport);
    await page.getByTestId("wishes").tap();
    for (const way of ["{close}", "{enter}"]) {
      await page.getByTestId("artist-search").tap();
      await key(page, way).tap();
      await expect.poll(() => page.locator("screen-keyboard").count()).toBe(0);
    }
    await page.getByTestId("artist-search").tap();
    const box = (await key(page, "{close}").boundingBox()) ?? expect.fail("There is no such key.");
    await key(page, "{close}").tap();
    await expect.poll(() => page.locator("screen-keyboard").count()).toBe(0);
    // What a finger would have touched next.
    expect(await topmostAt(page, box)).toBe("camera-switch");
    expect(commands).toEqual([]);
    await close();
  },
);

test.each(Object.entries({ ...sizes, ...upright }))(
  "%s: what is touched beside the keys acts at the first touch, and the keys go",
  async (_size, viewport) => {
    const { page, close, commands } = bound(await open("en"));
    await page.setViewportSize(viewport);
    await page.getByTestId("wishes").tap();
    await page.getByTestId("artist-search").tap();
    await tapAll(page, ["m"]);
    await page.getByText("Found: m").waitFor();
    await touchAt(page, page.getByText("Found: m"));
    await expect.poll(() => commands).toMatchObject([{ do: "prefer", artists: ["Found: m"] }]);
    await expect.poll(() => page.locator("screen-keyboard").count()).toBe(0);
    await page.getByTestId("who").tap();
    await page.getByTestId("name").tap();
    await tapAll(page, ["B"]);
    await touchAt(page, page.getByTestId("register"));
    await page.getByTestId("kept").waitFor();
    await expect.poll(() => page.locator("screen-keyboard").count()).toBe(0);
    await page.getByTestId("sign-in-back").tap();
    await page.getByTestId("name").tap();
    await key(page, "{close}").waitFor();
    await touchAt(page, page.getByTestId("people-close"));
    await page.locator("people-dialog dialog").waitFor({ state: "hidden" });
    await close();
  },
);

test("a name with accents is typed on English keys, by touch, and the plain letters are back after each", async () => {
  const { page, close } = bound(await open("en"));
  await page.getByTestId("who").tap();
  const field = page.getByTestId("name");
  await field.tap();
  await tapAll(page, ["J", "o", "s", "{accents}", "é", "{space}"]);
  await key(page, "{accents}").tap();
  expect(await lookAt(page, "kiosk-keyboard-accents", sizes)).toEqual([]);
  await tapAll(page, ["Ñ", "u"]);
  expect(await field.inputValue()).toBe("José Ñu");
  await key(page, "{accents}").tap();
  await page.getByRole("button", { name: "Letters without accents" }).tap();
  await key(page, "q").waitFor();
  await close();
});

test("Latin letters are there, though the owner chose none of their languages", async () => {
  const { page, close } = bound(await open("ar", "kiosk", []));
  await page.getByTestId("who").tap();
  const field = page.getByTestId("name");
  await field.tap();
  await key(page, "{language}").tap();
  await key(page, "A").tap();
  expect(await field.inputValue()).toBe("A");
  await close();
});

test("real keys put it away, and on a phone it never comes", async () => {
  const { page, close } = bound(await open("en"));
  await page.getByTestId("who").tap();
  await page.getByTestId("name").tap();
  await key(page, "{close}").waitFor();
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

/** One touch where it is now, as a finger does it: nothing waits for it to stand still, or brings it into sight. */
async function touchAt(page: Page, target: Locator): Promise<void> {
  const box = (await target.boundingBox()) ?? expect.fail("It is not drawn.");
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

function bound(alone: PageAlone) {
  return { page: alone.page, commands: alone.commands, close: () => alone.close() };
}

/** The element that a finger in the middle of a box would touch; a custom one's own name for what is inside of it. */
function topmostAt(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
): Promise<string> {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return page.evaluate(`(() => {
    let at = document.elementFromPoint(${x}, ${y});
    while (at?.shadowRoot && at.localName !== "camera-switch") at = at.shadowRoot.elementFromPoint(${x}, ${y});
    return at.localName;
  })()`);
}
