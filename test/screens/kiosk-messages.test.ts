import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// What stands on the kiosk for a moment: messages, the answer to why, a volume of nothing.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
const atKiosk = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const full = kioskStates.full ?? expect.fail("There is no such state.");

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(language: "en" | "de" | "ar" = "en"): Promise<PageAlone> {
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, screenLanguages: [language] } },
    api: ({ pathname }) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      return pathname === "/api/session" ? { json: atKiosk } : null;
    },
  });
  await alone.page.locator(`html[lang="${language}"]`).waitFor();
  await alone.page.getByTestId("title").waitFor();
  return alone;
}

const settled = (page: Page) =>
  page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))");

test.each(["en", "de", "ar"] as const)(
  "%s: while the controls are there, why this song is a touch away, by finger and by key",
  async (language) => {
    const alone = await open(language);
    const { page } = alone;
    const why = page.getByTestId("why");
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.getByTestId("touch").click();
      const ask = page.getByTestId("ask-why");
      await ask.click();
      await page.screenshot({ path: `screenshots/kiosk-why-asked-${language}-${size}.png` });
      const box = (await why.boundingBox()) ?? expect.fail("The reason is not there.");
      expect(box.width, size).toBeGreaterThan(150);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
      expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
      const lies = await page.evaluate(
        `document.elementFromPoint(${box.x + box.width / 2}, ${box.y + box.height / 2})?.shadowRoot?.elementFromPoint(${box.x + box.width / 2}, ${box.y + box.height / 2})?.localName`,
      );
      expect(lies, `${size}: nothing lies over it`).toBe("now-playing");
      // A touch elsewhere takes it away, and one on the title asks as well.
      const expanded = (is: string) => expect.poll(() => ask.getAttribute("aria-expanded")).toBe(is);
      await page.locator(".head h2").click();
      await expanded("false");
      await page.getByTestId("title").click();
      await expanded("true");
      await page.getByTestId("title").click();
      await expanded("false");
      await ask.focus();
      await page.keyboard.press("Enter");
      await expanded("true");
      await page.keyboard.press("Escape");
      await expanded("false");
      expect(await page.getByTestId("touch").getAttribute("aria-expanded")).toBe("true");
      await page.getByTestId("touch").click();
    }
    await alone.close();
  },
);

test("a volume of nothing is seen at rest, and gone as soon as there is any", async () => {
  const alone = await open("de");
  const { page } = alone;
  const mark = page.getByTestId("demo").getByText("stumm geschaltet");
  alone.push({ player: { ...full.player, volume: 0 } });
  await mark.waitFor();
  expect(await lookAt(page, "kiosk-muted", sizes)).toEqual([]);
  alone.push({ player: { ...full.player, volume: 0.05 } });
  await mark.waitFor({ state: "detached" });
  await alone.close();
});

test.each(["en", "ar", "de", "es", "fr", "hi", "zh"] as const)(
  "%s: the volume has room for a finger to aim in on the smallest screen",
  async (language) => {
    const alone = await open(language as "en");
    const { page } = alone;
    await page.setViewportSize(sizes["800x480"]);
    await page.getByTestId("touch").click();
    const slider = page.getByTestId("volume");
    await slider.waitFor();
    await settled(page);
    expect((await slider.boundingBox())?.width).toBeGreaterThanOrEqual(180);
    expect(await lookAt(page, `kiosk-volume-${language}`, { "800x480": sizes["800x480"] })).toEqual([]);
    await alone.close();
  },
);
