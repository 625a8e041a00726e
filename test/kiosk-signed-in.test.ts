import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../src/protocol/people.ts";
import type { AppState } from "../src/protocol/state.ts";
import type { Language } from "../src/ui/languages/languages.ts";
import { openBrowser } from "./browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// The kiosk while somebody is signed in at it, at home and where cameras may not look.

const wishes = { languages: [], artists: [], policy: null };
const mia = { id: "mia", name: "Mia", role: "member", onTile: false, named: false, wishes } as const;
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
  await page.locator("me-secrets input[name=now]").last().fill("1234");
  await page.getByTestId("forget-sure").click();
  await page.locator("people-dialog dialog").waitFor({ state: "hidden" });
  await page.getByText("Nothing about you is kept any more.").waitFor();
  await alone.close();
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
    for (const button of await page.locator("button:visible").all()) {
      const box = await button.boundingBox();
      if (box === null) continue;
      const apart = box.y >= toast.y + toast.height || box.y + box.height <= toast.y;
      const beside = box.x >= toast.x + toast.width || box.x + box.width <= toast.x;
      expect([await button.textContent(), apart || beside]).toEqual([expect.any(String), true]);
    }
    await alone.close();
  }
});
