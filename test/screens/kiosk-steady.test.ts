import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// What a finger on its way to something on the kiosk may rely on, and what a key is told as a finger is.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
let asked: string[] = [];

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const choices = (url: URL): Told | null => {
  if (url.pathname.endsWith("/cover")) return someCover(url.pathname);
  asked.push(`${url.pathname} ${url.searchParams.get("playable")}`);
  if (url.pathname === "/api/library/languages") return { json: [{ language: "pl", tracks: 9 }] };
  return url.pathname === "/api/library/artists" ? { json: [{ name: "Ana Lúz", tracks: 9 }] } : null;
};

const open = (state: string): Promise<PageAlone> => {
  asked = [];
  return PageAlone.open({ context, path: "/", state: kioskStates[state] ?? null, api: choices });
};

test("six others that come while the sheet is open change nothing under a finger, until somebody asks for others", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").first().waitFor();
  const titles = () => page.getByTestId("pick").locator(".title").allTextContents();
  const before = await titles();
  const others = kioskStates.long?.sixPicks ?? [];
  // That the page has heard of them is told by the queue, which comes with the same message.
  alone.push({ sixPicks: others, queue: others.slice(0, 1) });
  await page.locator("next-song bdi").getByText("夏の終わり").waitFor();
  expect(await titles()).toEqual(before);
  // What was shown can be had, though the daemon offers others by now.
  await page.getByTestId("pick").first().click();
  await page.getByTestId("play-next").click();
  await expect.poll(() => commands.at(-1)).toEqual({ do: "playTrack", track: "six-0", when: "next" });
  await page.getByTestId("other-picks").click();
  alone.push({ sixPicks: others.toReversed() });
  await page.getByTestId("pick").getByText("夏の終わり").first().waitFor();
  await alone.close();
});

test("a song that has played meanwhile, or was refused, makes room for another, and the others stay in their places", async () => {
  const alone = await open("full");
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").first().waitFor();
  const titles = () => page.getByTestId("pick").locator(".title").allTextContents();
  const [first, second, ...rest] = await titles();
  const { player, sixPicks } = kioskStates.full ?? expect.fail("There is no such state.");
  const [one, two] = sixPicks;
  const [long, , another] = kioskStates.long?.sixPicks ?? [];
  if (!one || !two || !long || !another) expect.fail("There are no such songs.");
  const plays = (pick: typeof one) => ({
    player: { ...player, actual: { state: "playing", pick, positionMs: 0, at: 0 } as const },
  });
  alone.push({ ...plays(one), sixPicks: [long] });
  await page.getByTestId("pick").first().getByText("plays now").waitFor();
  expect(await titles()).toEqual([first, second, ...rest]);
  alone.push(plays({ ...two, item: { kind: "announcement", title: "Half past nine" } }));
  await expect.poll(titles).toEqual([expect.stringContaining("夏の終わり"), second, ...rest]);

  alone.push({ sixPicks: [another] });
  await page.getByTestId("pick").nth(1).click();
  await page.getByTestId("play-next").click();
  await expect.poll(() => alone.commands.length).toBe(1);
  alone.refuse("The file of this song is not there at the moment.");
  await page.getByTestId("rejection").getByText("not there").waitFor();
  await expect.poll(async () => (await titles())[1]).not.toBe(second);
  expect((await titles()).slice(2)).toEqual(rest);
  await alone.close();
});

test("what suits no more says so in its place, however long ago the last touch was, until somebody asks for others", async () => {
  const alone = await open("full");
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").first().waitFor();
  const titles = () => page.getByTestId("pick").locator(".title").allTextContents();
  const [first, ...rest] = await titles();
  // Read, and not touched, for half a minute.
  await page.evaluate(
    "{ const now = performance.now.bind(performance); performance.now = () => now() + 30_000; }",
  );
  const { sixPicks } = kioskStates.full ?? expect.fail("There is no such state.");
  const changed = sixPicks.map((pick, place) =>
    place === 0
      ? { ...pick, suits: false, reasons: [{ kind: "widened", rule: "mood" } as const] }
      : { ...pick, suits: true },
  );
  alone.push({ sixPicks: changed });
  await page
    .locator("song-pick[besides]")
    .getByText(first ?? "")
    .waitFor();
  expect(await titles()).toEqual([first, ...rest]);
  await page.getByTestId("other-picks").click();
  alone.push({ sixPicks: changed.map((pick) => ({ ...pick })) });
  await expect.poll(titles).toEqual([...rest, first]);
  await alone.close();
});

test.each([
  ["ArrowUp", 0.4],
  ["m", 0.1],
])("by the key %s the volume says why it goes no further, as it does to a finger", async (key, reached) => {
  const alone = await open("quiet");
  const { page, commands } = alone;
  await page.getByTestId("touch").waitFor();
  await page.keyboard.press(key);
  await page.getByText("Quiet hours: from 10 % to 40 %.").waitFor();
  await expect.poll(() => commands.at(-1)).toEqual({ do: "setVolume", volume: reached });
  await alone.close();
});

test("what is offered to be wished for are artists and languages that can come today", async () => {
  const alone = await open("full");
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("wishes").click();
  await alone.page.getByRole("button", { name: "Ana Lúz" }).waitFor();
  await alone.page.getByRole("button", { name: "Polish" }).waitFor();
  expect(asked).toEqual(
    expect.arrayContaining(["/api/library/languages today", "/api/library/artists today"]),
  );
  await alone.close();
});
