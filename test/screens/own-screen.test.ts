import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/protocol/people.ts";
import { allLanguages } from "../../src/ui/languages/languages.ts";
import { openBrowser } from "../browser.ts";
import { lookAt } from "./look-at.ts";
import { openOwnerPage } from "./owner-alone.ts";
import type { PageAlone } from "./pages-alone.ts";
import { openSettings } from "./settings-alone.ts";

// Whoever goes from the kiosk to another page on Mien's own screen: keys to type with, and the way back by itself.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
const wishes = { languages: [], artists: [], policy: null };
const ada = {
  id: "ada",
  name: "Ada",
  role: "admin",
  onTile: false,
  named: false,
  wishes,
  hasPin: true,
} as const;
const admin: Session = { role: "admin", seat: "kiosk", person: ada, secureWay: null };
const guest: Session = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const minute = 60_000;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
  await context.clock.install();
});
afterAll(() => closeBrowser?.());

const note = (page: Page) => page.getByTestId("goes-back");
const isAt = (page: Page) => new URL(page.url()).pathname;
/** What the page asks to be taken away. */
function deletedOn(page: Page): string[] {
  const deleted: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === "DELETE") deleted.push(`${pathname}${search}`);
  });
  return deleted;
}
/** Only once it has seen where it is, its time counts. */
async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(`customElements.get("rest-note") !== undefined`)).toBe(true);
  await page.mouse.move(3, 3);
}
/** From here on the page's time passes only as the test says, and nothing was touched for none of it. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt(Number(await page.evaluate("Date.now()")) + 10_000);
  await page.mouse.move(4, 4);
}
const open = (path: string, session: Session): Promise<PageAlone> =>
  openOwnerPage(context, path, { "/api/session": { json: session } });

test.each([
  ["people", 1, guest],
  ["lost", 1, guest],
  ["people", 1, admin],
  ["admin", 5, admin],
  ["settings", 5, admin],
  ["library", 5, admin],
  ["history", 5, admin],
  ["camera", 5, admin],
  ["upkeep", 5, admin],
  ["model", 5, admin],
  ["notice", 5, admin],
  ["setup", 5, guest],
] as const)(
  "/%s goes back to the kiosk after %i minutes without a touch, and says so before",
  async (path, minutes, session) => {
    const alone = await open(path, session);
    const { page } = alone;
    const deleted = deletedOn(page);
    await settled(page);
    await stopClock(page);
    await page.clock.fastForward(minutes * minute - 25_000);
    expect(await note(page).count()).toBe(0);
    await page.clock.fastForward(6_000);
    await note(page).waitFor();
    // A touch is enough to stay.
    await page.mouse.move(30, 30);
    await note(page).waitFor({ state: "detached" });
    await page.clock.fastForward(minutes * minute - 19_000);
    await note(page).waitFor();
    expect(isAt(page)).toBe(`/${path}`);
    await page.clock.fastForward(20_000);
    await page.waitForURL("http://localhost/");
    // Whoever comes next is no admin; and nobody is sent out of the room.
    expect(deleted).toEqual(session.role === "admin" ? ["/api/session?stay=yes"] : []);
    await page.clock.resume();
    await alone.close();
  },
);

test.each([
  ["settings", true],
  ["people", false],
  ["", false],
] as const)(
  "/%s tells the daemon of hands that stay there, also those that only type",
  async (path, reads) => {
    const alone = await open(path, admin);
    const { page } = alone;
    const told: { at: number; reads: boolean }[] = [];
    let round = 0;
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname === "/api/session/touched") told.push({ at: round, ...request.postDataJSON() });
    });
    // What tells of it is fetched once the page knows where it is.
    await expect
      .poll(async () => {
        await page.keyboard.press("Shift");
        return told.length;
      })
      .toBeGreaterThan(0);
    for (round = 1; round <= 3; round++) {
      await page.clock.fastForward(20_000);
      await page.keyboard.press("Shift");
      await expect.poll(() => told.filter(({ at }) => at === round).length).toBeGreaterThan(0);
    }
    expect(new Set(told.map((each) => each.reads))).toEqual(new Set([reads]));
    await alone.close();
  },
);

test("in a browser of one's own a page stays, has no keys and tells of no touch", async () => {
  const { alone, page } = await openSettings(context);
  let told = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/session/touched")) told++;
  });
  await page.locator("setting-row").first().waitFor();
  await page.getByTestId("search").click();
  await page.clock.fastForward(60 * minute);
  expect([isAt(page), await note(page).count(), told]).toEqual(["/settings", 0, 0]);
  expect(await page.locator("screen-keyboard").count()).toBe(0);
  await alone.close();
});

test("what is under way is not broken off, and where Mien does not answer there is nowhere to go", async () => {
  let isGone = false;
  const alone = await open("admin", admin);
  const { page } = alone;
  await settled(page);
  await page.route("**/api/session", (route) =>
    isGone ? route.abort() : route.fulfill({ json: admin, contentType: "application/json" }),
  );
  await page.evaluate(`
    globalThis.asks = (event) => event.preventDefault();
    addEventListener("beforeunload", asks);
  `);
  const rest = async () => {
    await page.clock.fastForward(5 * minute - 20_000);
    await note(page).waitFor();
    await page.clock.fastForward(20_000);
    await note(page).waitFor({ state: "detached" });
  };
  await rest();
  expect(isAt(page)).toBe("/admin");
  await page.evaluate(`removeEventListener("beforeunload", asks)`);
  isGone = true;
  await rest();
  expect(isAt(page)).toBe("/admin");
  isGone = false;
  await page.clock.fastForward(5 * minute - 20_000);
  await note(page).waitFor();
  await page.clock.fastForward(20_000);
  await page.waitForURL("http://localhost/");
  await alone.close();
});

