import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Settings } from "../../src/protocol/settings.ts";
import { openBrowser } from "../browser.ts";
import { lookAt } from "./look-at.ts";
import type { Told } from "./pages-alone.ts";
import { everyDay, openSettings, sizes, values } from "./settings-alone.ts";

// The opening hours in the settings: days and times, as people touch and type them.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const open = (told?: Record<string, Told>, from = context) => openSettings(from, told);

test("hours are days and times: a day is touched, hours are added and removed, and none is left without a day", async () => {
  const { alone, page, sent } = await open();
  await page.getByTestId("openingHours-1-0").click();
  await expect
    .poll(() => sent.at(-1))
    .toMatchObject({ openingHours: [{ days: [1, 2, 3, 4, 5] }, { days: [6, 0] }] });
  await page.getByTestId("openingHours-add").click();
  await expect.poll(() => (sent.at(-1) as Settings).openingHours.length).toBe(3);
  await page.getByTestId("openingHours-2-to").fill("17:00");
  await page.getByTestId("openingHours-2-to").blur();
  await expect.poll(() => (sent.at(-1) as Settings).openingHours[2]?.to).toBe("17:00");
  await page.getByTestId("openingHours-0-remove").click();
  await expect.poll(() => (sent.at(-1) as Settings).openingHours.length).toBe(2);
  const before = sent.length;
  await page.getByTestId("openingHours-0-6").click();
  await page.getByTestId("openingHours-0-0").click();
  await page.getByText("Choose at least one day of the week.").waitFor();
  await expect.poll(() => sent.length).toBe(before + 1);
  expect(
    await lookAt(page, "settings-no-day", { "1280x800": sizes["1280x800"], phone: sizes.phone }),
  ).toEqual([]);
  await page.getByTestId("openingHours-0-remove-instead").click();
  await expect.poll(() => (sent.at(-1) as Settings).openingHours.length).toBe(1);
  await alone.close();
});

test("the first hours leave the music as it is, and later ones are for the days that have none", async () => {
  const { alone, page, sent } = await open({
    "GET /api/settings": {
      json: {
        schema: Settings,
        values: { ...values, openingHours: [] },
        withheld: [],
        overridden: [],
        awaitsRestart: [],
        notThere: [],
      },
    },
  });
  await page.getByTestId("openingHours-add").click();
  await expect.poll(() => sent).toEqual([{ openingHours: [{ days: everyDay, from: "00:00", to: "00:00" }] }]);
  await page.getByText("24 hours").waitFor();
  await page.getByTestId("openingHours-0-6").click();
  await page.getByTestId("openingHours-0-0").click();
  await page.getByTestId("openingHours-0-from").fill("08:00");
  await page.getByTestId("openingHours-0-from").press("Enter");
  await page.getByTestId("openingHours-add").click();
  await expect
    .poll(() => sent.at(-1))
    .toEqual({
      openingHours: [
        { days: [1, 2, 3, 4, 5], from: "08:00", to: "00:00" },
        { days: [6, 0], from: "08:00", to: "00:00" },
      ],
    });
  await alone.close();
});

test("a day that is added has no date, and until it has one nothing of it holds nor goes with what else is saved", async () => {
  const { alone, page, sent } = await open();
  const holidays = page.locator("holidays-field");
  await page.getByTestId("holidays-add").click();
  expect(await page.getByTestId("holidays-2-date").inputValue()).toBe("");
  await holidays.getByText("Choose its day: until then none of this is saved.").waitFor();
  await page.getByTestId("holidays-2-hours").click();
  expect(
    await lookAt(page, "settings-no-date", { "1280x800": sizes["1280x800"], phone: sizes.phone }),
  ).toEqual([]);
  // Another day changes meanwhile, another setting does, and a day goes.
  await page.getByTestId("holidays-0-date").fill("2026-12-23");
  await expect.poll(() => sent.length).toBe(1);
  await page.getByTestId("openingHours-0-remove").click();
  await expect.poll(() => sent.length).toBe(2);
  await page.getByTestId("holidays-1-remove").click();
  await expect.poll(() => sent.length).toBe(3);
  const christmasEve = { date: "2026-12-23", open: [{ from: "10:00", to: "14:00" }] };
  expect([sent[0], sent[2]]).toEqual([
    { holidays: [christmasEve, { date: "2026-12-25", open: [] }] },
    { holidays: [christmasEve] },
  ]);
  expect(await page.getByTestId("holidays-1-date").inputValue()).toBe("");
  await page.getByTestId("holidays-1-date").fill("2026-12-31");
  await expect
    .poll(() => sent.at(-1))
    .toEqual({ holidays: [christmasEve, { date: "2026-12-31", open: [{ from: "10:00", to: "14:00" }] }] });
  await holidays.getByText("Choose its day").waitFor({ state: "hidden" });
  expect(await page.getByTestId("holidays-1-date").inputValue()).toBe("2026-12-31");
  await alone.close();
});

