import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { someState } from "../../src/daemon/testing-state.ts";
import type { PlayTold } from "../../src/protocol/library.ts";
import { Settings } from "../../src/protocol/settings.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { openBrowser } from "../browser.ts";
import { root } from "../running-daemon.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { ownerAnswers as answers, hours, model, modelPicture, plays } from "./owner-answers.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

// The owner's pages in the sizes that they are used at: the overview, the history, the model, upkeep, and the notice.

const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(
  path: string,
  told: Record<string, Told | "never"> = {},
  state: Partial<AppState> = {},
): Promise<{ alone: PageAlone; page: Page }> {
  const alone = await PageAlone.open({
    ...{ context, path, state: { ...someState, ...state } as AppState },
    api: ({ pathname, search }) => {
      if (pathname.startsWith("/api/model/pictures/")) return modelPicture(pathname);
      // What comes after is nothing new.
      if (pathname === "/api/logs" && !search.endsWith("after=0") && told[pathname] === undefined)
        return { json: { lines: [] } };
      return told[pathname] ?? answers[pathname] ?? null;
    },
  });
  const { page } = alone;
  await page.setViewportSize(sizes.laptop);
  return { alone, page };
}

test("the overview shows how each part is, what plays, the day's figures and the machine", async () => {
  const { alone, page } = await open("/admin");
  await expect.poll(() => page.getByTestId("version").textContent()).toBe("0.4.0");
  const recent = hours.map((hour) => hour.plays).reduce((a, b) => a + b);
  expect(await page.getByTestId("plays").textContent()).toBe(String(recent));
  expect(await page.getByTestId("heat").textContent()).toBe("58 °C");
  expect(await page.locator("[data-testid^=part-]").count()).toBe(Object.keys(someState.health).length);
  expect(await lookAt(page, "overview", sizes)).toEqual([]);
  await alone.close();
});

test("the overview calls nothing well that is not there, and nobody signed in who only counts as here", async () => {
  const health = answers["/api/health"]?.json as { machine: object };
  const told = { ...health, backup: { newestAt: null }, machine: { ...health.machine, celsius: null } };
  const { alone, page } = await open(
    "/admin",
    { "/api/health": { json: told } },
    { https: null, people: { named: [], others: 2 } },
  );
  await page.getByTestId("part-temperature").getByText("no sensor for it here").waitFor();
  await page.getByTestId("part-backup").getByText("none made yet").waitFor();
  await page.getByTestId("part-https").getByText("not open to the network").waitFor();
  await page
    .getByText("2 count as here by card or PIN, until they say that they leave or the room stays empty.")
    .waitFor();
  expect(await page.getByTestId("heat").textContent()).toBe("no sensor for it here");
  expect(await lookAt(page, "overview-nothing-yet", sizes)).toEqual([]);
  await alone.close();
});

test("of a camera that rests the overview says what the kiosk says, and not that no face is there", async () => {
  const camera = { ...someState.camera, looking: false, resting: true };
  const room = { faces: 0, looks: { kind: "nobody" } } as const;
  const { alone, page } = await open("/admin", {}, { camera, room });
  await page.getByText("Not looking", { exact: true }).waitFor();
  expect(await page.getByText("No face is seen.").count()).toBe(0);
  alone.push({ camera: { ...camera, looking: true, resting: false } });
  await page.getByText("No face is seen.", { exact: true }).waitFor();
  await alone.close();
});

test("at Mien's own screen the overview says what that means, and ends it when asked twice", async () => {
  const wishes = { languages: [], artists: [], policy: null };
  const person = { id: "o", name: "Olga", role: "admin", onTile: false, named: false, wishes };
  const atScreen = { role: "admin", seat: "kiosk", person, secureWay: null };
  const { alone, page } = await open("/admin", { "/api/session": { json: atScreen } });
  await page
    .getByText(
      "two minutes without a touch, on pages like this one after five, and sooner where the camera sees nobody",
    )
    .waitFor();
  await page.getByTestId("stop-screen").click();
  await page.getByTestId("keep-screen").click();
  await page.getByTestId("stop-screen").click();
  expect(await lookAt(page, "overview-own-screen", { ...sizes, kiosk: { width: 800, height: 480 } })).toEqual(
    [],
  );
  const asked: string[] = [];
  await page.route("**/api/kiosk", (route) => {
    asked.push(route.request().method());
    return route.fulfill({ status: 204 });
  });
  await page.route("**/api/session", (route) =>
    route.fulfill({ json: { role: "guest", seat: "admin", person: null, secureWay: null } }),
  );
  await page.getByTestId("stop-screen-sure").click();
  await page.getByTestId("said").getByText("not Mien's own screen any more").waitFor();
  await page.getByTestId("afar").waitFor();
  expect(asked).toEqual(["DELETE"]);
  expect(await page.getByTestId("own-screen").count()).toBe(0);
  await alone.close();
});

