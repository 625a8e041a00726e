import type { BrowserContext, Page } from "playwright-core";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SettingInfo, Settings } from "../src/protocol/settings.ts";
import { openBrowser } from "./browser.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

// The settings in every size that they are judged at: each field with its editor, what is saved, and what is refused.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1920x1080": { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} as const;

const languageSizes = { laptop: { width: 1440, height: 900 }, phone: sizes.phone } as const;

/** Chosen with the globe, for this test alone. */
async function speak(page: Page, language: string): Promise<void> {
  await page.setViewportSize(languageSizes.laptop);
  // A setting goes by that name, too.
  await page.locator("language-choice").getByTestId("languages").click();
  await page.getByTestId(`speak-${language}`).click();
  await page.locator(`html[lang=${language}]`).waitFor();
  // All tests share the browser, which would keep it.
  await page.evaluate("localStorage.clear()");
}

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const groups = [
  ...new Set(
    Object.values(Settings.properties as unknown as Record<string, SettingInfo>).map(({ group }) => group),
  ),
];
const everyDay = [1, 2, 3, 4, 5, 6, 0];
/** An owner who has used all of them. */
const values: Settings = {
  ...(Value.Default(Settings, {}) as Settings),
  musicFolders: ["/home/cafe/Music", "/media/usb0/A folder with a name that goes on and on and on"],
  openingHours: [
    { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:30" },
    { days: [6], from: "10:00", to: "01:00" },
  ],
  holidays: [
    { date: "2026-12-24", open: [{ from: "10:00", to: "14:00" }] },
    { date: "2026-12-25", open: [] },
  ],
  temporaryStop: { until: 1_798_000_000_000 },
  quietHours: [{ days: everyDay, from: "22:00", to: "07:00", ceiling: 0.4 }],
  policyByMood: { gloomy: "lift" },
  languages: ["en", "fr"],
  dayparts: [
    {
      ...{ name: "Late evening", days: [5, 6], from: "20:00", to: "02:00", policy: "energise" },
      ...{ affect: { valence: 0.7, arousal: 0.55 }, policyByMood: {}, allowExplicit: null },
      ...{ highestArousal: null, volume: { floor: 0.2, ceiling: 0.7 } },
    },
  ],
};
const backups = {
  ...{ folder: "/media/stick/mien", running: false, nextAt: 1_763_780_400_000 },
  backups: [
    { name: "a", path: "/media/stick/mien/a", at: 1_763_694_000_000, bytes: 41_000_000 },
    { name: "b", path: "/media/stick/mien/b", at: 1_763_607_600_000, bytes: 40_000_000 },
  ],
};
const recovery = {
  recovery: {
    at: 1_763_650_000_000,
    damaged: "/var/lib/mien/set-aside/2026-11-20",
    backupAt: 1_763_607_600_000,
  },
};

interface Asked {
  method: string;
  path: string;
}

async function open(
  told: Record<string, Told> = {},
): Promise<{ alone: PageAlone; page: Page; asked: Asked[]; sent: unknown[] }> {
  const asked: Asked[] = [];
  const sent: unknown[] = [];
  const answers: Record<string, Told> = {
    "GET /api/settings": { json: { schema: Settings, values, overridden: ["port"] } },
    "PATCH /api/settings": { json: { changed: [], needsRestart: [], overridden: [] } },
    "GET /api/session": { json: { role: "admin", seat: "admin", person: null } },
    "GET /api/outputs": { json: { outputs: [{ name: "auto", title: "The machine's own" }] } },
    "GET /api/backups": { json: backups },
    "POST /api/backups": { status: 201, json: backups.backups[0] },
    "GET /api/recovery": { json: recovery },
    "DELETE /api/recovery": { status: 204, body: "" },
    ...told,
  };
  const alone = await PageAlone.open({
    ...{ context, path: "/settings", state: null },
    api: ({ pathname }, method) => {
      asked.push({ method, path: pathname });
      const known = pathname.startsWith("/api/settings/") ? "PATCH /api/settings" : `${method} ${pathname}`;
      return answers[known] ?? null;
    },
  });
  const { page } = alone;
  page.on("request", (request) => {
    if (request.method() === "PATCH") sent.push(request.postDataJSON());
  });
  await page.setViewportSize(sizes["1280x800"]);
  return { alone, page, asked, sent };
}

test("every setting is there with its field, in the group that it belongs to", async () => {
  const { alone, page } = await open();
  await page.locator("setting-row").first().waitFor();
  expect(await page.locator("setting-row").count()).toBe(Object.keys(Settings.properties).length);
  expect(await page.locator("setting-row", { hasText: "changed with curl" }).count()).toBe(0);
  for (const group of groups) await page.getByTestId(`to-${group}`).waitFor();
  await alone.close();
});

test.each(groups)("the group %s looks well", async (group) => {
  const { alone, page } = await open();
  await page.getByTestId(`to-${group}`).click();
  expect(await lookAt(page, `settings-${group.toLowerCase()}`, sizes)).toEqual([]);
  await alone.close();
});

test("a search leaves what it is about", async () => {
  const { alone, page } = await open();
  await page.getByTestId("search").fill("opening hours");
  await expect.poll(() => page.locator("setting-row").count()).toBeLessThan(5);
  await page.getByTestId("openingHours-add").waitFor();
  expect(await lookAt(page, "settings-search", sizes)).toEqual([]);
  await page.getByTestId("search").fill("no such thing");
  await page.getByText("No setting matches.").waitFor();
  await alone.close();
});

test("a change is saved by itself and says so; it is taken back, and goes back to the default", async () => {
  const { alone, page, asked, sent } = await open();
  await page.getByTestId("glideSongs").fill("8");
  await page.getByTestId("glideSongs").press("Enter");
  await expect.poll(() => page.getByTestId("glideSongs-saved").textContent()).toBe("Saved.");
  await page.getByTestId("glideSongs-undo").click();
  await expect.poll(() => page.getByTestId("glideSongs").inputValue()).toBe("6");
  expect(sent).toEqual([{ glideSongs: 8 }, { glideSongs: 6 }]);
  await page.getByTestId("policyByMood-default").click();
  await expect.poll(() => asked.at(-1)).toEqual({ method: "DELETE", path: "/api/settings/policyByMood" });
  await alone.close();
});

test("what does not fit is told beside its field and not sent; a refusal says what the daemon says", async () => {
  const error = "This is for admins: sign in as one.";
  const { alone, page, sent } = await open({ "PATCH /api/settings": { status: 403, json: { error } } });
  await page.getByTestId("crossfadeSeconds").fill("99");
  await page.getByTestId("crossfadeSeconds").press("Enter");
  await expect
    .poll(() => page.getByTestId("crossfadeSeconds-fault").textContent())
    .toBe("This takes 0 to 12.");
  expect(sent).toEqual([]);
  await page.getByTestId("allowExplicit-on").click();
  await expect.poll(() => page.getByTestId("allowExplicit-fault").textContent()).toBe(error);
  await page.getByTestId("allowExplicit-on").scrollIntoViewIfNeeded();
  expect(await lookAt(page, "settings-refused", sizes)).toEqual([]);
  await alone.close();
});

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
  await alone.close();
});

