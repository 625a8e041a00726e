import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppState } from "../../src/protocol/state.ts";
import type { Language } from "../../src/ui/languages/languages.ts";
import { openBrowser } from "../browser.ts";
import { root } from "../running-daemon.ts";
import { missedByKeys } from "./by-keyboard.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { openOwnerPage } from "./owner-alone.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

// Signing in and registering: what is still missing is said in the page's language, and covers nothing.

const sizes = { "1280x800": { width: 1280, height: 800 }, "800x480": { width: 800, height: 480 } };

const ownerSizes = { laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const tooMany = {
  ...{ status: 429, headers: { "retry-after": "45" } },
  json: {
    ...{
      error: "Too many attempts: try again in 45 seconds.",
      code: "wait-seconds",
      named: { seconds: "45" },
    },
    waitMs: 45_000,
  },
};

async function openKiosk(
  language: Language,
  stands: AppState["stands"] = "home",
  refusal: Told = { status: 401, json: { error: "That name and PIN don’t go together." } },
): Promise<PageAlone> {
  const state = {
    ...(kioskStates.full ?? expect.fail("There is no such state.")),
    screenLanguages: [language],
    stands,
    https: { host: "mien.local", port: 7374, fingerprint: Array(32).fill("A1").join(":") },
  };
  const api = ({ pathname }: URL, method: string) => {
    if (pathname === "/api/people/tiles") return { json: { tiles: [] } };
    if (pathname === "/api/people/name") return { status: 204 };
    if (pathname !== "/api/session") return null;
    if (method === "POST") return refusal;
    return { json: { role: "guest", seat: "kiosk", person: null, secureWay: null } };
  };
  const alone = await PageAlone.open({ context, path: "/", state, api });
  await alone.page.locator(`html[lang="${language}"]`).waitFor();
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("who").click();
  return alone;
}

test("without a name nobody signs in nor registers, and the page says so in its own words", async () => {
  const { page, close } = bound(await openKiosk("de"));
  for (const way of ["sign-in", "new-name"]) {
    if (way === "new-name") {
      await page.getByTestId("register").click();
      await page.getByTestId("register-next").click();
    }
    await page.getByTestId(way).click();
    await expect
      .poll(async () => (await page.getByTestId("sign-in-fault").textContent())?.trim())
      .toBe("Fehlt noch: Name");
    expect(await page.locator("[data-testid=name]:focus[aria-invalid=true]").count()).toBe(1);
    expect(await lookAt(page, "kiosk-sign-in-lacks", sizes)).toEqual([]);
  }
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("new-name").click();
  await page.getByText("Eine PIN aus 4 bis 8 Ziffern wählen").first().waitFor();
  await close();
});

test("whoever has a keyboard signs in and registers with it alone", async () => {
  const { page, close } = bound(await openKiosk("en"));
  const typePin = async () => {
    // In a text field a screen reader leaves the digits to the page.
    await page.locator("pin-pad input[type=password]:focus").waitFor();
    await page.keyboard.type("4711");
    expect(await page.locator("pin-pad .typed-one").count()).toBe(4);
    await page.keyboard.press("Enter");
  };
  await page.getByTestId("name").focus();
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await typePin();
  await page.getByTestId("sign-in-fault").filter({ visible: true }).waitFor();
  // What went wrong takes the focus from nobody.
  await typePin();
  // Until the answer is there nothing leads away from it.
  await page.locator("[data-testid=sign-in-back]:enabled").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=name]:focus").waitFor();
  await page.getByTestId("register").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=kept]:focus").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await typePin();
  await page.getByText("The same PIN once more").first().waitFor();
  await typePin();
  // Refused here, as a name that is taken: another one is asked for.
  await page.locator("[data-testid=name]:focus").waitFor();
  await close();
});

