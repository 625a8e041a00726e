import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { openKiosk } from "./screens/kiosk-alone.ts";
import { kioskStates } from "./screens/kiosk-states.ts";

// What a finger or a key on the kiosk's page does, and how soon it can be seen.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const open = (state: string) => openKiosk(context, state);

test("pause turns over under the finger, and back where the daemon does not follow", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  const said = () => page.getByTestId("play-pause").getAttribute("aria-label");
  /** What the button says right after: on a slow machine a look from outside may come after the daemon's two seconds. */
  const touch = () =>
    page.getByTestId("play-pause").evaluate(async (button: { click(): void; ariaLabel: string | null }) => {
      button.click();
      await new Promise((resolve) => setTimeout(resolve));
      return button.ariaLabel;
    });
  expect(await touch()).toBe("Play");
  await expect.poll(() => commands).toEqual([{ do: "pause" }]);
  await expect.poll(said).toBe("Pause");
  expect(await touch()).toBe("Play");
  const player = kioskStates.full?.player;
  if (player) alone.push({ player: { ...player, intended: "paused" } });
  await expect.poll(() => commands.length).toBe(2);
  await expect.poll(said).toBe("Play");
  await alone.close();
});

test("a song that was asked for says at once that it plays next, and can be taken out again", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").nth(1).click();
  await page.getByTestId("play-next").click();
  // Without a word of the daemon yet.
  await expect.poll(() => page.getByTestId("pick").nth(1).textContent()).toContain("plays next");
  alone.push({ queue: kioskStates.besides?.queue.slice(0, 1) ?? [] });
  await page.getByText("Plays soon: Saltwater Radio").waitFor();
  await page.locator("next-song bdi").getByText("Saltwater Radio").waitFor();
  await page.getByTestId("undo").click();
  await expect.poll(() => commands.at(-1)).toEqual({ do: "unqueue", pick: "asked-pick-1" });
  await page.getByTestId("pick").nth(1).click();
  await page.getByTestId("play-not").click();
  await expect.poll(() => commands.at(-1)).toEqual({ do: "unqueue", pick: "asked-pick-1" });
  alone.push({ queue: [] });
  await page.getByTestId("undo").waitFor({ state: "detached" });
  await alone.close();
});

test("songs that gave way to something stand apart from those that suit, and the heading says how many", async () => {
  const alone = await open("besides");
  await alone.page.getByTestId("touch").click();
  await alone.page.getByText("Two that suit, four others").waitFor();
  // Two of the others were asked for already: nobody offers them besides. The one that comes by itself can be asked for.
  expect(await alone.page.locator("song-pick[besides]").count()).toBe(2);
  alone.push({ queue: [] });
  await expect.poll(() => alone.page.locator("song-pick[besides]").count()).toBe(4);
  await alone.page.getByText("Two that suit, four others").waitFor();
  await alone.close();
});

test("six that stay while the room becomes another say at once that they suit no more, and move nowhere", async () => {
  const alone = await open("full");
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByText("Six that would suit").waitFor();
  const titles = () => page.locator("song-pick .title").allTextContents();
  const before = await titles();
  const { direction, sixPicks } = kioskStates.full ?? expect.fail("There is no such state.");
  const target = { valence: -0.6, arousal: -0.4 };
  const others = sixPicks.map((pick) => ({
    ...pick,
    ...{ id: `other-${pick.id}`, reasons: [{ kind: "suits", target, distance: 0 }] },
    item:
      pick.item.kind === "track"
        ? { ...pick.item, track: { ...pick.item.track, id: `other-${pick.id}` } }
        : pick.item,
  })) satisfies typeof sixPicks;
  alone.push({ direction: { ...direction, target }, sixPicks: others });
  await page.getByText("Six to choose from").waitFor();
  expect(await titles()).toEqual(before);
  await alone.close();
});

test("shortcuts are told of to whoever has a keyboard, switched off and on again, and stay so in this browser", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("wishes").click();
  await page.getByTestId("artist-search").waitFor();
  expect(await page.getByTestId("keys-off").count()).toBe(0);
  await page.keyboard.press("Tab");
  await page.getByTestId("keys-off").click();
  await page.getByTestId("wishes").click();
  for (const key of ["n", "m", "w", "1", "ArrowUp"]) await page.keyboard.press(key);
  // What is asked for arrives in its order: with the touch after them, all that came of the keys is here.
  await page.getByTestId("play-pause").click();
  await expect.poll(() => commands).toEqual([{ do: "pause" }]);
  expect(await page.getByTestId("skip").getAttribute("aria-keyshortcuts")).toBeNull();
  await page.reload();
  await page.getByTestId("touch").click();
  await page.keyboard.press("n");
  await page.getByTestId("play-pause").click();
  await expect.poll(() => commands).toEqual([{ do: "pause" }, { do: "pause" }]);
  await page.getByTestId("wishes").click();
  await page.getByTestId("keys-on").click();
  await page.keyboard.press("n");
  await expect.poll(() => commands.slice(2)).toEqual([{ do: "skip" }]);
  await alone.close();
});

