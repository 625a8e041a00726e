import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session, Stick } from "../../src/protocol/people.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { allLanguages, type Language } from "../../src/ui/languages/languages.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";
import { somePerson } from "./some-person.ts";

// The kiosk while somebody is signed in at it, at home and where cameras may not look.
const mia = somePerson("Mia");
const guest: Session = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const full = kioskStates.full ?? expect.fail("There is no such state.");

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(state: Partial<AppState>, session: Session): Promise<PageAlone> {
  let now = session;
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, ...state } },
    api: ({ pathname }, method) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      if (method === "DELETE") now = guest;
      if (pathname === "/api/session") return { json: now };
      if (pathname !== "/api/me") return null;
      return { json: { favourite: [], blocked: [], isPresent: true } };
    },
  });
  await alone.page.getByTestId("touch").click();
  return alone;
}
const signedIn: Session = { ...guest, role: "member", person: mia };

test.each(["en", "fr", "de", "es", "ar", "hi", "zh"] satisfies Language[])(
  "%s: no answer about a song, nor its heart, leaves the song's card",
  async (language) => {
    const alone = await open({ screenLanguages: [language] }, signedIn);
    const { page } = alone;
    await page.locator(`html[lang="${language}"]`).waitFor();
    await page.getByTestId("pick").nth(1).click();
    const heart = page.locator("song-pick .ask song-taste button");
    await heart.waitFor();
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 800, height: 480 },
      { width: 1080, height: 1920 },
    ]) {
      await page.setViewportSize(viewport);
      const card = (await page.locator("song-pick").nth(1).boundingBox()) ?? expect.fail("It is not drawn.");
      for (const button of [page.getByTestId("play-now"), page.getByTestId("play-next"), heart]) {
        const box = (await button.boundingBox()) ?? expect.fail("It is not drawn.");
        expect(box.x).toBeGreaterThanOrEqual(card.x - 2);
        expect(box.x + box.width).toBeLessThanOrEqual(card.x + card.width + 2);
        const [needs, has] = await button.evaluate((at: { scrollWidth: number; clientWidth: number }) => [
          at.scrollWidth,
          at.clientWidth,
        ]);
        expect(needs).toBeLessThanOrEqual(has ?? 0);
      }
      await page.screenshot({ path: `screenshots/kiosk-heart-${language}-${viewport.width}.png` });
    }
    await alone.close();
  },
);

test("an upright screen shows the way back from the dial above its bottom bar", async () => {
  const set: AppState["mood"] = { ...full.mood, basis: "manual", until: full.now + 1_200_000 };
  const guests = { ...full.guests, page: "open", address: "http://192.168.1.20:7373/phone" } as const;
  const alone = await open({ mood: set, guests }, signedIn);
  const { page } = alone;
  await page.setViewportSize({ width: 1080, height: 1920 });
  const bar = (await page.locator("footer").boundingBox()) ?? expect.fail("It is not drawn.");
  for (const part of ["mood-dial", "direction", "let-camera-lead"]) {
    const box =
      (await page.locator("touch-sheet").getByTestId(part).boundingBox()) ?? expect.fail("It is not drawn.");
    expect(box.y + box.height).toBeLessThanOrEqual(bar.y);
  }
  await page.screenshot({ path: "screenshots/kiosk-dial-set-1080x1920.png" });
  await alone.close();
});

test("who makes room for somebody else leaves them at the name, in the same dialog", async () => {
  const alone = await open({}, signedIn);
  const { page } = alone;
  await page.getByTestId("who").click();
  await page.getByTestId("make-room").click();
  await page.locator("[data-testid=name]:focus").waitFor();
  await page.getByTestId("said").getByText("Mia, your turns go on.").waitFor();
  expect(await page.locator("people-dialog #title").textContent()).toBe("Sign in");
  await page.screenshot({ path: "screenshots/kiosk-somebody-else-1280x800.png" });
  await page.getByTestId("people-close").click();
  await page.getByTestId("people-dialog").waitFor({ state: "hidden" });
  await alone.close();
});

