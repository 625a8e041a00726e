import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { PhoneAlone, phoneSong, someRoom } from "./phone-alone.ts";

// The songs that a phone offers stay where they are while somebody looks at them, and change when they want others.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const songOf = (n: number) => ({ ...phoneSong(n), title: `Song ${n}`, artists: [`Artist ${n}`] });
const six = (...numbers: readonly number[]) =>
  numbers.map((n) => ({ ...songOf(n), suits: true, refusal: null }));
const usual = six(1, 2, 3, 4, 5, 6);
const newest = six(8, 9, 10, 11, 12, 13);
const titles = (...numbers: readonly number[]) => numbers.map((n) => songOf(n).title);

async function open() {
  const alone = await PhoneAlone.open({ context, room: { ...someRoom, six: usual } });
  const { page } = alone;
  await page.getByTestId("room").waitFor();
  const shown = () => page.getByTestId("six").locator(".title").allTextContents();
  const song = (n: number) => page.getByTestId("six").getByTestId("song").nth(n);
  const isHeard = () =>
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  /** Another song begins, and with it others are offered. */
  const moveOn = async () => {
    const playing = someRoom.playing && { ...someRoom.playing, ...songOf(7), pick: "pick-7" };
    alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, playing, six: newest } });
    await page.locator("phone-now h1").getByText(songOf(7).title).waitFor();
    await isHeard();
  };
  return { alone, page, shown, song, moveOn };
}

test("a song that begins and other songs on offer change nothing under the finger", async () => {
  const { alone, page, shown, song, moveOn } = await open();
  await moveOn();
  expect(await shown()).toEqual(titles(1, 2, 3, 4, 5, 6));
  await song(2).click();
  await expect.poll(() => alone.asked.at(-1)).toContain(songOf(3).track);
  await page.getByTestId("said").getByText(songOf(3).title).waitFor();
  expect(await shown()).toEqual(titles(1, 2, 3, 4, 5, 6));
  await page.close();
});

test("a song that was voted away is not said to come, nor can it be touched: another one is in its place", async () => {
  const { alone, page, shown } = await open();
  const row = page.getByTestId("six").getByTestId("song");
  const [first, second, ...others] = usual;
  if (!first || !second) expect.fail("Nothing is offered.");
  const coming = { ...second, refusal: { because: "coming" } as const };
  const waiting = [{ ...songOf(2), id: "request-2" }];
  const six = [first, coming, ...others, ...newest.slice(0, 1)];
  alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, waiting, six } });
  await row.nth(1).getByText("Asked for: first in the list").waitFor();
  const playing = (n: number) =>
    someRoom.playing && { ...someRoom.playing, ...songOf(n), pick: `pick-${n}`, positionMs: 0 };
  alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, playing: playing(2), six: newest } });
  await row.nth(1).getByText("Now playing").waitFor();
  expect(await shown()).toEqual(titles(1, 2, 3, 4, 5, 6, 8));
  alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, playing: playing(7), six: newest } });
  // None but the last one has moved.
  await expect.poll(shown).toEqual(titles(1, 8, 3, 4, 5, 6));
  await page.close();
});

test("whoever wants other songs is shown those on offer by now, and then others still", async () => {
  const { alone, page, shown, moveOn } = await open();
  await moveOn();
  await page.getByTestId("others").click();
  await expect.poll(shown).toEqual(titles(8, 9, 10, 11, 12, 13));
  expect(alone.asked).toEqual([]);
  alone.others = six(14, 15);
  await page.getByTestId("others").click();
  await expect.poll(shown).toEqual(titles(14, 15));
  await page.close();
});

test("other songs are all other songs, until all were there; then the first ones come again", async () => {
  const { alone, page, shown } = await open();
  const library = six(1, 2, 3, 4, 5, 6, 7, 8, 9);
  await page.route("**/api/guest/others", async (route) => {
    const body: { shown: readonly string[] } = route.request().postDataJSON();
    alone.others = library.filter(({ track }) => !body.shown.includes(track)).slice(0, 6);
    await route.fallback();
  });
  // One of the newest six is new: that is no reason to show the other five again.
  alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, six: six(1, 2, 3, 4, 5, 7) } });
  const others = page.getByTestId("others");
  await others.click();
  await expect.poll(shown).toEqual(titles(7, 8, 9));
  await others.click();
  await expect.poll(shown).toEqual(titles(1, 2, 3, 4, 5, 6));
  await page.close();
});

test("a song that can't be had any more says why, and others come in the place", async () => {
  const { alone, page, shown, song, moveOn } = await open();
  await moveOn();
  alone.answer = { because: "rest", again: 1_763_726_400_000 };
  await song(0).click();
  await page.getByTestId("said").getByText("Heard lately").waitFor();
  await expect.poll(shown).toEqual(titles(8, 9, 10, 11, 12, 13));
  await page.close();
});

test("whoever takes the phone up again finds what is on offer by now", async () => {
  const { page, shown, moveOn } = await open();
  await moveOn();
  await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
  await expect.poll(shown).toEqual(titles(8, 9, 10, 11, 12, 13));
  await page.close();
});
