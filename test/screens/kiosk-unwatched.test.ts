import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";

// The appliance's own screen through the hours in which nobody stands before it.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
const atKiosk = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const minute = 60_000;
const shade = `Number(getComputedStyle(document.querySelector("mien-app"), "::after").opacity)`;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
  await context.clock.install();
});
afterAll(() => closeBrowser?.());

async function open(seen: { faces: number; looking: boolean }) {
  const { full } = kioskStates;
  if (!full) throw new Error("There is no full state.");
  const alone = await PageAlone.open({
    ...{ context, path: "/" },
    state: {
      ...full,
      room: { ...full.room, faces: seen.faces },
      camera: { ...full.camera, looking: seen.looking },
    },
    api: (url) => (url.pathname === "/api/session" ? { json: atKiosk } : null),
  });
  await alone.page.getByTestId("title").first().waitFor();
  const app = alone.page.locator("mien-app");
  return {
    ...{ alone, page: alone.page },
    isDimmed: () => app.evaluate((element) => element.hasAttribute("dimmed")),
    shade: () => alone.page.evaluate<number>(shade),
    later: (minutes: number) => alone.page.clock.fastForward(minutes * minute),
    edges: () => app.evaluate((element) => element.getAttribute("style")),
    saw: (faces: number) => alone.push({ room: { ...full.room, faces } }),
  };
}

test("with nobody there it dims, and is bright again for a face and for a touch", async () => {
  const { alone, page, isDimmed, shade, later, saw } = await open({ faces: 0, looking: true });
  await later(2);
  expect(await isDimmed()).toBe(false);
  await later(2);
  await expect.poll(isDimmed).toBe(true);
  // It takes some seconds.
  await expect.poll(shade, { timeout: 60_000 }).toBe(0.65);
  expect(await lookAt(page, "kiosk-dimmed", sizes)).toEqual([]);
  saw(1);
  await expect.poll(shade).toBe(0);
  saw(0);
  // Only once the page knows of it, a later hour counts.
  await expect
    .poll(async () => {
      await later(4);
      return isDimmed();
    })
    .toBe(true);
  await page.mouse.click(400, 200);
  await expect.poll(isDimmed).toBe(false);
  await page.getByTestId("six-picks").waitFor();
  await alone.close();
});

test("a screen whose camera sees nothing knows of nobody, and stays bright", async () => {
  const { alone, isDimmed, later } = await open({ faces: 0, looking: false });
  await later(30);
  expect(await isDimmed()).toBe(false);
  await alone.close();
});

test("what stands still on it wanders by pixels, and nothing is cut off by that", async () => {
  const { alone, page, edges, later } = await open({ faces: 2, looking: true });
  const seen = new Set<string | null>();
  for (let step = 0; step < 12; step += 1) {
    await later(1);
    seen.add(await edges());
  }
  expect(seen.size).toBeGreaterThan(5);
  expect(await lookAt(page, "kiosk-aside", sizes)).toEqual([]);
  await alone.close();
});
