import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GuestsState, PhoneOwn, PhoneRoom } from "../../src/protocol/guests.ts";
import { allLanguages } from "../../src/ui/languages/languages.ts";
import { someState } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { codeIn } from "../code-in.ts";
import { missedByKeys } from "./by-keyboard.ts";
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
        refusal:
          [{ because: "rest", again: at9 } as const, { because: "artist-coming", again: at9 } as const][n] ??
          null,
      })),
    },
    {},
  ],
  // By the artist who plays.
  "after another": [
    { waiting: [0, 1].map(waitingSong), afterAnother: true },
    { mine: ["request-0"], left: 1 },
  ],
  "all heard": [{ six: [], none: { again: at9 } }, {}],
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
    for (const name of ["waiting", "limit", "resting", "after another", "all heard", "closed"]) {
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
    expect(await missedByKeys(page)).toEqual([]);
    // The line below the field is whole: what scrolls below it would else leave its ends alone.
    const above = "document.querySelector('mien-phone').shadowRoot.querySelector('phone-search').shadowRoot";
    expect(
      await page.evaluate(`Number(getComputedStyle(${above}.querySelector("header")).zIndex)`),
    ).toBeGreaterThan(
      Number(await page.evaluate(`getComputedStyle(${above}.querySelector("[role=status]")).zIndex`)),
    );
    await page.locator("phone-search [data-testid=song]").first().click();
    await expect
      .poll(() => alone.asked)
      .toEqual([`POST /api/guest/requests {"track":"${phoneSong(1).track}"}`]);
    await page.close();
  });

  test.each(["dark", "light"] as const)(
    "empties the search field by a cross in the page's own colours: %s",
    async (scheme) => {
      const { page } = await opened("usual", { scheme });
      await page.getByTestId("search-open").click();
      const field = page.locator("phone-search input");
      await field.fill("kite");
      await page.locator("phone-search").getByText("4 songs").waitFor();
      const box = (await field.boundingBox()) ?? expect.fail("There is no field.");
      const cross = { x: box.x + box.width - 46, y: box.y + 8, width: 40, height: box.height - 16 };
      const picture = (await page.screenshot({ clip: cross })).toString("base64");
      const { blue, drawn } = (await page.evaluate(`(async () => {
      const image = new Image();
      image.src = "data:image/png;base64,${picture}";
      await image.decode();
      const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      const pixels = Array.from({ length: data.length / 4 }, (_, n) => data.slice(4 * n, 4 * n + 3));
      return {
        blue: pixels.filter(([r, g, b]) => b - Math.max(r, g) > 60).length,
        drawn: new Set(pixels.map(([r]) => r > 127)).size,
      };
    })()`)) as { blue: number; drawn: number };
      expect([blue, drawn]).toEqual([0, 2]);
      await page.mouse.click(cross.x + cross.width / 2, box.y + box.height / 2);
      expect(await field.inputValue()).toBe("");
      await page.close();
    },
  );

  test("lets who knows no title look through what there is, by mood and page by page, until they type", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    await page.getByTestId("search-open").click();
    const search = page.getByTestId("search");
    const moods = search.getByTestId("mood");
    await moods.first().waitFor();
    expect(await lookAt(page, "phone-browse", sizes)).toEqual([]);
    await moods.getByText("calm and warm").click();
    const titles = () => search.locator(".title").allTextContents();
    await expect.poll(titles).toEqual([1, 2, 3, 4].map((n) => phoneSong(n).title));
    expect(await moods.evaluateAll((all) => all.map((each) => each.getAttribute("aria-pressed")))).toEqual([
      "false",
      "false",
      "true",
      "false",
      "false",
      "false",
    ]);
    expect(await lookAt(page, "phone-browse-mood", sizes)).toEqual([]);
    await search.getByTestId("more").click();
    await expect.poll(titles).toEqual([1, 2, 3, 4, 6].map((n) => phoneSong(n).title));
    expect(await search.getByTestId("more").count()).toBe(0);
    await search.getByTestId("song").last().click();
    await expect
      .poll(() => alone.asked)
      .toEqual([`POST /api/guest/requests {"track":"${phoneSong(6).track}"}`]);
    await page.locator("phone-search input").fill("kite");
    await expect.poll(() => moods.count()).toBe(0);
    await expect.poll(titles).toEqual([1, 2, 3, 4].map((n) => phoneSong(n).title));
    await page.close();
  });

  test("has what was looked for when it is opened again, though it was closed before the answer came", async () => {
    const { page } = await opened("usual");
    let answers = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answers = resolve;
    });
    await page.route("**/api/guest/moods/**", async (route) => {
      await held;
      await route.fallback();
    });
    await page.getByTestId("search-open").click();
    const asked = page.waitForRequest("**/api/guest/moods/**");
    await page.getByTestId("search").getByTestId("mood").nth(2).click();
    await asked;
    await page.goBack();
    await page.getByTestId("search").waitFor({ state: "hidden" });
    answers();
    await page.getByTestId("search-open").click();
    await expect.poll(() => page.getByTestId("search").locator(".title").count()).toBe(4);
    await page.close();
  });

  test.each(others)("names moods to look through in %s, with nothing cut off", async (language) => {
    const { page } = await opened("usual", { languages: [language] });
    await page.locator(`html[lang=${language}]`).waitFor();
    await page.getByTestId("search-open").click();
    await page.getByTestId("search").getByTestId("mood").nth(1).click();
    await page.getByTestId("search").getByTestId("more").waitFor();
    expect(await lookAt(page, `phone-browse-${language}`, sizes)).toEqual([]);
    await page.close();
  });

  test("Back closes the search and stays on the page, and leaves it once nothing is open", async () => {
    const { page } = await opened("usual");
    const search = page.getByTestId("search");
    for (const close of [() => page.goBack(), () => page.getByTestId("search-close").click()]) {
      await page.getByTestId("search-open").click();
      await search.waitFor();
      await close();
      await search.waitFor({ state: "hidden" });
      expect(new URL(page.url()).pathname).toBe("/phone");
      await expect.poll(() => page.evaluate("history.state")).toBeNull();
    }
    await page.goForward();
    await search.waitFor();
    await page.reload();
    await page.getByTestId("room").waitFor();
    await expect.poll(() => page.evaluate("history.state")).toBeNull();
    await page.goBack();
    expect(page.url()).toBe("about:blank");
    await page.close();
  });

  test("offers of the six only what can be asked for, and says of the others why before anybody touches them", async () => {
    const { page } = await opened("resting");
    const six = page.getByTestId("six").getByTestId("song");
    await six.first().getByText("Heard lately, again from").waitFor();
    await six.nth(1).getByText("This artist plays or comes soon, again from about").waitFor();
    expect(await six.evaluateAll((rows) => rows.map((row) => "disabled" in row && row.disabled))).toEqual([
      ...[true, true],
      ...[false, false, false, false],
    ]);
    await page.close();
  });

  test("shows other songs to whoever likes none of the six, asks for them, and comes back to the six while the next song plays", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    const titles = () => page.getByTestId("six").locator(".title").allTextContents();
    alone.others = [2, 6].map((n) => ({
      ...phoneSong(n),
      track: `other-${n}`,
      title: `Other ${n}`,
      suits: n < 5,
      refusal: null,
    }));
    await page.getByTestId("others").click();
    await expect.poll(titles).toEqual(["Other 2", "Other 6"]);
    expect(await page.getByTestId("six").locator(".note").allTextContents()).toEqual([
      "Suits less well just now",
    ]);
    const shown = someRoom.six.map(({ track }) => track);
    expect(alone.asked).toEqual([`POST /api/guest/others ${JSON.stringify({ shown })}`]);
    await page.getByTestId("six").getByTestId("song").first().click();
    await expect.poll(() => alone.asked.at(-1)).toContain("other-2");
    // Somebody asked for a song by the same artist meanwhile.
    alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, waiting: [waitingSong(6)] } });
    await page.getByTestId("six").getByText("This artist plays, or comes soon").waitFor();
    alone.others = [];
    await page.getByTestId("others").click();
    await page.getByTestId("no-others").getByText("No other songs can be asked for just now.").waitFor();
    expect(await page.getByTestId("others").count()).toBe(0);
    const playing = someRoom.playing && { ...someRoom.playing, pick: "pick-1", title: "The next song" };
    const next = { ...someRoom, playing, waiting: [waitingSong(6)] };
    alone.tell({ type: "room", now: 1_000_000, room: next });
    await page.locator("phone-now").getByText("The next song").waitFor();
    expect(await titles()).toEqual(["Other 2", "Other 6"]);
    await page.getByTestId("others").click();
    await expect.poll(titles).toEqual(someRoom.six.map(({ title }) => title));
    await page.close();
  });

  test("says at which place a song waits that somebody else asked for, also to whoever was too late by a tap", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    const row = page.getByTestId("six").getByTestId("song").first();
    await row.waitFor();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    alone.answer = { because: "coming" };
    await page.route("**/api/guest/requests", async (route) => {
      await held;
      await route.fallback();
    });
    await row.click();
    alone.tell({
      type: "room",
      now: 1_000_000,
      room: { ...someRoom, waiting: [waitingSong(6), waitingSong(1)] },
    });
    await row.getByText("Asked for: number 2 in the list").waitFor();
    answer();
    await page.getByTestId("said").getByText("Asked for: number 2 in the list").waitFor();
    await page.close();
  });

  test("says of the song that waits first that another one comes before it, where its artist is on", async () => {
    const alone = await opened("after another");
    const { page } = alone;
    const notes = () => page.getByTestId("waiting-list").locator(".note").allTextContents();
    const another = "Another artist comes first";
    await expect.poll(notes).toEqual([`Yours · ${another}`]);
    // On the phone of somebody else.
    alone.tell({ type: "own", own: someOwn });
    await expect.poll(notes).toEqual([another]);
    // There is no other one, or it has come already.
    const waiting = [0, 1].map(waitingSong);
    alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, waiting } });
    alone.tell({ type: "own", own: { ...someOwn, mine: ["request-0"] } });
    await expect.poll(notes).toEqual(["Yours"]);
    await page.close();
  });

  test("says that a song of its own can't be played after all, and that it waits again where that was a slip", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    await page.getByTestId("room").waitFor();
    const said = page.getByTestId("said");
    alone.tell({ type: "own", own: { ...someOwn, gone: { id: "request-2", title: "Slow Ferry" } } });
    await said.getByText("Slow Ferry can't be played here after all.").waitFor();
    alone.tell({ type: "own", own: { ...someOwn, mine: ["request-2"] } });
    await said.getByText("Slow Ferry is in the list.").waitFor();
    await page.close();
  });

  test("says that phones have voted a song away, and nothing of one that went before it was here", async () => {
    const skipped = { pick: "pick-9", title: "Slow Ferry", votes: 3, phones: 4, at: 999_000 };
    const alone = await PhoneAlone.open({ context, room: { ...someRoom, skipped } });
    const { page } = alone;
    await page.getByTestId("room").waitFor();
    expect(await page.getByTestId("said").textContent()).toBe("");
    const now = { ...skipped, pick: "pick-0", title: "Lantern Street at Noon" };
    alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, skipped: now } });
    await page
      .getByTestId("said")
      .getByText("3 of 4 phones wanted another song than Lantern Street at Noon.")
      .waitFor();
    await page.close();
  });

  test("offers six that can be asked for while there are so many, and says where there are not", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    const titles = () => page.getByTestId("six").locator(".title").allTextContents();
    await expect.poll(titles).toHaveLength(6);
    const another = { track: "another", title: "Another", artists: ["Somebody"], suits: true, refusal: null };
    const asked = someRoom.six.map((song, n) =>
      n === 1 ? { ...song, refusal: { because: "coming" } as const } : song,
    );
    const room = { ...someRoom, waiting: [waitingSong(2)], six: [...asked, another] };
    alone.tell({ type: "room", now: 1_000_000, room });
    await expect.poll(titles).toEqual([...someRoom.six.map(({ title }) => title), "Another"]);
    expect(await page.getByTestId("others").count()).toBe(1);
    alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, six: someRoom.six.slice(0, 4) } });
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await page.getByTestId("no-others").getByText("No other songs can be asked for just now.").waitFor();
    expect(await page.getByTestId("others").count()).toBe(0);
    expect(await titles()).toHaveLength(4);
    expect(await lookAt(page, "phone-few", sizes)).toEqual([]);
    await page.close();
  });

  test("says from about when something can be asked for, where nothing can", async () => {
    const { page } = await opened("all heard");
    await page.getByTestId("left").getByText("From about 12:00 you can ask again.").waitFor();
    expect(await page.getByTestId("others").count()).toBe(0);
    await page.close();
  });

  test("is as tall as the screen, however long what scrolls in it is", async () => {
    const { page } = await opened("waiting");
    await page.getByTestId("room").waitFor();
    for (const size of Object.values(sizes)) {
      await page.setViewportSize(size);
      expect(await page.evaluate("document.documentElement.scrollHeight")).toBe(size.height);
    }
    await page.close();
  });

  test("takes two taps of a finger for one, and hears the next one", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    const asked: (string | null)[] = [];
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/guest/requests", async (route) => {
      asked.push(route.request().postData());
      await held;
      await route.fulfill({ status: 204 });
    });
    const first = page.getByTestId("six").getByTestId("song").first();
    await first.dblclick();
    expect(asked).toEqual([JSON.stringify({ track: phoneSong(1).track })]);
    answer();
    await page.getByTestId("said").getByText(phoneSong(1).title).waitFor();
    await page.waitForTimeout(700);
    // By now the second tap would have been heard of.
    expect(asked.length).toBe(1);
    await page.getByTestId("six").getByTestId("song").nth(1).click();
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]).toBe(JSON.stringify({ track: phoneSong(2).track }));
    await page.close();
  });

  test("says that nothing is called so, and shows what may have been meant", async () => {
    const { page } = await opened("usual");
    await page.getByTestId("search-open").click();
    await page.locator("phone-search input").fill("kiet");
    await page
      .locator("phone-search [role=status]")
      .getByText("Nothing here is called “kiet”. Perhaps one of these:")
      .waitFor();
    expect(await page.locator("phone-search [data-testid=song]").count()).toBe(4);
    expect(await lookAt(page, "phone-nearly", sizes)).toEqual([]);
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
    const hint = "Some letters are enough. Or look at what there is:";
    expect(await told.textContent()).toBe(hint);
    await page.locator("phone-search input").fill("kite");
    await page.locator("phone-search [data-testid=song]").first().click();
    await told.getByText("Much is asked for at once.").waitFor();
    await page.locator("phone-search input").fill("");
    await expect.poll(() => told.textContent()).toBe(hint);
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

  test("closes the search when the owner turns the page off, and has looked once it is on again", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    await page.getByTestId("search-open").click();
    await page.locator("phone-search input").fill("kite");
    await page.locator("phone-search").getByText("4 songs").waitFor();
    // The search hears of it before the page does.
    alone.hello = { because: "off" };
    await page.locator("phone-search input").fill("kites");
    await page.locator("phone-search").getByText("The owner has turned this off").waitFor();
    await alone.hangUp(4_003);
    await page.getByRole("heading", { name: "This page is turned off" }).waitFor();
    await page.getByTestId("search").waitFor({ state: "hidden" });
    // There is nothing that Forward could open.
    await page.goForward();
    expect(await page.getByTestId("search").isVisible()).toBe(false);
    alone.hello = null;
    await page.getByTestId("room").waitFor();
    await page.getByTestId("search-open").click();
    await page.locator("phone-search").getByText("4 songs").waitFor();
    expect(await page.locator("phone-search input").inputValue()).toBe("kites");
    expect(await page.locator("phone-search").getByText("The owner has turned this off").count()).toBe(0);
    await page.close();
  });

  test("closes the search where songs can't be asked for any more", async () => {
    const alone = await opened("usual");
    const { page } = alone;
    await page.getByTestId("search-open").click();
    await page.getByTestId("search").waitFor();
    alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, mayAsk: false } });
    await page.getByText("Songs can't be asked for here just now.").waitFor();
    await page.getByTestId("search").waitFor({ state: "hidden" });
    await page.close();
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
    asks: true,
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
