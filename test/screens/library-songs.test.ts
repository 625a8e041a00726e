import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { someCorrection, somePick, someState } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";
import { someLibrary, songs } from "./some-library.ts";

// What the owner does with songs on the library's page, on a laptop, and what it leads to.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const state = kioskStates.full ?? someState();

async function open(): Promise<{ alone: PageAlone; page: Page }> {
  const alone = await PageAlone.open({ context, path: "/library#songs", state, api: someLibrary({}) });
  await alone.page.setViewportSize({ width: 1440, height: 900 });
  return { alone, page: alone.page };
}

const first = (page: Page, id: string) => page.getByTestId(id).first();

test("what was said lately is listed, newest first, each with its own way back", async () => {
  const at = state.now - 120_000;
  const corrections = [
    someCorrection({
      id: "newest",
      title: "Good Bread",
      kind: "block-artist",
      artist: "Ida Fenn",
      by: "owner",
      at,
    }),
    someCorrection({ id: "older", title: "Kite Weather", at: at - 60_000 }),
  ];
  const { alone, page } = await open();
  alone.push({ corrections });
  const list = first(page, "said-lately");
  await list.waitFor();
  const lines = await list.locator("li").allTextContents();
  expect(lines.map((line) => line.replace(/\s+/g, " ").trim())).toEqual([
    expect.stringMatching(/Ida Fenn.*on this page, \d\d:\d\d Undo$/),
    expect.stringMatching(/Kite Weather.*at the screen, \d\d:\d\d Undo$/),
  ]);
  const asked = page.waitForRequest((request) => request.method() === "DELETE");
  await list.getByRole("button", { name: /Undo: .*Kite Weather/ }).click();
  expect(new URL((await asked).url()).pathname).toBe("/api/library/corrections/older");
  alone.push({ corrections: corrections.slice(0, 1) });
  await expect.poll(() => list.locator("li").count()).toBe(1);
  alone.push({ corrections: [] });
  await list.waitFor({ state: "detached" });
  await alone.close();
});

test("several are played next, in their order, and blocked together", async () => {
  const { alone, page } = await open();
  await first(page, "song").click();
  await page.getByTestId("select").nth(3).click();
  await first(page, "play-next").click();
  const ids = [songs[0]?.id, songs[3]?.id];
  await expect
    .poll(() => alone.commands)
    .toEqual(ids.map((track) => ({ do: "playTrack", track, when: "next" })));
  await page.getByText("Plays next: 2 songs").waitFor();
  const [one, two] = ids.map((id) => ({
    ...somePick(
      [{ kind: "asked", by: { kind: "owner" } }],
      songs.find((song) => song.id === id),
    ),
    id: `asked-${id}`,
  }));
  if (one === undefined || two === undefined) throw new Error("Two songs were asked for.");
  alone.push({ queue: [one, two] });
  await page
    .getByText(/^Next: /)
    .first()
    .waitFor();
  await first(page, "undo-change").click();
  await expect
    .poll(() => alone.commands.slice(2))
    .toEqual([one, two].map(({ id }) => ({ do: "unqueue", pick: id })));
  await page.getByText("That was taken back.").waitFor();
  const blocked: unknown[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") blocked.push(request.postDataJSON());
  });
  await first(page, "block-song").click();
  await expect.poll(() => blocked).toEqual(ids.map((track) => ({ track })));
  await alone.close();
});
