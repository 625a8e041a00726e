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