test("who leaves has the dialog closed behind them", async () => {
  const alone = await open({}, signedIn);
  const { page } = alone;
  await page.getByTestId("who").click();
  await page.getByTestId("sign-out").click();
  await page.getByTestId("people-dialog").waitFor({ state: "hidden" });
  await alone.close();
});

test("at work there is no button for the camera, and the page says why", async () => {
  const camera = { ...full.camera, wanted: "off", looking: false } as const;
  const alone = await open({ camera, stands: "workplace" }, guest);
  const { page, commands } = alone;
  await page.getByText("at work and in schools faces may not be read").waitFor();
  expect(await page.getByTestId("camera-switch").count()).toBe(0);
  await page.keyboard.press("c");
  expect(commands).toEqual([]);
  const sizes = { "1280x800": { width: 1280, height: 800 }, "800x480": { width: 800, height: 480 } };
  expect(await lookAt(page, "kiosk-at-work", sizes)).toEqual([]);
  await alone.close();
});

test("nothing is left over the page once somebody has had everything about them deleted", async () => {
  const alone = await open({}, signedIn);
  const { page } = alone;
  await page.getByTestId("who").click();
  await page.getByTestId("tab-account").click();
  await page.getByTestId("forget").click();
  await page.locator("me-secrets prove-yourself input").fill("1234");
  await page.getByTestId("forget-sure").click();
  await page.locator("people-dialog dialog").waitFor({ state: "hidden" });
  await page.getByText("You are deleted. Only backups from before may still hold something").waitFor();
  await alone.close();
});

test.each([
  ["1280x800", { width: 1280, height: 800 }],
  ["800x480", { width: 800, height: 480 }],
] as const)(
  "%s: whoever wants to be deleted is led to the field for it, above the keys",
  async (size, viewport) => {
    const alone = await open({}, signedIn);
    const { page } = alone;
    await page.setViewportSize(viewport);
    await page.getByTestId("who").click();
    await page.getByTestId("tab-account").click();
    await page.getByTestId("forget").click();
    const field = page.locator("me-secrets prove-yourself input:focus");
    await field.waitFor();
    // Who has a PIN is shown digits alone.
    await page.locator('screen-keyboard [data-skbtn="1"]').waitFor();
    expect(await page.locator("screen-keyboard [data-skbtn=a]").count()).toBe(0);
    const boxOf = async (place: Locator) => (await place.boundingBox()) ?? expect.fail("It is not drawn.");
    const isInSight = async () => {
      const [keys, sheet, box] = [
        await boxOf(page.locator("screen-keyboard")),
        await boxOf(page.locator("people-dialog .body")),
        await boxOf(field),
      ];
      return box.y >= sheet.y && box.y + box.height <= Math.min(keys.y, sheet.y + sheet.height);
    };
    await expect.poll(isInSight).toBe(true);
    await page.screenshot({ path: `screenshots/kiosk-forget-${size}.png` });
    // What it is for can be touched once the keys are gone.
    await page.locator('screen-keyboard [data-skbtn="{close}"]').click();
    await page.locator("screen-keyboard").waitFor({ state: "detached" });
    await page.getByTestId("forget-sure").click();
    await alone.close();
  },
);

