import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { missedByKeys } from "./by-keyboard.ts";
import { kioskStates } from "./kiosk-states.ts";
import { openOwnerPage, ownerPages } from "./owner-alone.ts";
import { PageAlone } from "./pages-alone.ts";
import { PhoneAlone } from "./phone-alone.ts";

// Without a pointer: by Tab alone everything on every page is reached, and it can be seen where one is.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

test("the kiosk at rest, touched, asking, with its wishes, and where somebody signs in", async () => {
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: kioskStates.corrected ?? expect.fail("There is no such state.") },
  });
  const { page } = alone;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByTestId("title").first().waitFor();
  expect(await missedByKeys(page)).toEqual([]);
  await page.getByTestId("touch").focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("six-picks").waitFor();
  expect(await missedByKeys(page)).toEqual([]);
  await page.getByTestId("pick").first().focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("play-next").waitFor();
  expect(await missedByKeys(page)).toEqual([]);
  await page.getByTestId("wishes").focus();
  await page.keyboard.press("Enter");
  await page.locator("guest-wishes").waitFor();
  expect(await missedByKeys(page)).toEqual([]);
  await page.getByTestId("who").focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog:modal").waitFor();
  expect(await missedByKeys(page)).toEqual([]);
  await alone.close();
});

test("a guest's phone", async () => {
  const { page } = await PhoneAlone.open({ context });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId("room").waitFor();
  expect(await missedByKeys(page)).toEqual([]);
  await page.close();
});

test.each(Object.entries(ownerPages))("/%s", async (path, drawn) => {
  const alone = await openOwnerPage(context, path);
  const { page } = alone;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator(drawn).first().waitFor();
  expect(await missedByKeys(page)).toEqual([]);
  await alone.close();
});
