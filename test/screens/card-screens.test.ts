import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CardsState, TeachingOutcome } from "../../src/protocol/cards.ts";
import type { Session } from "../../src/protocol/people.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { openOwnerPage } from "./owner-alone.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";
import { somePerson } from "./some-person.ts";

// What a card does on a page: in, out, one that nobody knows, and teaching one.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
};
const SIGNED_OUT = 4_001;

const full = kioskStates.full ?? expect.fail("There is no such state.");
const mia = somePerson("Mia");
const nobody: Session = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const asMia: Session = { ...nobody, role: "member", person: mia };
const reader: CardsState = {
  ...full.cards,
  readers: [{ id: "r", name: "Sycreader RFID", state: "listening" }],
};

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

/** The appliance's own screen with a reader beside it; who is signed in there changes as the daemon would have it. */
async function open(
  begin: Session = nobody,
  ticket: Told = { status: 204, body: "" },
): Promise<{ alone: PageAlone; page: Page; asked: string[]; become: (session: Session) => void }> {
  let session = begin;
  const asked: string[] = [];
  let cards = [
    { id: "old", addedAt: Date.UTC(2025, 4, 3, 12) },
    { id: "new", addedAt: Date.UTC(2026, 1, 1, 12) },
  ];
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, cards: reader } },
    api: ({ pathname }, method) => {
      // A hand on the screen is told as one, whatever it does.
      if (method !== "GET" && pathname !== "/api/session/touched") asked.push(`${method} ${pathname}`);
      if (pathname.endsWith("/cover")) return someCover(pathname);
      if (pathname === "/api/people/tiles") return { json: { tiles: [] } };
      if (pathname === "/api/me") return { json: { favourite: [], blocked: [], isPresent: true, cards } };
      if (pathname.startsWith("/api/me/cards/") && method === "DELETE") {
        cards = cards.filter(({ id }) => !pathname.endsWith(`/${id}`));
        return { status: 204, body: "" };
      }
      if (pathname.endsWith("/cards/teach")) return { status: 204, body: "" };
      if (pathname === "/api/session") return { json: session };
      if (pathname !== "/api/session/ticket") return null;
      if ((ticket.status ?? 200) < 300) session = asMia;
      return ticket;
    },
  });
  await expect.poll(() => alone.hearsOfCards).toBe(true);
  return {
    ...{ alone, page: alone.page, asked },
    become: (other) => {
      session = other;
    },
  };
}

const said = (page: Page) => page.getByTestId("said");
const who = async (page: Page) => (await page.getByTestId("who").textContent())?.trim();

/** A word that passes may lie over what plays, and over nothing that is touched. */
const overButtons = async (page: Page, name: string) =>
  (await lookAt(page, name, sizes)).filter((fault) => !/h1|“artist”/.test(fault));

test("a card signs its owner in with the ticket that came with it, and they are greeted by name", async () => {
  const { alone, page } = await open();
  const ticket = page.waitForRequest("**/api/session/ticket");
  alone.tap({ type: "in", name: "Mia", ticket: "t-1" });
  expect((await ticket).postDataJSON()).toEqual({ ticket: "t-1" });
  await said(page).getByText("Hello, Mia.").waitFor();
  expect(await overButtons(page, "card-hello")).toEqual([]);
  await page.getByTestId("touch").click();
  expect(await who(page)).toBe("Mia");
  await page.getByTestId("who").click();
  await page.getByTestId("sign-out").waitFor();
  await alone.close();
});

test("whoever was about to type their name need not any more once they held their card to the reader", async () => {
  const { alone, page } = await open();
  await page.getByTestId("touch").click();
  await page.getByTestId("who").click();
  await page.getByText("Or hold your card to the reader.").waitFor();
  alone.tap({ type: "in", name: "Mia", ticket: "t-2" });
  await said(page).getByText("Hello, Mia.").waitFor();
  await page.getByTestId("people-dialog").waitFor({ state: "hidden" });
  await expect.poll(() => who(page)).toBe("Mia");
  await alone.close();
});

test("whoever is registering goes on with it while somebody else comes by card", async () => {
  const { alone, page } = await open();
  await page.getByTestId("touch").click();
  await page.getByTestId("who").click();
  await page.getByTestId("name").fill("Ben");
  await page.getByTestId("register").click();
  alone.tap({ type: "in", name: "Mia", ticket: "t-3" });
  await said(page).getByText("Hello, Mia.").waitFor();
  await page.getByTestId("register-next").click();
  expect(await page.getByTestId("name").inputValue()).toBe("Ben");
  await alone.close();
});

