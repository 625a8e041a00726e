import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Settings } from "../src/protocol/settings.ts";
import type { AppState } from "../src/protocol/state.ts";
import { openBrowser, sizes } from "./browser.ts";
import { looking, playing, playingNow } from "./demo-daemon.ts";
import { RunningDaemon } from "./running-daemon.ts";

// A real daemon that looks and plays, and a browser: what a visitor turns at the kiosk and an owner at their pages
// reaches the music and the camera, and comes back to the page. Whatever a page says to its console is a fault.

const laptop = { width: 1440, height: 900 };

let daemon: RunningDaemon;
let page: Page;
let closeBrowser: () => Promise<void>;
const complaints: string[] = [];

beforeAll(async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  await daemon.until("music", playing);
  await daemon.until("a camera that looks", looking);
  const browser = await openBrowser();
  closeBrowser = browser.close;
  page = await browser.context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
});
afterAll(async () => {
  await closeBrowser?.();
  await daemon?.stop();
});

const shown = (id: string) => page.getByTestId(id).first();
const settings = async (): Promise<Settings> =>
  (await daemon.get<{ values: Settings }>("/api/settings")).values;
const seesFaces = ({ room }: AppState) => room.faces > 0;

async function openAt(path: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(daemon.url + path);
}

/** From one place to another, in shares of its width and height. */
async function drag(over: Locator, from: readonly [number, number], to: readonly [number, number]) {
  await over.scrollIntoViewIfNeeded();
  const box = (await over.boundingBox()) ?? expect.fail("It isn't shown.");
  const at = ([across, down]: readonly [number, number]) =>
    [box.x + box.width * across, box.y + box.height * down] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 5 });
  await page.mouse.up();
}

test("the dial is drawn to another mood: the music follows it, until the camera is to lead again", async () => {
  await openAt("", sizes["1280x800"]);
  await shown("touch").click();
  await shown("mood-dial").waitFor();
  await drag(shown("mood-dial"), [0.5, 0.5], [0.85, 0.2]);
  await daemon.until("the wish", ({ mood }) => mood?.basis === "manual");
  const { valence = 0, arousal = 0 } = daemon.state.mood?.affect ?? {};
  expect([valence > 0.3, arousal > 0.2]).toEqual([true, true]);
  await shown("dial-left").waitFor({ state: "attached" });
  await shown("let-camera-lead").click();
  await daemon.until("the camera", ({ mood }) => mood !== null && mood.basis !== "manual");
  await shown("let-camera-lead").waitFor({ state: "detached" });
});

test("the screen speaks another language after a touch, and English after another", async () => {
  await shown("languages").click();
  await shown("speak-de").click();
  await page.locator("html[lang=de]").waitFor();
  await shown("wishes").getByText("Wünsche").waitFor();
  await shown("languages").click();
  await shown("speak-en").click();
  await page.locator("html[lang=en]").waitFor();
});

test("who is in a box that was drawn over the picture is seen by nobody any more, and again once it is removed", async () => {
  await openAt("/camera", laptop);
  await daemon.until("faces", seesFaces);
  await page.locator("zone-layer").waitFor();
  await shown("face-1").waitFor();
  // Its corners are round.
  await drag(page.locator("zone-layer"), [0.02, 0.05], [0.98, 0.95]);
  await expect.poll(async () => (await settings()).blackout.length).toBe(1);
  await daemon.until("nobody", ({ room }) => room.faces === 0);
  await shown("face-1").waitFor({ state: "detached" });
  await shown("remove-zone-1").click();
  await daemon.until("faces again", seesFaces);
  expect((await settings()).blackout).toEqual([]);
});

test("a setting that is typed into its form holds, and its own Undo takes it back", async () => {
  await openAt("/settings", laptop);
  const before = (await settings()).glideSongs;
  await shown("glideSongs").fill(String(before + 2));
  await shown("glideSongs").press("Enter");
  await expect.poll(async () => (await settings()).glideSongs).toBe(before + 2);
  await shown("glideSongs-undo").click();
  await expect.poll(async () => (await settings()).glideSongs).toBe(before);
});

test("the history tells of the song that was left, the model of the file that runs, the notice of the place", async () => {
  const { id } = playingNow(daemon.state);
  const { actual } = daemon.state.player;
  const title = "pick" in actual && actual.pick.item.kind === "track" ? actual.pick.item.track.title : "";
  await daemon.command({ do: "skip" });
  await daemon.until("another song", (state) => playing(state) && playingNow(state).id !== id);
  await openAt("/history", laptop);
  await shown("plays").getByText(title).first().waitFor();
  await openAt("/model", laptop);
  await shown("files").getByText("int8").first().waitFor();
  await daemon.set({ placeName: "The Blue Cup" });
  await openAt("/notice", laptop);
  await shown("notice-en").getByText("The Blue Cup").first().waitFor();
});

test("no page said anything to its console", () => {
  expect(complaints).toEqual([]);
});
