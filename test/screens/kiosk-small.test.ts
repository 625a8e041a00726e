import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { PickReason } from "../../src/protocol/music.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { someTrack } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// The Pi's 7-inch touchscreen, 800 by 480, with all that a page may have to say at once: what there is no room for is said
// more briefly or left out, and never by halves.

const size = { width: 800, height: 480 };
const languages = ["en", "de", "fr", "es", "hi", "ar", "zh"] as const;
const full = kioskStates.full ?? expect.fail("There is no such state.");
const working = kioskStates.working ?? expect.fail("There is no such state.");

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());
afterEach(() => {
  isNew = false;
  isMember = false;
});

const setup = { isNeeded: true, code: "XX94-2GZ8-MQM6", address: "http://mien.local:7373/setup" };
/** Whether it is to be set up still, which its page says at the top. */
let isNew = false;
/** Whether somebody is signed in. */
let isMember = false;
const ada = { id: "ada", name: "Ada", role: "member", onTile: false, named: false };
const api = ({ pathname }: URL): Told | null => {
  if (pathname.endsWith("/cover")) return someCover(pathname);
  if (pathname === "/api/setup" && isNew) return { json: setup };
  if (pathname === "/api/people/tiles") return { json: { tiles: [] } };
  return pathname === "/api/session"
    ? {
        json: {
          role: isMember ? "member" : "guest",
          seat: "kiosk",
          person: isMember ? { ...ada, wishes: { languages: [], artists: [], policy: null } } : null,
          secureWay: null,
        },
      }
    : null;
};

const playing = (title: string, ...reasons: readonly PickReason[]): AppState["player"] => ({
  ...full.player,
  actual: {
    ...{ state: "playing", positionMs: 83_000, at: full.now },
    pick: {
      ...{ id: "now", pickedAt: full.now, reasons, draw: null },
      item: { kind: "track", track: someTrack({ title }) },
    },
  },
});

/** A trial without a sound card, with two people there, and phones that vote. */
const busy: AppState = {
  ...full,
  camera: working.camera,
  library: { ...full.library, demo: true },
  people: { named: [], others: 2 },
  guests: {
    ...full.guests,
    ...{ page: "open", address: "http://192.168.178.42:7373/phone", codeAtRest: true },
    vote: { votes: 2, needed: 3 },
  },
  health: {
    ...full.health,
    player: { state: "degraded", reason: "output-missing", detail: "", since: full.now, retryAt: null },
  },
  player: playing("Lantern Street at Noon", { kind: "widened", rule: "artist-rest" }),
};

async function open(state: AppState, language: (typeof languages)[number]): Promise<PageAlone> {
  const alone = await PageAlone.open({
    ...{ context, path: "/", api },
    state: { ...state, screenLanguages: [language, "en"] },
  });
  await alone.page.setViewportSize(size);
  await alone.page.locator(`html[lang="${language}"]`).waitFor();
  return alone;
}

/** An element, as far as these tests look at it. */
interface Sized {
  scrollHeight: number;
  clientHeight: number;
}

const cutReasons = (page: Page): Promise<readonly string[]> =>
  page.locator("now-playing .why").evaluateAll((all: (Sized & { textContent: string })[]) =>
    all
      // Of one pixel, and for those alone who hear the page.
      .filter(({ scrollHeight, clientHeight }) => clientHeight > 1 && scrollHeight > clientHeight + 1)
      .map(({ textContent }) => textContent),
  );

test.each(languages)("%s: at rest everything is whole", async (language) => {
  const alone = await open(busy, language);
  const { page } = alone;
  await page.getByTestId("why").or(page.getByTestId("why-brief")).filter({ visible: true }).waitFor();
  expect(await cutReasons(page)).toEqual([]);
  // The code says what it is for, and where it leads for those who type.
  await page.getByTestId("code-at-rest").waitFor();
  expect(await page.getByTestId("code-at-rest").innerText()).toContain("192.168.178.42:7373/phone");
  const address = await page
    .locator("[data-testid=code-at-rest] span")
    .evaluate((line: Sized) => line.clientHeight);
  expect(address, "one line").toBeLessThanOrEqual(20);
  const here = page.getByTestId("here").or(page.getByTestId("here-brief")).filter({ visible: true });
  const cut = await here.evaluateAll((all: Sized[]) =>
    all.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1),
  );
  expect(cut).toEqual([]);
  expect(await here.count()).toBe(1);
  const privacy = await page.getByTestId("privacy").evaluate((line: Sized) => line.clientHeight);
  expect(privacy, "two lines").toBeLessThanOrEqual(40);
  expect(await lookAt(page, `kiosk-small-${language}-rest`, { "800x480": size })).toEqual([]);
  await alone.close();
});