test("a ticket that came too late signs nobody in, and the page says what to do", async () => {
  const error = "That took too long: hold the card to the reader once more.";
  const { alone, page } = await open(nobody, { status: 401, json: { error } });
  alone.tap({ type: "in", name: "Mia", ticket: "old" });
  await said(page).getByText(error).waitFor();
  await page.getByTestId("touch").click();
  expect(await who(page)).toBe("Sign in");
  await alone.close();
});

test("the same card again signs its owner out, and they are taken leave of", async () => {
  const { alone, page, become } = await open(asMia);
  await page.getByTestId("touch").click();
  await expect.poll(() => who(page)).toBe("Mia");
  // As the daemon does it: the session is gone, whoever listened with it is hung up on, and the card is told of.
  become(nobody);
  alone.drop(SIGNED_OUT);
  alone.tap({ type: "out", name: "Mia" });
  await said(page).getByText("Goodbye, Mia.").waitFor();
  await expect.poll(() => who(page)).toBe("Sign in");
  expect(await overButtons(page, "card-goodbye")).toEqual([]);
  await alone.close();
});

test("what belongs to somebody closes when their card goes out", async () => {
  const { alone, page, become } = await open(asMia);
  await page.getByTestId("touch").click();
  await expect.poll(() => who(page)).toBe("Mia");
  await page.getByTestId("who").click();
  await page.getByTestId("sign-out").waitFor();
  become(nobody);
  alone.drop(SIGNED_OUT);
  alone.tap({ type: "out", name: "Mia" });
  await page.getByTestId("people-dialog").waitFor({ state: "hidden" });
  await said(page).getByText("Goodbye, Mia.").waitFor();
  await alone.close();
});

test("of a card that nobody knows the page says so, and signs nobody in", async () => {
  const { alone, page, asked } = await open();
  alone.tap({ type: "unknown" });
  await said(page).getByText("This card is nobody's here yet.").waitFor();
  expect(await overButtons(page, "card-unknown")).toEqual([]);
  await page.getByTestId("touch").click();
  expect(await who(page)).toBe("Sign in");
  expect(asked).toEqual([]);
  await alone.close();
});

test("a browser that is not the appliance's own screen hears of no card", async () => {
  const session: Session = { ...asMia, seat: "phone" };
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, cards: reader } },
    api: ({ pathname }) => (pathname === "/api/session" ? { json: session } : null),
  });
  await alone.page.getByTestId("touch").click();
  await expect.poll(() => who(alone.page)).toBe("Mia");
  expect(alone.hearsOfCards).toBe(false);
  await alone.close();
});

const taughtAt = (at: number, outcome: TeachingOutcome = "taught"): CardsState => ({
  ...reader,
  lastTeaching: { outcome, at },
});
/** Their own card is taught once they have said by their PIN that it is them. */
async function teachOwn(page: Page): Promise<void> {
  await page.getByTestId("teach").click();
  await page.locator("card-teaching prove-yourself input").fill("4711");
  await page.getByTestId("teach-sure").click();
}
const waits = (): CardsState => ({ ...reader, teaching: { until: Date.now() + 30_000 } });
const teaching = (page: Page) => page.locator("card-teaching").getByRole("status");

test("somebody's own card is taught at the screen: hold it there, and it is said that it is taught", async () => {
  const { alone, page, asked } = await open(asMia);
  // Somebody else's, a while ago.
  alone.push({ cards: taughtAt(1_000) });
  await page.getByTestId("touch").click();
  await expect.poll(() => who(page)).toBe("Mia");
  await page.getByTestId("who").click();
  await page.getByTestId("tab-account").click();
  await page.getByTestId("teach").click();
  await page.locator("card-teaching prove-yourself input:focus").waitFor();
  expect(await lookAt(page, "card-prove", sizes)).toEqual([]);
  // A page that was left open gives nothing away: so far nothing was asked for.
  expect(asked).toEqual([]);
  await page.getByTestId("teach-keep").click();
  await page.locator("[data-testid=teach]:focus").waitFor();
  const taught = page.waitForRequest("**/api/me/cards/teach");
  await teachOwn(page);
  expect((await taught).postDataJSON()).toEqual({ pin: "4711" });
  await expect.poll(() => asked).toEqual(["POST /api/me/cards/teach"]);
  expect(await page.locator("card-teaching").getByText("taught").count()).toBe(0);
  alone.push({ cards: waits() });
  await teaching(page)
    .getByText(/^Hold the card to the reader now \(\d+ s\)\.$/)
    .waitFor();
  expect(await lookAt(page, "card-teaching", sizes)).toEqual([]);
  alone.push({ cards: taughtAt(2_000) });
  await teaching(page).getByText("The card is taught.").waitFor();
  expect(await lookAt(page, "card-taught", sizes)).toEqual([]);
  await alone.close();
});

