import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GuestsState, PhoneOwn, PhoneRoom } from "../src/protocol/guests.ts";
import { allLanguages } from "../src/ui/languages/languages.ts";
import { someState } from "../src/ui/testing-state.ts";
import { openBrowser } from "./browser.ts";
import { codeIn } from "./code-in.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { PhoneAlone, phoneSong, someOwn, someRoom, waitingSong } from "./phone-alone.ts";

// The page of a guest's phone in every state and at every size, and the code that leads there.

const sizes = {
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 568 },
  onItsSide: { width: 844, height: 390 },
} as const;
const screens = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;

const others = allLanguages.filter((language) => language !== "en");

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const at9 = 1_763_726_400_000;
const waiting = [2, 1, 6, 3].map(waitingSong);
const rooms: Readonly<Record<string, readonly [Partial<PhoneRoom>, Partial<PhoneOwn>]>> = {
  usual: [{}, {}],
  waiting: [
    { waiting, vote: { votes: 2, needed: 3 } },
    { mine: ["request-1"], voted: true, left: 1 },
  ],
  limit: [{ waiting: waiting.slice(0, 2) }, { mine: ["request-2", "request-1"], left: 0, again: at9 }],
  long: [{ playing: someRoom.playing && { ...someRoom.playing, ...phoneSong(2), running: false } }, {}],
  resting: [
    {
      six: someRoom.six.map((song, n) => ({
        ...song,
        refusal: [{ because: "rest", again: at9 } as const, { because: "artist-coming" } as const][n] ?? null,
      })),
    },
    {},
  ],
  empty: [{ playing: null, six: [], vote: null }, {}],
  "requests off": [{ mayAsk: false }, { left: 0 }],
  closed: [{ playing: null, six: [], vote: null, closed: { opensAt: at9 } }, {}],
};
const opened = (name: string, more: { languages?: readonly string[]; scheme?: "dark" | "light" } = {}) => {
  const [room, own] = rooms[name] ?? [{}, {}];
  return PhoneAlone.open({ context, room: { ...someRoom, ...room }, own: { ...someOwn, ...own }, ...more });
};

describe("a guest's phone", () => {
  test.each(Object.keys(rooms))("%s", async (name) => {
    const { page } = await opened(name);
    await page.getByTestId(name === "closed" ? "alone" : "room").waitFor();
    expect(await lookAt(page, `phone-${name.replace(" ", "-")}`, sizes)).toEqual([]);
    await page.close();
  });

  test.each(others)("in %s, with nothing cut off", async (language) => {
    for (const name of ["waiting", "limit", "closed"]) {
      const { page } = await opened(name, { languages: [language] });
      await page.locator(`html[lang=${language}]`).waitFor();
      await page.getByTestId(name === "closed" ? "alone" : "room").waitFor();
      expect(await lookAt(page, `phone-${name}-${language}`, sizes)).toEqual([]);
      await page.close();
    }
  });

  test("in the light", async () => {
    const { page } = await opened("usual", { scheme: "light" });
    await page.getByTestId("room").waitFor();
    expect(await lookAt(page, "phone-light", sizes)).toEqual([]);
    await page.close();
  });

  test("searches, and says of each song that can't be asked for why", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    await page.getByTestId("search-open").click();
    await page.locator("phone-search input").fill("kite");
    await page.locator("phone-search").getByText("Heard lately, again from").waitFor();
    expect(await lookAt(page, "phone-search", sizes)).toEqual([]);
    await page.locator("phone-search [data-testid=song]").first().click();
    await expect
      .poll(() => alone.asked)
      .toEqual([`POST /api/guest/requests {"track":"${phoneSong(1).track}"}`]);
    await page.close();
  });

  test("offers of the six only what can be asked for, and says of the others why before anybody touches them", async () => {
    const { page } = await opened("resting");
    const six = page.getByTestId("six").getByTestId("song");
    await six.first().getByText("Heard lately, again from").waitFor();
    await six.nth(1).getByText("This artist plays, or comes soon").waitFor();
    expect(await six.evaluateAll((rows) => rows.map((row) => "disabled" in row && row.disabled))).toEqual([
      ...[true, true],
      ...[false, false, false, false],
    ]);
    await page.close();
  });

  test("lets no refusal from before stand over a search that has just begun", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    alone.answer = { because: "busy" };
    await page.getByTestId("six").getByTestId("song").first().click();
    await page.getByTestId("said").getByText("Much is asked for at once.").waitFor();
    await page.getByTestId("search-open").click();
    const told = page.locator("phone-search [role=status]");
    expect(await told.textContent()).toBe("Some letters are enough.");
    await page.locator("phone-search input").fill("kite");
    await page.locator("phone-search [data-testid=song]").first().click();
    await told.getByText("Much is asked for at once.").waitFor();
    await page.locator("phone-search input").fill("");
    await expect.poll(() => told.textContent()).toBe("Some letters are enough.");
    await page.close();
  });

  test("says when another song may be asked for, and lets none be touched until then", async () => {
    const { page } = await opened("limit");
    await page.getByTestId("left").getByText("You can ask for another song at").waitFor();
    expect(await page.getByTestId("six").locator("button:enabled").count()).toBe(0);
    await page.close();
  });

  test("says that it connects, that Mien can't be reached, that there is no room, and that it is turned off", async () => {
    const words = {
      never: "One moment",
      gone: "Mien can't be reached",
      crowded: "Too many phones",
      off: "This page is turned off",
    };
    const hello = {
      never: "never",
      gone: "gone",
      crowded: { because: "address" },
      off: { because: "off" },
    } as const;
    for (const [name, text] of Object.entries(words)) {
      const { page } = await PhoneAlone.open({ context, hello: hello[name as keyof typeof hello] });
      await page.getByRole("heading", { name: text }).waitFor();
      expect(await lookAt(page, `phone-${name}`, sizes)).toEqual([]);
      await page.close();
    }
  });

  test("goes on by itself as soon as the owner turns the page on again", async () => {
    const alone = await opened("usual");
    await alone.page.getByTestId("room").waitFor();
    alone.hello = { because: "off" };
    await alone.hangUp(4_003);
    await alone.page.getByRole("heading", { name: "This page is turned off" }).waitFor();
    alone.hello = null;
    await alone.page.getByTestId("room").waitFor();
    await alone.page.close();
  });

  test("keeps what it knows while the connection is gone, and says that it may be old", async () => {
    const alone = await opened("usual");
    await alone.page.getByTestId("room").waitFor();
    alone.hello = "gone";
    await alone.hangUp(1_011);
    await alone.page.getByTestId("said").getByText("No connection to the music").waitFor();
    expect(await alone.page.getByTestId("title").textContent()).toBe("Lantern Street at Noon");
    expect(await alone.page.getByTestId("vote").isDisabled()).toBe(true);
    await alone.page.close();
  });
});