test("the sheet is shown first and then puts all else out of reach, and closed in between it leaves nothing", async () => {
  const { page, close } = bound(await openKiosk("en"));
  const sheet = page.getByTestId("people-dialog");
  await page.locator("people-dialog dialog:modal").waitFor();
  await page.getByTestId("people-close").click();
  await sheet.waitFor({ state: "hidden" });
  const closedAtOnce = `(async () => {
    const people = document.querySelector("mien-app").shadowRoot.querySelector("people-dialog");
    people.open();
    await people.updateComplete;
    const dialog = people.shadowRoot.querySelector("dialog");
    const opening = dialog.hasAttribute("opening") && dialog.checkVisibility();
    people.close();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    return [opening, dialog.checkVisibility(), people.hasAttribute("open")];
  })()`;
  expect(await page.evaluate(closedAtOnce)).toEqual([true, false, false]);
  await page.getByTestId("who").click();
  await page.locator("people-dialog dialog:modal").waitFor();
  await close();
});

test("whoever's name and PIN are refused is one touch from registering, whether or not the name is known", async () => {
  const { page, close } = bound(await openKiosk("de"));
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("sign-in").click();
  await page.locator("pin-pad input:focus").waitFor();
  expect(await page.getByTestId("register").count()).toBe(0);
  await page.keyboard.type("4711");
  await page.keyboard.press("Enter");
  await page.getByTestId("sign-in-fault").filter({ visible: true }).waitFor();
  const newHere = page.getByRole("button", { name: "Ich bin neu hier" });
  await newHere.waitFor();
  expect(await lookAt(page, "kiosk-sign-in-refused", sizes)).toEqual([]);
  await newHere.click();
  await page.getByTestId("kept").waitFor();
  await close();
});

test.each([
  ["en", "Too many attempts. Try again in", "You may try again now."],
  ["de", "Zu viele Versuche. Noch einmal in", "Jetzt kann man es wieder versuchen."],
  ["ar", "محاولات كثيرة. حاول من جديد بعد", "يمكنك المحاولة من جديد الآن."],
] as const)(
  "after too many PINs (%s) the time counts down, and at its end one may try again",
  async (language, wait, over) => {
    const { page, close } = bound(await openKiosk(language, "home", tooMany));
    await page.clock.install();
    await page.getByTestId("name").fill("Ada");
    await page.getByTestId("sign-in").click();
    await page.locator("pin-pad input:focus").waitFor();
    await page.keyboard.type("4711");
    await page.keyboard.press("Enter");
    const left = page.getByTestId("sign-in-wait");
    await left.waitFor();
    const seconds = async () => Number(/0:(\d\d)/.exec((await left.textContent()) ?? "")?.[1]);
    const before = await seconds();
    expect(before).toBeLessThanOrEqual(45);
    expect(await left.textContent()).toContain(wait);
    expect(await left.getAttribute("aria-hidden")).toBe("true");
    // Said once, and as it was.
    const spoken = await page.getByTestId("sign-in-fault").textContent();
    expect(await lookAt(page, `kiosk-sign-in-wait-${language}`, sizes)).toEqual([]);
    await page.clock.fastForward(20_000);
    await expect.poll(seconds).toBeLessThanOrEqual(before - 20);
    expect(await page.getByTestId("sign-in-fault").textContent()).toBe(spoken);
    expect(await page.getByTestId("sign-in-again").textContent()).toBe("");
    await page.clock.fastForward(26_000);
    await page.getByTestId("sign-in-again").getByText(over).waitFor();
    expect(await left.count()).toBe(0);
    expect(await page.getByTestId("sign-in-fault").isVisible()).toBe(false);
    expect(await lookAt(page, `kiosk-sign-in-again-${language}`, sizes)).toEqual([]);
    await close();
  },
);

test("whoever is new is then asked for a name and nothing else, with the keys there and the way on in sight", async () => {
  const { page, close } = bound(await openKiosk("en"));
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.getByTestId("register").click();
    await page.locator("people-dialog #title").getByText("Register").waitFor();
    await page.getByTestId("register-next").click();
    expect(await page.getByTestId("sign-in-fault").isVisible()).toBe(false);
    expect(await page.getByTestId("https").count()).toBe(0);
    const keys = page.locator("screen-keyboard");
    await keys.locator("[data-skbtn=A]").waitFor();
    await page.screenshot({ path: join(root, `screenshots/kiosk-newcomer-${size}.png`) });
    const board = (await keys.boundingBox()) ?? expect.fail("There are no keys.");
    const on = (await page.getByTestId("new-name").boundingBox()) ?? expect.fail("There is no way on.");
    expect(on.y + on.height).toBeLessThanOrEqual(board.y);
    await page.getByTestId("sign-in-back").click();
    await page.getByTestId("kept").waitFor();
    await page.getByTestId("sign-in-back").click();
    await page.getByTestId("sign-in").waitFor();
  }
  await close();
});

