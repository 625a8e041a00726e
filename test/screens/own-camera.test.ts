import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../src/protocol/people.ts";
import { allLanguages } from "../../src/ui/languages/languages.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { openOwnerPage } from "./owner-alone.ts";
import { PageAlone } from "./pages-alone.ts";

// What the notice promises to whoever is seen, "touch the screen, then Close camera", while somebody else has another page
// or a dialog open on Mien's own screen.

const sizes = {
  "800x480": { width: 800, height: 480 },
  "1024x600": { width: 1024, height: 600 },
  "1280x800": { width: 1280, height: 800 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
/** As long as a second tap is of the same wish: src/ui/facts/camera-tap.ts. */
const SECOND_TAP_MS = 1_500;
const close = { do: "switchCamera", on: false };
const guest: Session = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const { full = expect.fail("There is no full state.") } = kioskStates;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
  await context.clock.install();
});
afterAll(() => closeBrowser?.());

const answers = (session: Session) => ({
  "/api/session": { json: session },
  "/api/people/tiles": { json: { tiles: [] } },
});

test.each(["people", "lost", "library", "settings", "notice", "setup"])(
  "on /%s the camera's light and its switch stay in sight, wherever it is scrolled to",
  async (path) => {
    const alone = await openOwnerPage(context, path, answers(guest));
    const { page, commands } = alone;
    const camera = page.locator("own-camera");
    await camera.locator("[data-testid=camera-light][data-looking=true]").waitFor();
    expect(await lookAt(page, `own-camera-${path}`, sizes)).toEqual([]);
    await page.setViewportSize(sizes["800x480"]);
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, 4_000);
    // The first that the Tab key finds, as Enter does what a finger does.
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => commands).toEqual([close]);
    alone.push({ camera: { ...full.camera, wanted: "off", looking: false } });
    await camera.locator("[data-testid=camera-light][data-looking=false]").waitFor();
    await page.clock.runFor(SECOND_TAP_MS);
    await camera.getByTestId("camera-switch").click();
    await expect.poll(() => commands).toEqual([close, { do: "switchCamera", on: true }]);
    await alone.close();
  },
);

test("while keys are up, and in a dialog, the switch is there, and beside the page again afterwards", async () => {
  const alone = await openOwnerPage(context, "library", answers(guest));
  const { page, commands } = alone;
  await page.setViewportSize(sizes["800x480"]);
  const light = page.locator("own-camera [data-testid=camera-light][data-looking=true]");
  await light.waitFor();
  await page.getByTestId("who").click();
  await page.locator("people-dialog dialog:modal").waitFor();
  await light.waitFor();
  expect(await lookAt(page, "own-camera-dialog", sizes)).toEqual([]);
  await page.setViewportSize(sizes["800x480"]);
  await page.locator("people-dialog input").first().click();
  await page.locator("screen-keyboard").waitFor();
  expect(
    (await lookAt(page, "own-camera-keys", { "800x480": sizes["800x480"] })).filter((fault) =>
      /camera|people-close/.test(fault),
    ),
  ).toEqual([]);
  await page.getByTestId("camera-switch").click();
  await expect.poll(() => commands).toEqual([close]);
  await page.getByTestId("people-close").click();
  await page.locator("people-dialog dialog").waitFor({ state: "hidden" });
  await page.locator("body > own-camera").waitFor();
  await page.clock.runFor(SECOND_TAP_MS);
  await page.getByTestId("camera-switch").click();
  await expect.poll(() => commands).toEqual([close, close]);
  await alone.close();
});

test.each(allLanguages)("%s: it is whole on every screen, whatever the camera does", async (language) => {
  const alone = await openOwnerPage(context, "people", answers(guest));
  const { page } = alone;
  await page.locator("language-choice").first().getByTestId("languages").click();
  await page.getByTestId(`speak-${language}`).first().click();
  await page.locator(`html[lang="${language}"]`).waitFor();
  const says = page.getByTestId("camera-does");
  await says.waitFor();
  for (const [name, camera] of Object.entries({
    watched: { ...full.camera, looking: true, watched: true },
    closed: { ...full.camera, looking: false, wanted: "off" as const },
    photographs: { ...full.camera, demo: true, looking: true },
  })) {
    const before = await says.textContent();
    alone.push({ camera });
    await expect.poll(() => says.textContent()).not.toBe(before);
    const faults = await lookAt(page, `own-camera-${name}-${language}`, { "800x480": sizes["800x480"] });
    expect(faults).toEqual([]);
    const line = (await page.locator("own-camera").boundingBox()) ?? expect.fail("It is not drawn.");
    const words = (await says.boundingBox()) ?? expect.fail("It says nothing.");
    expect([words.y >= line.y, words.y + words.height <= line.y + line.height]).toEqual([true, true]);
  }
  await page.evaluate("localStorage.clear()");
  await alone.close();
});

test.each(allLanguages)(
  "%s: who signs in at the kiosk leaves the camera's switch to others",
  async (language) => {
    const alone = await PageAlone.open({
      ...{ context, path: "/", state: { ...full, screenLanguages: [language] } },
      api: ({ pathname }) => answers(guest)[pathname as "/api/session"] ?? null,
    });
    const { page, commands } = alone;
    await page.locator(`html[lang="${language}"]`).waitFor();
    await page.getByTestId("touch").click();
    await page.getByTestId("who").click();
    await page.locator("people-dialog dialog:modal").waitFor();
    expect(await lookAt(page, `own-camera-sign-in-${language}`, sizes)).toEqual([]);
    const camera = page.locator("people-dialog camera-line");
    await camera.getByTestId("camera-light").waitFor();
    await camera.getByTestId("camera-switch").click();
    await expect.poll(() => commands).toEqual([close]);
    await alone.close();
  },
);

test("in a browser of one's own no page has it", async () => {
  const alone = await openOwnerPage(context, "library");
  await alone.page.locator("[data-testid=song]").first().waitFor();
  await alone.page.clock.runFor(5_000);
  expect(await alone.page.locator("own-camera").count()).toBe(0);
  await alone.close();
});
