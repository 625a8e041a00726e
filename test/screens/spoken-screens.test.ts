import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SixPick } from "../../src/protocol/music.ts";
import { someCorrection, somePick, someTrack } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";
import { PhoneAlone, someOwn, someRoom } from "./phone-alone.ts";
import { someCover } from "./some-library.ts";

// What a screen reader would say of the kiosk, and where it would be: see docs/accessibility.md.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const full = kioskStates.full ?? expect.fail("There is no such state.");
const six = (from: number) =>
  Array.from(
    { length: 6 },
    (_, n): SixPick => ({
      id: `pick-${from + n}`,
      item: { kind: "track", track: someTrack({ id: `song-${from + n}`, title: `Song ${from + n}` }) },
      pickedAt: full.now,
      reasons: [{ kind: "widened", rule: "rest" }],
      draw: null,
      suits: false,
    }),
  );

async function open(browser = context): Promise<PageAlone> {
  const alone = await PageAlone.open({
    ...{ context: browser, path: "/", state: { ...full, sixPicks: six(0), queue: [] } },
    api: ({ pathname }) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      return pathname.startsWith("/api/library/") ? { json: [] } : null;
    },
  });
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("pick").getByText("Song 5").waitFor();
  return alone;
}

test("the seconds of a song are not counted aloud to whoever is at its slider, and a key tells where it led", async () => {
  const alone = await open();
  const { page } = alone;
  const slider = page.getByRole("slider", { name: "Position in the song" });
  const at = async () => Number(await page.getByTestId("progress").getAttribute("data-position-ms"));
  await slider.focus();
  const [began, told] = [await at(), await slider.getAttribute("aria-valuetext")];
  await expect.poll(at).toBeGreaterThan(began + 2_500);
  expect(await slider.getAttribute("aria-valuetext")).toBe(told);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).not.toBe(told);
  await alone.close();
});

test("the mood's own way is not told step by step to whoever is at the dial, and a key's step is", async () => {
  const alone = await open();
  const { page } = alone;
  const dial = page.getByTestId("affect-disc");
  await dial.focus();
  const told = await dial.getAttribute("aria-valuetext");
  const puck = dial.locator(".puck");
  const place = await puck.getAttribute("style");
  alone.push({ mood: { ...full.mood, affect: { valence: -0.6, arousal: -0.5 } } });
  await expect.poll(() => puck.getAttribute("style")).not.toBe(place);
  expect(await dial.getAttribute("aria-valuetext")).toBe(told);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => dial.getAttribute("aria-valuetext")).not.toBe(told);
  await alone.close();
});

test("each step on the dial is a step of its value, up and down too: of a new text alone nothing is heard", async () => {
  const alone = await open();
  const { page } = alone;
  const dial = page.getByTestId("affect-disc");
  await dial.focus();
  for (const key of ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"]) {
    const before = await dial.getAttribute("aria-valuenow");
    await page.keyboard.press(key);
    await expect.poll(() => dial.getAttribute("aria-valuenow"), { message: key }).not.toBe(before);
  }
  await alone.close();
});

test("whoever undoes something by key is beside it when the button is gone", async () => {
  const alone = await open();
  const said = someCorrection({ at: full.now, until: full.now + 600_000 });
  alone.push({ corrections: [said], lastCorrection: said });
  await alone.page.getByTestId("undo").focus();
  alone.push({ corrections: [], lastCorrection: null });
  await alone.page.locator("[data-testid=other-picks]:focus").waitFor();
  await alone.close();
});

test("whoever plays one of the six by key is at the first of those that come in their place", async () => {
  const alone = await open();
  const { page } = alone;
  await page.getByTestId("pick").first().focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=play-now]:focus").waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => alone.commands.at(-1)?.do).toBe("playPick");
  alone.push({ sixPicks: six(6) });
  await page.getByTestId("pick").getByText("Song 11").waitFor();
  await page.locator("[data-testid=pick]:focus").getByText("Song 6").waitFor();
  await alone.close();
});

test("the one of the six that plays is not told as something to open", async () => {
  const alone = await open();
  const { page } = alone;
  const first = page.getByTestId("pick").first();
  expect(await first.getAttribute("aria-expanded")).toBe("false");
  const pick = { ...somePick([], { id: "song-0", title: "Song 0" }), id: "pick-0" };
  alone.push({ player: { ...full.player, actual: { state: "playing", pick, positionMs: 0, at: full.now } } });
  await page.locator("song-pick[playing]").waitFor();
  expect(await first.getAttribute("aria-expanded")).toBe(null);
  await alone.close();
});

test("a wish is told once, with until when it holds", async () => {
  const alone = await open();
  const { page } = alone;
  await page.getByTestId("wishes").click();
  const told = page.locator("guest-wishes").getByRole("status").filter({ hasText: "Chosen" });
  await page.getByRole("button", { name: "Calm it" }).click();
  await page.getByRole("button", { name: "Calm it", pressed: true }).waitFor();
  await expect.poll(() => alone.commands.at(-1)?.do).toBe("prefer");
  expect(await told.count()).toBe(0);
  alone.push({
    preferences: { languages: [], artists: [], policy: "calm", until: full.now + 7_200_000 },
  });
  await told.getByText("Calm it, until").waitFor();
  await alone.close();
});

