import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pick } from "../../src/protocol/music.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { someTrack } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { openOwnerPage } from "./owner-alone.ts";
import { ownerAnswers, plays } from "./owner-answers.ts";
import { PageAlone } from "./pages-alone.ts";
import { PhoneAlone, someOwn, someRoom } from "./phone-alone.ts";
import { someCover } from "./some-library.ts";

// Whoever tags a file, registers or names the place may write HTML. Every page shows it as it was written: no element
// comes of it, and nothing runs. These pages come without the daemon's headers, which would stop most of it anyhow.

const title = "<img src=x onerror=ran()> title";
const artist = '"><script>ran()</script> artist';
const album = "'><svg onload=ran()></svg> album";
const name = "<img src=x onerror='ran()'> name";
const place = '</p></template>"><script>ran()</script> place';
const daypart = "<iframe srcdoc='<script>parent.ran()</script>'> daypart";

const full = kioskStates.full ?? expect.fail("There is no such state.");
const track = (n: number) => someTrack({ id: `h-${n}`, title, artists: [artist], album });
const named = (pick: Pick, n: number): Pick => ({ ...pick, item: { kind: "track", track: track(n) } });
const [first, ...others] = full.sixPicks.map((pick, n) => ({ ...pick, ...named(pick, n) }));
const pick = first ?? expect.fail("Nothing is offered.");
const correction = {
  ...(kioskStates.corrected?.lastCorrection ?? expect.fail("There is none.")),
  title,
  artist,
};
const wishes = { languages: [], artists: [artist], policy: null };
const person = { id: "p", name, role: "admin", onTile: true, named: true, wishes } as const;

const state: AppState = {
  ...full,
  place: { ...full.place, name: place },
  sixPicks: [pick, ...others],
  queue: [pick],
  player: { ...full.player, actual: { state: "playing", pick, positionMs: 1_000, at: full.now } },
  people: { named: [{ visit: "v", name }], others: 1 },
  direction: { ...full.direction, daypart },
  preferences: { ...wishes, until: full.now + 3_600_000 },
  lastCorrection: correction,
  corrections: [correction],
};

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
/** What ran, or was asked for by what an element of theirs would ask for. */
const ran: string[] = [];

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
  await context.exposeFunction("ran", () => void ran.push("a script"));
  context.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith("/x")) ran.push(request.url());
  });
});
afterAll(() => closeBrowser?.());