/** Nothing stands in for anything. */
const real = {
  camera: { ...someState.camera, demo: false },
  library: { ...someState.library, demo: false },
  player: { ...someState.player, output: "auto" },
};

test("while Mien is closed by its hours the overview says so of the silence and of the camera, and blames nobody", async () => {
  const off = { state: "off", by: { kind: "schedule" }, since: 0 } as const;
  const { alone, page } = await open(
    "/admin",
    {},
    {
      ...{ ...real, health: { ...someState.health, camera: off } },
      camera: { ...real.camera, looking: false, resting: true, wanted: "on" },
      player: { ...real.player, actual: { state: "idle", because: "closed" } },
      opensAt: someState.now + 3_600_000,
    },
  );
  await page.getByTestId("closed").getByText("Closed until").waitFor();
  await page.getByTestId("part-camera").getByText("rests while Mien is closed").waitFor();
  expect(await page.getByText("switched off").count()).toBe(0);
  expect(await lookAt(page, "overview-closed", sizes)).toEqual([]);
  await alone.close();
});

test("what is not well is named on the overview, with its cure", async () => {
  const camera = {
    state: "down",
    reason: "camera-unplugged",
    detail: "It is gone.",
    since: 0,
    retryAt: null,
  } as const;
  const { alone, page } = await open("/admin", {}, { ...real, health: { ...someState.health, camera } });
  await page.getByTestId("verdict").getByText("One thing needs a look.").waitFor();
  const note = page.locator("health-notes li[data-component=camera]");
  expect(await note.getByRole("link", { name: "Choose a camera" }).getAttribute("href")).toBe(
    "/settings#cameraSource",
  );
  await alone.close();
});

test("to a setting leads only what a setting cures", async () => {
  const ill = (reason: "store-unavailable" | "folder-missing") =>
    ({ state: "degraded", reason, detail: "", since: someState.now, retryAt: null }) as const;
  const health = { ...someState.health, player: ill("store-unavailable"), library: ill("folder-missing") };
  const { alone, page } = await open("/admin", {}, { ...real, health });
  await page.getByTestId("verdict").getByText("2 things need a look.").waitFor();
  const ways = page.locator("health-notes").getByRole("link");
  expect(await ways.allTextContents()).toEqual(["Choose the music folders"]);
  await alone.close();
});

/** Days whose names begin neither at their lines nor, where there is no room behind these, end with the drawing. */
const namesOffTheirLines = `(() => {
  const plot = document.querySelector("mien-history").shadowRoot.querySelector("hour-plot");
  const lines = [...plot.shadowRoot.querySelectorAll("svg > line")].filter(
    (line) => line.getAttribute("y1") === "0" && line.getAttribute("y2") === "180",
  );
  const { right } = plot.shadowRoot.querySelector("svg").getBoundingClientRect();
  const names = [...plot.shadowRoot.querySelectorAll(".days > span")].filter((name) => name.checkVisibility());
  if (names.length !== 7 || lines.length !== 7) return ["names: " + names.length + ", lines: " + lines.length];
  return names.flatMap((name, index) => {
    const { left, width } = name.getBoundingClientRect();
    const at = Math.min(lines[index].getBoundingClientRect().left, right - width);
    return Math.abs(left - at) < 2 ? [] : [name.textContent + " at " + left + ", not at " + at];
  });
})()`;

test("each day's name begins at its line, or ends with the drawing where the day has only just begun", async () => {
  for (const hour of [0, 5, 12, 23])
    for (const viewport of Object.values(sizes)) {
      const { alone, page } = await open("/history");
      await page.addInitScript(`{ Date.now = () => ${Date.UTC(2026, 10, 22, hour, 30)}; }`);
      await page.setViewportSize(viewport);
      await page.reload();
      await page.locator("hour-plot").waitFor();
      expect([hour, await page.evaluate(namesOffTheirLines)]).toEqual([hour, []]);
      await alone.close();
    }
});

test("an owner who is asked to compare the certificate's fingerprint has it on the overview, and not before there is one", async () => {
  const fingerprint = Array.from({ length: 32 }, (_, at) => at.toString(16).padStart(2, "0")).join(":");
  const https = { host: "mien.local", port: 7374, fingerprint };
  const { alone, page } = await open("/admin", {}, { https });
  await page.getByTestId("https").waitFor();
  const told = await page.getByTestId("https").textContent();
  expect(told?.replace(/\s/g, "")).toContain(fingerprint);
  expect(told).toContain("https://mien.local:7374");
  expect(await lookAt(page, "overview-fingerprint", sizes)).toEqual([]);
  alone.push({ https: null });
  await page.getByTestId("https").waitFor({ state: "detached" });
  await alone.close();
});

