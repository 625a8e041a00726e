import type { BrowserContext, Page, Response } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonalExport, Session } from "../src/protocol/people.ts";
import { openBrowser, sizes } from "./browser.ts";
import { RunningDaemon } from "./running-daemon.ts";
import { lookAt } from "./screens/look-at.ts";

// A real daemon that nobody has set up yet, its own screen and a phone: set up, sign in, correct a song, sign out, and be
// refused. Whatever a page says to its console on the way is a fault: most of it would be the content security policy.

const passphrase = "correct horse battery";

let daemon: RunningDaemon;
let context: BrowserContext;
let page: Page;
let closeBrowser: () => Promise<void>;
const complaints: string[] = [];

beforeAll(async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  ({ context, close: closeBrowser } = await openBrowser());
  page = context.pages()[0] ?? (await context.newPage());
  page.on("console", (message) => {
    // A refusal that is part of the walk is no fault of the page.
    const isRefusal = /status of (401|403|409|429)/.test(message.text());
    if (message.type() === "error" && !isRefusal) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await daemon.until("the demo's songs", ({ library }) => library.tracks >= 20);
});
afterAll(async () => {
  await closeBrowser?.();
  await daemon?.stop();
});

const shown = (id: string) => page.getByTestId(id).first();

/** As the browser itself asks, with its cookies. */
const session = (): Promise<Session> =>
  page.evaluate("fetch('/api/session').then((answer) => answer.json())") as Promise<Session>;

async function typePin(pin: string): Promise<void> {
  for (const digit of pin) await shown(`pin-${digit}`).click();
  await shown("pin-done").click();
}

/** How the daemon answers who signs in with it. */
async function answerToPin(pin: string): Promise<number> {
  const isAnswer = (answer: Response) =>
    answer.url().endsWith("/api/session") && answer.request().method() === "POST";
  const [answer] = await Promise.all([page.waitForResponse(isAnswer), typePin(pin)]);
  return answer.status();
}

async function openWho(): Promise<void> {
  if ((await page.getByTestId("who").count()) === 0) await shown("touch").click();
  await shown("who").click();
}

/** On a slow machine the screen may have gone to rest by itself, as it does a minute after the last touch. */
async function awake(): Promise<void> {
  await page.setViewportSize(sizes["1280x800"]);
  if ((await page.locator("dialog[open]").count()) > 0) await shown("people-close").click();
  if ((await page.getByTestId("who").count()) === 0) await shown("touch").click();
}

async function openMe(part: "likes" | "songs" | "history" | "account"): Promise<void> {
  await awake();
  await shown("who").click();
  await shown(`tab-${part}`).click();
}

async function signInAsAdmin(): Promise<void> {
  await shown("name").fill("Olga");
  await shown("secret").fill(passphrase);
  await shown("sign-in").click();
}

test("without a code the page is a phone's, and says calmly where people register", async () => {
  await page.goto(daemon.url);
  await openWho();
  await page.getByText("People register at Mien's own screen.").waitFor();
  expect(await page.getByTestId("register").count()).toBe(0);
  expect(await lookAt(page, "people-no-code", sizes)).toEqual([]);
  expect((await session()).seat).toBe("admin"); // On the machine itself, and nobody has set it up.
});

test("with the code it becomes Mien's own screen; the code leaves the address, and is good for one", async () => {
  const code = daemon.kioskCode;
  await page.goto("about:blank");
  await page.goto(`${daemon.url}/#kiosk=${code}`);
  await expect.poll(async () => (await session()).seat).toBe("kiosk");
  expect(page.url()).toBe(`${daemon.url}/`);
  expect(daemon.kioskCode).not.toBe(code);
});

test("the screen says that Mien is not set up, and names no other device while none can come", async () => {
  await shown("setup-note").waitFor();
  expect(await shown("setup-note").textContent()).not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}|another device/);
  expect(await lookAt(page, "people-setup-note", sizes)).toEqual([]);
  await page.getByRole("link", { name: "Set up Mien" }).click();
  await shown("stands-workplace").click();
  await page.getByText("The camera stays off: inferring").waitFor();
  expect(await lookAt(page, "people-setup", sizes)).toEqual([]);
});