test("a part of the day has its mood, its way and its volume", async () => {
  const { alone, page, sent } = await open();
  await page.getByTestId("dayparts-0-usual").selectOption("calm");
  await page.getByTestId("dayparts-0-policy").selectOption("");
  await page.getByTestId("dayparts-0-volume").selectOption("");
  await expect
    .poll(() => (sent.at(-1) as Settings).dayparts[0])
    .toEqual({
      ...{ name: "Late evening", days: [5, 6], from: "20:00", to: "02:00", policy: null },
      ...{
        affect: { valence: 0.3, arousal: -0.5 },
        policyByMood: {},
        allowExplicit: null,
        highestArousal: null,
      },
    });
  await page.getByTestId("dayparts-add").click();
  await expect.poll(() => (sent.at(-1) as Settings).dayparts.length).toBe(2);
  await alone.close();
});

test("a folder is added with Enter and goes with a touch", async () => {
  const { alone, page, sent } = await open();
  const folders = page.locator("setting-row[data-setting=musicFolders]");
  await folders.getByTestId("new").fill("/srv/music");
  await folders.getByTestId("new").press("Enter");
  await expect.poll(() => (sent.at(-1) as Settings).musicFolders.length).toBe(3);
  await folders.getByTestId("remove").first().click();
  await expect.poll(() => (sent.at(-1) as Settings).musicFolders.at(-1)).toBe("/srv/music");
  await alone.close();
});