test.each([
  ["taken", "This card is somebody's already."],
  ["full", "That is enough cards for one person."],
  ["too-late", "No card was held to the reader."],
  ["failed", "The card could not be kept: look at the health notes."],
] as const)(
  "a card that could not be taught (%s) is told of with why, and can be tried again",
  async (outcome, why) => {
    const { alone, page } = await open(asMia);
    await page.getByTestId("touch").click();
    await expect.poll(() => who(page)).toBe("Mia");
    await page.getByTestId("who").click();
    await page.getByTestId("tab-account").click();
    await teachOwn(page);
    alone.push({ cards: waits() });
    await teaching(page).getByText("Hold the card").waitFor();
    alone.push({ cards: taughtAt(3_000, outcome) });
    await teaching(page).getByText(why).waitFor();
    expect(await page.getByTestId("teach").isEnabled()).toBe(true);
    await alone.close();
  },
);

test("somebody sees which cards sign them in, and takes off the one that is lost with their PIN", async () => {
  const { alone, page, asked } = await open(asMia);
  await page.getByTestId("touch").click();
  await expect.poll(() => who(page)).toBe("Mia");
  await page.getByTestId("who").click();
  await page.getByTestId("tab-account").click();
  const own = page.getByTestId("own-card");
  await own.getByText("Card 1, taught on May 3, 2025").waitFor();
  await own.getByText("Card 2, taught on Feb 1, 2026").waitFor();
  await page.getByRole("button", { name: "Take off card 1" }).click();
  await page.locator("me-cards prove-yourself input:focus").waitFor();
  expect(await lookAt(page, "card-lost", sizes)).toEqual([]);
  await page.locator("me-cards prove-yourself input").fill("4711");
  const gone = page.waitForRequest((request) => request.method() === "DELETE");
  await page.getByTestId("take-off-card-sure").click();
  expect((await gone).postDataJSON()).toEqual({ pin: "4711" });
  await page.getByText("The card is nobody's any more.").waitFor();
  expect(asked).toEqual(["DELETE /api/me/cards/old"]);
  await own.getByText("Card 1, taught on Feb 1, 2026").waitFor();
  expect(await own.count()).toBe(1);
  await alone.close();
});

test("an admin teaches somebody their first card, and the list shows that they have one", async () => {
  const people: { json: { people: unknown[] } } = {
    json: { people: [{ ...mia, cards: [], isPresent: false, madeAt: 1 }] },
  };
  const alone = await openOwnerPage(context, "people", {
    "/api/people": people,
    "/api/people/mia/cards/teach": { status: 204, body: "" },
  });
  const { page } = alone;
  alone.push({ cards: reader });
  await page.getByTestId("person").getByText("no card").waitFor();
  await page.getByTestId("person").click();
  const asked = page.waitForRequest("**/api/people/mia/cards/teach");
  await page.getByTestId("teach").click();
  // The daemon takes nothing less than an empty object.
  expect((await asked).postDataJSON()).toEqual({});
  // By the daemon's clock, which is decades behind the browser's.
  alone.push({ now: full.now, cards: { ...reader, teaching: { until: full.now + 30_000 } } });
  await teaching(page)
    .getByText(/\((30|2\d) s\)/)
    .waitFor();
  people.json.people = [{ ...mia, cards: [{ id: "c", addedAt: 1 }], isPresent: false, madeAt: 1 }];
  alone.push({ cards: taughtAt(4_000) });
  await teaching(page).getByText("The card is taught.").waitFor();
  await page.getByTestId("person").getByText("one card").waitFor();
  await alone.close();
});