test("the history shows the week's hours, the effect, and each song with why it was chosen; older ones come with a touch", async () => {
  const { alone, page } = await open("/history");
  await page.locator("hour-plot").getByText("songs were played in the last week").waitFor();
  const whys = await page.locator("tbody tr td:nth-child(3)").allTextContents();
  expect(whys.filter((why) => why.trim() === "")).toEqual([]);
  expect(new Set(whys).size).toBe(2);
  expect(await page.getByTestId("plays").first().locator("tr").count()).toBe(50);
  expect(await page.getByTestId("scale").locator("span").allTextContents()).toContain("0");
  expect(await page.getByTestId("scale").locator("span").count()).toBeGreaterThan(2);
  expect(await lookAt(page, "history", sizes)).toEqual([]);
  await page.getByTestId("older").click();
  await expect.poll(() => page.locator("tbody tr").count()).toBe(100);
  await alone.close();
});

test("the history tells what plays from what was cut off, and asks anew when another song begins", async () => {
  const player = kioskStates.full?.player;
  const playing = (id: string) => {
    if (player?.actual.state !== "playing") throw new Error("Nothing plays.");
    return { ...player, actual: { ...player.actual, pick: { ...player.actual.pick, id } } };
  };
  const [song] = plays;
  if (song === undefined) throw new Error("Nothing was played.");
  const row = (id: string, end: PlayTold["end"]) => ({ ...song, id, title: id, end });
  let told = [row("now", null), row("cut", null)];
  const { alone, page } = await open(
    "/history",
    {
      get "/api/history"() {
        return { json: { plays: told } };
      },
    },
    { player: playing("now") },
  );
  const ends = () => page.locator("tbody td:last-child").allTextContents();
  await expect.poll(ends).toEqual(["plays now", "cut off"]);
  told = [row("next", null), row("now", { how: "finished", by: null, heardMs: 1 }), row("cut", null)];
  alone.push({ player: playing("next") });
  await expect.poll(ends, { timeout: 10_000 }).toEqual(["plays now", "to its end", "cut off"]);
  await alone.close();
});

test("when the history can't be had again, what it told and what is typed stay, with why; then it goes on without a gap", async () => {
  const player = kioskStates.full?.player;
  const playing = (id: string) => {
    if (player?.actual.state !== "playing") throw new Error("Nothing plays.");
    return { player: { ...player, actual: { ...player.actual, pick: { ...player.actual.pick, id } } } };
  };
  const [song] = plays;
  if (song === undefined) throw new Error("Nothing was played.");
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...song, id: `${from - n}`, title: `Song ${from - n}` }));
  const fails: Told = { status: 503, json: { error: "The disk is full." } };
  let told: Told = { json: { plays: rows(100, 50) } };
  const { alone, page } = await open(
    "/history",
    {
      get "/api/history"() {
        return told;
      },
    },
    playing("100"),
  );
  const titles = () => page.locator("tbody b").allTextContents();
  const upTo = (last: number) => Array.from({ length: last - 50 }, (_, n) => `Song ${last - n}`);
  await expect.poll(titles).toEqual(upTo(100));
  const typed = page.locator("plays-report input").first();
  await typed.fill("2026-01-02");
  told = fails;
  alone.push(playing("101"));
  await page.getByRole("alert").getByText("Not up to date: The disk is full.").waitFor({ timeout: 10_000 });
  expect(await titles()).toEqual(upTo(100));
  expect(await typed.inputValue()).toBe("2026-01-02");
  expect(await lookAt(page, "history-not-new", sizes)).toEqual([]);
  told = { json: { plays: rows(102, 50) } };
  await page.getByTestId("again").click();
  await expect.poll(titles).toEqual(upTo(102));
  expect(await typed.inputValue()).toBe("2026-01-02");
  expect(await page.getByText("Not up to date").count()).toBe(0);
  // So many later that some lie in between: older ones come with a touch again.
  told = { json: { plays: rows(300, 50) } };
  alone.push(playing("300"));
  await expect.poll(titles, { timeout: 10_000 }).toEqual(upTo(300).slice(0, 50));
  await page.getByTestId("older").waitFor();
  await alone.close();
});

test("an admin who came in by PIN is told that the passphrase is needed, and has the way to give it", async () => {
  const wishes = { languages: [], artists: [], policy: null };
  const anna = { id: "a", name: "Anna", role: "admin", onTile: false, named: false, wishes } as const;
  for (const path of ["/admin", "/settings", "/library"]) {
    const { alone, page } = await open(path, {
      "/api/session": { json: { role: "member", seat: "admin", person: anna, secureWay: null } },
    });
    await page
      .getByText("Anna is signed in by PIN or card. For this the passphrase is needed as well.")
      .waitFor();
    await page.getByRole("button", { name: "Type the passphrase" }).click();
    await page.locator("people-dialog").getByText("Anna, this takes your passphrase.").waitFor();
    await alone.close();
  }
});

