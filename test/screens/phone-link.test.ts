import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { PhoneAlone, someOwn, someRoom, waitingSong } from "./phone-alone.ts";

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

test("a phone that Mien knows no more is told so, where songs of its own may have waited, until it asks again", async () => {
  const fresh = await PhoneAlone.open({ context, hello: "forgotten" });
  const told = fresh.page.getByTestId("forgotten");
  await told.waitFor();
  await fresh.page.getByTestId("six").getByRole("button").first().click();
  await fresh.page.getByTestId("said").getByText("is in the list").waitFor();
  await expect.poll(() => told.textContent().then((text) => text?.trim())).toBe("");
  await fresh.page.close();
  for (const mine of [[], ["request-6"]]) {
    const alone = await PhoneAlone.open({ context, own: { ...someOwn, mine } });
    await alone.page.getByTestId("room").waitFor();
    await expect.poll(() => alone.openSockets).toBe(1);
    alone.hello = "forgotten";
    await alone.hangUp(4_004);
    await expect.poll(() => alone.sockets).toBe(2);
    await expect.poll(() => alone.page.getByTestId("forgotten").locator("b").count()).toBe(mine.length);
    await alone.page.close();
  }
});

test("where nothing may be asked for any more, no song looks as if it might", async () => {
  const alone = await PhoneAlone.open({ context });
  const buttons = alone.page.getByTestId("six").getByRole("button");
  await expect.poll(() => buttons.count()).toBe(6);
  alone.tell({ type: "room", now: 1_000_000, room: { ...someRoom, six: [], none: { again: null } } });
  await expect.poll(() => buttons.count()).toBe(0);
  alone.tell({ type: "room", now: 1_000_000, room: someRoom });
  await expect.poll(() => buttons.count()).toBe(6);
  await alone.page.close();
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