test("where the title leaves no room for a reason, none is begun", async () => {
  const title = "Der Donaudampfschifffahrtsgesellschaftskapitän erinnert sich an einen Sommer ohne Ende";
  isNew = true;
  const alone = await open({ ...busy, player: playing(title, { kind: "widened", rule: "rest" }) }, "fr");
  const { page } = alone;
  await page.getByTestId("title").getByText("Donaudampf").waitFor();
  await page.locator('now-playing[says="nothing"]').waitFor();
  expect(await cutReasons(page)).toEqual([]);
  await page.screenshot({ path: "screenshots/kiosk-small-long.png" });
  // Who hears the page is told all the same.
  expect(await page.locator("now-playing").ariaSnapshot()).toContain("Entendu il y a peu");
  // With the room there is again, it is said.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByTestId("why").waitFor();
  await alone.close();
});

test("de: on a panel of 1024 by 600 the song and its reason lie over none of all that the page may have to say", async () => {
  const panel = { width: 1024, height: 600 };
  const rest = { kind: "widened", rule: "artist-rest" } as const;
  const [mood] = full.player.actual.state === "playing" ? full.player.actual.pick.reasons : [];
  if (mood === undefined) expect.fail("There is no such reason.");
  const long = "Der Donaudampfschifffahrtsgesellschaftskapitän erinnert sich an einen Sommer ohne Ende";
  for (const title of ["Lantern Street at Noon", long])
    for (const toSetUp of [false, true]) {
      isNew = toSetUp;
      const alone = await open({ ...busy, player: playing(title, rest, mood) }, "de");
      const { page } = alone;
      await page.setViewportSize(panel);
      await page.getByTestId("title").getByText(title).waitFor();
      await page.getByTestId("code-at-rest").waitFor();
      if (toSetUp) await page.getByTestId("setup-note").waitFor();
      expect(await lookAt(page, `kiosk-panel-${title.length}-${toSetUp}`, { "1024x600": panel })).toEqual([]);
      await alone.close();
    }
});

test("how long the dial holds is told below it once it is set", async () => {
  const alone = await open(kioskStates.manual ?? expect.fail("There is no such state."), "en");
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("dial-left").getByText("20 more minutes").waitFor();
  await alone.close();
});

test("a title that runs the other way than the page, and is cut off, has its ellipsis in its own column", async () => {
  const long = kioskStates.long ?? expect.fail("There is no such state.");
  const arabic =
    "الأغنية الطويلة جدا التي لا تنتهي أبدا عن القبطان الذي يتذكر صيفا بعيدا على شاطئ البحر مع أصدقائه القدامى وأغانيهم التي أحبوها ولن ينسوها أبدا مهما طال بهم الزمن وابتعدت عنهم تلك الأيام الجميلة";
  for (const [language, state] of [
    ["ar", long],
    ["en", { ...full, player: playing(arabic) }],
  ] as const) {
    const alone = await open(state, language);
    const { page } = alone;
    const title = page.locator("now-playing h1[data-cut]");
    for (const viewport of [size, { width: 1280, height: 800 }]) {
      await page.setViewportSize(viewport);
      await title.waitFor();
      const textAlign = await title.evaluate(
        (line) =>
          (globalThis as unknown as Pick<Drawing, "getComputedStyle">).getComputedStyle(line).textAlign,
      );
      expect(textAlign).toBe("start");
    }
    await page.setViewportSize(size);
    await page.getByTestId("touch").click();
    await page.getByTestId("six-picks").waitFor();
    expect(await lookAt(page, `kiosk-small-${language}-long`, { "800x480": size })).toEqual([]);
    await alone.close();
  }
});

test.each(languages)(
  "%s: beside a trouble's line the dial stays large enough for a finger, set or not",
  async (language) => {
    const troubled = kioskStates.troubled ?? expect.fail("There is no such state.");
    const alone = await open(troubled, language);
    const { page } = alone;
    await page.getByTestId("touch").click();
    await page.getByTestId("trouble").waitFor();
    const dialHeight = async () => (await page.getByTestId("mood-dial").boundingBox())?.height;
    expect(await dialHeight()).toBeGreaterThanOrEqual(140);
    expect(await lookAt(page, `kiosk-small-${language}-trouble`, { "800x480": size })).toEqual([]);
    const { mood } = kioskStates.manual ?? expect.fail("There is no such state.");
    alone.push({ mood });
    await page.getByTestId("let-camera-lead").waitFor();
    expect(await dialHeight()).toBeGreaterThanOrEqual(136);
    expect(await lookAt(page, `kiosk-small-${language}-trouble-set`, { "800x480": size })).toEqual([]);
    await alone.close();
  },
);

/** What `beyondSeen` needs of a page. */
interface Drawing {
  getComputedStyle(of: unknown): {
    font: string;
    lineHeight: string;
    overflowClipMargin: string;
    textAlign: string;
  };
  OffscreenCanvas: new (
    width: number,
    height: number,
  ) => { getContext(kind: "2d"): { font: string; measureText(text: string): Record<string, number> } };
}