test("what is not right is told once: not again when the controls come and go, or a sheet is closed", async () => {
  const { context: later, close } = await openBrowser();
  await later.clock.install();
  const alone = await open(later);
  const { page } = alone;
  const told = page.getByTestId("trouble-said").locator("p");
  alone.push({
    health: {
      ...full.health,
      player: { state: "degraded", reason: "output-missing", detail: "", since: 0, retryAt: null },
    },
  });
  await expect.poll(() => told.textContent()).toContain("No sound card");
  await page.clock.runFor(5_000);
  expect(await told.textContent()).toBe("");
  const again = page.locator("[role=status], [role=alert], [aria-live]").filter({ hasText: "No sound card" });
  await page.getByTestId("trouble").getByText("No sound card").waitFor();
  expect(await again.count()).toBe(0);
  await page.getByTestId("what-to-do").click();
  await page.locator("trouble-line dialog:modal").waitFor();
  expect(await again.count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.locator(".stage > health-notes").getByText("No sound card").waitFor();
  expect(await again.count()).toBe(0);
  await alone.close();
  await close();
});

test("wishes are heard with what they are about", async () => {
  const alone = await open();
  const { page } = alone;
  await page.getByTestId("wishes").click();
  const about = page.getByRole("group", { name: "What should the music do?" });
  await about.getByRole("button", { name: "As usual here" }).waitFor();
  await page.getByRole("group", { name: "Languages" }).waitFor();
  await page.getByRole("group", { name: "Artists" }).waitFor();
  await alone.close();
});

test("a song that begins is told once: nothing of it stands there to be read again when a sheet is closed", async () => {
  const { context: later, close } = await openBrowser();
  await later.clock.install();
  const alone = await open(later);
  const { page } = alone;
  const told = page.getByTestId("song-said").locator("p");
  const play = (title: string) => {
    const pick = { ...somePick([], { id: title, title }), id: title };
    alone.push({
      player: { ...full.player, actual: { state: "playing", pick, positionMs: 0, at: full.now } },
    });
  };
  play("Kite Weather");
  await expect.poll(() => told.textContent()).toContain("Kite Weather");
  await page.clock.runFor(5_000);
  expect(await told.textContent()).toBe("");
  await page.getByTestId("facts").click();
  await page.locator("room-facts dialog:modal").waitFor();
  // One that begins behind the sheet is told of once that is closed.
  play("Harbour Lights");
  await expect.poll(() => told.textContent()).toContain("Harbour Lights");
  await page.clock.runFor(20_000);
  expect(await told.textContent()).toContain("Harbour Lights");
  await page.keyboard.press("Escape");
  await page.locator("room-facts dialog").waitFor({ state: "hidden" });
  expect(await told.textContent()).toContain("Harbour Lights");
  await page.clock.runFor(10_000);
  expect(await told.textContent()).toBe("");
  await alone.close();
  await close();
});

test("on a phone's page what keys scroll says what it is", async () => {
  const { page } = await PhoneAlone.open({ context });
  await page.getByTestId("room").waitFor();
  await page.keyboard.press("Tab");
  const scrolled = page.getByRole("main", { name: `Music at ${someRoom.place}`, exact: true });
  expect(await scrolled.evaluate((at) => at.matches(":focus"))).toBe(true);
  await page.close();
});

test("a vote for another song is told to whoever gave it", async () => {
  const alone = await PhoneAlone.open({ context });
  const vote = alone.page.getByTestId("vote");
  await vote.waitFor();
  expect(await vote.getAttribute("aria-pressed")).toBe("false");
  alone.tell({ type: "own", own: { ...someOwn, voted: true } });
  await alone.page.locator("[data-testid=vote][aria-pressed=true]").waitFor();
  await alone.page.close();
});

test("whoever chooses a language hears it in that language, is still where they chose, and hears nothing else again", async () => {
  // This browser keeps what was chosen.
  const { context: later, close } = await openBrowser();
  const alone = await open(later);
  const { page } = alone;
  const song = page.getByTestId("song-said").locator("p");
  await expect.poll(() => song.textContent()).not.toBe("");
  await expect.poll(() => song.textContent()).toBe("");
  await page.getByTestId("languages").press("Enter");
  await page.getByTestId("speak-de").press("Enter");
  await page.locator("html[lang=de]").waitFor();
  await page.locator("[data-testid=languages]:focus").waitFor();
  await page.getByTestId("language-said").getByText("auf Deutsch").waitFor({ state: "attached" });
  expect(await song.textContent()).toBe("");
  expect((await page.getByTestId("connection").textContent())?.trim()).toBe("");
  await alone.close();
  await close();
});

test("whoever switches the camera hears what it does now, and nobody does before", async () => {
  const alone = await open();
  const { page } = alone;
  const told = page.getByTestId("camera-said").locator("p");
  const camera = { ...full.camera, demo: false };
  alone.push({ camera: { ...camera, wanted: "on", looking: true } });
  await page.locator("[data-testid=camera-switch][data-wanted=on]").waitFor();
  alone.push({ camera: { ...camera, wanted: "off", looking: true } });
  await page.locator("[data-testid=camera-switch][data-wanted=off]").waitFor();
  expect(await told.textContent()).toBe("");
  alone.push({ camera: { ...camera, wanted: "off", looking: false } });
  await expect.poll(() => told.textContent()).toBe("The camera is closed. No picture is stored.");
  await alone.close();
});
