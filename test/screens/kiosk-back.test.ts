import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../src/protocol/people.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";
import { somePerson } from "./some-person.ts";

// Whoever is signed in steers the kiosk's page on their phone as well, and there Back is how one closes what lies over it.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(seat: Session["seat"]): Promise<PageAlone> {
  const person = somePerson("Ada");
  const session: Session = { role: "member", seat, person, secureWay: null };
  const api = ({ pathname }: URL) => {
    if (pathname.endsWith("/cover")) return someCover(pathname);
    return pathname === "/api/session" ? { json: session } : null;
  };
  const alone = await PageAlone.open({ context, path: "/", state: kioskStates.full ?? null, api });
  await alone.page.setViewportSize({ width: 390, height: 844 });
  return alone;
}

test("on a phone Back closes the controls and stays on the page, and leaves it once they are closed", async () => {
  const alone = await open("phone");
  const { page } = alone;
  const touch = page.getByTestId("touch");
  const controls = page.getByTestId("six-picks");
  for (const close of [() => page.goBack(), () => touch.click()]) {
    await touch.click();
    await controls.waitFor();
    await expect.poll(() => page.evaluate("history.state")).not.toBeNull();
    await close();
    await controls.waitFor({ state: "hidden" });
    expect(new URL(page.url()).pathname).toBe("/");
    await expect.poll(() => page.evaluate("history.state")).toBeNull();
  }
  await page.goForward();
  await controls.waitFor();
  await page.goBack();
  await controls.waitFor({ state: "hidden" });
  await page.goBack();
  expect(page.url()).toBe("about:blank");
  await alone.close();
});

test("the appliance's own screen has no Back, and a touch leaves nothing for it", async () => {
  const alone = await open("kiosk");
  const { page } = alone;
  const before = await page.evaluate("history.length");
  await page.getByTestId("touch").click();
  await page.getByTestId("six-picks").waitFor();
  expect(await page.evaluate("[history.length, history.state]")).toEqual([before, null]);
  await alone.close();
});
