import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { openOwnerPage, ownerPages } from "./owner-alone.ts";
import type { PageAlone } from "./pages-alone.ts";
import { openSettings } from "./settings-alone.ts";

// What a screen reader is given of the owner's pages: see docs/accessibility.md.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(path: keyof typeof ownerPages): Promise<{ alone: PageAlone; page: PageAlone["page"] }> {
  const alone = await openOwnerPage(context, path);
  await alone.page.locator(ownerPages[path]).first().waitFor();
  return { alone, page: alone.page };
}

test("upkeep: commands that can have the focus say what they are for", async () => {
  const { alone, page } = await open("upkeep");
  await page.getByTestId("by-hand").click();
  for (const name of ["Update", "Restore a backup"])
    await page.getByRole("group", { name, exact: true }).getByText("sudo").first().waitFor();
  await alone.close();
});

test("history: the week is told day by day, once, and how sure an effect is in words", async () => {
  const { alone, page } = await open("history");
  const heard = await page.locator("body").ariaSnapshot();
  expect(heard.match(/songs were played in the last week/g)?.length).toBe(1);
  expect(heard).toMatch(/listitem: "?\w+day, \w+ \d+: \d+ songs, \d+ asked for/);
  expect(heard).toContain("+0.12, between +0.05 and +0.19");
  expect(heard).not.toContain("(+0.05");
  await alone.close();
});

test("history: the table has a name and headers on a phone, too, and how many songs it has is said once older ones come", async () => {
  const { alone, page } = await open("history");
  await page.setViewportSize({ width: 390, height: 844 });
  const table = page.getByRole("table", { name: "What was played, and why" });
  for (const name of ["When", "Song", "Why", "End"])
    await table.getByRole("columnheader", { name, exact: true }).waitFor({ state: "attached" });
  await page.getByTestId("older").click();
  await page.getByRole("status").getByText("Shown: 100").waitFor({ state: "attached" });
  await alone.close();
});

test("model: tables say what of, and a drawing's name is told once", async () => {
  const { alone, page } = await open("model");
  await page.getByRole("table", { name: "What it was measured at" }).waitFor();
  await page.getByRole("table", { name: "By expression" }).waitFor();
  const heard = await page.locator("body").ariaSnapshot();
  expect(heard.match(/Which expression is taken for which/g)?.length).toBe(1);
  expect(heard).toContain("research use.");
  await alone.close();
});

test("notice: what the page is for comes before the notice itself, which has its headline as its name", async () => {
  const { alone, page } = await open("notice");
  expect(await page.getByRole("heading").first().textContent()).toBe("The notice for the door");
  await page.getByRole("article", { name: "A camera here reads facial expressions" }).waitFor();
  await alone.close();
});

test("camera: each step of a box is a step of its value, made larger too: of a new text alone nothing is heard", async () => {
  const { alone, page } = await open("camera");
  await page.getByTestId("add-zone").click();
  const box = page.getByTestId("zone-1");
  await box.focus();
  for (const key of ["ArrowUp", "ArrowLeft", "Shift+ArrowRight", "Shift+ArrowDown"]) {
    const before = await box.getAttribute("aria-valuenow");
    await page.keyboard.press(key);
    await expect.poll(() => box.getAttribute("aria-valuenow"), { message: key }).not.toBe(before);
  }
  await alone.close();
});

test("library: whoever chooses all songs by key is where something is done with them, and hears how many", async () => {
  const { alone, page } = await open("library");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.getByTestId("select-all").focus();
    await page.keyboard.press("Enter");
    await page
      .locator("[data-testid=chosen]:focus")
      .getByText(/^\d+ songs/)
      .waitFor();
    await page.keyboard.press("Tab");
    await page.locator("[data-testid=choose-none]:focus").press("Enter");
    await page.getByTestId("chosen").waitFor({ state: "detached" });
  }
  await alone.close();
});

test("library: which section is open now is told to whoever chose it, and not before", async () => {
  const { alone, page } = await open("library");
  const told = page.getByTestId("section-said");
  expect((await told.textContent())?.trim()).toBe("");
  await page.getByRole("link", { name: "Mood map" }).press("Enter");
  await told.getByText("Mood map").waitFor({ state: "attached" });
  await alone.close();
});

test("settings: whoever goes to a group by key is in it", async () => {
  const { alone, page } = await openSettings(context);
  await page.getByTestId("to-Mood").press("Enter");
  await page.locator("section[data-group=Mood]:focus").waitFor();
  await page.keyboard.press("Tab");
  expect(await page.locator("[data-group=Mood] setting-row:focus-within").count()).toBe(1);
  await alone.close();
});

test("settings: entries are told apart, and one that is removed leaves the focus beside it", async () => {
  const { alone, page } = await openSettings(context);
  const row = page.locator("[data-setting=openingHours]");
  await row.getByRole("group", { name: "Opening hours 2" }).waitFor();
  await row.getByRole("button", { name: "Remove Opening hours 2" }).press("Enter");
  await row.getByRole("group", { name: "Opening hours 2" }).waitFor({ state: "detached" });
  expect(await row.locator("button:focus").count()).toBe(1);
  const folders = page.locator("[data-setting=musicFolders]");
  await folders.getByTestId("remove").first().press("Enter");
  await expect.poll(() => folders.getByTestId("remove").count()).toBe(1);
  expect(await folders.locator(":is(button, input):focus").count()).toBe(1);
  await alone.close();
});