describe("where the note could not be fetched", () => {
  /** A page without the note, and a function that lets it be fetched again. */
  async function withoutNote() {
    const alone = await open("people", admin);
    const { page } = alone;
    await settled(page);
    let isGone = true;
    let refused = 0;
    await page.route("**/assets/rest-note-*.js", (route) => {
      if (!isGone) return route.fallback();
      refused++;
      return route.abort();
    });
    const deleted = deletedOn(page);
    await page.reload();
    await expect.poll(() => refused).toBe(1);
    await stopClock(page);
    await page.clock.runFor(40_000);
    await expect.poll(() => refused).toBe(2);
    await expect.poll(() => page.clock.runFor(1_000).then(() => refused)).toBe(3);
    expect([isAt(page), await note(page).count()]).toEqual(["/people", 0]);
    return { alone, page, deleted, refused: () => refused, allow: () => (isGone = false) };
  }

  test("it is asked for again, and then says so before the page goes", async () => {
    const { alone, page, allow } = await withoutNote();
    allow();
    await expect.poll(() => page.clock.runFor(1_000).then(() => note(page).count())).toBe(1);
    await page.clock.runFor(19_000);
    expect(isAt(page)).toBe("/people");
    await page.clock.runFor(1_000);
    await page.waitForURL("http://localhost/");
    await page.clock.resume();
    await alone.close();
  });

  test("for good, as after an update, an admin who has walked away is signed out all the same", async () => {
    const { alone, page, deleted, refused } = await withoutNote();
    await expect.poll(() => page.clock.runFor(1_000).then(() => refused())).toBe(4);
    expect(deleted).toEqual([]);
    await expect.poll(() => page.clock.runFor(1_000).then(() => deleted)).toEqual(["/api/session?stay=yes"]);
    await page.waitForURL("http://localhost/");
    await page.clock.resume();
    await alone.close();
  });
});

