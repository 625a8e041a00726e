import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pick, SixPick } from "../../src/protocol/music.ts";
import { allLanguages, type Language } from "../../src/ui/languages/languages.ts";
import { someCorrection, someTrack } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// What the kiosk says of the six while one of them comes next, and of what was undone.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const full = kioskStates.full ?? expect.fail("There is no such state.");
const besides = Array.from(
  { length: 6 },
  (_, n): SixPick => ({
    id: `pick-${n}`,
    item: { kind: "track", track: someTrack({ id: `song-${n}`, title: `Song ${n}` }) },
    pickedAt: full.now,
    reasons: [{ kind: "widened", rule: "rest" }],
    draw: null,
    suits: false,
  }),
);
const asked = (pick: Pick): Pick => ({
  ...pick,
  id: "asked",
  reasons: [{ kind: "asked", by: { kind: "guest", sessionId: "g" } }],
});

async function touched(queue: readonly Pick[], language: Language = "en") {
  const state = { ...full, sixPicks: besides, queue, screenLanguages: [language] };
  const alone = await PageAlone.open({
    ...{ context, path: "/", state },
    api: ({ pathname }) => (pathname.endsWith("/cover") ? someCover(pathname) : null),
  });
  await alone.page.setViewportSize(sizes["1280x800"]);
  await alone.page.locator(`html[lang=${language}]`).waitFor();
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("pick").getByText("Song 5").waitFor();
  return alone;
}

test("the next song that nobody asked for has no tick, is counted, and can be asked for", async () => {
  const alone = await touched(besides.slice(5));
  const { page } = alone;
  const last = page.getByTestId("pick").nth(5);
  expect(await last.textContent()).toContain("comes by itself");
  expect(await page.getByTestId("six-picks").textContent()).not.toContain("✓");
  await page.getByRole("heading", { name: "Six to choose from" }).waitFor();
  await page.screenshot({ path: "screenshots/six-next-1280.png" });
  await page.setViewportSize({ width: 800, height: 480 });
  await page.screenshot({ path: "screenshots/six-next-800.png" });
  await last.click();
  await page.getByTestId("play-next").click();
  await expect.poll(() => last.textContent()).toContain("✓ plays next");
  await alone.close();
});

test("what somebody asked for has a tick, and the heading counts every song that is seen", async () => {
  const alone = await touched([asked(besides[5] as Pick)]);
  expect(await alone.page.getByTestId("pick").nth(5).textContent()).toContain("✓ plays next");
  await alone.page.getByRole("heading", { name: "Six to choose from" }).waitFor();
  await alone.close();
});

test("who asks for a song where others wait is told its place in the line, before and after", async () => {
  const others = besides.slice(0, 3).map((pick, n) => ({ ...asked(pick), id: `asked-${n}` }));
  const alone = await touched(others);
  const { page } = alone;
  const last = page.getByTestId("pick").nth(5);
  await last.click();
  const next = page.getByTestId("play-next");
  await expect.poll(() => next.textContent()).toContain("Play 4th");
  expect(await next.getAttribute("aria-label")).toBe("Play 4th: Song 5");
  await next.click();
  await expect.poll(() => last.textContent()).toContain("✓ 4th in line");
  alone.push({ queue: [...others, asked(besides[5] as Pick)] });
  await page.getByTestId("correction").getByText("4th in line: Song 5").waitFor();
  await last.click();
  await expect.poll(() => page.getByTestId("play-not").textContent()).toContain("Take back");
  await page.keyboard.press("Escape");
  // The first one in the line does play next.
  await page.getByTestId("pick").first().click();
  await expect.poll(() => page.getByTestId("play-not").textContent()).toContain("Not next");
  await alone.close();
});

test.each(allLanguages)("in %s the place in the line has room on a song's card", async (language) => {
  const others = Array.from({ length: 20 }, (_, n) => ({
    ...asked(besides[n % 3] as Pick),
    id: `asked-${n}`,
  }));
  const alone = await touched(others, language);
  const { page } = alone;
  await page.getByTestId("pick").nth(4).click();
  await page.getByTestId("play-next").waitFor();
  expect(await lookAt(page, `six-line-${language}`, sizes)).toEqual([]);
  await alone.close();
});

test("what is said after an undo is told at once, with its own way back, and so is what is asked for", async () => {
  const alone = await touched([]);
  const { page } = alone;
  const line = page.getByTestId("correction");
  const said = line.getByRole("status");
  const isUndone = (title: string) =>
    expect
      .poll(async () => [await line.getAttribute("data-kind"), await said.textContent()])
      .toEqual(["", expect.stringContaining(title)]);
  const said1 = someCorrection({ at: full.now, until: full.now + 600_000 });
  alone.push({ corrections: [said1], lastCorrection: said1 });
  await page.getByTestId("undo").waitFor();
  alone.push({ corrections: [], lastCorrection: null });
  await isUndone("Kite Weather");
  const later = full.now + 300_000;
  const said2 = someCorrection({ id: "later", title: "Quiet Corner", at: later, until: later + 600_000 });
  alone.push({ corrections: [said2], lastCorrection: said2 });
  await expect.poll(() => said.textContent(), { timeout: 5_000 }).toContain("Quiet Corner");
  expect(await page.getByTestId("undo").count()).toBe(1);
  // And what is asked for right after an undo.
  alone.push({ corrections: [], lastCorrection: null });
  await isUndone("Quiet Corner");
  await page.getByTestId("pick").first().click();
  await page.getByTestId("play-next").click();
  alone.push({ queue: [asked(besides[0] as Pick)] });
  await expect.poll(() => line.getAttribute("data-kind"), { timeout: 5_000 }).toBe("asked");
  // Which in turn gives way to what is said after it.
  const last = later + 300_000;
  const said3 = someCorrection({ id: "last", title: "Abendlicht", at: last, until: last + 600_000 });
  alone.push({ corrections: [said3], lastCorrection: said3 });
  await expect.poll(() => said.textContent(), { timeout: 5_000 }).toContain("Abendlicht");
  await alone.close();
});

test("what was undone is said for a while, by whomever, with what comes of it", async () => {
  const alone = await touched([]);
  const { page } = alone;
  const said = page.getByTestId("correction").getByRole("status");
  const correction = someCorrection({ at: full.now, until: full.now + 60_000, putsBack: true });
  alone.push({ corrections: [correction], lastCorrection: correction });
  await page.getByTestId("undo").waitFor();
  const again = { kind: "track", track: someTrack({ id: correction.track ?? "" }) } as const;
  const back: Pick = { ...asked(besides[0] as Pick), item: again };
  alone.push({ corrections: [], lastCorrection: null, queue: [back] });
  await expect.poll(() => said.textContent()).toBe("Undone, comes next: Kite Weather");
  expect(await page.getByTestId("undo").count()).toBe(0);
  await page.screenshot({ path: "screenshots/undone-1280.png" });
  await page.setViewportSize({ width: 800, height: 480 });
  await page.screenshot({ path: "screenshots/undone-800.png" });
  const isCut = (line: { scrollHeight: number; clientHeight: number }) =>
    line.scrollHeight > line.clientHeight + 2;
  expect(await said.evaluate(isCut)).toBe(false);
  // It does not take the heading's place.
  await page.getByRole("heading", { name: "Six to choose from" }).waitFor();
  await expect.poll(() => said.textContent()).toBe("");
  await alone.close();
});
