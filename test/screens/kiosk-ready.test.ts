import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";

// The controls lie in the page before anybody touches it, so that a touch has only to show them.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const { full, long } = kioskStates;

async function openWaiting(): Promise<PageAlone> {
  const alone = await PageAlone.open({ context, path: "/", state: full ?? null });
  await untilTheyWait(alone.page);
  return alone;
}

const untilTheyWait = (page: Page): Promise<void> =>
  page.locator("touch-sheet[waiting] song-pick").nth(5).waitFor({ state: "attached" });

/** The name, for a test, of what has the focus, through every shadow root. */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset.testid;
  })()`);

test("before a touch nobody finds them: no finger, no key and no screen reader", async () => {
  const alone = await openWaiting();
  const { page } = alone;
  expect(await page.getByTestId("play-pause").isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Pause" }).count()).toBe(0);
  const box = (await page.getByTestId("play-pause").boundingBox()) ?? expect.fail("They are not laid out.");
  for (let tab = 0; tab < 6; tab++) {
    await page.keyboard.press("Tab");
    expect(["touch", "languages", "facts", "camera-switch", undefined]).toContain(await focused(page));
  }
  // Where the button will be, there is nothing yet but a screen to touch.
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByTestId("play-pause").waitFor();
  await alone.close();
});

test("a touch shows them with the six of that moment, and with nothing that somebody left open", async () => {
  const alone = await openWaiting();
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("wishes").click();
  await page.locator("guest-wishes").waitFor();
  await page.getByTestId("touch").click();
  await untilTheyWait(page);
  alone.push({ sixPicks: long?.sixPicks ?? [] });
  const newest = page.getByTestId("pick").getByText("夏の終わりに").first();
  await newest.waitFor({ state: "attached" }); // Those that come after the touch wait until nobody looks.
  await page.getByTestId("touch").click();
  await newest.waitFor();
  expect(commands).toEqual([]);
  await alone.close();
});

test("a key finds them as a finger does", async () => {
  const alone = await openWaiting();
  const { page } = alone;
  await page.keyboard.press("d");
  await expect.poll(() => focused(page)).toBe("affect-disc");
  await page.keyboard.press("Escape");
  await untilTheyWait(page);
  await page.keyboard.press("2");
  await expect.poll(() => focused(page)).toBe("play-now");
  await alone.close();
});

test("another size of the screen moves nothing that waits into its way", async () => {
  const alone = await openWaiting();
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("play-pause").waitFor();
  await page.getByTestId("touch").click();
  await untilTheyWait(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  await page.getByTestId("touch").click();
  await page.getByTestId("play-pause").waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  await alone.close();
});