test("both ways on are in sight above the keys on the small touchscreen", async () => {
  const { page, close } = bound(await openKiosk("de"));
  await page.setViewportSize(sizes["800x480"]);
  await page.getByTestId("name").click();
  await page.locator("screen-keyboard [data-skbtn=A]").waitFor();
  const board = (await page.locator("screen-keyboard").boundingBox()) ?? expect.fail("There are no keys.");
  const sheet =
    (await page.locator("people-dialog .body").boundingBox()) ?? expect.fail("There is no sheet.");
  await page.screenshot({ path: join(root, "screenshots/kiosk-sign-in-keys.png") });
  for (const way of ["sign-in", "register"]) {
    const button = (await page.getByTestId(way).boundingBox()) ?? expect.fail("There is no such way.");
    // Below it the sheet fades where it goes on.
    expect(button.y + button.height).toBeLessThanOrEqual(Math.min(board.y, sheet.y + sheet.height) - 8);
  }
  await close();
});

test("whoever registers reads so above the sheet, and is welcomed by name", async () => {
  const alone = await openKiosk("de");
  const { page } = alone;
  const title = () => page.locator("people-dialog #title").textContent();
  expect(await title()).toBe("Anmelden");
  await page.getByTestId("name").fill("ada");
  await page.getByTestId("register").click();
  await expect.poll(title).toBe("Registrieren");
  await page.getByTestId("sign-in-back").click();
  await expect.poll(title).toBe("Anmelden");
  expect(await page.getByTestId("name").inputValue()).toBe("ada");
  await page.getByTestId("register").click();
  await page.getByTestId("register-next").click();
  const ada = { id: "a", name: "Ada", role: "member", onTile: false };
  await page.route("**/api/people", (route) => route.fulfill({ status: 201, json: { person: ada } }));
  await page.route("**/api/session", (route) =>
    route.fulfill({ json: { role: "member", seat: "kiosk", person: ada, secureWay: null } }),
  );
  for (let times = 0; times < 2; times++) {
    for (const digit of "4711") await page.getByTestId(`pin-${digit}`).click();
    await page.getByTestId("pin-done").click();
  }
  await page.getByTestId("said").getByText("Willkommen, Ada.").waitFor();
  await page.getByTestId("people-dialog").waitFor({ state: "hidden" });
  // A word that passes may lie over what plays, and over nothing that is touched.
  const overButtons = (await lookAt(page, "kiosk-welcome", sizes)).filter(
    (fault) => !/h1|“artist”/.test(fault),
  );
  expect(overButtons).toEqual([]);
  await alone.close();
});

test.each(Object.entries(sizes))(
  "%s: what is kept of whoever registers is read before anything else is asked, in every language",
  async (size, viewport) => {
    for (const language of ["en", "de", "fr", "es", "hi", "ar", "zh"] as const) {
      const { page, close } = bound(await openKiosk(language));
      await page.setViewportSize(viewport);
      await page.getByTestId("register").click();
      for (const testid of ["kept", "register-next"]) {
        const box = (await page.getByTestId(testid).boundingBox()) ?? expect.fail("It is not there.");
        const sheet =
          (await page.locator("people-dialog dialog").boundingBox()) ?? expect.fail("There is none.");
        expect(box.y + box.height).toBeLessThanOrEqual(sheet.y + sheet.height);
      }
      expect(await lookAt(page, `kiosk-kept-${language}`, { [size]: viewport })).toEqual([]);
      if (language === "en") expect(await missedByKeys(page)).toEqual([]);
      await page.getByTestId("register-next").click();
      await page.getByTestId("name").fill("Ada");
      await page.getByTestId("new-name").click();
      await page.getByTestId("pin-4").click();
      expect(await lookAt(page, `kiosk-register-${language}`, { [size]: viewport })).toEqual([]);
      if (language === "en") expect(await missedByKeys(page)).toEqual([]);
      await close();
    }
  },
);