test("on the page of people what is one's own has a heading, and each form's button stands below the other", async () => {
  const wishes = { languages: [], artists: [], policy: null };
  const anna = { id: "a", name: "Anna", role: "admin", onTile: false, named: false, wishes } as const;
  const { alone, page } = await open("/people", {
    "/api/session": { json: { role: "admin", seat: "admin", person: anna, secureWay: null } },
    "/api/people": { json: { people: [{ ...anna, cards: [], isPresent: false }] } },
  });
  await page.getByRole("heading", { name: "About me: Anna" }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("People");
  await page.getByTestId("person").click();
  const right = async (name: string) => {
    const box = await page.getByRole("button", { name }).boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0));
  };
  expect(await right("Make a member")).toBe(await right("Set the PIN"));
  await alone.close();
});

test("who is no admin reads whose page it is, and nothing of other people's", async () => {
  const wishes = { languages: [], artists: [], policy: null };
  const ben = { id: "b", name: "Ben", role: "member", onTile: false, named: false, wishes } as const;
  const { alone, page } = await open("/people", {
    "/api/session": { json: { role: "member", seat: "admin", person: ben, secureWay: null } },
  });
  await page.getByRole("heading", { name: "Ben" }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("About me");
  expect(await page.title()).toBe("About me · Mien");
  for (const others of ["people-list", "page-ways"]) expect(await page.locator(others).count()).toBe(0);
  expect(await lookAt(page, "people-member", sizes)).toEqual([]);
  await alone.close();

  const guest = await open("/people", {
    "/api/session": { json: { role: "guest", seat: "admin", person: null, secureWay: null } },
  });
  await guest.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  expect(await guest.page.getByRole("heading").count()).toBe(1);
  expect(await lookAt(guest.page, "people-guest", sizes)).toEqual([]);
  await guest.alone.close();
});

test("whoever changes their mind about adding somebody cancels it, and nothing typed stays", async () => {
  const wishes = { languages: [], artists: [], policy: null };
  const anna = { id: "a", name: "Anna", role: "admin", onTile: false, named: false, wishes } as const;
  const { alone, page } = await open("/people", {
    "/api/session": { json: { role: "admin", seat: "admin", person: anna, secureWay: null } },
    "/api/people": { json: { people: [{ ...anna, cards: [], isPresent: false }] } },
  });
  await page.getByTestId("add-person").click();
  await page.locator("[data-testid=new-name]:focus").waitFor();
  await page.getByTestId("new-name").fill("Be");
  await page.getByTestId("add").click();
  await page.getByText("Still missing").waitFor();
  expect(await lookAt(page, "people-add", sizes)).toEqual([]);
  await page.getByTestId("add-cancel").click();
  await page.locator("[data-testid=add-person]:focus").waitFor();
  expect(await page.getByTestId("new-name").count()).toBe(0);
  await page.getByTestId("add-person").click();
  expect(await page.getByTestId("new-name").inputValue()).toBe("");
  expect(await page.getByText("Still missing").count()).toBe(0);
  await alone.close();
});

test("a device that types becomes a card reader once somebody said that it is nobody's keyboard", async () => {
  const typing = { id: "08ff:0009", name: "USB Keys", types: true, as: null };
  const { alone, page } = await openReaders([typing]);
  const asked: unknown[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") asked.push(request.postDataJSON());
  });
  await page.getByTestId("use-reader").click();
  await page.getByText("Only if nobody types with it").waitFor();
  expect(await lookAt(page, "readers-sure", sizes)).toEqual([]);
  await page.getByTestId("keep-reader").press("Enter");
  // Where a key was pressed the next one goes on.
  await page.locator("reader-panel :focus").press("Enter");
  await page.getByTestId("sure-reader").click();
  await expect.poll(() => asked).toEqual([{ reader: typing.id }]);
  await alone.close();
});

