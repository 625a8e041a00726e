import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OwnPerson, Session } from "../../src/protocol/people.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { openOwnerPage } from "./owner-alone.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// What the kiosk's page offers and tells depends on who is there: a guest at the screen, an admin, or a browser somewhere
// in the network.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
  phone: { width: 390, height: 844 },
} as const;

const ada: Omit<OwnPerson, "role"> = {
  ...{ id: "ada", name: "Ada", onTile: false, named: false, hasPin: true },
  wishes: { languages: [], artists: [], policy: null },
};
const sessions = {
  guest: { role: "guest", seat: "kiosk", person: null, secureWay: null },
  admin: { role: "admin", seat: "kiosk", person: { ...ada, role: "admin" }, secureWay: null },
  network: { role: "guest", seat: "phone", person: null, secureWay: null },
  member: { role: "member", seat: "phone", person: { ...ada, role: "member" }, secureWay: null },
  plain: {
    ...{ role: "member", seat: "phone", person: { ...ada, role: "member" }, plain: true },
    secureWay: "https://localhost:7374",
  },
  plainAlone: {
    ...{ role: "member", seat: "phone", person: { ...ada, role: "member" }, plain: true },
    secureWay: null,
  },
} satisfies Record<string, Session>;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

function open(who: keyof typeof sessions, name: string): Promise<PageAlone> {
  const state = kioskStates[name] ?? expect.fail("There is no such state.");
  const api = ({ pathname }: URL) => {
    if (pathname.endsWith("/cover")) return someCover(pathname);
    return pathname === "/api/session" ? { json: sessions[who] } : null;
  };
  return PageAlone.open({ context, path: "/", state, api });
}

/** Among the controls there are others. */
const atRest = (page: Page) => page.locator(".stage > health-notes").getByTestId("notes");

test("a guest reads what they notice themselves, and what to do about all of it is a touch away", async () => {
  const alone = await open("guest", "troubled");
  const { page } = alone;
  const notes = atRest(page);
  await expect.poll(() => notes.textContent()).toContain("The camera is gone.");
  expect(await notes.textContent()).not.toContain("Plug it in again");
  expect(await lookAt(page, "kiosk-guest-notes", sizes)).toEqual([]);
  await page.getByTestId("touch").click();
  const line = page.getByTestId("trouble");
  await line.getByText("The camera is gone.").waitFor();
  expect(await line.textContent()).not.toContain("Plug it in again");
  expect(await lookAt(page, "kiosk-guest-notes-touched", sizes)).toEqual([]);
  await page.getByTestId("what-to-do").click();
  await page.getByText("Plug it in again; it is noticed by itself.").waitFor();
  await page.getByText("make room so that the history can be kept").waitFor();
  expect(await lookAt(page, "kiosk-guest-what-to-do", sizes)).toEqual([]);
  await page.getByTestId("trouble-close").click();
  await page.getByTestId("what-to-do").waitFor();
  await alone.close();
});

test("what is an admin's work alone is none of a guest's notes, and can be found all the same", async () => {
  const alone = await open("guest", "full");
  const { page } = alone;
  const store = { state: "degraded", reason: "disk-full", detail: "", since: 0, retryAt: null } as const;
  const { health } = kioskStates.full ?? expect.fail("There is no such state.");
  alone.push({ health: { ...health, store } });
  await page.getByTestId("touch").click();
  await page.getByText("Whoever looks after Mien has something to do.").waitFor();
  expect(await page.getByText("The disk is full.").isVisible()).toBe(false);
  await page.getByTestId("what-to-do").click();
  await page.getByText("The disk is full.").waitFor();
  await alone.close();
});

test("that a backup took the place of a damaged database is read at rest, on the small screen, too", async () => {
  const alone = await open("guest", "replaced");
  const { page } = alone;
  const told = atRest(page).getByText("The database was damaged, and a backup took its place.");
  for (const size of ["1280x800", "800x480"] as const) {
    await page.setViewportSize(sizes[size]);
    await told.waitFor();
    expect(await lookAt(page, "kiosk-guest-replaced", { [size]: sizes[size] })).toEqual([]);
    const { width, height } = sizes[size];
    const { x, y, ...box } = (await told.boundingBox()) ?? expect.fail("It is not painted.");
    expect(x >= 0 && y >= 0 && x + box.width <= width && y + box.height <= height, size).toBe(true);
  }
  expect(await atRest(page).textContent()).not.toContain("Check the disk");
  await page.getByTestId("touch").click();
  await page.getByTestId("trouble").getByText("a backup took its place").waitFor();
  await page.getByTestId("what-to-do").click();
  await page.getByText("Check the disk.").waitFor();
  await alone.close();
});

test("that an empty database took its place is read at rest as it is, on the small screen, too", async () => {
  const alone = await open("guest", "emptied");
  const { page } = alone;
  const told = atRest(page).getByText("an empty one took its place: no backup was whole.");
  for (const size of ["1280x800", "800x480"] as const) {
    await page.setViewportSize(sizes[size]);
    await told.waitFor();
    expect(await lookAt(page, "kiosk-guest-emptied", { [size]: sizes[size] })).toEqual([]);
  }
  await alone.close();
});

