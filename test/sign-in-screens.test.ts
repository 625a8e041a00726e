import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppState } from "../src/protocol/state.ts";
import type { Language } from "../src/ui/languages/languages.ts";
import { openBrowser } from "./browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { openOwnerPage } from "./owner-alone.ts";
import { PageAlone } from "./pages-alone.ts";

// Signing in and registering: what is still missing is said in the page's language, and covers nothing.

const sizes = { "1280x800": { width: 1280, height: 800 }, "800x480": { width: 800, height: 480 } };

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function openKiosk(language: Language, stands: AppState["stands"] = "home"): Promise<PageAlone> {
  const state = {
    ...(kioskStates.full ?? expect.fail("There is no such state.")),
    screenLanguages: [language],
    stands,
  };
  const api = ({ pathname }: URL) => {
    if (pathname === "/api/people/tiles") return { json: { tiles: [] } };
    if (pathname !== "/api/session") return null;
    return { json: { role: "guest", seat: "kiosk", person: null, secureWay: null } };
  };
  const alone = await PageAlone.open({ context, path: "/", state, api });
  await alone.page.locator(`html[lang="${language}"]`).waitFor();
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("who").click();
  return alone;
}

test("without a name neither way goes on, and the page says so in its own words", async () => {
  const { page, close } = bound(await openKiosk("de"));
  for (const way of ["register", "sign-in"]) {
    await page.getByTestId(way).click();
    await expect
      .poll(async () => (await page.getByTestId("sign-in-fault").textContent())?.trim())
      .toBe("Fehlt noch: Name");
    expect(await page.locator("[data-testid=name]:focus[aria-invalid=true]").count()).toBe(1);
    expect(await lookAt(page, "kiosk-sign-in-lacks", sizes)).toEqual([]);
  }
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("register").click();
  await page.getByText("Eine PIN aus 4 bis 8 Ziffern wählen").waitFor();
  await close();
});

test.each(Object.entries(sizes))(
  "%s: what is kept of whoever registers is in sight before they have",
  async (size, viewport) => {
    for (const language of ["en", "de"] as const) {
      const { page, close } = bound(await openKiosk(language));
      await page.setViewportSize(viewport);
      await page.getByTestId("name").fill("Ada");
      await page.getByTestId("register").click();
      const kept = (await page.getByTestId("kept").boundingBox()) ?? expect.fail("It is not there.");
      const sheet =
        (await page.locator("people-dialog dialog").boundingBox()) ?? expect.fail("There is none.");
      expect(kept.y + kept.height).toBeLessThanOrEqual(sheet.y + sheet.height);
      const done = (await page.getByTestId("pin-done").boundingBox()) ?? expect.fail("There is no such key.");
      expect(done.y + done.height).toBeLessThanOrEqual(sheet.y + sheet.height);
      expect(await lookAt(page, `kiosk-register-${language}`, { [size]: viewport })).toEqual([]);
      await close();
    }
  },
);

test("only at home does whoever registers choose whether their name is shown", async () => {
  for (const [stands, offered] of [
    ["home", 1],
    ["venue", 0],
  ] as const) {
    const { page, close } = bound(await openKiosk("en", stands));
    await page.getByTestId("name").fill("Ada");
    await page.getByTestId("register").click();
    await page.getByTestId("kept").waitFor();
    expect(await page.getByTestId("on-tile").count()).toBe(offered);
    await close();
  }
});

test("on an owner's page the first empty field is named, and has the focus", async () => {
  const guest = { role: "guest", seat: "admin", person: null, secureWay: null };
  const { page, close } = bound(await openOwnerPage(context, "library", { "/api/session": { json: guest } }));
  await page.getByTestId("who").click();
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("sign-in").click();
  await page.getByText("Still missing: PIN or passphrase").waitFor();
  expect(await page.locator("[data-testid=secret]:focus").count()).toBe(1);
  await close();
});

function bound(alone: PageAlone) {
  return { page: alone.page, close: () => alone.close() };
}