test("setting up makes the first admin, and whoever did it is signed in", async () => {
  await shown("stands-home").click();
  await shown("place").fill("Kitchen");
  await shown("time-zone").selectOption("Europe/Berlin");
  await shown("admin-name").fill("Olga");
  await shown("admin-passphrase").fill(passphrase);
  await shown("admin-pin").fill("2468");
  await shown("set-up-now").click();
  await page.getByText("Kitchen is ready.").waitFor();
  expect(await lookAt(page, "people-set-up", sizes)).toEqual([]);
  expect(await session()).toMatchObject({ role: "admin", person: { name: "Olga" } });
  expect(daemon.state.place.name).toBe("Kitchen");
  await page.reload();
  await page.getByText("Kitchen is ready.").waitFor();
});

test("an admin adds somebody, and sets their PIN anew", async () => {
  await page.goto(`${daemon.url}/people`);
  await shown("add-person").click();
  await shown("new-name").fill("Ben");
  await shown("new-pin").fill("1111");
  await shown("add").click();
  await page.getByText("Ben can sign in now.").waitFor();
  await page.getByText("2 people").waitFor();
  await page.getByText("Ben can sign in now.").waitFor({ state: "detached" });
  await shown("person").click();
  expect(await lookAt(page, "people-list", sizes)).toEqual([]);
  await page.getByTestId("set-pin").first().fill("8642");
  await page.getByRole("button", { name: "Set the PIN" }).click();
  await page.getByText("Ben has a new PIN").waitFor();
});

test("an admin removes somebody by keys, who are asked once more, and is at the list again", async () => {
  await shown("add-person").click();
  await shown("new-name").fill("Zoe");
  await shown("new-pin").fill("1111");
  await shown("add").click();
  await page.getByText("3 people").waitFor();
  await page.getByTestId("person").filter({ hasText: "Zoe" }).press("Enter");
  await page.getByRole("button", { name: "Remove Zoe", exact: true }).press("Enter");
  // The same key once more keeps them.
  await page.locator("[data-testid=keep]:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=remove]:focus").press("Enter");
  await page.getByTestId("remove-sure").press("Enter");
  await page.getByText("2 people").waitFor();
  await page.locator("[data-testid=add-person]:focus").waitFor();
});

test("the last admin can't be removed, in the daemon's own words", async () => {
  await page.getByTestId("person").filter({ hasText: "Olga" }).click();
  await page.getByRole("button", { name: "Remove Olga" }).click();
  await page.getByRole("button", { name: "Remove Olga for good" }).click();
  await page.getByText("make somebody else an admin first").waitFor();
});

