import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { root } from "../running-daemon.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";

// Mien's own screen after an update, which leaves the browser as it is.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const html = readFileSync(join(root, "dist/ui/index.html"), "utf8");
const script =
  /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? expect.fail("There is no script.");

async function open() {
  const alone = await PageAlone.open({ context, path: "/", state: kioskStates.full ?? null });
  const { page } = alone;
  let asked = 0;
  let answered = 0;
  let loads = 0;
  const isPage = (request: Request) => new URL(request.url()).pathname === "/";
  page.on("request", (request) => {
    if (isPage(request) && request.isNavigationRequest()) loads++;
    else if (isPage(request)) asked++;
  });
  page.on("requestfinished", (request) => {
    if (isPage(request) && !request.isNavigationRequest()) answered++;
  });
  await page.getByTestId("touch").waitFor();
  return { alone, page, asked: () => asked, answered: () => answered, loads: () => loads };
}

test("a connection that comes back finds the same page, and leaves it alone", async () => {
  const { alone, page, answered, loads } = await open();
  alone.drop();
  await expect.poll(answered).toBe(1);
  await page.getByTestId("touch").click();
  await page.getByTestId("touch").click();
  expect(loads()).toBe(0);
  await alone.close();
});

test("what is kept of people is read to the end, though nobody is at the controls, before a page is loaded anew", async () => {
  const { alone, page, asked, loads } = await open();
  await page.getByTestId("facts").click();
  await page.locator("room-facts dialog:modal").waitFor();
  await page.route("http://localhost/", (route) =>
    route.fulfill({ body: html.replaceAll(script, "/assets/of-the-update.js"), contentType: "text/html" }),
  );
  alone.drop();
  await expect.poll(asked).toBe(1);
  const { camera } = kioskStates.full ?? expect.fail("There is no such state.");
  for (const [wanted, told] of [
    ["off", "The camera is closed."],
    ["on", "The camera is"],
    ["off", "The camera is closed."],
  ] as const) {
    alone.push({ camera: { ...camera, wanted, looking: wanted === "on" } });
    await page.getByTestId("facts-now").getByText(told).waitFor();
  }
  expect(loads()).toBe(0);
  await page.getByTestId("room-facts-close").click();
  await expect
    .poll(() => {
      alone.push({});
      return loads();
    })
    .toBe(1);
  await alone.close();
});

test("a page that is another one by now is loaded anew, once nobody touches it any more, and once", async () => {
  const { alone, page, asked, loads } = await open();
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").first().waitFor();
  const renamed = "/assets/of-the-update.js";
  const answer = (body: string, contentType: string) => ({ body, contentType });
  await page.route("http://localhost/", (route) =>
    route.fulfill(answer(html.replaceAll(script, renamed), "text/html")),
  );
  await page.route(`http://localhost${renamed}`, (route) =>
    route.fulfill(answer(readFileSync(join(root, "dist/ui", script), "utf8"), "text/javascript")),
  );
  alone.drop();
  await expect.poll(asked).toBe(1);
  alone.push({ queue: [] });
  await page.getByTestId("pick").first().click();
  expect(loads()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByTestId("touch").click();
  await expect
    .poll(() => {
      alone.push({});
      return loads();
    })
    .toBe(1);
  await page.locator(`script[src="${renamed}"]`).waitFor({ state: "attached" });
  await page.getByTestId("touch").waitFor();
  alone.drop();
  await expect.poll(asked).toBe(2);
  alone.push({});
  await page.getByTestId("touch").click();
  await page.getByTestId("touch").click();
  expect(loads()).toBe(1);
  await alone.close();
});