test.each(allLanguages)(
  "%s: Mien's own screen saves a file to a stick that is plugged in, and says so, and where else it is to be had",
  async (language) => {
    const https = { host: "mien.local", port: 7374, fingerprint: Array(32).fill("A1").join(":") };
    for (const where of [https, null]) {
      let plugged: readonly Stick[] = [];
      const asked: unknown[] = [];
      const alone = await open({ screenLanguages: [language], https: where }, signedIn);
      const { page } = alone;
      await page.route("**/api/me/export/sticks", (route) => {
        if (route.request().method() === "GET") return route.fulfill({ json: { sticks: plugged } });
        const given = route.request().postDataJSON() as { pin: string };
        asked.push(given);
        return given.pin === "2468"
          ? route.fulfill({ status: 201, json: { file: "mien-Mia-2026-11-24.json", stick: "KINGSTON" } })
          : route.fulfill({ status: 401, json: { error: "That is not your PIN.", code: "wrong-pin" } });
      });
      const at = (id: string) => page.getByTestId(id);
      const told = async (word: string) =>
        expect
          .poll(async () => (await at("stick-said").textContent())?.replaceAll(/[\u2066-\u2069]/g, ""))
          .toContain(word);
      await page.locator(`html[lang="${language}"]`).waitFor();
      await at("who").click();
      await at("tab-account").click();
      await at("plug-in").waitFor();
      expect(await at("export").count()).toBe(0);
      expect(await at("export-elsewhere").count()).toBe(where === null ? 0 : 1);
      if (where !== null)
        expect(await at("export-elsewhere").textContent()).toContain("https://mien.local:7374/people");
      await at("plug-in").scrollIntoViewIfNeeded();
      await page.screenshot({
        path: `screenshots/kiosk-export-${language}-${where ? "open" : "closed"}.png`,
      });
      plugged = [{ id: "0123456789abcdef", label: "KINGSTON" }];
      // By itself.
      await at("stick").click();
      await page.locator("prove-yourself input").fill("1357");
      await at("stick-sure").click();
      await expect.poll(() => page.locator("prove-yourself .fault").textContent()).not.toBe("");
      await page.locator("prove-yourself input").fill("2468");
      await at("stick-sure").click();
      await told("KINGSTON");
      await told("mien-Mia-2026-11-24.json");
      expect(asked).toEqual(["1357", "2468"].map((pin) => ({ stick: "0123456789abcdef", pin })));
      await at("stick-said").scrollIntoViewIfNeeded();
      expect(await page.locator("prove-yourself").count()).toBe(0);
      await page.screenshot({ path: `screenshots/kiosk-export-${language}-saved.png` });
      await alone.close();
    }
  },
);

test("a stick that is pulled out before its file is on it is told, and nobody takes back what is under way", async () => {
  const stick: Stick = { id: "0123456789abcdef", label: "KINGSTON" };
  let plugged: readonly Stick[] = [stick];
  let looks = 0;
  let finish = (): void => undefined;
  const saved = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let posts = 0;
  const alone = await open({ screenLanguages: ["en"] }, signedIn);
  const { page } = alone;
  await page.route("**/api/me/export/sticks", async (route) => {
    if (route.request().method() === "GET") {
      await route.fulfill({ json: { sticks: plugged } });
      looks++;
      return;
    }
    posts++;
    await saved;
    await route.fulfill({ status: 201, json: { file: "mien-Mia-2026-11-24.json", stick: "KINGSTON" } });
  });
  const at = (id: string) => page.getByTestId(id);
  await at("who").click();
  await at("tab-account").click();
  await at("stick").click();
  await page.locator("prove-yourself input").waitFor();
  plugged = [];
  await page.locator("prove-yourself").waitFor({ state: "detached" });
  expect(await at("stick-said").textContent()).toBe("This stick is not there any more: plug it in again.");
  // It is back: there is nothing to tell any more.
  plugged = [stick];
  await at("stick").waitFor();
  await at("stick-said").waitFor({ state: "hidden" });
  await at("stick").click();
  await page.locator("prove-yourself input").fill("2468");
  await page.keyboard.press("Enter");
  // Nothing is saved before the PIN has been found right, and nothing else is said.
  await at("stick-said").getByText("is checked, then all of it is saved").waitFor();
  await at("stick-keep").focus();
  await page.keyboard.press("Enter");
  plugged = [];
  const before = looks;
  await expect.poll(() => looks, { timeout: 60_000 }).toBeGreaterThan(before + 1);
  expect(await at("stick-keep").getAttribute("aria-disabled")).toBe("true");
  expect(await page.locator("prove-yourself").count()).toBe(1);
  finish();
  await at("stick-said").getByText("You can pull the stick out now.").waitFor();
  expect(posts).toBe(1);
  await alone.close();
});

test("only at home is it asked whether a name is shown, and said with the songs that are for them", async () => {
  for (const [stands, offered] of [
    ["home", 1],
    ["venue", 0],
    [null, 0],
  ] as const) {
    const alone = await open({ stands }, signedIn);
    await alone.page.getByTestId("who").click();
    await alone.page.locator("me-likes guest-wishes").waitFor();
    expect(await alone.page.getByTestId("named").count()).toBe(offered);
    await alone.page.getByTestId("tab-account").click();
    await alone.page.getByTestId("forget").waitFor();
    expect(await alone.page.getByTestId("on-tile").count()).toBe(offered);
    await alone.close();
  }
});