test("each step of registering leads back to the one before it, with what was typed", async () => {
  const { page, close } = bound(await openKiosk("en"));
  await page.getByTestId("register").click();
  await page.getByTestId("register-next").click();
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("new-name").click();
  for (const digit of "4711") await page.getByTestId(`pin-${digit}`).click();
  expect(await page.locator("[data-testid=pin-dots] .typed-one").count()).toBe(4);
  await page.getByTestId("pin-done").click();
  await page.getByText("The same PIN once more").first().waitFor();
  const back = page.getByTestId("sign-in-back");
  await back.click();
  await page.getByText("Choose a PIN of 4 to 8 digits").first().waitFor();
  await back.click();
  expect(await page.getByTestId("name").inputValue()).toBe("Ada");
  await back.click();
  await page.getByTestId("kept").waitFor();
  await back.click();
  expect(await page.getByTestId("name").inputValue()).toBe("Ada");
  await page.getByTestId("sign-in").waitFor();
  await close();
});

test("a name that is taken is told where it is typed, before anybody thinks of a PIN", async () => {
  const { page, close } = bound(await openKiosk("de"));
  const taken = { error: "Somebody here goes by that name: take another one.", code: "name-taken" };
  await page.route("**/api/people/name", (route) =>
    route.request().postDataJSON().name === "Ada"
      ? route.fulfill({ status: 409, json: taken })
      : route.fulfill({ status: 204 }),
  );
  const fault = async () => (await page.getByTestId("sign-in-fault").textContent())?.trim();
  // Typed at the step before.
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("register").click();
  await page.getByTestId("register-next").click();
  await expect.poll(fault).toMatch(/^So heißt hier schon jemand/);
  expect(await page.getByTestId("name").inputValue()).toBe("Ada");
  expect(await lookAt(page, "kiosk-name-taken", sizes)).toEqual([]);
  // And typed here.
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("new-name").click();
  await expect.poll(fault).toMatch(/^So heißt hier schon jemand/);
  expect(await page.locator("[data-testid=name]:focus").count()).toBe(1);
  await page.getByTestId("name").fill("Ada B");
  await page.getByTestId("new-name").click();
  await page.getByText("Eine PIN aus 4 bis 8 Ziffern wählen").first().waitFor();
  await close();
});

test("a name that somebody took meanwhile needs another name, and nothing has to be typed again", async () => {
  const { page, close } = bound(await openKiosk("en"));
  const sent: unknown[] = [];
  const error = { error: "Somebody here has this name already.", code: "name-taken" };
  await page.route("**/api/people", (route) => {
    sent.push(route.request().postDataJSON());
    return route.fulfill({ status: 409, json: error });
  });
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("register").click();
  await page.getByTestId("register-next").click();
  for (let times = 0; times < 2; times++) {
    for (const digit of "4711") await page.getByTestId(`pin-${digit}`).click();
    await page.getByTestId("pin-done").click();
  }
  await page.getByText("Your PIN need not be typed again.").waitFor();
  expect(await page.getByTestId("name").inputValue()).toBe("Ada");
  expect(await lookAt(page, "kiosk-register-refused", sizes)).toEqual([]);
  await page.getByTestId("name").fill("Ada B");
  await page.getByTestId("new-name").click();
  await expect
    .poll(() => sent)
    .toMatchObject([
      { name: "Ada", pin: "4711" },
      { name: "Ada B", pin: "4711" },
    ]);
  await close();
});

test("on the small screen the certificate's fingerprint is never half behind the keys", async () => {
  const { page, close } = bound(await openKiosk("en"));
  await page.setViewportSize(sizes["800x480"]);
  await page.getByTestId("https").waitFor();
  await page.getByTestId("name").click();
  await page.locator("screen-keyboard [data-skbtn=A]").waitFor();
  await page.getByTestId("https").waitFor({ state: "hidden" });
  await page.locator('screen-keyboard [data-skbtn="{close}"]').click();
  await page.getByTestId("https").waitFor();
  await close();
});

test("only at home does whoever registers choose whether their name is shown", async () => {
  for (const [stands, offered] of [
    ["home", 1],
    ["venue", 0],
  ] as const) {
    const { page, close } = bound(await openKiosk("en", stands));
    await page.getByTestId("name").fill("Ada");
    await page.getByTestId("register").click();
    await page.getByTestId("register-next").click();
    await page.getByTestId("pin-done").waitFor();
    expect(await page.getByTestId("on-tile").count()).toBe(offered);
    await close();
  }
});

