import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role, Seat } from "../../src/protocol/people.ts";
import { openBrowser, sizes } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";

// What somebody in the room closed stays closed for whoever is elsewhere: their page has no button that would be refused.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
  await context.clock.install();
});
afterAll(() => closeBrowser?.());

/** As long as a second tap is of the same wish: src/ui/facts/camera-tap.ts. */
const SECOND_TAP_MS = 1_500;

const everywhere: readonly { role: Role; seat: Seat; opens: boolean }[] = [
  { role: "guest", seat: "phone", opens: false },
  { role: "member", seat: "phone", opens: false },
  { role: "guest", seat: "kiosk", opens: true },
  { role: "admin", seat: "admin", opens: true },
];

test.each(everywhere)(
  "a $role at the seat $seat may close it, and has a way to open it: $opens",
  async (who) => {
    const { role, seat, opens } = who;
    const { full } = kioskStates;
    if (full === undefined) throw new Error("There is no full state.");
    const alone = await PageAlone.open({
      ...{ context, path: "/", state: full, host: "mien.local" },
      api: ({ pathname }) =>
        pathname === "/api/session" ? { json: { role, seat, person: null, secureWay: null } } : null,
    });
    const { page, commands } = alone;
    const button = page.getByTestId("camera-switch");
    await button.click();
    await expect.poll(() => commands).toEqual([{ do: "switchCamera", on: false }]);
    alone.push({ camera: { ...full.camera, wanted: "off", looking: false } });
    if (opens) {
      await page.locator("[data-testid=camera-switch][data-wanted=off]").waitFor();
      await page.clock.runFor(SECOND_TAP_MS);
      await button.click();
      await expect.poll(() => commands.at(-1)).toEqual({ do: "switchCamera", on: true });
    } else {
      await button.waitFor({ state: "detached" });
      expect(await lookAt(page, `camera-closed-${role}`, sizes)).toEqual([]);
      await page.keyboard.press("c");
      await page.clock.runFor(SECOND_TAP_MS);
      // Somebody at the screen opens it: from here on it can be closed again.
      alone.push({ camera: { ...full.camera, wanted: "on" } });
      await button.click();
      await expect.poll(() => commands.slice(1)).toEqual([{ do: "switchCamera", on: false }]);
    }
    await alone.close();
  },
);

test.each(["at the foot of the page", "in the sheet of what is sensed", "by key"])(
  "a second tap %s opens nothing that the first one closed; a later one does",
  async (where) => {
    const full = kioskStates.full ?? expect.fail("There is no full state.");
    const alone = await PageAlone.open({
      ...{ context, path: "/", state: full },
      api: ({ pathname }) =>
        pathname === "/api/session"
          ? { json: { role: "guest", seat: "kiosk", person: null, secureWay: null } }
          : null,
    });
    const { page, commands } = alone;
    const inSheet = where.includes("sheet");
    const button = page.locator(inSheet ? "room-facts" : "footer").getByTestId("camera-switch");
    const tap = () => (where === "by key" ? page.keyboard.press("c") : button.dispatchEvent("click"));
    await page.locator("footer").getByTestId("camera-switch").waitFor();
    if (inSheet) {
      await page.getByTestId("facts").click();
      await button.waitFor();
    }
    await page.clock.pauseAt(Number(await page.evaluate("Date.now()")) + 10_000);
    await tap();
    await expect.poll(() => commands).toEqual([{ do: "switchCamera", on: false }]);
    alone.push({ camera: { ...full.camera, wanted: "off", looking: false } });
    await page.locator("[data-testid=camera-switch][data-wanted=off]").first().waitFor();
    for (const ms of [120, 300, 900]) {
      await page.clock.runFor(ms);
      await tap();
    }
    await page.clock.runFor(SECOND_TAP_MS);
    await tap();
    await expect.poll(() => commands.length).toBeGreaterThan(1);
    expect(commands).toEqual([
      { do: "switchCamera", on: false },
      { do: "switchCamera", on: true },
    ]);
    await page.clock.resume();
    await alone.close();
  },
);

test("nobody is shown a way to open it before setup is answered, and everybody is after it", async () => {
  const { full } = kioskStates;
  if (full === undefined) throw new Error("There is no full state.");
  const camera = { ...full.camera, wanted: "off", looking: false, awaitsSetup: true } as const;
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, camera } },
    api: ({ pathname }) =>
      pathname === "/api/session"
        ? { json: { role: "guest", seat: "kiosk", person: null, secureWay: null } }
        : null,
  });
  const { page, commands } = alone;
  const button = page.getByTestId("camera-switch");
  await page.getByTestId("title").waitFor();
  expect(await button.count()).toBe(0);
  await page.keyboard.press("c");
  alone.push({ camera: { ...camera, awaitsSetup: false } });
  await button.click();
  await expect.poll(() => commands).toEqual([{ do: "switchCamera", on: true }]);
  await alone.close();
});

test("photographs that stand in are no camera to close, at the screen as on the camera's page; once closed they can be had again", async () => {
  const full = kioskStates.full ?? expect.fail("There is no full state.");
  const camera = { ...full.camera, demo: true };
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, camera } },
    api: ({ pathname }) =>
      pathname === "/api/session"
        ? { json: { role: "guest", seat: "kiosk", person: null, secureWay: null } }
        : null,
  });
  const { page, commands } = alone;
  const button = page.getByTestId("camera-switch");
  await page.getByText("no camera is looked through").waitFor();
  expect(await button.count()).toBe(0);
  await page.keyboard.press("c");
  expect(await lookAt(page, "kiosk-photographs", sizes)).toEqual([]);
  alone.push({ camera: { ...camera, wanted: "off", looking: false } });
  await button.click();
  await expect.poll(() => commands).toEqual([{ do: "switchCamera", on: true }]);
  alone.push({ camera: full.camera });
  await page.locator("[data-testid=camera-switch][data-wanted=on]").waitFor();
  await alone.close();
});
