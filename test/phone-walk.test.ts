import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { codeIn } from "./code-in.ts";
import { playing, playingNow } from "./demo-daemon.ts";
import { RunningDaemon } from "./running-daemon.ts";

// A real daemon, its own screen and two phones: a song asked for waits and plays, two votes skip one, and the owner
// turns all of it off. Whatever a page says to its console on the way is a fault.

let daemon: RunningDaemon;
let context: BrowserContext;
let kiosk: Page;
let anna: Page;
let ben: Page;
let closeBrowser: () => Promise<void>;
const complaints: string[] = [];

beforeAll(async () => {
  // Whether the network may come in is asked for at the start alone.
  const first = await RunningDaemon.start(["--demo", "--output", "null"]);
  await first.set({
    ...{ openToNetwork: true, guestPage: true, hostNames: ["mien.example"] },
    // The demo's few artists have hardly any time to rest.
    ...{ trackRestMinutes: 0, artistRestMinutes: 0, guestSpacing: 0, guestHourly: 3 },
  });
  await first.stop({ keepData: true });
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], { dataFolder: first.dataFolder });
  await daemon.until("the demo's songs", ({ library }) => library.tracks >= 20);
  await daemon.until("music", playing);
  ({ context, close: closeBrowser } = await openBrowser());
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage();
    page.on("console", (message) => {
      const isRefusal = /status of (401|409)/.test(message.text());
      if (message.type() === "error" && !isRefusal) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(address);
    return page;
  };
  // Cookies belong to a name: by each of them the same browser is another phone.
  const { port } = new URL(daemon.url);
  kiosk = await open(`http://localhost:${port}`);
  anna = await open(`http://127.0.0.1:${port}/phone`);
  ben = await open(`http://localhost:${port}/phone`);
  for (const phone of [anna, ben]) await phone.getByTestId("room").waitFor();
});
afterAll(async () => {
  await closeBrowser?.();
  await daemon?.stop();
});

/** In sight: only such a phone counts for votes. */
const look = (page: Page) => page.bringToFront();
const waiting = () => daemon.state.guests.waiting;

test("the screen's code holds the address that phones can reach, and says it in words", async () => {
  await look(kiosk);
  await kiosk.getByTestId("touch").click();
  await kiosk.getByTestId("phone-code-open").click();
  const { port } = new URL(daemon.url);
  await kiosk.getByTestId("phone-address").getByText(`mien.example:${port}/phone`).waitFor();
  expect(await codeIn(await kiosk.screenshot())).toBe(`http://mien.example:${port}/phone`);
  await kiosk.getByTestId("phone-code-close").click();
});

test("a song that is searched for and asked for waits on every phone, and plays next", async () => {
  await look(anna);
  const { tracks } = await daemon.get<{ tracks: { id: string; title: string; artists: string[] }[] }>(
    "/api/library/tracks?limit=100",
  );
  // What plays and what comes next was chosen at random: a song by either can't be asked for.
  const { state } = await daemon.until("a song that comes next", ({ queue }) => queue.length > 0);
  const { player, queue } = state;
  const coming = [...("pick" in player.actual ? [player.actual.pick] : []), ...queue];
  const busy = new Set(coming.flatMap(({ item }) => (item.kind === "track" ? item.track.artists : [])));
  const song = tracks.find(({ artists }) => artists.every((artist) => !busy.has(artist)));
  if (song === undefined) throw new Error("The demo has no other artists.");
  await anna.getByTestId("search-open").click();
  await anna.locator("phone-search input").fill(song.title);
  await anna
    .locator("phone-search")
    .getByRole("button", { name: `Ask for ${song.title}` })
    .first()
    .click();
  await daemon.until("a song that waits", ({ guests }) => guests.waiting === 1);
  await anna.getByTestId("search-close").click();
  for (const phone of [anna, ben]) await phone.getByTestId("waiting-list").getByText(song.title).waitFor();
  expect(await anna.getByTestId("waiting-list").getByRole("button").count()).toBe(1);
  expect(await ben.getByTestId("waiting-list").getByRole("button").count()).toBe(0);
  await daemon.until("it is queued", ({ queue: [next] }) => {
    return next?.item.kind === "track" && next.item.track.id === song.id;
  });
  await daemon.command({ do: "skip" });
  await daemon.until("it plays", ({ player }) => {
    const { actual: now } = player;
    return now.state === "playing" && now.pick.item.kind === "track" && now.pick.item.track.id === song.id;
  });
  await expect.poll(waiting).toBe(0);
  await anna.getByTestId("title").getByText(song.title).waitFor();
});

test("one vote is shown on every phone and skips nothing, the second one skips, and the screen says why", async () => {
  const { id } = playingNow(daemon.state);
  await anna.getByTestId("vote").click();
  await daemon.until("a vote", ({ guests }) => guests.vote?.votes === 1);
  for (const phone of [anna, ben]) await phone.getByTestId("vote").getByText("1 of 2").first().waitFor();
  expect(playingNow(daemon.state).id).toBe(id);
  // It stands there for some seconds alone: it is looked for before there is another song.
  const said = kiosk.getByTestId("said").getByText("phones wanted another song than").waitFor();
  await Promise.all([said, ben.getByTestId("vote").click()]);
  await daemon.until("another song", (state) => playing(state) && playingNow(state).id !== id);
  await anna.getByTestId("vote").getByText("0 of 2").first().waitFor();
});

test("turned off by the owner, phones say so and the screen has no code; turned on, they go on by themselves", async () => {
  await daemon.set({ guestPage: false });
  for (const phone of [anna, ben])
    await phone.getByRole("heading", { name: "This page is turned off" }).waitFor();
  await expect.poll(() => kiosk.locator("phone-code").count()).toBe(0);
  await daemon.set({ guestPage: true });
  for (const phone of [anna, ben]) await phone.getByTestId("room").waitFor();
});

test("the settings page says where phones find it, as soon as the owner turns it on", async () => {
  await daemon.set({ guestPage: false });
  const { port } = new URL(daemon.url);
  await kiosk.goto(`http://localhost:${port}/settings`);
  await kiosk.locator('[data-setting=guestPage] button[data-testid$="-on"]').first().click();
  await kiosk.getByTestId("guest-page").getByText(`http://mien.example:${port}/phone`).waitFor();
});

test("no page complained on the way", () => {
  expect(complaints).toEqual([]);
});
