import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { PhoneAlone, someRoom, waitingSong } from "./phone-alone.ts";

// How the page of a guest's phone keeps its one connection, and what it says of times.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

test("however often somebody tries again while it says hello, it has one connection", async () => {
  const alone = await PhoneAlone.open({ context, hello: "gone" });
  const { page } = alone;
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  const release = alone.holdHellos();
  alone.hello = null;
  const before = alone.hellos;
  for (let n = 0; n < 3; n++) await again.click();
  await expect.poll(() => alone.hellos).toBeGreaterThanOrEqual(before + 3);
  release();
  await page.getByTestId("room").waitFor();
  await expect.poll(() => alone.hellosAnswered).toBe(alone.hellos);
  // By then each answer was heard by the page.
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  expect(alone.sockets).toBe(1);
  await page.close();
});

test("a page that outlives its cookie says hello again by itself, and then is heard", async () => {
  const alone = await PhoneAlone.open({ context, room: { ...someRoom, waiting: [waitingSong(6)] } });
  const { page } = alone;
  await page.getByTestId("room").waitFor();
  alone.answer = { because: "unknown" };
  await page.getByTestId("six").getByRole("button").first().click();
  await page.getByTestId("said").getByText("Try once more").waitFor();
  await expect.poll(() => alone.sockets).toBe(2);
  alone.answer = null;
  await page.getByTestId("six").getByRole("button").first().click();
  await page.getByTestId("said").getByText("is in the list").waitFor();
  await expect.poll(() => alone.openSockets).toBe(1);
  await page.close();
});

test("closed over a day, it says on which day the music begins again", async () => {
  const opensAt = Date.now() + 36 * 3_600_000;
  const closed = { ...someRoom, playing: null, six: [], vote: null, closed: { opensAt } };
  const { page } = await PhoneAlone.open({ context, room: closed });
  const day = new Intl.DateTimeFormat("en", { weekday: "short" }).format(opensAt);
  await page.getByTestId("alone").getByText(`Until ${day}`).waitFor();
  await page.close();
});

test("in Arabic too, time runs as it does on players", async () => {
  const { page } = await PhoneAlone.open({ context, languages: ["ar"] });
  await page.locator("html[dir=rtl]").waitFor();
  const times = page.locator("phone-now .times span");
  await times.first().waitFor();
  const [passed, total] = await Promise.all([times.first().boundingBox(), times.last().boundingBox()]);
  expect(passed?.x).toBeLessThan(total?.x ?? 0);
  await page.close();
});