test("a reader is shown cards step by step, and what came of it is said", async () => {
  const talking = { id: "1234:5678", name: "Acme Reader", types: false, as: null };
  const before = { reader: talking.id, outcome: "silent" as const, at: Date.now() - 60_000 };
  const { alone, page } = await openReaders([talking], {
    cards: { ...someState.cards, lastLearning: before },
  });
  await page.getByTestId("use-reader").click();
  // What came of the time before is no news.
  expect(await page.getByTestId("reader-said").textContent()).toBe("");
  const steps = [
    ["quiet", "Hold no card to it."],
    ["third", "The same card a third time."],
    ["other", "Now another card, once."],
  ] as const;
  for (const [step, text] of steps) {
    // By the daemon's clock, which is decades behind the browser's.
    const learning = { reader: talking.id, step, until: someState.now + 20_000 };
    alone.push({ now: someState.now, cards: { ...someState.cards, learning } });
    await page.getByTestId("reader-said").getByText(text).waitFor();
  }
  await page
    .locator("reader-panel")
    .getByText(/\b(20|1\d) s/)
    .waitFor();
  expect(await lookAt(page, "readers-learning", sizes)).toEqual([]);
  const lastLearning = { reader: talking.id, outcome: "learned" as const, at: Date.now() };
  alone.push({ cards: { ...someState.cards, learning: null, lastLearning } });
  await page.getByTestId("reader-said").getByText("It reads cards from now on.").waitFor();
  await alone.close();
});

test("of each reader it is said whether it reads, and what to do where it does not", async () => {
  const readers = [
    { id: "ffff:0035", name: "Sycreader", types: true, as: "known" },
    { id: "1234:5678", name: "Acme Reader", types: false, as: "named" },
  ];
  const state = "refused" as const;
  const { alone, page } = await openReaders(readers, {
    cards: { ...someState.cards, readers: [{ id: "1234:5678", name: "Acme Reader", state }] },
  });
  await page.getByText("reads cards, named here").waitFor();
  await page.getByText("sudo scripts/card-reader 1234:5678").waitFor();
  await page.getByTestId("forget-reader").waitFor();
  expect(await lookAt(page, "readers", sizes)).toEqual([]);
  await alone.close();
});

const wishes = { languages: [], artists: [], policy: null };
const anna = { id: "a", name: "Anna", role: "admin", onTile: false, named: false, wishes } as const;
const asAdmin: Record<string, Told> = {
  "/api/session": { json: { role: "admin", seat: "admin", person: anna, secureWay: null } },
  "/api/people": { json: { people: [{ ...anna, cards: [], isPresent: false }] } },
};
/** The page about people, of an admin. */
const openReaders = (readers: readonly object[], state: Partial<AppState> = {}) =>
  open("/people", { ...asAdmin, "/api/readers": { json: { readers } } }, state);

test("where no reader is connected, a card can't be taught, and what could be one stands below", async () => {
  const { alone, page } = await openReaders([], { cards: { ...someState.cards, readers: [] } });
  await page.getByTestId("person").click();
  await page.getByText("No card reader is connected.").waitFor();
  expect(await page.getByTestId("teach").isDisabled()).toBe(true);
  await page.getByTestId("readers").getByText("Nothing that could read cards is plugged in.").waitFor();
  await page.getByTestId("look-again").click();
  await page.getByTestId("reader-said").getByText("Looked again: there is nothing else.").waitFor();
  expect(await lookAt(page, "people-no-reader", sizes)).toEqual([]);
  await alone.close();
});

test("on a page left open somebody new is added after the passphrase once more, as they were typed", async () => {
  const { alone, page } = await openReaders([]);
  const asked: unknown[] = [];
  await page.route("**/api/people", (route) => {
    if (route.request().method() === "GET") return route.fallback();
    asked.push(route.request().postDataJSON());
    const error = "This gives somebody a way in: it takes your passphrase once more.";
    return asked.length > 2
      ? route.fulfill({ status: 201, json: {} })
      : route.fulfill({ status: 403, json: { error, code: "passphrase-again", signIn: "admin" } });
  });
  await page.route("**/api/session/admin", (route) => {
    asked.push(route.request().postDataJSON());
    return route.fulfill({ json: { role: "admin", person: anna } });
  });
  await page.getByTestId("add-person").click();
  await page.getByTestId("new-name").fill("Ben");
  await page.getByTestId("new-pin").fill("1357");
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=secret]:focus").waitFor();
  await page.keyboard.type("correct horse battery");
  await page.keyboard.press("Enter");
  await page.getByTestId("add-person").waitFor();
  const ben = { name: "Ben", role: "member", pin: "1357" };
  expect(asked).toEqual([ben, { passphrase: "correct horse battery" }, ben]);
  await alone.close();
});