test("an admin corrects a song; with the session gone they sign in, and what they did is done", async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${daemon.url}/library`);
  await expect.poll(() => shown("who").textContent()).toContain("Olga");
  await shown("song").click();
  await shown("mood-elated").click();
  await expect.poll(() => shown("said").textContent()).toContain("One song moved");
  await context.clearCookies({ name: "mien" });
  await shown("mood-calm").click();
  await shown("people-dialog").waitFor();
  // The keys have come with it, which no phone has room for, nor is one ever Mien's own screen.
  expect(await lookAt(page, "people-step", { "1280x800": sizes["1280x800"] })).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAsAdmin();
  await expect.poll(() => shown("said").textContent()).toContain("calm and warm");
});

test("after signing out the page may look around alone, the daemon refuses the rest, and the socket is a guest's", async () => {
  await shown("who").click();
  expect(await shown("to-people").getAttribute("href")).toBe("/people");
  await shown("sign-out").click();
  await shown("sign-in-to-change").waitFor();
  expect(await session()).toMatchObject({ role: "guest", person: null });
  const refused = (await page.evaluate(
    "fetch('/api/library/scan', { method: 'POST' }).then(async (answer) => [answer.status, await answer.json()])",
  )) as [number, unknown];
  expect(refused).toMatchObject([403, { error: "This is for admins: sign in as one.", signIn: "admin" }]);
  const said = page.getByText("You are signed out.");
  await said.waitFor();
  await said.waitFor({ state: "detached" });
  expect(await lookAt(page, "people-signed-out", sizes)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await shown("sign-in-to-change").click();
  await signInAsAdmin();
  await shown("sign-in-to-change").waitFor({ state: "detached" });
  await shown("who").click();
  await shown("sign-out").click();
});

test("at the kiosk somebody registers with a PIN, allows a tile, and signs in by it", async () => {
  await page.setViewportSize(sizes["1280x800"]);
  await page.goto(daemon.url);
  await openWho();
  await shown("name").fill("Anna");
  await shown("register").click();
  expect(await lookAt(page, "people-register", sizes)).toEqual([]);
  await shown("register-next").click();
  await page.getByText("Show my name here").click();
  await typePin("1234");
  await typePin("4321");
  await page.getByText("The two PINs differ.").waitFor();
  await typePin("1234");
  await typePin("1234");
  await expect.poll(() => shown("who").textContent()).toContain("Anna");

  await shown("who").click();
  await shown("sign-out").waitFor();
  await page.getByText("Say “for Anna”").click();
  await expect.poll(() => daemon.state.people.named.map(({ name }) => name)).toEqual(["Anna"]);
  expect(await lookAt(page, "people-me", sizes)).toEqual([]);
});

test("who is signed in likes the song that plays, by heart and by key, and finds it among theirs", async () => {
  // Whatever a slow machine takes for it, it stays the same song.
  await daemon.command({ do: "pause" });
  const heart = page.locator("now-playing").getByTestId("favourite");
  const isLiked = (liked: boolean) =>
    expect.poll(() => heart.getAttribute("aria-pressed")).toBe(String(liked));
  await awake();
  await heart.click();
  await isLiked(true);
  // What is said for some seconds may lie over a title.
  await page.getByText("Welcome, Anna.").waitFor({ state: "detached" });
  expect(await lookAt(page, "people-heart", sizes)).toEqual([]);
  await awake();
  await page.keyboard.press("f");
  await isLiked(false);
  await page.keyboard.press("f");
  await isLiked(true);
  const playing = (await shown("title").textContent()) ?? "";
  const another = page.locator("song-pick").filter({ hasNotText: playing }).first();
  await another.getByTestId("pick").click();
  expect(await lookAt(page, "people-heart-of-six", sizes)).toEqual([]);
  await awake();
  if ((await another.getByTestId("favourite").count()) === 0) await another.getByTestId("pick").click();
  await another.getByTestId("favourite").click();
  await openMe("songs");
  await expect.poll(() => page.getByTestId("take-off").count()).toBe(2);
  expect(await lookAt(page, "people-songs", sizes)).toEqual([]);
  await openMe("songs");
  await shown("take-off").click();
  await expect.poll(() => page.getByTestId("take-off").count()).toBe(1);
});

test("a song begins for them by their name, and is in their history and in what they take away", async () => {
  await awake();
  await daemon.command({ do: "play" });
  await daemon.command({ do: "skip" });
  await daemon.until("a song for whoever is here", ({ player }) => {
    const { actual } = player;
    return "pick" in actual && actual.pick.reasons.some(({ kind }) => kind === "turn");
  });
  // At rest the reason is read.
  if ((await page.getByTestId("who").count()) > 0) await shown("touch").click();
  await expect.poll(() => shown("why").textContent()).toMatch(/^For Anna[.,]/);
  expect(await lookAt(page, "people-for-anna", sizes)).toEqual([]);
  await openMe("history");
  await shown("heard").waitFor();
  expect(await lookAt(page, "people-history", sizes)).toEqual([]);
  await openMe("account");
  expect(await lookAt(page, "people-account", sizes)).toEqual([]);
  await openMe("account");
  // Mien's own screen saves no file but to a stick, and none is plugged in: it says so. This is what would be in it.
  await shown("plug-in").waitFor();
  const told = (await page.evaluate(
    "fetch('/api/me/export').then((answer) => answer.json())",
  )) as PersonalExport;
  expect(told).toMatchObject({ name: "Anna", named: true, favourites: [{}] });
  expect(told.history.length).toBeGreaterThan(0);
});

test("they leave, and with them their name; by their tile and PIN they are back", async () => {
  await openMe("likes");
  await shown("sign-out").click();
  await expect.poll(() => shown("who").textContent()).toContain("Sign in");
  await expect.poll(() => daemon.state.people).toEqual({ named: [], others: 0 });

  await shown("who").click();
  await shown("tile").click();
  expect(await lookAt(page, "people-pin", sizes)).toEqual([]);
  await typePin("9999");
  await page.getByText("The name, or the PIN or passphrase, is wrong.").waitFor();
  // One attempt a second: whoever is too fast is told to wait, which costs none, and types it again.
  await expect.poll(() => answerToPin("1234")).toBe(200);
  await expect.poll(() => shown("who").textContent()).toContain("Anna");
});

test("somebody deletes themselves with their PIN, and is nobody here any more", async () => {
  await openMe("account");
  await shown("forget").click();
  await page.locator("me-secrets prove-yourself input").fill("1234");
  await shown("forget-sure").click();
  await expect.poll(async () => (await session()).person).toBeNull();
  const tiles = await page.evaluate("fetch('/api/people/tiles').then((answer) => answer.json())");
  expect(tiles).toEqual({ tiles: [] });
});

test("no page had anything to complain of", () => {
  expect(complaints).toEqual([]);
});