describe("the appliance's own screen", () => {
  const guests: GuestsState = {
    ...someState().guests,
    page: "open",
    address: "http://192.168.1.20:7373/phone",
    codeAtRest: true,
    vote: { votes: 2, needed: 3 },
  };
  const kiosk = (change: Partial<GuestsState> = {}) =>
    PageAlone.open({ context, path: "/", state: someState({ guests: { ...guests, ...change } }) });

  /** What a phone that is held to the screen reads, in every size of it. */
  async function codesOf(page: Page): Promise<string[]> {
    const read: string[] = [];
    for (const size of Object.values(screens)) {
      await page.setViewportSize(size);
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      read.push(await codeIn(await page.screenshot()));
    }
    return read;
  }

  test("shows a code and its address at rest where the owner wants it, and how many want another song", async () => {
    const { page } = await kiosk();
    await page.getByTestId("code-at-rest").getByText("192.168.1.20:7373/phone").waitFor();
    await page.getByTestId("votes").getByText("2 of 3 phones want another song").waitFor();
    expect(await lookAt(page, "kiosk-code-at-rest", screens)).toEqual([]);
    expect(await codesOf(page)).toEqual(Object.keys(screens).map(() => guests.address));
    await page.close();
  });

  test("opens the code large for whoever touches it", async () => {
    const { page } = await kiosk({ codeAtRest: false });
    await page.getByTestId("touch").click();
    await page.getByTestId("phone-code-open").waitFor();
    expect(await lookAt(page, "kiosk-code-touched", screens)).toEqual([]);
    await page.getByTestId("phone-code-open").click();
    await page.getByTestId("phone-address").getByText("192.168.1.20:7373/phone").waitFor();
    await page.getByRole("img", { name: "Code that opens http://192.168.1.20:7373/phone" }).waitFor();
    expect(await lookAt(page, "kiosk-code", screens)).toEqual([]);
    expect(await codesOf(page)).toEqual(Object.keys(screens).map(() => guests.address));
    await page.close();
  });

  test.each(others)("speaks of phones in %s, though its browser speaks English", async (language) => {
    const alone = await PageAlone.open({
      ...{ context, path: "/" },
      state: someState({ guests, screenLanguages: [language] }),
    });
    const { page } = alone;
    // Its words come with a part of the page that is fetched later than the language is chosen.
    const said = (id: string) => page.getByTestId(id).textContent();
    await expect.poll(() => said("votes")).not.toContain("phones want another song");
    await expect.poll(() => said("code-at-rest")).not.toContain("By phone");
    expect(await said("votes")).toMatch(/2.*3|3.*2/);
    expect(await lookAt(page, `kiosk-code-at-rest-${language}`, screens)).toEqual([]);
    await page.getByTestId("touch").click();
    await page.getByTestId("phone-code-open").click();
    await page.getByTestId("phone-address").waitFor();
    expect(await page.getByTestId("phone-code").textContent()).not.toMatch(/ or | the /);
    expect(await lookAt(page, `kiosk-code-${language}`, screens)).toEqual([]);
    await alone.close();
  });

  test("says why, when phones voted a song away", async () => {
    const alone = await kiosk();
    await alone.page.getByTestId("votes").waitFor();
    const lastSkip = { pick: "pick-1", title: "Kite Weather", votes: 3, phones: 5, at: 1_000_000 };
    alone.push({ guests: { ...guests, vote: null, lastSkip } });
    await alone.page.getByText("3 of 5 phones wanted another song than Kite Weather.").waitFor();
    await alone.page.close();
  });

  test("has nothing to do with phones where they can't open the page", async () => {
    const { page } = await kiosk({ page: "network", address: null });
    await page.getByTestId("touch").click();
    await page.getByTestId("six-picks").or(page.getByText("nothing to choose")).first().waitFor();
    expect(await page.locator("phone-code").count()).toBe(0);
    await page.close();
  });
});