test("on the settings page what is typed with a finger is saved, and half of it is still there when the page says that it goes", async () => {
  const { alone, page, sent } = await openSettings(context, { "GET /api/session": { json: admin } });
  await page.setViewportSize(sizes["1280x800"]);
  await settled(page);
  const field = page.getByTestId("dialHoldSeconds");
  await field.scrollIntoViewIfNeeded();
  await field.click();
  const keys = page.locator("screen-keyboard");
  await keys.getByRole("button", { name: "9", exact: true }).waitFor();
  await page.screenshot({ path: "screenshots/own-screen-settings-keys.png" });
  for (let digit = 0; digit < 3; digit++)
    await keys.getByRole("button", { name: "Take back", exact: true }).click();
  for (const digit of ["9", "0"]) await keys.getByRole("button", { name: digit, exact: true }).click();
  expect(await field.inputValue()).toBe("90");
  expect(sent).toEqual([]);
  await page.clock.fastForward(5 * minute - 15_000);
  await note(page).waitFor();
  expect(await field.inputValue()).toBe("90");
  await keys.getByRole("button", { name: "Done", exact: true }).click();
  await expect.poll(() => sent).toEqual([{ dialHoldSeconds: 90 }]);
  await note(page).waitFor({ state: "detached" });
  await alone.close();
});

test("on the settings page a finger that goes straight to the next field, or a real key, leaves nothing unsaved", async () => {
  const { alone, page, sent } = await openSettings(context, { "GET /api/session": { json: admin } });
  await page.setViewportSize(sizes["1280x800"]);
  await settled(page);
  const keys = page.locator("screen-keyboard");
  const key = (name: string) => keys.getByRole("button", { name, exact: true }).click();
  const field = page.getByTestId("dialHoldSeconds");
  const next = page.getByTestId("moodHistoryDays");
  await field.scrollIntoViewIfNeeded();
  await field.click();
  await key("0");
  expect(sent).toEqual([]);
  await next.click();
  await expect.poll(() => sent).toEqual([{ dialHoldSeconds: 1_200 }]);
  await page.locator("[data-testid=moodHistoryDays]:focus").waitFor();
  await key("Take back");
  await page.keyboard.press("Tab");
  await keys.waitFor({ state: "detached" });
  await expect.poll(() => sent).toEqual([{ dialHoldSeconds: 1_200 }, { moodHistoryDays: 9 }]);
  await alone.close();
});

test("who signs in on an owner's page types with a finger, and into the notice several lines", async () => {
  const alone = await open("notice", admin);
  const { page } = alone;
  await settled(page);
  await page.getByTestId("contact").click();
  const keys = page.locator("screen-keyboard");
  for (const key of ["a", "Enter", "b"]) await keys.getByRole("button", { name: key, exact: true }).click();
  expect(await page.getByTestId("contact").inputValue()).toBe("a\nb");
  await page.evaluate("localStorage.clear()");
  await alone.close();
});

test.each(allLanguages)("%s: that it goes back is whole on every screen", async (language) => {
  const alone = await openOwnerPage(context, "people", { "/api/session": { json: guest } });
  const { page } = alone;
  await page.locator("language-choice").first().getByTestId("languages").click();
  await page.getByTestId(`speak-${language}`).first().click();
  await page.locator(`html[lang="${language}"]`).waitFor();
  await settled(page);
  await page.clock.fastForward(45_000);
  await note(page).waitFor();
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    const box = (await page.locator("rest-note").boundingBox()) ?? expect.fail("It is not drawn.");
    expect([
      box.x >= 0,
      box.y >= 0,
      box.x + box.width <= size.width,
      box.y + box.height <= size.height,
    ]).toEqual([...[true, true, true, true]]);
    await page.screenshot({ path: `screenshots/own-screen-note-${language}-${name}.png` });
  }
  expect(
    (await lookAt(page, `own-screen-${language}`, {})).filter((fault) => fault.includes("rest-note")),
  ).toEqual([]);
  await page.evaluate("localStorage.clear()");
  await alone.close();
});