test("a day that is added by mistake goes again, and nothing was ever saved of it", async () => {
  const { alone, page, sent } = await open();
  await page.getByTestId("holidays-add").click();
  await page.getByTestId("holidays-2-remove").click();
  await page.getByTestId("holidays-2-date").waitFor({ state: "detached" });
  expect(sent).toEqual([]);
  await alone.close();
});

test("a time holds when it is typed, not with its first digit; where it closes the music that is said", async () => {
  const { alone, page, sent } = await open({
    "PATCH /api/settings": {
      json: { changed: [], needsRestart: [], overridden: [], awaitsRestart: [], notThere: [], closes: true },
    },
  });
  await page.getByTestId("openingHours-0-from").focus();
  await page.keyboard.type("1130", { delay: 50 });
  await page.getByTestId("openingHours-0-from").blur();
  await expect
    .poll(() => page.getByTestId("openingHours-saved").textContent())
    .toBe("Saved. By this it is closed now: the music ends.");
  expect(sent.map((each) => (each as Settings).openingHours[0]?.from)).toEqual(["11:30"]);
  expect(
    await lookAt(page, "settings-closing", { "1280x800": sizes["1280x800"], phone: sizes.phone }),
  ).toEqual([]);
  await page.getByTestId("openingHours-undo").click();
  await expect.poll(() => (sent.at(-1) as Settings).openingHours[0]?.from).toBe("09:00");
  await alone.close();
});

test("where a browser writes times with twelve hours, they stand beside the field as they do everywhere else", async () => {
  const [first] = values.openingHours;
  for (const [locale, beside] of [
    ["en-US", [`${first?.from}–${first?.to}`]],
    ["de-DE", []],
  ] as const) {
    const own = await context.browser()?.newContext({ locale });
    if (own === undefined) throw new Error("There is no browser.");
    const { alone, page } = await open({}, own);
    await page.getByTestId("openingHours-0-from").waitFor();
    const told = page.locator(".entry", { has: page.getByTestId("openingHours-0-from") }).locator(".in-24");
    expect(await told.allTextContents()).toEqual(beside);
    await alone.close();
    await own.close();
  }
});

test("a day that is touched while a time is being typed holds as well as the time", async () => {
  const { alone, page, sent } = await open();
  const first = () => (sent.at(-1) as Settings | undefined)?.openingHours[0];
  const sunday = values.openingHours[0]?.days.includes(0) === true;
  await page.getByTestId("openingHours-0-from").focus();
  await page.keyboard.type("1130", { delay: 50 });
  // As a finger does where a touch leaves the focus alone.
  await page.getByTestId("openingHours-0-0").dispatchEvent("click");
  await expect.poll(() => first()?.from).toBe("11:30");
  expect(first()?.days.includes(0)).toBe(!sunday);
  await alone.close();
});

test("hours that are filled in quick succession all hold, however late the answers come", async () => {
  const { alone, page, sent } = await open();
  await page.route("**/api/settings", async (route) => {
    if (route.request().method() === "PATCH") await new Promise((resolve) => setTimeout(resolve, 900));
    await route.fallback();
  });
  await page.getByTestId("openingHours-0-from").fill("11:30");
  await page.getByTestId("openingHours-0-to").fill("20:45");
  await page.getByTestId("openingHours-0-0").click();
  await page.getByTestId("openingHours-1-from").fill("12:15");
  await page.getByTestId("openingHours-1-0").click();
  await page.getByTestId("openingHours-1-0").click();
  await page.getByTestId("openingHours-1-0").click();
  await page.getByTestId("openingHours-add").click();
  const last = [
    { days: [1, 2, 3, 4, 5, 0], from: "11:30", to: "20:45" },
    { days: [6, 0], from: "12:15", to: "01:00" },
  ];
  await expect
    .poll(() => page.getByTestId("openingHours-saved").textContent(), { timeout: 20_000 })
    .toBe("Saved.");
  expect((sent.at(-1) as Settings).openingHours.slice(0, 2)).toEqual(last);
  expect((sent.at(-1) as Settings).openingHours).toHaveLength(3);
  // What stands in the fields is what was sent last.
  expect(await page.getByTestId("openingHours-0-to").inputValue()).toBe("20:45");
  expect(await page.getByTestId("openingHours-1-0").getAttribute("aria-pressed")).toBe("true");
  await alone.close();
});