test("two taps of a finger in one place are one: they neither answer what the first one asked, nor ask about another", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  const card = page.getByTestId("pick").first();
  const box = (await card.boundingBox()) ?? expect.fail("It is not there.");
  await card.click();
  const now = (await page.getByTestId("play-now").boundingBox()) ?? expect.fail("Nothing is asked.");
  await page.keyboard.press("Escape");
  // Where the answer will lie.
  await page.mouse.dblclick(now.x + now.width / 2, now.y + now.height / 2);
  await page.getByTestId("play-now").waitFor();
  await page.mouse.dblclick(now.x + now.width / 2, Math.min(now.y + now.height, box.y + box.height) - 8);
  await page.getByTestId("play-now").waitFor({ state: "detached" });
  // What is asked for arrives in its order: with the last of it, all that came of the taps is here.
  await page.keyboard.press("n");
  await expect.poll(() => commands.map((each) => each.do)).toEqual(["playPick", "skip"]);
  await alone.close();
});

test("six others that come while a song is asked about wait, and it can still be had", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").first().click();
  alone.push({ sixPicks: kioskStates.long?.sixPicks ?? [] });
  await page.getByTestId("play-now").click();
  await expect.poll(() => commands).toEqual([{ do: "playTrack", track: "six-0", when: "now" }]);
  await page.getByText("Donaudampf").first().waitFor();
  await alone.close();
});

test("what plays by now is still among the six that somebody looks at, says so, and can't be asked for", async () => {
  const alone = await open("full");
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").nth(1).click();
  await page.getByTestId("play-now").waitFor();
  const { player, sixPicks } = kioskStates.full ?? expect.fail("There is no such state.");
  const pick = sixPicks[1] ?? expect.fail("There is no such song.");
  alone.push({ player: { ...player, actual: { state: "playing", pick, positionMs: 0, at: 0 } } });
  await expect.poll(() => page.getByTestId("pick").nth(1).textContent()).toContain("plays now");
  expect(await page.getByTestId("pick").nth(1).isDisabled()).toBe(true);
  await page.getByTestId("play-now").waitFor({ state: "detached" });
  await alone.close();
});

test("what is wrong is said with one touch, and taken back with another", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  for (const button of ["wrong-mood", "not-this-song", "not-this-artist"])
    await page.getByTestId(button).click();
  await expect
    .poll(() => commands)
    .toEqual([
      { do: "wrongMood", track: "track-1" },
      { do: "block", track: "track-1", what: "song" },
      { do: "block", track: "track-1", what: "artist" },
    ]);
  alone.push({ lastCorrection: kioskStates.corrected?.lastCorrection ?? null });
  // What the songs below are is said meanwhile too.
  await page.getByText("New mood for “Lantern Street at Noon”").waitFor();
  await page.getByText("Six that would suit").waitFor();
  await page.getByTestId("undo").click();
  await expect.poll(() => commands.at(-1)).toEqual({ do: "undoCorrection", correction: "correction-1" });
  await alone.close();
});

test("a choice made while the one before is on its way back is kept", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("wishes").click();
  await page.getByRole("button", { name: "German" }).click();
  await page.getByRole("button", { name: "French" }).click();
  alone.push({ preferences: { languages: ["de"], artists: [], policy: null, until: null } });
  // As the daemon has it, which is told once; what was touched since stays as it is.
  await page.getByText("Chosen: German").waitFor();
  await page.getByRole("button", { name: "French", pressed: true }).waitFor();
  await page.getByRole("button", { name: "Spanish" }).click();
  await expect.poll(() => commands.at(-1)).toMatchObject({ do: "prefer", languages: ["de", "fr", "es"] });
  await alone.close();
});

test("by keys alone: a question that is answered or left gives the focus back to its song", async () => {
  const alone = await open("full");
  const { page } = alone;
  await page.getByTestId("touch").click();
  const focused = () =>
    page.evaluate(`(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.dataset.testid ?? at?.localName;
    })()`);
  for (const answer of ["Escape", "Enter"]) {
    await page.keyboard.press("2");
    await expect.poll(focused).toBe("play-now");
    await page.keyboard.press(answer);
    await expect.poll(focused).toBe("pick");
  }
  await alone.close();
});

test("a finger that drags the position as the song ends does not seek in the next one", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  const slider = page.getByRole("slider", { name: "Position in the song" });
  const box = (await slider.boundingBox()) ?? expect.fail("The position can't be seen.");
  const [middle, at] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(middle, at);
  await page.mouse.down();
  await page.mouse.move(middle + 60, at);
  const { player } = kioskStates.long ?? expect.fail("There is no such state.");
  alone.push({ player });
  await page.getByText("Donaudampf").first().waitFor();
  await page.mouse.move(middle + 120, at);
  await page.mouse.up();
  expect(commands).toEqual([]);
  await page.mouse.click(middle, at);
  await expect.poll(() => commands).toMatchObject([{ do: "seek" }]);
  await alone.close();
});

test("the volume goes as far as the owner's rules let it, and says why no further", async () => {
  const alone = await open("quiet");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("volume").fill("0.9");
  await page.getByText("Quiet hours: from 10 % to 40 %.").waitFor();
  await expect.poll(() => commands.at(-1)).toEqual({ do: "setVolume", volume: 0.4 });
  expect(await page.getByTestId("volume").inputValue()).toBe("0.4");
  await alone.close();
});