test("on a page left open a card is taught after the passphrase once more, and without another touch", async () => {
  const reader = { id: "ffff:0035", name: "Sycreader", state: "listening" as const };
  const { alone, page } = await openReaders([], { cards: { ...someState.cards, readers: [reader] } });
  const asked: unknown[] = [];
  await page.route("**/api/people/a/cards/teach", (route) => {
    asked.push("teach");
    const error = "This gives somebody a way in: it takes your passphrase once more.";
    return asked.includes("correct horse battery")
      ? route.fulfill({ status: 202, json: {} })
      : route.fulfill({ status: 403, json: { error, code: "passphrase-again", signIn: "admin" } });
  });
  await page.route("**/api/session/admin", (route) => {
    asked.push((route.request().postDataJSON() as { passphrase: string }).passphrase);
    return route.fulfill({ json: { role: "admin", person: anna } });
  });
  await page.getByTestId("person").click();
  await page.getByTestId("teach").click();
  // It says what it asks for, and whoever types does so there.
  await page.locator("people-dialog dialog:modal").waitFor();
  expect(await page.locator("people-dialog #title").textContent()).toBe("Passphrase");
  await page.locator("[data-testid=secret]:focus").waitFor();
  await page.keyboard.type("correct horse battery");
  expect(await lookAt(page, "people-passphrase-again", sizes)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect.poll(() => asked).toEqual(["teach", "correct horse battery", "teach"]);
  await page.getByTestId("people-dialog").waitFor({ state: "hidden" });
  alone.push({ cards: { ...someState.cards, readers: [reader], teaching: { until: Date.now() + 30_000 } } });
  await page.getByText("Hold the card to the reader now").waitFor();
  await page.getByTestId("teach").waitFor({ state: "detached" });
  // Who leaves it is told why nothing came of it.
  alone.push({ cards: { ...someState.cards, readers: [reader] } });
  asked.length = 0;
  await page.getByTestId("teach").click();
  await page.getByTestId("people-close").click();
  await page.getByText("it takes your passphrase once more").waitFor();
  await alone.close();
});

test("who heard nothing here may forget their history all the same: what they asked for or skipped goes with it", async () => {
  const wishes = { languages: [], artists: [], policy: null };
  const anna = { id: "a", name: "Anna", role: "admin", onTile: false, named: false, wishes } as const;
  const { alone, page } = await open("/people", {
    "/api/session": { json: { role: "admin", seat: "admin", person: anna, secureWay: null } },
    "/api/people": { json: { people: [{ ...anna, cards: [], isPresent: false }] } },
    "/api/me/history": { json: { songs: [] } },
  });
  const isDelete = (request: { method(): string }) => request.method() === "DELETE";
  await page.getByTestId("tab-history").click();
  await page.getByText("Nothing yet.").waitFor();
  await page.getByText("What you asked for or skipped is in the file under “Account”").waitFor();
  expect(await lookAt(page, "people-nothing-heard", sizes)).toEqual([]);
  await page.getByTestId("forget-history").click();
  // Whoever finds the page open gets no further: nothing is asked for without a secret.
  const field = page.locator("me-history prove-yourself input:focus");
  await field.waitFor();
  expect(await lookAt(page, "people-forget-history", sizes)).toEqual([]);
  await page.getByTestId("forget-history-sure").click();
  await page.getByText("Still missing: PIN or passphrase").waitFor();
  await page.getByTestId("forget-history-keep").click();
  await page.getByTestId("forget-history").click();
  await field.fill("correct horse battery");
  const deleted = page.waitForRequest(isDelete);
  await page.getByTestId("forget-history-sure").click();
  expect(new URL((await deleted).url()).pathname).toBe("/api/me/history");
  expect((await deleted).postDataJSON()).toEqual({ passphrase: "correct horse battery" });
  await page.getByText("Your history is forgotten.").waitFor();
  await page.getByTestId("forget-history").waitFor({ state: "detached" });
  await alone.close();
});

test("before its first hour is over Mien is up for minutes", async () => {
  const told = { ...(answers["/api/health"]?.json as object), uptimeSeconds: 61 * 7 };
  const { alone, page } = await open("/admin", { "/api/health": { json: told } });
  await expect.poll(() => page.getByTestId("up").textContent()).toBe("7 min");
  await alone.close();
});

test("a history of nothing says so, and one that can't be had says why", async () => {
  const none = { json: { hours: [], plays: [] } };
  const empty = await open("/history", { "/api/history": none, "/api/history/hours": none });
  await empty.page.getByText("Nothing was played yet.").waitFor();
  expect(await lookAt(empty.page, "history-empty", sizes)).toEqual([]);
  await empty.alone.close();
  const down = await open("/history", {
    "/api/history": { status: 503, json: { error: "The disk is full." } },
  });
  await down.page.getByText("The disk is full.").waitFor();
  expect(await lookAt(down.page, "history-down", sizes)).toEqual([]);
  await down.alone.close();
});

test("the log shows its newest lines by how bad they are, and the way to the bundle", async () => {
  const { alone, page } = await open("/upkeep");
  const log = page.getByTestId("log").locator("li");
  await expect.poll(() => log.count()).toBe(40);
  expect(await log.first().textContent()).toContain('{"code":39}');
  expect(await lookAt(page, "upkeep", sizes)).toEqual([]);
  await page.getByTestId("level-error").click();
  await expect.poll(() => log.count()).toBe(5);
  expect(await page.getByTestId("bundle").getAttribute("href")).toBe("/api/support-bundle");
  await alone.close();
});

test("where a file of the model is missing, its page says which and what brings it back", async () => {
  const error = "The file models/report/evaluation.json is missing: install Mien again.";
  const { alone, page } = await open("/model", { "/api/model": { status: 503, json: { error } } });
  await page.getByRole("alert").getByText(error).waitFor();
  expect(await lookAt(page, "model-missing", sizes)).toEqual([]);
  await alone.close();
});

test("the model's page begins with what it must not be used for, and shows figures and pictures", async () => {
  const { alone, page } = await open("/model", { "/api/model": { json: model } });
  await page.getByTestId("must-not").getByText("To judge a person").waitFor();
  expect(await page.getByTestId("files").textContent()).toContain("70.2 %");
  // In English there is nothing to say of the drawings, which are.
  expect(await page.getByTestId("drawn-in").count()).toBe(0);
  await expect
    .poll(() =>
      page
        .locator("figure img")
        .evaluateAll((all) =>
          all.every((img) => (img as unknown as { naturalWidth: number }).naturalWidth > 0),
        ),
    )
    .toBe(true);
  expect(await lookAt(page, "model", sizes)).toEqual([]);
  await alone.close();
});

test("the notice has the venue's name, says what is kept as the settings have it, and prints a page for each language", async () => {
  const values = { ...(Value.Default(Settings, {}) as Settings), moodHistoryDays: 30 };
  const told = { ...someState, place: { id: "p", name: "Café Luna" } };
  const { alone, page } = await open("/notice", {
    "/api/state": { json: { ...told, guests: { ...told.guests, asks: true } } },
    "/api/settings": {
      json: { schema: Settings, values, withheld: [], overridden: [], awaitsRestart: [], notThere: [] },
    },
  });
  const english = page.getByTestId("notice-en");
  await english.getByText("Café Luna").waitFor();
  await english.getByText("for 30 days the room's mood").waitFor();
  await page.getByTestId("notice-de").getByText("30 Tage lang").waitFor();
  await english.getByText("Nobody has to register. Of those who do are kept: name and since when").waitFor();
  await english.getByText("take all of it along as a file").waitFor();
  await english.getByText("nobody knows which one").waitFor();
  await page.getByTestId("notice-de").getByText("am eigenen Handy wünschen").waitFor();
  await page.getByTestId("notice-de").getByText("Niemand muss sich registrieren.").waitFor();
  await page.getByTestId("contact").fill("Luna GmbH, Mondweg 1\n12345 Musterstadt\nhallo@luna.example");
  await english.getByText("Luna GmbH, Mondweg 1").waitFor();
  expect(await lookAt(page, "notice", sizes)).toEqual([]);
  expect(pagesOf(await page.pdf())).toBe(2);
  await page.getByTestId("language-de").click();
  expect(pagesOf(await page.pdf({ path: join(root, "screenshots/notice-de.pdf") }))).toBe(1);
  await alone.close();
});

test("while photographs stand in for the camera, whoever prints the notice is told what it is about", async () => {
  const state = someState;
  const camera = { ...state.camera, demo: true, wanted: "on" };
  const { alone, page } = await open("/notice", { "/api/state": { json: { ...state, camera } } });
  await page.getByTestId("photographs").waitFor();
  expect(await lookAt(page, "notice-photographs", sizes)).toEqual([]);
  await alone.close();
});

test("nobody prints a notice that names nobody without a word; a line to fill in by hand is theirs to choose", async () => {
  const values = Value.Default(Settings, {});
  const { alone, page } = await open("/notice", {
    "/api/settings": {
      json: { schema: Settings, values, withheld: [], overridden: [], awaitsRestart: [], notThere: [] },
    },
  });
  // What the test before wrote into this browser.
  await page.evaluate("localStorage.clear()");
  await page.reload();
  await page.evaluate("window.print = () => { window.printed = (window.printed ?? 0) + 1; }");
  const printed = () => page.evaluate("window.printed ?? 0");
  await page.getByTestId("fill-in").first().click();
  await page.locator("[data-testid=contact]:focus").waitFor();
  // Whoever prints by the browser's own menu is told as well; on paper stands an empty line, and no word of it.
  await page.getByTestId("lacking").getByText("Nobody is named as responsible.").waitFor();
  const placeholders = [
    page.getByText("Name, address, how to reach us"),
    page.getByText("Name, Anschrift, wie"),
  ];
  for (const placeholder of placeholders) await placeholder.waitFor();
  await page.emulateMedia({ media: "print" });
  for (const hidden of [...placeholders, page.getByTestId("lacking")])
    await hidden.waitFor({ state: "hidden" });
  await page.emulateMedia({ media: null });
  await page.getByTestId("print").click();
  await page.getByTestId("print-anyway").waitFor();
  expect(await printed()).toBe(0);
  expect(await lookAt(page, "notice-unnamed", sizes)).toEqual([]);
  await page.getByTestId("print-anyway").click();
  expect(await printed()).toBe(1);
  const pdf = await page.pdf({ path: join(root, "screenshots/notice-unnamed.pdf") });
  expect(pagesOf(pdf)).toBe(2);
  await page.getByTestId("contact").fill("Luna GmbH, Mondweg 1");
  await page.getByTestId("lacking").filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  expect(await page.getByTestId("fill-in").count()).toBe(0);
  await page.getByTestId("print").click();
  expect(await printed()).toBe(2);
  await page.evaluate("localStorage.clear()");
  await alone.close();
});

test("where only smiles are read the notice says so", async () => {
  const values = { ...(Value.Default(Settings, {}) as Settings), sensing: "smile" };
  const { alone, page } = await open("/notice", {
    "/api/settings": {
      json: { schema: Settings, values, withheld: [], overridden: [], awaitsRestart: [], notThere: [] },
    },
  });
  await page.getByTestId("notice-en").getByText("whether people smile").waitFor();
  await page.getByTestId("notice-de").getByText("ob jemand lächelt").first().waitFor();
  // Where no phone can do anything, nothing is said of them.
  expect(await page.getByText("nobody knows").count()).toBe(0);
  await alone.close();
});

test.each([
  ["workplace", "how staff feel", "wie sich Beschäftigte fühlen"],
  ["school", "how pupils feel", "wie Lernende sich fühlen"],
])("in a %s no sign says that faces are read: it says that none are", async (stands, english, german) => {
  const values = { ...(Value.Default(Settings, {}) as Settings), stands };
  const { alone, page } = await open("/notice", {
    "/api/settings": {
      json: { schema: Settings, values, withheld: [], overridden: [], awaitsRestart: [], notThere: [] },
    },
  });
  await page.getByTestId("no-faces").getByText("the camera stays off and no faces are read").waitFor();
  const sheets = [page.getByTestId("notice-en"), page.getByTestId("notice-de")];
  await page.getByTestId("notice-en").getByRole("heading", { name: "No faces are read here" }).waitFor();
  await page.getByTestId("notice-en").getByText(english).waitFor();
  await page.getByTestId("notice-de").getByText(german).waitFor();
  for (const sheet of sheets)
    expect(await sheet.textContent()).not.toMatch(
      /reads facial|estimates|50\(3\)|liest hier|schätzt|Artikel 50/,
    );
  expect(await lookAt(page, `notice-${stands}`, sizes)).toEqual([]);
  expect(pagesOf(await page.pdf())).toBe(2);
  await alone.close();
});

test("a notice that could not be had is had once it is asked for again", async () => {
  const values = Value.Default(Settings, {});
  const settings: Told = { status: 503, json: { error: "The disk is full." } };
  const { alone, page } = await open("/notice", { "/api/settings": settings });
  await page.getByTestId("again").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=again]:focus").waitFor();
  Object.assign(settings, {
    status: 200,
    json: { schema: Settings, values, withheld: [], overridden: [], awaitsRestart: [], notThere: [] },
  });
  await page.keyboard.press("Enter");
  await page.getByTestId("notice-en").waitFor();
  await alone.close();
});

