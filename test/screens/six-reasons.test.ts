import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { labelPoints } from "../../src/protocol/circumplex.ts";
import type { PickReason, SixPick } from "../../src/protocol/music.ts";
import { allLanguages } from "../../src/ui/languages/languages.ts";
import { someTrack } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// Why a song is offered stands below its title, and there is the least room for it on the smallest touchscreen.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const full = kioskStates.full ?? expect.fail("There is no such state.");
const points = Object.values(labelPoints);

/** One song for each thing that can be said of it. */
function offered(
  state: string,
  suits: boolean,
  reasons: readonly (readonly PickReason[])[],
): readonly SixPick[] {
  return reasons.map((each, index) => {
    const point = points[index % points.length] ?? expect.fail("There is no such mood.");
    const track = someTrack({
      id: `song-${index}`,
      title: `${state} ${index}`,
      affect: { point, confidence: 1, from: "tag" },
    });
    const item = { kind: "track", track } as const;
    return { id: `pick-${index}`, item, pickedAt: full.now, reasons: each, draw: null, suits };
  });
}

const rules = ["mood", "rest", "artist", "artist-rest", "length", "quiet"] as const;
/** The longest of two reasons. */
const wordless = rules.map((rule): readonly PickReason[] => [
  { kind: "preferred", what: "language", value: "zxx", by: "guest" },
  { kind: "widened", rule },
]);
const states: Readonly<Record<string, readonly SixPick[]>> = {
  moods: offered(
    "moods",
    true,
    points.map(() => []),
  ),
  "what gave way": offered(
    "what gave way",
    false,
    rules.map((rule) => [{ kind: "widened", rule }]),
  ),
  "wish and mood": offered(
    "wish and mood",
    false,
    points.slice(0, 6).map(() => [
      { kind: "preferred", what: "language", value: "pl", by: "guest" },
      { kind: "widened", rule: "mood" },
    ]),
  ),
  "wish and what gave way": offered("wish and what gave way", false, wordless),
  wishes: offered("wishes", true, [
    [{ kind: "widened", rule: "favourites" }],
    [{ kind: "widened", rule: "language" }],
    [{ kind: "preferred", what: "artist", value: "Nina", by: "guest" }],
    [{ kind: "preferred", what: "language", value: "pl", by: "guest" }],
    [{ kind: "preferred", what: "language", value: "zxx", by: "guest" }],
  ]),
  "and trouble": offered("and trouble", false, wordless),
};

const { health, camera } = kioskStates.troubled ?? expect.fail("There is no such state.");

const sizes = {
  "800x480": { width: 800, height: 480 },
  "1280x800": { width: 1280, height: 800 },
  "1080x1920": { width: 1080, height: 1920 },
};

interface Line {
  scrollWidth: number;
  clientWidth: number;
  scrollHeight: number;
  clientHeight: number;
  textContent: string;
}

/** Letters are a little taller than their line. */
const cutOff = (all: readonly Line[]) =>
  all
    .filter(
      ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth > clientWidth || scrollHeight > clientHeight + 8,
    )
    .map((each) => each.textContent);

test.each(allLanguages)("%s: no reason below a song is cut off, on whatever screen", async (language) => {
  const preferences = { languages: ["pl"], artists: ["Nina"], policy: null, until: full.now + 3_600_000 };
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, screenLanguages: [language], queue: [] } },
    api: ({ pathname }) => (pathname.endsWith("/cover") ? someCover(pathname) : null),
  });
  const { page } = alone;
  await page.setViewportSize(sizes["800x480"]);
  await page.locator(`html[lang="${language}"]`).waitFor();
  const cut: string[] = [];
  for (const [name, sixPicks] of Object.entries(states)) {
    // Whoever stands before the six keeps them: they come while nobody does.
    alone.push({ sixPicks, preferences: name === "wishes" ? preferences : full.preferences });
    // Its line takes height from the songs.
    if (name === "and trouble") alone.push({ health, camera });
    await page.getByTestId("touch").click();
    await page
      .getByTestId("pick")
      .getByText(`${name} ${sixPicks.length - 1}`)
      .waitFor();
    expect(await page.locator("song-pick").count()).toBe(sixPicks.length);
    for (const [size, viewport] of Object.entries(sizes)) {
      // The larger ones show six.
      if (size !== "800x480" && sixPicks.length > 6) continue;
      await page.setViewportSize(viewport);
      await page.evaluate("document.fonts.ready");
      await page.screenshot({
        path: `screenshots/six-reasons-${language}-${name.replaceAll(" ", "-")}-${size}.png`,
      });
      const texts = await page.locator("song-pick .soft").evaluateAll(cutOff);
      cut.push(...texts.map((text) => `${size}: ${text}`));
      const leaving = await page
        .locator("song-pick .words")
        .evaluateAll((all: readonly { scrollHeight: number; parentElement: { clientHeight: number } }[]) =>
          all.filter(({ scrollHeight, parentElement }) => scrollHeight > parentElement.clientHeight + 2),
        );
      expect(leaving).toEqual([]);
    }
    await page.setViewportSize(sizes["800x480"]);
    await page.getByTestId("touch").click();
  }
  expect(cut).toEqual([]);
  await alone.close();
});