/** How far the letters of a line reach beyond what is seen of it, above or below. */
const beyondSeen = (line: Locator): Promise<number> =>
  line.evaluate((at) => {
    const { getComputedStyle, OffscreenCanvas } = globalThis as unknown as Drawing;
    const { font, lineHeight, overflowClipMargin } = getComputedStyle(at);
    const pen = new OffscreenCanvas(1, 1).getContext("2d");
    pen.font = font;
    const {
      fontBoundingBoxAscent: up = 0,
      fontBoundingBoxDescent: down = 0,
      actualBoundingBoxAscent: above = 0,
      actualBoundingBoxDescent: below = 0,
    } = pen.measureText((at as { textContent: string }).textContent);
    const height = Number.parseFloat(lineHeight);
    const baseline = (height + up - down) / 2;
    return Math.max(above - baseline, below - (height - baseline)) - Number.parseFloat(overflowClipMargin);
  });

test("what was asked for shows the signs above and below its title's letters", async () => {
  for (const title of ["إِلٰهِي ليالي الصَّيْفِ", "श्रृंगार की हूँ, र्कि ऐँ"]) {
    const [pick, ...rest] = full.sixPicks;
    if (!pick) expect.fail("There is no such song.");
    const named = { ...pick, item: { kind: "track", track: someTrack({ id: "signs", title }) } } as const;
    const alone = await open({ ...full, sixPicks: [named, ...rest] }, "en");
    const { page } = alone;
    await page.getByTestId("touch").click();
    await page.getByTestId("pick").first().click();
    await page.getByTestId("play-next").click();
    const by = { kind: "guest", sessionId: "s" } as const;
    alone.push({ queue: [{ ...named, id: "asked", reasons: [{ kind: "asked", by }] }] });
    const line = page.locator("undo-line p");
    await line.filter({ hasText: title }).waitFor();
    for (const viewport of [size, { width: 1280, height: 800 }]) {
      await page.setViewportSize(viewport);
      expect(await beyondSeen(line), title).toBeLessThanOrEqual(1);
    }
    await alone.close();
  }
});

test("the tops of a Japanese title's letters are seen where it plays and where it is offered", async () => {
  const title = "雨上がりの午後に鬱々と";
  const [pick, ...rest] = full.sixPicks;
  if (!pick) expect.fail("There is no such song.");
  const named = { ...pick, item: { kind: "track", track: someTrack({ id: "han", title }) } } as const;
  const alone = await open({ ...full, player: playing(title), sixPicks: [named, ...rest] }, "en");
  const { page } = alone;
  for (const viewport of [size, { width: 1280, height: 800 }]) {
    await page.setViewportSize(viewport);
    expect(await beyondSeen(page.getByTestId("title"))).toBeLessThanOrEqual(0.5);
  }
  await page.getByTestId("touch").click();
  const offered = page.locator("song-pick .title").first();
  await offered.filter({ hasText: title }).waitFor();
  for (const viewport of [size, { width: 1280, height: 800 }]) {
    await page.setViewportSize(viewport);
    for (const line of [page.getByTestId("title"), offered])
      expect(await beyondSeen(line)).toBeLessThanOrEqual(0.5);
  }
  await alone.close();
});

test("what is told for a moment covers neither what can be liked nor what the camera does", async () => {
  isMember = true;
  const { guests } = busy;
  const alone = await open(busy, "en");
  const { page } = alone;
  const tell = (pick: string) =>
    alone.push({
      guests: { ...guests, lastSkip: { pick, title: "Slow Orange Bus", votes: 3, phones: 4, at: full.now } },
    });
  const boxOf = async (locator: Locator) => (await locator.boundingBox()) ?? expect.fail("It can't be seen.");
  const coversNot = async (testid: string) => {
    const [toast, other] = [
      await boxOf(page.locator("said-toast .toast")),
      await boxOf(page.getByTestId(testid).first()),
    ];
    const apart =
      toast.x + toast.width <= other.x ||
      other.x + other.width <= toast.x ||
      toast.y + toast.height <= other.y ||
      other.y + other.height <= toast.y;
    expect(apart, testid).toBe(true);
  };
  await page.locator("phone-code").waitFor();
  tell("one");
  await page.getByText("3 of 4 phones wanted another song").waitFor();
  for (const testid of ["looks", "privacy", "touch"]) await coversNot(testid);
  await page.screenshot({ path: "screenshots/kiosk-small-toast-rest.png" });
  await page.getByTestId("touch").click();
  await page.getByTestId("phone-code-open").waitFor();
  tell("two");
  await page.getByText("3 of 4 phones wanted another song").waitFor();
  await page.getByTestId("favourite").first().waitFor();
  // The place in the song is out of sight for so long: see stage-styles.ts.
  const needed = ["favourite", "title", "artist", "play-pause", "looks", "privacy"];
  for (const testid of needed) await coversNot(testid);
  await page.screenshot({ path: "screenshots/kiosk-small-toast-touched.png" });
  await page.setViewportSize({ width: 1080, height: 1920 });
  for (const testid of needed) await coversNot(testid);
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const testid of [...needed, "demo", "here"]) await coversNot(testid);
  await page.screenshot({ path: "screenshots/kiosk-toast-touched.png" });
  await alone.close();
});