test.each(["/admin", "/history", "/upkeep", "/model"])(
  "%s tells a guest that it is for admins",
  async (path) => {
    const { alone, page } = await open(path, {
      "/api/session": { json: { role: "guest", seat: "phone", person: null, secureWay: null } },
    });
    await page.getByTestId("afar").waitFor();
    await alone.close();
  },
);

test.each(["/admin", "/history", "/upkeep", "/model", "/notice"])(
  "%s is drawn on paper too, where the system asks for light",
  async (path) => {
    const { alone, page } = await open(path, { "/api/model": { json: model } });
    await page.emulateMedia({ colorScheme: "light" });
    await page.locator("h1").waitFor();
    await page.locator("main .panel, main article").first().waitFor();
    expect(await lookAt(page, `light${path.replace("/", "-")}`, sizes)).toEqual([]);
    await alone.close();
  },
);

test("every page leads to every other one, on a phone behind one button", async () => {
  const { alone, page } = await open("/upkeep");
  expect(await page.locator("page-ways nav.wide a").count()).toBe(9);
  await page.setViewportSize(sizes.phone);
  await page.getByTestId("pages").click();
  await page.locator("page-ways details a", { hasText: "Camera" }).waitFor();
  expect(await lookAt(page, "ways", { phone: sizes.phone })).toEqual([]);
  await alone.close();
});

/** As Chromium writes them: one object for each page. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