/** Elements that no page of Mien has, through every shadow root. */
const foreign = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll("*")) {
        const acts = element.getAttributeNames().some((name) => name.startsWith("on") && name in HTMLElement.prototype);
        if (acts || element.matches("img[src=x], script:not([src]), iframe")) found.push(element.outerHTML);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  })()`);

/** Each of them is there to be read, letter by letter, and nothing else came of it. */
async function readAsWritten(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await page.getByText(text).filter({ visible: true }).first().waitFor();
  // What would run does so once its element is there, or with the next frame.
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  expect(await foreign(page)).toEqual([]);
  expect(ran).toEqual([]);
}

test("an element that came of a name would be found, and a script that ran", async () => {
  const page = await context.newPage();
  await page.route("http://localhost/**", (route) =>
    route.fulfill({ contentType: "text/html", body: `<div id=host></div>` }),
  );
  await page.goto("http://localhost/");
  await page.evaluate(
    `document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(title)}`,
  );
  await expect.poll(() => ran).toEqual(expect.arrayContaining(["a script", "http://localhost/x"]));
  expect(await foreign(page)).toHaveLength(1);
  ran.length = 0;
  await page.close();
});

test("kiosk: at rest, touched, asking, wishing and signing in", async () => {
  let session: object = { role: "guest", seat: "kiosk", person: null, secureWay: null };
  const alone = await PageAlone.open({
    ...{ context, path: "/", state },
    api: ({ pathname }) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      if (pathname === "/api/session") return { json: session };
      if (pathname === "/api/people/tiles") return { json: { tiles: [{ name }] } };
      if (pathname === "/api/library/languages") return { json: [] };
      if (pathname === "/api/library/artists") return { json: [{ name: artist, tracks: 2 }] };
      if (pathname === "/api/me") return { json: { favourite: [], blocked: [], isPresent: true } };
      return null;
    },
  });
  const { page } = alone;
  await readAsWritten(page, title, artist, name);
  expect(await page.title()).toContain(title);
  await page.getByTestId("touch").click();
  await page.getByTestId("six-picks").waitFor();
  await readAsWritten(page, title, artist, daypart);
  await page.getByTestId("pick").nth(1).click();
  await page.getByTestId("play-next").waitFor();
  await readAsWritten(page, title);
  await page.getByTestId("wishes").click();
  await readAsWritten(page, artist);
  await page.getByTestId("who").click();
  await page.getByTestId("tile").waitFor();
  await readAsWritten(page, name);
  await page.getByTestId("people-close").click();
  session = { role: "member", seat: "kiosk", person: { ...person, role: "member" }, secureWay: null };
  alone.drop(4_001);
  await page.getByTestId("who").getByText(name).waitFor();
  await page.getByTestId("who").click();
  await page.getByTestId("sign-out").waitFor();
  await readAsWritten(page, name, artist);
  alone.tap({ type: "out", name });
  await page.getByTestId("said").getByText(name).waitFor();
  await readAsWritten(page, name);
  await alone.close();
});

test("a guest's phone: the place, what plays, what is offered and what is found", async () => {
  const song = { title, artists: [artist] };
  const room = {
    ...someRoom,
    place,
    playing: someRoom.playing && { ...someRoom.playing, ...song },
    six: someRoom.six.map((one) => ({ ...one, ...song })),
    waiting: [{ ...song, id: "r", track: "00000000-0000-4000-8000-000000000001" }],
  };
  const { page } = await PhoneAlone.open({ context, room, own: { ...someOwn, mine: ["r"] } });
  await page.getByTestId("room").waitFor();
  await readAsWritten(page, place, title, artist);
  await page.route("**/api/guest/songs?*", (route) =>
    route.fulfill({ json: { songs: room.six.map((one) => ({ ...one, refusal: null })), nearly: true } }),
  );
  await page.getByTestId("search-open").click();
  await page.locator("phone-search input").fill(title);
  await page.locator("phone-search [data-testid=song]").first().waitFor();
  await readAsWritten(page, title, artist);
  await page.close();
});

test("library: songs in the list, one that is chosen, what is blocked, and what was said lately", async () => {
  const tracks = [track(0), track(1)];
  const alone = await openOwnerPage(context, "library", {
    "/api/library/tracks": { json: { total: 2, more: false, tracks } },
    "/api/library/tracks/h-0": { json: { ...tracks[0], path: `/music/${title}/${album}.flac` } },
    "/api/library/blocks": {
      json: {
        tracks: [{ id: "h-1", title, artists: [artist], until: null }],
        artists: [{ name: artist, until: null }],
      },
    },
  });
  const { page } = alone;
  await page.setViewportSize({ width: 1440, height: 900 });
  alone.push(state);
  await page.getByTestId("blocked").waitFor();
  await page.getByTestId("said-lately").waitFor();
  await readAsWritten(page, title, artist);
  await page.getByTestId("song").first().click();
  await page.getByTestId("evidence").first().waitFor();
  await readAsWritten(page, title, artist, album);
  await page.setViewportSize({ width: 1280, height: 800 });
  await alone.close();
});

test("people: the list, somebody opened, and whoever is signed in", async () => {
  const alone = await openOwnerPage(context, "people", {
    "/api/session": { json: { role: "admin", seat: "admin", person, secureWay: null } },
    "/api/people": { json: { people: [{ ...person, madeAt: 1, isPresent: true, cards: [] }] } },
    "/api/me": { json: { favourite: [track(0)], blocked: [track(1)], isPresent: true } },
  });
  const { page } = alone;
  await page.getByTestId("person").click();
  await page.getByTestId("remove").click();
  await page.getByTestId("remove-sure").getByText(name).waitFor();
  await readAsWritten(page, name);
  await alone.close();
});

test("history: what was played, and for whom", async () => {
  const told = plays.slice(0, 3).map((play) => ({
    ...{ ...play, title, artists: [artist] },
    reasons: [{ kind: "preferred", what: "artist", value: artist, by: "guest" }],
  }));
  const alone = await openOwnerPage(context, "history", { "/api/history": { json: { plays: told } } });
  await alone.page.locator("[data-testid=plays] tr").first().waitFor();
  await readAsWritten(alone.page, title, artist);
  await alone.close();
});

test("notice and overview: the place, who is responsible, and what plays", async () => {
  const told = ownerAnswers["/api/state"]?.json as object;
  const alone = await openOwnerPage(context, "notice", {
    "/api/state": { json: { ...told, place: { id: "p", name: place } } },
  });
  await alone.page.getByTestId("contact").fill(name);
  await readAsWritten(alone.page, place, name);
  await alone.page.evaluate("localStorage.clear()");
  await alone.close();
  const overview = await openOwnerPage(context, "admin");
  overview.push(state);
  await readAsWritten(overview.page, title, artist);
  await overview.close();
});