test("what an admin restored is told to admins, and to nobody else", async () => {
  const alone = await open("admin", "restored");
  await atRest(alone.page).getByText("A backup was put in the database's place.").waitFor();
  await alone.close();
  const guests = await open("guest", "restored");
  await guests.page.getByTestId("touch").waitFor();
  await atRest(guests.page).waitFor({ state: "hidden" });
  await guests.close();
});

test("at rest nothing is said of a full disk: the music goes on, and history waits", async () => {
  const alone = await open("guest", "troubled");
  const { page } = alone;
  const { health } = kioskStates.full ?? expect.fail("There is no such state.");
  const store = { state: "degraded", reason: "disk-full", detail: "", since: 0, retryAt: null } as const;
  await atRest(page).getByText("The camera is gone.").waitFor();
  alone.push({ health: { ...health, store } });
  await atRest(page).waitFor({ state: "hidden" });
  await alone.close();
});

test("an admin who is signed in at the screen reads at once what to do", async () => {
  const alone = await open("admin", "troubled");
  const { page } = alone;
  await expect.poll(() => atRest(page).textContent()).toContain("Plug it in again");
  await page.getByTestId("touch").click();
  await page.getByTestId("trouble").getByText("Plug it in again").waitFor();
  await alone.close();
});

test("the overview says on a phone, too, what to do", async () => {
  const alone = await openOwnerPage(context, "admin");
  const { page } = alone;
  await page.setViewportSize(sizes.phone);
  const { health, camera } = kioskStates.troubled ?? expect.fail("There is no such state.");
  alone.push({ health, camera });
  for (const cure of ["Plug it in again", "Connect a speaker", "make room so that the history can be kept"])
    await page.locator("health-notes").getByText(cure).waitFor();
  await alone.close();
});

test("a browser in the network is offered nothing that it may not do, and is told where songs are chosen", async () => {
  const alone = await open("network", "full");
  const { page, commands } = alone;
  await page.getByTestId("watch-only").waitFor();
  for (const name of ["touch", "play-pause", "skip", "pick", "volume"])
    expect(await page.getByTestId(name).count()).toBe(0);
  await page.locator("main").click({ position: { x: 200, y: 200 } });
  for (const key of [" ", "n", "m", "d"]) await page.keyboard.press(key);
  expect(await page.getByTestId("play-pause").count()).toBe(0);
  expect(await lookAt(page, "kiosk-network", sizes)).toEqual([]);
  await page.getByTestId("camera-switch").click();
  await expect.poll(() => commands).toEqual([{ do: "switchCamera", on: false }]);
  await alone.close();
});

test("whoever closes the camera by keys and may not open it again is at what would let them", async () => {
  const alone = await open("network", "full");
  const { page } = alone;
  await page.getByTestId("camera-switch").focus();
  await page.keyboard.press("Enter");
  const { camera } = kioskStates.full ?? expect.fail("There is no full state.");
  alone.push({ camera: { ...camera, wanted: "off", looking: false } });
  await page.getByTestId("camera-switch").waitFor({ state: "detached" });
  await page.locator("[data-testid=who]:focus").waitFor();
  await alone.close();
});

test("whoever signs in there has the controls", async () => {
  const alone = await open("member", "full");
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("play-pause").waitFor();
  expect(await page.getByTestId("watch-only").count()).toBe(0);
  await alone.close();
});

test("what is refused is said, and forgotten by itself", async () => {
  const alone = await open("guest", "full");
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("skip").click();
  alone.refuse("It is closed.");
  await page.getByText("That did not work. It is closed.").waitFor();
  await page.getByText("That did not work. It is closed.").waitFor({ state: "detached" });
  await alone.close();
});

test("a member who came by plain HTTP is led to where their history and their file are, and is asked for no PIN", async () => {
  for (const who of ["plain", "plainAlone"] as const) {
    const alone = await open(who, "full");
    const { page } = alone;
    await page.setViewportSize(sizes.phone);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.getByTestId("touch").click();
    await page.getByTestId("who").click();
    for (const part of ["history", "account"]) {
      await page.getByTestId(`tab-${part}`).click();
      await page.getByText("In this network others could read along").waitFor();
      const way = page.getByRole("link", { name: "Go to the encrypted page" });
      expect(await way.count()).toBe(who === "plain" ? 1 : 0);
      if (who === "plain") expect(await way.getAttribute("href")).toBe("https://localhost:7374/people");
      expect(await page.locator("me-history, me-secrets, [data-testid=export]").count()).toBe(0);
      expect(await lookAt(page, `kiosk-${who}-${part}`, { phone: sizes.phone })).toEqual([]);
    }
    expect(asked).not.toContain("/api/me/history");
    await alone.close();
  }
});
