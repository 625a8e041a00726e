import type { BrowserContext, Page } from "playwright-core";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { someState } from "../../src/daemon/testing-state.ts";
import { Settings } from "../../src/protocol/settings.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { openBrowser } from "../browser.ts";
import { lookAt } from "./look-at.ts";
import { ownerAnswers } from "./owner-answers.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

// The owner's pages promise nothing that does not hold here: a trial is no house in order, a clone no service, and what
// waits for a restart has the way to it.

const sizes = {
  kiosk: { width: 1280, height: 800 },
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

interface Asked {
  state?: Partial<AppState>;
  /** By path; each time anew. */
  told?: (path: string, method: string) => Told | undefined;
}

async function open(
  path: string,
  { state = {}, told }: Asked = {},
): Promise<{ alone: PageAlone; page: Page }> {
  const alone = await PageAlone.open({
    ...{ context, path, state: { ...someState, ...state } },
    api: ({ pathname, search }, method) => {
      if (pathname === "/api/logs" && !search.endsWith("after=0")) return { json: { lines: [] } };
      if (pathname === "/api/people") return { json: { people: [] } };
      if (pathname === "/api/outputs") return { json: { outputs: [] } };
      return told?.(pathname, method) ?? ownerAnswers[pathname] ?? null;
    },
  });
  await alone.page.setViewportSize(sizes.laptop);
  return { alone, page: alone.page };
}

const { camera, player, library } = someState;

test("a reel for a camera, no speaker and the demo pieces are no house in order: each is named, with the cure", async () => {
  const trial = {
    camera: { ...camera, demo: true, wanted: "on" },
    player: { ...player, output: "null" },
    library: { ...library, demo: true },
    health: {
      ...someState.health,
      camera: { state: "ok" },
      player: { state: "ok" },
      library: { state: "ok" },
    },
  } as const;
  const { alone, page } = await open("/admin", { state: trial });
  await page.getByTestId("verdict").getByText("only for a trial").waitFor();
  expect(await page.getByTestId("trial").locator("li").count()).toBe(3);
  await page.getByTestId("part-camera").getByText("demo photographs").waitFor();
  await page.getByTestId("part-library").getByText("demo music").waitFor();
  const lamp = (part: string) => page.getByTestId(`part-${part}`).locator(".lamp").getAttribute("data-state");
  expect([await lamp("camera"), await lamp("player"), await lamp("library"), await lamp("store")]).toEqual([
    ...["trial", "trial", "trial", "ok"],
  ]);
  expect(await lookAt(page, "overview-trial", sizes)).toEqual([]);
  // What is wrong besides is counted together with what stands below it.
  const gone = {
    state: "degraded",
    reason: "folder-missing",
    detail: "",
    since: 0,
    retryAt: null,
    named: "musik",
  } as const;
  alone.push({ health: { ...trial.health, library: gone } });
  await page.getByTestId("verdict").getByText("4 things need a look.").waitFor();
  await page.getByText("A music folder is missing: musik.").waitFor();
  await page.getByText("if it is mistyped, put it right in the settings").waitFor();
  expect(await lamp("library")).toBe("degraded");
  alone.push({
    health: trial.health,
    camera: { ...camera, demo: false },
    player: { ...player, output: "auto" },
    library: { ...library, demo: false },
  });
  await page.getByTestId("verdict").getByText("Everything is well.").waitFor();
  expect(await page.getByTestId("trial").count()).toBe(0);
  await alone.close();
});

test("a camera that waits for a word is not called switched off: the overview says which word, and where", async () => {
  const off = { ...camera, demo: false, wanted: "off", looking: false } as const;
  const health = (kind: "system" | "schedule") =>
    ({ ...someState.health, camera: { state: "off", by: { kind } } }) as const;
  const { alone, page } = await open("/admin", {
    state: {
      ...{ camera: off, stands: null, health: health("system") },
      ...{ library: { ...library, demo: false }, player: { ...player, output: "auto" } },
    },
  });
  await page.getByTestId("verdict").getByText("something waits for you").waitFor();
  await page.getByText("nobody has said where Mien stands").waitFor();
  await page.getByTestId("part-camera").getByText("waits to be told where it is").waitFor();
  expect(await lookAt(page, "overview-unasked", sizes)).toEqual([]);
  alone.push({
    ...{ camera: { ...off, wanted: "on", resting: true }, stands: "venue", health: health("schedule") },
  });
  await page.getByTestId("part-camera").getByText("rests while Mien is closed").waitFor();
  await page.getByTestId("verdict").getByText("Everything is well.").waitFor();
  await alone.close();
});

test("no song counts for an effect while the dial led, and it is said so", async () => {
  const { alone, page } = await open("/history");
  await page.getByText("neither the dial nor the usual mood").waitFor();
  await alone.close();
});

test("how a backup is restored and a version brought is told as it is done here: with the service, or in a clone's folder", async () => {
  const service = await open("/upkeep");
  await service.page.getByTestId("by-hand").click();
  await service.page.getByTestId("restoring").getByText("sudo systemctl stop mien").waitFor();
  await service.page.getByTestId("updating").getByText("/opt/mien/current/scripts/update").waitFor();
  await service.alone.close();
  const clone = await open("/upkeep", {
    told: (path) =>
      path === "/api/about"
        ? {
            json: {
              ...{ version: "0.4.0", lastUpdate: null, service: false },
              ...{ clone: "/home/ada/mien", dataFolder: "/home/ada/café data" },
              startedWith: ["--port", "8080", "--demo"],
            },
          }
        : undefined,
  });
  await clone.page.getByText("Mien is no service here").waitFor();
  expect(await clone.page.getByTestId("restoring").textContent()).toBe(
    "cd /home/ada/mien\nscripts/restore newest --data '/home/ada/café data'\nscripts/start --data '/home/ada/café data' --port 8080 --demo",
  );
  expect(await clone.page.getByTestId("updating").textContent()).toBe(
    "cd /home/ada/mien\ngit pull\nscripts/start --data '/home/ada/café data' --port 8080 --demo",
  );
  expect(await clone.page.getByText("scripts/update").count()).toBe(0);
  expect(await lookAt(clone.page, "upkeep-clone", sizes)).toEqual([]);
  await clone.alone.close();
});

/** The settings with guests' phones on, and the network as it is said. */
const withNetwork = (openToNetwork: boolean, service: boolean, restarted: () => boolean): Asked => ({
  told: (path, method) => {
    const values = { ...(Value.Default(Settings, {}) as object), guestPage: true, openToNetwork };
    if (path === "/api/settings")
      return {
        json: { schema: Settings, values, withheld: [], overridden: [], awaitsRestart: [], notThere: [] },
      };
    if (path === "/api/restart" && method === "POST") return { status: 202, json: {} };
    if (path === "/api/about") return { json: { version: "0.4.0", service, startedAt: restarted() ? 2 : 1 } };
    const address = "http://192.168.1.20:7373/phone";
    const guests = restarted() ? { page: "open", address } : { page: "network", address: null };
    if (path === "/api/state") return { json: { ...someState, guests: { ...someState.guests, ...guests } } };
  },
});

test("what phones still miss stands at its switch, and where that is a restart it can be had there", async () => {
  const off = await open(
    "/settings",
    withNetwork(false, true, () => false),
  );
  const row = off.page.locator("setting-row[data-setting=guestPage]");
  await row.getByText("switch “Open to the network” on").waitFor();
  expect(await off.page.getByTestId("restart").count()).toBe(0);
  // The way there, also out of a search that leaves the other setting out, and a second time.
  const search = off.page.getByTestId("search");
  await search.fill("guestPage");
  const network = off.page.locator("setting-row[data-setting=openToNetwork]");
  await expect.poll(() => network.count()).toBe(0);
  await row.getByTestId("to-network").click();
  await network.waitFor();
  expect(await search.inputValue()).toBe("");
  const isThere = () =>
    network.evaluate((one: { matches(what: string): boolean }) => one.matches(":focus-within"));
  await expect.poll(isThere).toBe(true);
  await search.focus();
  await row.getByTestId("to-network").click();
  await expect.poll(isThere).toBe(true);
  await off.alone.close();

  let asked = false;
  const on = await open(
    "/settings",
    withNetwork(true, true, () => asked),
  );
  const there = on.page.locator("setting-row[data-setting=guestPage]");
  await there.getByText("once Mien has started again").waitFor();
  const [field, note] = [there.locator(".field"), there.getByTestId("guest-page")];
  const top = async (at: typeof note) => (await at.boundingBox())?.y ?? Number.NaN;
  expect((await top(note)) - (await top(field))).toBeLessThan(160);
  await there.scrollIntoViewIfNeeded();
  await on.page.getByTestId("restart").waitFor();
  expect(await lookAt(on.page, "settings-restart", sizes)).toEqual([]);
  await on.page.getByTestId("restart").click();
  await on.page.getByTestId("restart-sure").click();
  await there.getByText("Mien starts again.").waitFor();
  asked = true;
  await there.getByText("Phones open http://192.168.1.20:7373/phone").waitFor();
  await on.alone.close();
});

test("a Mien that does not come back is not waited for without a word, and is seen when it does", async () => {
  let asked = false;
  const { alone, page } = await open(
    "/settings",
    withNetwork(true, true, () => asked),
  );
  const there = page.locator("setting-row[data-setting=guestPage]");
  await page.getByTestId("restart").click();
  await page.getByTestId("restart-sure").click();
  await there.getByText("Mien starts again.").waitFor();
  // A minute later.
  await page.evaluate("{ const now = performance.now(); performance.now = () => now + 120_000; }");
  await there.getByText("Mien has not come back yet").waitFor();
  expect(await lookAt(page, "settings-away", { kiosk: sizes.kiosk, phone: sizes.phone })).toEqual([]);
  asked = true;
  await there.getByText("Phones open http://192.168.1.20:7373/phone").waitFor();
  await alone.close();
});

test("what the settings fetch after the rest comes also where nothing answered at first", async () => {
  const { alone, page } = await open(
    "/settings",
    withNetwork(true, true, () => false),
  );
  const failed = new Set<string>();
  await page.route(/\/(restart-button|time-zones)-[^/]*\.js$/, (route) => {
    const { pathname } = new URL(route.request().url());
    if (failed.has(pathname)) return route.fallback();
    failed.add(pathname);
    return route.abort();
  });
  await page.reload();
  await page.getByTestId("restart").waitFor();
  await expect.poll(() => page.locator("[data-setting=timeZone] option").count()).toBeGreaterThan(100);
  expect(failed.size).toBe(2);
  await alone.close();
});

test("where nothing starts Mien again, it is said how that is done", async () => {
  const { alone, page } = await open(
    "/settings",
    withNetwork(true, false, () => false),
  );
  await page.getByTestId("restart-by-hand").waitFor();
  expect(await page.getByTestId("restart").count()).toBe(0);
  await alone.close();
});

/** What has the focus, through the elements' own trees. */
const focused = (page: Page) =>
  page.evaluate(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset?.testid ?? at?.localName ?? null;
  })()`);

/** Enter, where the focus is, and the answer to what it asks for: not to what was asked before. */
async function enter(page: Page): Promise<void> {
  const asked = page.waitForRequest(/\/api\/(about|backups)$/);
  await page.keyboard.press("Enter");
  await (await (await asked).response())?.finished();
}

test("who starts Mien again by keys is told of each step where they are, and may ask again where it is refused", async () => {
  let [isDown, isRefused, isBack] = [true, true, false];
  const usual = withNetwork(true, true, () => isBack);
  const { alone, page } = await open("/settings", {
    told: (path, method) => {
      if (path === "/api/about" && isDown) return { status: 503, json: { error: "The disk is full." } };
      if (path === "/api/restart" && method === "POST" && isRefused)
        return { status: 409, json: { error: "Not now." } };
      return usual.told?.(path, method);
    },
  });
  const there = page.locator("restart-button");
  await there.getByText("The disk is full.").waitFor();
  await there.getByTestId("again").focus();
  await enter(page);
  expect(await focused(page)).toBe("again");
  isDown = false;
  await page.keyboard.press("Enter");
  await there.getByTestId("restart").waitFor();
  await expect.poll(() => focused(page)).toBe("restart");
  const sure = async () => {
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("restart-sure");
    await page.keyboard.press("Enter");
  };
  await sure();
  await there.getByText("Not now.").waitFor();
  await expect.poll(() => focused(page)).toBe("restart");
  isRefused = false;
  await sure();
  await there.getByText("Mien starts again.").waitFor();
  expect(await there.locator("p:focus").textContent()).toContain("Mien starts again.");
  isBack = true;
  await expect.poll(() => focused(page)).toBe("guest-page");
  await alone.close();
});

test("a backup's commands that could not be had are had once they are asked for again, and the focus stays with them", async () => {
  const refusal: Told = { status: 503, json: { error: "The disk is full." } };
  let isDown = true;
  const { alone, page } = await open("/upkeep", {
    told: (path) => (isDown && /^\/api\/(about|backups)$/.test(path) ? refusal : undefined),
  });
  for (const panel of [
    "backup-panel",
    "backup-choice",
    "section.panel:has(> h2:text-is('Restore a backup'))",
  ]) {
    isDown = true;
    await page.reload();
    const again = page.locator(panel).getByTestId("again");
    await again.focus();
    await enter(page);
    await page.locator(panel).getByText("The disk is full.").waitFor();
    expect(await focused(page)).toBe("again");
    isDown = false;
    await page.keyboard.press("Enter");
    await again.waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toMatch(/^(back-up|which-backup|restore|by-hand)$/);
  }
  await alone.close();
});

test("who makes a backup or takes note of a damaged database by keys goes on from there", async () => {
  let isNoted = false;
  const recovery = {
    ...{ kind: "damaged", at: 0, kept: "/var/lib/mien/set-aside/2026-11-20", backupAt: 0 },
    ...{ why: null, because: null },
  };
  const { alone, page } = await open("/upkeep", {
    told: (path, method) => {
      if (path === "/api/backups" && method === "POST") return { status: 201, json: {} };
      if (path !== "/api/recovery") return undefined;
      isNoted ||= method === "DELETE";
      return { json: { recovery: isNoted ? null : recovery } };
    },
  });
  await page.getByTestId("noted").focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("noted").waitFor({ state: "detached" });
  expect(await focused(page)).toBe("back-up");
  await page.keyboard.press("Enter");
  await page.getByText("Backed up, and read again").waitFor();
  expect(await focused(page)).toBe("back-up");
  await alone.close();
});

test("the people's page is as wide as the others, and its title stands where theirs do", async () => {
  const places: unknown[] = [];
  for (const path of ["/history", "/people"]) {
    const { alone, page } = await open(path);
    for (const size of [sizes.laptop, sizes.phone]) {
      await page.setViewportSize(size);
      const { x, y = 0, height = 0 } = (await page.locator("h1").boundingBox()) ?? {};
      const width = (await page.locator("main").boundingBox())?.width;
      places.push({ size: size.width, x, middle: Math.round(y + height / 2), width });
    }
    if (path === "/people") expect(await lookAt(page, "people-admin", sizes)).toEqual([]);
    await alone.close();
  }
  expect(places.slice(2)).toEqual(places.slice(0, 2));
});

test("an address where there is nothing is a page in the browser's language, with the way home", async () => {
  // That page's browser alone: the others go on in English.
  context.once("page", (opened) =>
    opened.addInitScript("Object.defineProperty(navigator, 'languages', { get: () => ['de-AT', 'en'] })"),
  );
  const { alone, page } = await open("/lost");
  await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Hier ist nichts");
  expect(await lookAt(page, "lost", sizes)).toEqual([]);
  await page.getByTestId("home").click();
  await page.locator("mien-app").waitFor({ state: "attached" });
  await alone.close();
});
