import type { BrowserContext, Page } from "playwright-core";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { someState } from "../../src/daemon/testing-state.ts";
import { Settings } from "../../src/protocol/settings.ts";
import type { AppState } from "../../src/protocol/state.ts";
import type { Zone } from "../../src/protocol/vision.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { shot } from "./some-camera.ts";

// The camera page in the sizes that it is used at: what is seen, what is read, and what is left out.

const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

const zone: Zone = { x: 0.4, y: 0.1, width: 0.3, height: 0.5 };

let context: BrowserContext;
/** A phone or a tablet, where fingers do it all. */
let touch: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
  const browser = context.browser() ?? expect.fail("There is no browser.");
  touch = await browser.newContext({ hasTouch: true, viewport: sizes.phone });
  touch.setDefaultTimeout(120_000);
});
afterAll(async () => {
  await touch?.close();
  await closeBrowser?.();
});

async function open(
  options: {
    camera?: Partial<AppState["camera"]>;
    values?: Partial<Settings>;
    told?: Record<string, Told>;
    /** With fingers alone. */
    touched?: boolean;
  } = {},
) {
  const sent: Partial<Settings>[] = [];
  let shots = 0;
  const values = { ...(Value.Default(Settings, {}) as Settings), blackout: [zone], ...options.values };
  const answers: Record<string, Told> = {
    "GET /api/settings": {
      json: { schema: Settings, values, withheld: [], overridden: [], awaitsRestart: [], notThere: [] },
    },
    "PATCH /api/settings": {
      json: { changed: [], needsRestart: [], overridden: [], awaitsRestart: [], notThere: [] },
    },
    "GET /api/camera/devices": {
      json: { devices: [{ source: "/dev/v4l/by-id/usb-Cam-video-index0", name: "HD Pro Webcam C920" }] },
    },
    "GET /api/camera/preview": shot(),
    ...options.told,
  };
  const state = {
    ...someState,
    camera: { ...someState.camera, looking: true, kind: "v4l2", ...options.camera },
  } as AppState;
  const alone = await PageAlone.open({
    ...{ context: options.touched ? touch : context, path: "/camera", state },
    api: ({ pathname }, method) => {
      if (pathname === "/api/camera/preview") shots++;
      return answers[`${method} ${pathname}`] ?? null;
    },
  });
  const { page } = alone;
  page.on("request", (request) => {
    if (request.method() === "PATCH") sent.push(request.postDataJSON());
  });
  await page.setViewportSize(options.touched ? sizes.phone : sizes.laptop);
  return { alone, page, sent, shots: () => shots };
}

const blackout = (sent: readonly Partial<Settings>[]): readonly Zone[] => sent.at(-1)?.blackout ?? [];
const picture = async (page: Page) => {
  const box = await page.locator("zone-layer").boundingBox();
  if (box === null) throw new Error("there is no picture");
  return box;
};

type Point = readonly [x: number, y: number];