async function changePin(page: Page): Promise<void> {
  await page.locator("me-secrets input[name=now]").first().fill("4711");
  await page.locator("me-secrets input[name=newPin]").fill("1234");
  await page.locator("me-secrets input[name=newPin]").press("Enter");
}

type Box = NonNullable<Awaited<ReturnType<Locator["boundingBox"]>>>;

/** What is written on those of the buttons that `toast` lies over. */
async function covered(buttons: Locator, toast: Box): Promise<(string | null)[]> {
  const looks = (await buttons.all()).map(async (button) => {
    const box = await button.boundingBox();
    if (box === null) return [];
    const apart = box.y >= toast.y + toast.height || box.y + box.height <= toast.y;
    const beside = box.x >= toast.x + toast.width || box.x + box.width <= toast.x;
    return apart || beside ? [] : [await button.textContent()];
  });
  return (await Promise.all(looks)).flat();
}

test("what came of a change to an account is read on the dialog, and lies over nothing that can be touched", async () => {
  for (const [size, viewport] of Object.entries({
    "1280x800": { width: 1280, height: 800 },
    "800x480": { width: 800, height: 480 },
  })) {
    const alone = await open({}, signedIn);
    const { page } = alone;
    await page.setViewportSize(viewport);
    await page.getByTestId("who").click();
    await page.getByTestId("tab-account").click();
    const title = page.locator("people-dialog .tabs");
    const before = await title.boundingBox();
    const said = page.getByTestId("said").getByText("Changed. Every other browser");
    await changePin(page);
    await said.waitFor();
    expect(await page.locator("people-dialog dialog slot[name=said]").count()).toBe(1);
    await title.scrollIntoViewIfNeeded();
    expect(await title.boundingBox()).toEqual(before);
    await page.screenshot({ path: `screenshots/kiosk-account-said-${size}.png` });
    const toast = (await page.getByTestId("said").boundingBox()) ?? expect.fail("It is not drawn.");
    expect(await covered(page.locator("people-dialog button:visible"), toast)).toEqual([]);
    // Once more: a slow machine takes longer to look at all buttons than the words stay.
    await changePin(page);
    await page.getByTestId("people-close").click();
    await said.waitFor();
    await alone.close();
  }
});

test("what came of signing out lies over none of the buttons that are there then", async () => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 800, height: 480 },
    { width: 390, height: 844 },
  ]) {
    const alone = await open({}, signedIn);
    const { page } = alone;
    await page.setViewportSize(viewport);
    await page.getByTestId("who").click();
    await page.getByTestId("sign-out").click();
    const said = page.getByTestId("said").getByText("Signed out");
    await said.waitFor();
    await page.screenshot({ path: `screenshots/kiosk-signed-out-${viewport.width}.png` });
    const toast = (await page.getByTestId("said").boundingBox()) ?? expect.fail("It is not drawn.");
    expect(await covered(page.locator("button:visible"), toast)).toEqual([]);
    await alone.close();
  }
});

test("a page that was Mien's own screen no more, and is again, tells of touches again", async () => {
  let seat: Session["seat"] = "kiosk";
  let told = 0;
  let refused = 0;
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: full },
    api: ({ pathname }) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      if (pathname === "/api/session") return { json: { ...guest, seat } };
      if (pathname !== "/api/session/touched") return null;
      if (seat === "kiosk") told++;
      else refused++;
      return { status: seat === "kiosk" ? 204 : 403 };
    },
  });
  const { page } = alone;
  const touched = async () => {
    await page.keyboard.press("Shift");
    return told;
  };
  await expect.poll(touched).toBeGreaterThan(0);
  seat = "phone";
  await expect.poll(async () => [await touched(), refused][1]).toBe(1);
  await page.locator("watch-only").waitFor();
  // Another page of this browser was opened with the screen's code.
  seat = "kiosk";
  const before = told;
  alone.drop();
  await page.locator("watch-only").waitFor({ state: "detached" });
  await expect.poll(touched).toBeGreaterThan(before);
  expect(refused).toBe(1);
  await alone.close();
});