test("on an owner's page the first empty field is named, and has the focus", async () => {
  const guest = { role: "guest", seat: "admin", person: null, secureWay: null };
  const { page, close } = bound(await openOwnerPage(context, "library", { "/api/session": { json: guest } }));
  await page.getByTestId("who").click();
  // Where the name is asked for first, whoever types begins with it.
  await page.locator("[data-testid=name]:focus").waitFor();
  await page.keyboard.type("Ada");
  await page.getByTestId("sign-in").click();
  await page.getByText("Still missing: PIN or passphrase").waitFor();
  expect(await page.locator("[data-testid=secret]:focus").count()).toBe(1);
  await close();
});

test("where a passphrase is refused is there before it is, and the key that sent it keeps the focus", async () => {
  const guest = { role: "guest", seat: "admin", person: null, secureWay: null };
  const error = { error: "That is not your passphrase.", code: "wrong-passphrase" };
  const { page, close } = bound(await openOwnerPage(context, "library", { "/api/session": { json: guest } }));
  await page.route("**/api/session", (route) =>
    route.request().method() === "GET" ? route.fallback() : route.fulfill({ status: 401, json: error }),
  );
  await page.getByTestId("who").click();
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("secret").fill("not the one that it is");
  // It is there for whoever does not see it, and takes no room from whoever does.
  const alert = page.locator("people-dialog").getByRole("alert");
  expect(await alert.count()).toBe(1);
  expect(await alert.textContent()).toBe("");
  await alert.evaluate((element) => Object.assign(element, { isTheSame: true }));
  await page.getByTestId("sign-in").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => alert.textContent()).toBe("That is not your passphrase.");
  expect(await alert.evaluate((element) => "isTheSame" in element)).toBe(true);
  expect(await page.locator("[data-testid=sign-in]:focus").count()).toBe(1);
  await close();
});

test("an admin gives themselves another passphrase, by keys alone, and hears plainly what is wrong", async () => {
  const wishes = { languages: [], artists: [], policy: null };
  const olga = { id: "o", name: "Olga", role: "admin", onTile: false, named: false, wishes };
  const sent: unknown[] = [];
  const { page, close } = bound(
    await openOwnerPage(context, "people", {
      "/api/session": { json: { role: "admin", seat: "admin", person: olga, secureWay: null } },
      "/api/me": { json: { ...olga, isPresent: false, favourite: [], blocked: [] } },
    }),
  );
  let wrong = true;
  await page.route("**/api/me", (route) => {
    if (route.request().method() !== "PATCH") return route.fallback();
    sent.push(route.request().postDataJSON());
    const error = { error: "That is not your passphrase.", code: "wrong-passphrase" };
    return route.fulfill(wrong ? { status: 401, json: error } : { json: olga });
  });
  await page.getByTestId("tab-account").click();
  const form = page.getByTestId("passphrase-form");
  const fault = () => form.getByRole("alert").textContent();
  await form.getByLabel("Passphrase as it is now").focus();
  await page.keyboard.type("what it was before");
  await page.keyboard.press("Tab");
  await page.keyboard.type("short");
  await page.keyboard.press("Enter");
  await expect.poll(fault).toBe("This does not fit yet: New passphrase, of 10 characters or more");
  expect(sent).toEqual([]);
  await page.keyboard.type(" but long enough");
  await page.keyboard.press("Enter");
  await expect.poll(fault).toBe("That is not your passphrase.");
  await form.scrollIntoViewIfNeeded();
  expect(await lookAt(page, "people-passphrase", ownerSizes)).toEqual([]);
  wrong = false;
  await page.keyboard.press("Enter");
  await page.getByText("The passphrase is changed. Every other browser is signed out.").waitFor();
  expect(sent.at(-1)).toEqual({
    ...{ passphrase: "what it was before", newPassphrase: "short but long enough" },
  });
  expect(await form.getByLabel("Passphrase as it is now").inputValue()).toBe("");
  // In a browser of one's own all of it can be taken along.
  await page.getByTestId("export").waitFor();
  expect(await page.getByTestId("export-elsewhere").count()).toBe(0);
  await close();
});

function bound(alone: PageAlone) {
  return { page: alone.page, close: () => alone.close() };
}
