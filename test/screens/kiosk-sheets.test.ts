import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// The kiosk's sheets that only tell something: how each begins, and how whoever has read it gets back.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "1024x600": { width: 1024, height: 600 },
  "800x480": { width: 800, height: 480 },
} as const;
const full = kioskStates.full ?? expect.fail("There is no such state.");
const troubled = kioskStates.troubled ?? expect.fail("There is no such state.");
const guests = {
  ...{ page: "open" as const, address: "http://192.168.1.20:7373/phone", codeAtRest: false, asks: true },
  ...{ waiting: 0, vote: null, lastSkip: null },
} as const;

/** By what opens it, what it is, and what it is called. */
const sheets = {
  troubles: { opener: "what-to-do", dialog: "trouble-line dialog", name: "What is not right" },
  "a phone's code": { opener: "phone-code-open", dialog: "phone-code dialog", name: "Choose by phone" },
  facts: { opener: "facts", dialog: "room-facts dialog", name: "What is sensed and kept" },
} as const;
type Sheet = keyof typeof sheets;
const all = Object.keys(sheets) as Sheet[];

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(): Promise<PageAlone> {
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, health: troubled.health, guests } },
    api: ({ pathname }) => (pathname.endsWith("/cover") ? someCover(pathname) : null),
  });
  const { page } = alone;
  await page.getByTestId("touch").click();
  for (const { opener } of Object.values(sheets)) await page.getByTestId(opener).waitFor();
  return alone;
}

async function begin(page: Page, sheet: Sheet, byKey: boolean): Promise<void> {
  const opener = page.getByTestId(sheets[sheet].opener);
  if (!byKey) await opener.click();
  else {
    await opener.focus();
    await page.keyboard.press("Enter");
  }
  await page.locator(`${sheets[sheet].dialog}:modal`).waitFor();
}

/** In the middle between its edge and the screen's. */
async function beside(page: Page, sheet: Sheet): Promise<readonly [number, number]> {
  const { x, y, height } =
    (await page.locator(sheets[sheet].dialog).boundingBox()) ?? expect.fail("It is not painted.");
  expect(x).toBeGreaterThan(8);
  return [x / 2, y + height / 2];
}

test.each(all)(
  "%s: a tap beside it closes it, and Escape, and the controls are where they were",
  async (sheet) => {
    const alone = await open();
    const { page } = alone;
    const { opener, dialog } = sheets[sheet];
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      for (const byKey of [false, true])
        for (const close of [
          async () => page.mouse.click(...(await beside(page, sheet))),
          () => page.keyboard.press("Escape"),
        ]) {
          await begin(page, sheet, byKey);
          await close();
          await page.locator(dialog).waitFor({ state: "hidden" });
          expect(await page.locator(`[data-testid=${opener}]:focus`).count(), size).toBe(1);
          expect(await page.getByTestId("six-picks").isVisible(), size).toBe(true);
        }
    }
    expect(alone.commands).toEqual([]);
    await alone.close();
  },
);

test.each(all)(
  "%s: it begins with what it is called, and not with the button that closes it",
  async (sheet) => {
    const alone = await open();
    const { page } = alone;
    const { name } = sheets[sheet];
    await begin(page, sheet, true);
    const told = page.getByRole("dialog", { name, exact: true });
    await expect.poll(() => told.and(page.locator(":focus")).count()).toBe(1);
    expect(await lookAt(page, `kiosk-sheet-${sheets[sheet].opener}`, sizes)).toEqual([]);
    // The next key is for the button that closes it.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(sheets[sheet].dialog).waitFor({ state: "hidden" });
    await alone.close();
  },
);

test("signing in begins with what is asked, too, and Escape leaves the controls where they were", async () => {
  const alone = await open();
  const { page } = alone;
  await page.getByTestId("who").click();
  await page.locator("people-dialog dialog:modal").waitFor();
  const told = page.getByRole("dialog", { name: "Sign in", exact: true });
  await expect.poll(() => told.and(page.locator(":focus")).count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.getByTestId("people-dialog").waitFor({ state: "hidden" });
  expect(await page.locator("[data-testid=who]:focus").count()).toBe(1);
  expect(await page.getByTestId("six-picks").isVisible()).toBe(true);
  await alone.close();
});

test("whoever marks its words and lets go beside it goes on reading, and so does whoever opened it by two taps", async () => {
  const alone = await open();
  const { page } = alone;
  await begin(page, "troubles", false);
  const [x, y] = await beside(page, "troubles");
  const words = page.locator("trouble-line dialog health-notes");
  const box = (await words.boundingBox()) ?? expect.fail("It says nothing.");
  await page.mouse.move(box.x + 60, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(x, y);
  await page.mouse.up();
  await page.mouse.click(box.x + 60, box.y + 20);
  expect(await page.locator("trouble-line dialog").isVisible()).toBe(true);
  await page.mouse.click(x, y);
  await page.locator("trouble-line dialog").waitFor({ state: "hidden" });
  // Where the second tap falls beside what the first one has opened.
  const opener =
    (await page.getByTestId("what-to-do").boundingBox()) ?? expect.fail("There is no way to it.");
  await page.mouse.dblclick(opener.x + opener.width / 2, opener.y + opener.height / 2);
  await page.locator("trouble-line dialog:modal").waitFor();
  await alone.close();
});

test("a sheet that was closed and opened again at once still closes by Escape and by a tap beside it", async () => {
  const alone = await open();
  const { page } = alone;
  const { opener, dialog } = sheets.troubles;
  for (const close of [
    () => page.keyboard.press("Escape"),
    async () => page.mouse.click(...(await beside(page, "troubles"))),
  ]) {
    await begin(page, "troubles", false);
    // The browser tells the first closing only after the second opening.
    const told = await page.evaluate(
      `new Promise((done) => {
        const within = (at) => [...at.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
        const find = (id) => within(document).find((one) => one.dataset?.testid === id);
        const dialog = find("troubles");
        dialog.addEventListener("close", () => done(dialog.open), { once: true });
        dialog.close();
        find(${JSON.stringify(opener)}).click();
      })`,
    );
    expect(told).toBe(true);
    await close();
    await page.locator(dialog).waitFor({ state: "hidden" });
    expect(await page.getByTestId("six-picks").isVisible()).toBe(true);
    expect(await page.locator(`[data-testid=${opener}]:focus`).count()).toBe(1);
  }
  expect(alone.commands).toEqual([]);
  await alone.close();
});