/** Fingers on the picture, at shares of its width and height; what the browser makes of them is its own. */
async function fingerOn(page: Page) {
  await page.locator("zone-layer").scrollIntoViewIfNeeded();
  const { x, y, width, height } = await picture(page);
  const session = await page.context().newCDPSession(page);
  const touches = (type: "touchStart" | "touchMove" | "touchEnd", ...fingers: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: fingers.map(([across, down], id) => ({ id, x: x + across * width, y: y + down * height })),
    });
  const drags = async (from: Point, to: Point) => {
    await touches("touchStart", from);
    for (const share of [0.3, 0.7, 1])
      await touches("touchMove", [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    // It stands still before it leaves: whatever it touched while a fling ran on would only end that.
    await page.evaluate(`new Promise((done) => {
      let left = 12;
      const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
      next();
    })`);
    await touches("touchEnd");
  };
  return { touches, drags };
}

/** A finger is no finer than a twentieth of the picture. */
function near({ x, y, width, height }: Zone): Zone {
  const rough = (share: number) => Math.round(share * 20) / 20;
  return { x: rough(x), y: rough(y), width: rough(width), height: rough(height) };
}

test("the picture is shown with each face, what is read in it, and what is left out", async () => {
  const { alone, page } = await open();
  await page.getByTestId("face-1").getByText("Happy").waitFor();
  await page.getByTestId("face-2").getByText("Too small to read").waitFor();
  await page.getByTestId("zone-1").getByText("A", { exact: true }).waitFor();
  // A screen reader leaves the arrow keys to a slider, and to nothing else that is drawn.
  const box = page.getByRole("slider", { name: "A", exact: true });
  expect(await box.getAttribute("aria-valuetext")).toContain("Box A: from 40");
  await page.getByRole("button", { name: "Remove box A" }).waitFor();
  expect(await lookAt(page, "camera", sizes)).toEqual([]);
  await alone.close();
});

test("an address that is told to admins alone is told so, with nothing to type over it", async () => {
  const json = {
    ...{ schema: Settings, values: { blackout: [zone] }, withheld: ["cameraSource"], overridden: [] },
    ...{ awaitsRestart: [], notThere: [] },
  };
  const { alone, page } = await open({ told: { "GET /api/settings": { json } } });
  await page.getByTestId("cameraSource-withheld").waitFor();
  await alone.close();
});

test("while it is closed the page says so, and the camera can be aimed all the same", async () => {
  const { alone, page, shots } = await open({ camera: { looking: false, resting: true } });
  await page.getByTestId("resting").waitFor();
  await page.getByTestId("face-1").waitFor();
  expect(shots()).toBeGreaterThan(0);
  expect(await lookAt(page, "camera-resting", sizes)).toEqual([]);
  await alone.close();
});

test("a box is drawn with the mouse, moved and sized with keys, undone and removed", async () => {
  const { alone, page, sent } = await open({ values: { blackout: [] } });
  await page.getByTestId("face-1").waitFor();
  const { x, y, width, height } = await picture(page);
  await page.mouse.move(x + width * 0.25, y + height * 0.25);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + height * 0.75, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => blackout(sent).length).toBe(1);
  expect(blackout(sent)[0]?.x).toBeCloseTo(0.25, 1);
  expect(blackout(sent)[0]?.height).toBeCloseTo(0.5, 1);
  const before = blackout(sent)[0] as Zone;
  await page.getByTestId("zone-1").focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => blackout(sent)[0]?.x).toBeCloseTo(before.x + 0.02, 3);
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => blackout(sent)[0]?.height).toBeCloseTo(before.height + 0.02, 3);
  await page.getByTestId("undo-zone").click();
  await expect.poll(() => blackout(sent)[0]?.height).toBeCloseTo(before.height, 3);
  await page.getByTestId("remove-zone-1").click();
  await expect.poll(() => blackout(sent)).toEqual([]);
  await page.getByTestId("add-zone").click();
  await expect.poll(() => blackout(sent).length).toBe(1);
  await page.getByTestId("add-zone").click();
  await expect.poll(() => blackout(sent).length).toBe(2);
  await page.getByTestId("zone-2").press("Delete");
  await page.locator("[data-testid=zone-1]:focus").waitFor();
  await alone.close();
});

test("whoever removes boxes by keys has another one's button under them next, and after the last one the one that adds", async () => {
  const { alone, page, sent } = await open({ values: { blackout: [zone, zone, zone] } });
  for (const [box, next, left] of [
    ["remove-zone-1", "remove-zone-1", 2],
    ["remove-zone-2", "remove-zone-1", 1],
    ["remove-zone-1", "add-zone", 0],
  ] as const) {
    await page.getByTestId(box).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => blackout(sent).length).toBe(left);
    await page.locator(`[data-testid=${next}]:focus`).waitFor();
  }
  await alone.close();
});

test("a finger draws a box, moves it and sizes it, and the page below stays where it is", async () => {
  const { alone, page, sent } = await open({ values: { blackout: [] }, touched: true });
  await page.getByTestId("face-1").waitFor();
  const finger = await fingerOn(page);
  const scrolled = () => page.evaluate("[scrollX, scrollY].join()");
  const before = await scrolled();
  await finger.drags([0.2, 0.2], [0.6, 0.7]);
  await expect.poll(() => blackout(sent).length).toBe(1);
  const drawn = blackout(sent)[0] as Zone;
  expect(near(drawn)).toEqual({ x: 0.2, y: 0.2, width: 0.4, height: 0.5 });
  await finger.drags([0.4, 0.4], [0.5, 0.5]);
  await expect.poll(() => near(blackout(sent)[0] as Zone).x).toBe(0.3);
  expect(near(blackout(sent)[0] as Zone)).toEqual({ x: 0.3, y: 0.3, width: 0.4, height: 0.5 });
  // By its corner.
  await finger.drags([0.68, 0.78], [0.88, 0.88]);
  await expect.poll(() => near(blackout(sent)[0] as Zone).width).toBe(0.6);
  expect(near(blackout(sent)[0] as Zone)).toEqual({ x: 0.3, y: 0.3, width: 0.6, height: 0.6 });
  expect(await scrolled()).toBe(before);
  await page.getByTestId("remove-zone-1").tap();
  await expect.poll(() => blackout(sent)).toEqual([]);
  await alone.close();
});