test("of the screens' languages the one that was chosen first says that it is there at rest", async () => {
  const { alone, page } = await open();
  const german = page.getByTestId("screenLanguages-de");
  const french = page.getByTestId("screenLanguages-fr");
  await german.click();
  await french.click();
  await expect.poll(async () => (await german.textContent())?.trim()).toBe("German, at rest");
  expect((await french.textContent())?.trim()).toBe("French");
  await page.screenshot({ path: "screenshots/settings-languages.png" });
  await german.click();
  await expect.poll(async () => (await french.textContent())?.trim()).toBe("French, at rest");
  await alone.close();
});

test("a backup is made with a touch, and somebody takes note of a damaged database", async () => {
  const { alone, page, asked } = await open();
  await page.getByTestId("back-up").click();
  await page.getByText("read again from beginning to end").waitFor();
  expect(asked).toContainEqual({ method: "POST", path: "/api/backups" });
  await page.getByTestId("noted").click();
  await expect.poll(() => asked).toContainEqual({ method: "DELETE", path: "/api/recovery" });
  await alone.close();
});

test("a number is read and told as its language writes it, and a refusal is told in the page's words", async () => {
  const error = "This is for admins: sign in as one.";
  const { alone, page, sent } = await open({
    "GET /api/settings": {
      json: { schema: Settings, values: { ...values, moodDwellMs: 500 }, overridden: [] },
    },
    "PATCH /api/settings": { status: 403, json: { error, code: "admins" } },
  });
  await speak(page, "de");
  await expect.poll(() => page.getByTestId("moodDwellMs").inputValue()).toBe("0,5");
  await page.getByTestId("moodDwellMs").fill("1,5");
  await page.getByTestId("moodDwellMs").press("Enter");
  await expect.poll(() => sent.at(-1)).toEqual({ moodDwellMs: 1_500 });
  await expect
    .poll(() => page.getByTestId("moodDwellMs-fault").textContent())
    .toBe("Das ist für Admins: bitte als Admin anmelden.");
  await page.getByTestId("crossfadeSeconds").fill("12,5");
  await page.getByTestId("crossfadeSeconds").press("Enter");
  await page.getByText("Möglich ist 0 bis 12.").waitFor();
  await page.getByTestId("search").fill("öffnungszeiten");
  await page.getByTestId("openingHours-add").waitFor();
  await expect.poll(() => page.locator("setting-row").count()).toBeLessThan(5);
  await alone.close();
});

test.each(["de", "ar", "zh"] as const)(
  "in %s nothing is cut off of all that an owner can fill in",
  async (language) => {
    const { alone, page } = await open();
    await speak(page, language);
    await page.locator("[data-setting=dayparts] summary").click();
    expect(await lookAt(page, `settings-${language}`, languageSizes)).toEqual([]);
    await alone.close();
  },
);

test("from afar it says who may change them, and without a daemon that they could not be loaded", async () => {
  const guest = await open({ "GET /api/session": { json: { role: "guest", seat: "phone", person: null } } });
  await guest.page.getByTestId("afar").waitFor();
  await guest.alone.close();
  const broken = await open({ "GET /api/settings": { status: 503, json: { error: "The disk is full." } } });
  await broken.page.getByText("could not be loaded. The disk is full.").waitFor();
  expect(await lookAt(broken.page, "settings-failed", sizes)).toEqual([]);
  await broken.alone.close();
});
