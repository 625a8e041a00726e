import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelPoints } from "../../src/protocol/circumplex.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { sliderNumber } from "../../src/ui/facts/slider-number.ts";
import { allLanguages, type Language } from "../../src/ui/languages/languages.ts";
import { openBrowser } from "../browser.ts";
import { openKiosk } from "./kiosk-alone.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// That what is there to be read can be read, in each language, where there is little room.

const sizes = {
  "800x480": { width: 800, height: 480 },
  "1280x800": { width: 1280, height: 800 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const byPhone = { address: "http://192.168.1.20:7373/phone", codeAtRest: true };

/** Touched, with the button for phones, in this language. */
async function touched(name: string, language: Language): Promise<PageAlone & { state: AppState }> {
  const state = kioskStates[name] ?? expect.fail("There is no such state.");
  const alone = await PageAlone.open({
    ...{ context, path: "/" },
    state: { ...state, screenLanguages: [language], guests: { ...state.guests, ...byPhone } },
    api: ({ pathname }) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      if (pathname === "/api/library/languages")
        return {
          json: ["en", "fr", "de", "es", "ja", "pt", "ar"].map((tag) => ({ language: tag, tracks: 9 })),
        };
      return pathname === "/api/library/artists" ? { json: [{ name: "Ida Fenn", tracks: 9 }] } : null;
    },
  });
  await alone.page.locator(`html[lang=${language}]`).waitFor();
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("phone-code-open").waitFor();
  return Object.assign(alone, { state });
}

const settled = (page: Page) =>
  page.evaluate(
    "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))",
  );

/** Words of the dial that the puck hides, that lie over each other, or that leave the dial. */
const unread = (page: Page): Promise<readonly string[]> =>
  page.locator("touch-sheet mood-dial affect-disc").evaluate(
    new Function(
      "disc",
      `const puck = disc.shadowRoot.querySelector(".puck").getBoundingClientRect();
      const dial = disc.shadowRoot.querySelector(".dial").getBoundingClientRect();
      const [x, y, reach] = [puck.x + puck.width / 2, puck.y + puck.height / 2, puck.width / 2];
      const [middle, down] = [dial.x + dial.width / 2, dial.y + dial.height / 2];
      const words = [...disc.shadowRoot.querySelectorAll("span")].map((word) => ({
        word, box: word.getBoundingClientRect(),
      }));
      return words.flatMap(({ word, box }, n) => {
        const faults = [];
        if (word.textContent === "" || getComputedStyle(word).visibility !== "visible") faults.push("hidden");
        const away = Math.hypot(
          Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
        if (away < reach && getComputedStyle(word).backgroundColor === "rgba(0, 0, 0, 0)") faults.push("under the puck");
        for (const other of words.slice(n + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const tall = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (wide > 1 && tall > 1) faults.push("over " + other.word.textContent);
        }
        const far = Math.hypot(
          Math.max(Math.abs(box.left - middle), Math.abs(box.right - middle)),
          Math.max(Math.abs(box.top - down), Math.abs(box.bottom - down)));
        if (far > dial.width / 2 + 8) faults.push("beyond the rim");
        return faults.map((fault) => word.textContent + " is " + fault);
      });`,
    ) as (disc: unknown) => readonly string[],
  );

/** Letters without ascenders, in minutes of arc, as somebody sees them who stands so far away. */
const arcMinutes = (heightMm: number, distanceMm: number) =>
  (Math.atan(heightMm / distanceMm) * 180 * 60) / Math.PI;

/**
 * 5′ is as tall as the letters that an eye of visual acuity 1.0 (6/6) just makes out: ISO 8596's ring, of five times the
 * gap of 1′. Whoever sees better reads them with ease, and whoever sees worse comes a step nearer.
 */
const LEAST_ARC = 5;
/** From an x-height of 0.2° on print is read as fast as it can be: Legge and Bigelow, Journal of Vision 11(5):8, 2011. */
const FLUENT_ARC = 12;

/** Screens as they are sold, with the width of their picture; and from how far the reason is to be read there. */
const sold = [
  { screen: "7 inches (Raspberry Pi)", size: "800x480", widthMm: 154.1, whyFromMm: 1_000 },
  { screen: "10.1 inches", size: "1280x800", widthMm: 217, whyFromMm: 2_000 },
  { screen: "21.5 inches, upright", size: "1080x1920", widthMm: 267.8, whyFromMm: 2_000 },
] as const;

/** How tall an x is, in CSS pixels: as the font has it, because the browser rounds what is small. */
const xHeight = new Function(
  "text",
  `const { fontWeight, fontFamily, fontSize } = getComputedStyle(text);
  const drawn = new OffscreenCanvas(1, 1).getContext("2d");
  drawn.font = fontWeight + " 1000px " + fontFamily;
  return (drawn.measureText("x").actualBoundingBoxAscent / 1000) * Number.parseFloat(fontSize);`,
) as (text: unknown) => number;

test.each(sold)(
  "on $screen who stands 2 m away reads the song and its artist, and why it was chosen from there or a step nearer",
  async ({ size, widthMm, whyFromMm }) => {
    const viewport = sizes[size];
    const mm = widthMm / viewport.width;
    const seen: Record<string, number> = {};
    for (const name of ["full", "long"]) {
      const alone = await openKiosk(context, name);
      const { page } = alone;
      await page.setViewportSize(viewport);
      await settled(page);
      const angle = async (text: Locator, distanceMm: number) =>
        arcMinutes((await text.first().evaluate(xHeight)) * mm, distanceMm);
      const why = page.locator("now-playing .why").filter({ visible: true });
      seen[`title, ${name}`] = await angle(page.getByTestId("title"), 2_000);
      seen[`artist, ${name}`] = await angle(page.getByTestId("artist"), 2_000);
      // Where nothing is said of it, nothing need be read.
      if ((await why.count()) > 0) seen[`why, ${name}`] = await angle(why, whyFromMm);
      await alone.close();
    }
    const rounded = Object.entries(seen).map(([what, arc]) => `${what} ${arc.toFixed(1)}′`);
    console.log(`${size} of ${widthMm} mm: ${rounded.join(", ")}`);
    expect(seen).toHaveProperty("why, full");
    for (const [what, arc] of Object.entries(seen)) expect(arc, what).toBeGreaterThanOrEqual(LEAST_ARC);
    // A title of the usual length, where the screen is made for a room.
    if (whyFromMm === 2_000) expect(seen["title, full"]).toBeGreaterThanOrEqual(FLUENT_ARC);
  },
);

const areSlanted = new Function(
  "texts",
  `return texts.some((text) => getComputedStyle(text).fontStyle === "italic");`,
) as (texts: unknown) => boolean;

describe.each(allLanguages)("in %s", (language) => {
  test("all words of the dial can be read, wherever the music is and at every size", async () => {
    const alone = await touched("full", language);
    const { page, state } = alone;
    const faults: string[] = [];
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      for (const [mood, affect] of Object.entries({
        ...labelPoints,
        brightest: { valence: 0.9, arousal: 0 },
      })) {
        alone.push({ mood: { ...state.mood, affect } });
        await expect
          .poll(() =>
            page.locator("touch-sheet [role=slider][data-testid=affect-disc]").getAttribute("aria-valuenow"),
          )
          .toBe(String(sliderNumber(affect.valence, affect.arousal)));
        await settled(page);
        faults.push(...(await unread(page)).map((fault) => `${size}, ${mood}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    await alone.close();
  });

  test("whoever opens the wishes sees at once that there are artists to wish for", async () => {
    const alone = await touched("full", language);
    const { page } = alone;
    await page.getByTestId("wishes").click();
    for (const size of ["1280x800", "800x480"] as const) {
      await page.setViewportSize(sizes[size]);
      const artist = await page.getByRole("button", { name: "Ida Fenn" }).boundingBox();
      const choices = await page.locator("guest-wishes .choices").boundingBox();
      if (artist === null || choices === null) expect.fail("They are not there.");
      expect(artist.y + artist.height).toBeLessThan(choices.y + choices.height);
    }
    await alone.close();
  });

  test("on the 7-inch touchscreen a way back leaves wishes and other songs where they are, and titles are whole", async () => {
    for (const name of ["full", "corrected", "blocked"]) {
      const alone = await touched(name, language);
      const { page } = alone;
      await page.setViewportSize(sizes["800x480"]);
      await settled(page);
      if (name !== "full") await page.getByTestId("undo").waitFor();
      for (const way of ["wishes", "other-picks"]) expect(await page.getByTestId(way).isVisible()).toBe(true);
      const cut = (await page
        .getByTestId("pick")
        .locator(".title, .artist")
        .evaluateAll((texts) =>
          (texts as unknown as { scrollHeight: number; clientHeight: number; textContent: string }[])
            .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 3)
            .map(({ textContent }) => textContent),
        )) as string[];
      expect(cut).toEqual([]);
      // Nor is what was done: whoever can take it back reads of which song that is.
      const said = page.getByTestId("correction").getByRole("status");
      expect(await said.evaluate((line) => line.scrollHeight - line.clientHeight)).toBeLessThanOrEqual(3);
      // Only where letters have italics: others would be slanted.
      const slanted = await page.getByTestId("pick").locator(".soft").evaluateAll(areSlanted);
      if (["ar", "hi", "zh"].includes(language)) expect(slanted).toBe(false);
      await alone.close();
    }
  });
});