test("a second finger on the picture changes nothing of what the first one draws", async () => {
  const { alone, page, sent } = await open({ values: { blackout: [] }, touched: true });
  await page.getByTestId("face-1").waitFor();
  const { touches } = await fingerOn(page);
  await touches("touchStart", [0.2, 0.2]);
  await touches("touchMove", [0.3, 0.3]);
  await touches("touchStart", [0.3, 0.3], [0.9, 0.9]);
  await touches("touchMove", [0.6, 0.7], [0.8, 0.95]);
  await touches("touchEnd", [0.6, 0.7]);
  await touches("touchEnd");
  await expect.poll(() => blackout(sent).length).toBe(1);
  expect(near(blackout(sent)[0] as Zone)).toEqual({ x: 0.2, y: 0.2, width: 0.4, height: 0.5 });
  await alone.close();
});

test("a camera at this machine is chosen with a touch", async () => {
  const { alone, page, sent } = await open();
  await page.getByText("HD Pro Webcam C920").click();
  await expect.poll(() => sent.at(-1)?.cameraSource).toBe("/dev/v4l/by-id/usb-Cam-video-index0");
  await alone.close();
});

test("a closed camera is not asked for pictures, and the page says that it is closed", async () => {
  const { alone, page, shots } = await open({ camera: { wanted: "off", looking: false } });
  await page.getByText("there is nothing to see").waitFor();
  await page.getByText("HD Pro Webcam C920").waitFor();
  expect(shots()).toBe(0);
  expect(await lookAt(page, "camera-closed", sizes)).toEqual([]);
  await alone.close();
});

test("a page that is hidden asks for no more pictures", async () => {
  const { alone, page, shots } = await open();
  await page.getByTestId("face-1").waitFor();
  await page.evaluate(
    'Object.defineProperty(document, "visibilityState", { get: () => "hidden" }); document.dispatchEvent(new Event("visibilitychange"))',
  );
  await page.getByText("No face is seen.").waitFor();
  const asked = shots();
  // Something else that takes the page a while.
  await page.getByTestId("add-zone").click();
  await page.getByTestId("zones-saved").getByText("Saved.").waitFor();
  expect(shots()).toBe(asked);
  await alone.close();
});

test("where there is no picture the page says why", async () => {
  const error = "The camera gives no picture just now. Its health says why.";
  const { alone, page } = await open({
    told: { "GET /api/camera/preview": { status: 503, json: { error } } },
  });
  await page.getByText(error).waitFor();
  await alone.close();
});

test("where photographs stand in for the camera there is none to close", async () => {
  const { alone, page } = await open({ camera: { demo: true } });
  await page.getByTestId("face-1").waitFor();
  expect(await page.getByTestId("camera-switch").count()).toBe(0);
  alone.push({ camera: { ...someState.camera, demo: true, wanted: "off", looking: false } });
  await page.getByTestId("camera-switch").waitFor();
  await alone.close();
});

test("in a school it says why the camera stays off", async () => {
  const { alone, page } = await open({
    values: { stands: "school" },
    camera: { wanted: "off", looking: false },
  });
  await page.getByText("emotions of pupils").waitFor();
  expect(await page.getByTestId("camera-switch").count()).toBe(0);
  await alone.close();
});

test("a guest sees no picture and is told who may", async () => {
  const { alone, page, shots } = await open({
    told: { "GET /api/session": { json: { role: "guest", seat: "phone", person: null, secureWay: null } } },
  });
  await page.getByTestId("sign-in-to-change").waitFor();
  expect(shots()).toBe(0);
  expect(await lookAt(page, "camera-guest", sizes)).toEqual([]);
  await alone.close();
});

test("the kiosk says it in words as long as an admin looks through the camera", async () => {
  const camera = { ...someState.camera, looking: true, kind: "v4l2", watched: true } as const;
  const alone = await PageAlone.open({ context, path: "/", state: { ...someState, camera } });
  const said = alone.page.getByTestId("privacy");
  await said.getByText("An admin looks through the camera now").waitFor();
  alone.push({ camera: { ...camera, watched: false } });
  await said.getByText("The camera is looking.").waitFor();
  await alone.close();
});

test("while Mien is closed the kiosk says that nobody is read, with its light off", async () => {
  const { closed } = kioskStates;
  if (closed === undefined) throw new Error("There is no closed state.");
  const camera = { ...closed.camera, looking: false, resting: true } as const;
  const alone = await PageAlone.open({ context, path: "/", state: { ...closed, camera } });
  const { page } = alone;
  await page.getByTestId("privacy").getByText("the camera rests, and nobody is read").waitFor();
  expect(await page.getByTestId("camera-light").getAttribute("data-looking")).toBe("false");
  expect(
    await lookAt(page, "kiosk-resting", {
      ...{ screen: { width: 800, height: 480 }, laptop: { width: 1280, height: 800 }, phone: sizes.phone },
    }),
  ).toEqual([]);
  await alone.close();
});
