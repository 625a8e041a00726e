import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SettingInfo, Settings } from "../../src/protocol/settings.ts";
import { openBrowser } from "../browser.ts";
import { lookAt } from "./look-at.ts";
import type { Told } from "./pages-alone.ts";
import { openSettings, sizes, values } from "./settings-alone.ts";

// The settings in every size that they are judged at: each field with its editor, what is saved, and what is refused.

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

const open = (told?: Record<string, Told>) => openSettings(context, told);

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
  await page.locator(".note").getByText("No setting matches.").waitFor();
  await alone.close();
});

test("how many a search found is told to whoever does not see it, once they have typed on no more", async () => {
  const { alone, page } = await open();
  const rows = page.locator("setting-row");
  const found = page.getByRole("status").and(page.getByTestId("found"));
  await rows.first().waitFor();
  expect(await found.textContent()).toBe("");
  await page.evaluate(`
    window.told = [];
    const found = document.querySelector("mien-settings").shadowRoot.querySelector("[data-testid=found]");
    new MutationObserver(() => found.textContent && told.push(found.textContent)).observe(found, {
      ...{ childList: true, characterData: true, subtree: true },
    });
  `);
  await page.getByTestId("search").pressSequentially("volume");
  await expect.poll(() => found.textContent()).toBe(`${await rows.count()} settings found.`);
  await page.getByTestId("search").pressSequentially("qqq");
  await expect.poll(() => found.textContent()).toBe("No setting matches.");
  expect(await page.evaluate("told.length")).toBe(2);
  await page.getByTestId("search").fill("");
  await expect.poll(() => found.textContent()).toBe("");
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

test("the place is called otherwise where it says where Mien stands, and never nothing", async () => {
  const { alone, page, sent } = await open();
  const place = page.locator("[data-group=Place]").getByTestId("placeName");
  await place.fill("");
  await place.press("Enter");
  await expect.poll(() => page.getByTestId("placeName-fault").textContent()).toBe("This may not be empty.");
  await place.fill("Café Luna");
  await place.press("Enter");
  await expect.poll(() => page.getByTestId("placeName-saved").textContent()).toBe("Saved.");
  await page.getByTestId("placeName-undo").click();
  await expect.poll(() => sent).toEqual([{ placeName: "Café Luna" }, { placeName: "Mien" }]);
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

test("who is asked to compare the certificate's fingerprint finds it by searching for it, in any language", async () => {
  const fingerprint = Array.from({ length: 32 }, (_, at) => at.toString(16).padStart(2, "0")).join(":");
  const { alone, page } = await open({
    "GET /api/settings": {
      json: {
        ...{ schema: Settings, withheld: [], overridden: [], awaitsRestart: [], notThere: [] },
        values: { ...values, openToNetwork: true },
      },
    },
    "GET /api/state": { json: { https: { host: "mien.local", port: 7374, fingerprint } } },
  });
  const found = async (words: string) => {
    await page.getByTestId("search").fill(words);
    await expect.poll(() => page.locator("setting-row").count()).toBe(1);
    return page.locator("[data-setting=httpsPort]").getByTestId("https").textContent();
  };
  expect((await found("fingerprint"))?.replace(/\s/g, "")).toContain(fingerprint);
  expect(await lookAt(page, "settings-fingerprint", sizes)).toEqual([]);
  await found("certificate");
  await speak(page, "de");
  await found("Fingerabdruck");
  await alone.close();
});

test("the card readers lead to whose card is whose", async () => {
  const { alone, page } = await open();
  await page.getByTestId("search").fill("card readers");
  expect(await page.getByTestId("to-cards").getAttribute("href")).toBe("/people");
  await alone.close();
});

test("the opening hours have a group of their own, near the top, and are found by every word of theirs", async () => {
  const { alone, page } = await open();
  expect(groups.indexOf("Hours")).toBe(1);
  const hours = page.locator("[data-group=Hours] setting-row");
  const names = ["openingHours", "holidays", "temporaryStop"];
  const shown = () => hours.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-setting")));
  await hours.first().waitFor();
  expect(await shown()).toEqual(names);
  for (const words of ["opening hours", "hours", "closed for now", "holidays"]) {
    await page.getByTestId("search").fill(words);
    await expect.poll(() => page.locator("[data-group]").first().getAttribute("data-group")).toBe("Hours");
  }
  await alone.close();
});

test("a time zone is chosen by its city, which may be typed, and UTC is one of them", async () => {
  const { alone, page, sent } = await open();
  const zones = page.getByTestId("timeZone");
  await zones.locator('option[value="Asia/Katmandu"]').waitFor({ state: "attached" });
  await zones.focus();
  await page.keyboard.type("Kat");
  await page.keyboard.press("Enter");
  await expect.poll(() => sent.at(-1)).toEqual({ timeZone: "Asia/Katmandu" });
  await zones.selectOption("UTC");
  await expect.poll(() => sent.at(-1)).toEqual({ timeZone: "UTC" });
  const parts = await zones
    .locator("optgroup")
    .evaluateAll((all) => all.map((one) => one.getAttribute("label")));
  expect(parts).toEqual(parts.toSorted());
  expect(await zones.locator("> option").allTextContents()).toEqual(["The machine's own", "UTC"]);
  await alone.close();
});

test("what the network waits for has the way to a new start beside it, after a reload too", async () => {
  const told = { schema: Settings, values, withheld: [], overridden: [], awaitsRestart: [], notThere: [] };
  const { alone, page, asked } = await open({
    "GET /api/settings": { json: { ...told, awaitsRestart: ["openToNetwork"] } },
    "GET /api/about": { json: { service: true, startedAt: 1 } },
    "POST /api/restart": { status: 202, json: {} },
  });
  const row = page.locator("[data-setting=openToNetwork]");
  await row.getByTestId("restart").waitFor();
  expect(await page.getByTestId("restart").count()).toBe(1);
  expect(await lookAt(page, "settings-restart", languageSizes)).toEqual([]);
  await row.getByTestId("restart").click();
  await row.getByText("some seconds, in which nothing plays").waitFor();
  await row.getByTestId("restart-sure").scrollIntoViewIfNeeded();
  expect(await lookAt(page, "settings-restart-sure", languageSizes)).toEqual([]);
  await row.getByTestId("restart-later").click();
  await row.getByTestId("restart").click();
  expect(asked).not.toContainEqual({ method: "POST", path: "/api/restart" });
  // Whoever touches twice starts it again once.
  await row.getByTestId("restart-sure").evaluate((sure: { click(): void }) => {
    sure.click();
    sure.click();
  });
  await row.getByText("Mien starts again.").waitFor();
  const restarts = asked.filter(({ method, path }) => method === "POST" && path === "/api/restart");
  expect(restarts).toHaveLength(1);
  await alone.close();
});

test("whoever comes for one setting by the address finds it there, with the focus in its field", async () => {
  const speakers = [
    { name: "auto", title: "Autoselect device", kind: null },
    { name: "alsa/sysdefault:CARD=PCH", title: "HDA Intel PCH", kind: "analogue" },
    { name: "null", title: "No sound", kind: null },
  ];
  const chosen = { ...values, output: "alsa/sysdefault:CARD=PCH" };
  const { alone, page } = await open({
    "GET /api/settings": {
      json: {
        schema: Settings,
        values: chosen,
        withheld: [],
        overridden: [],
        awaitsRestart: [],
        notThere: [],
      },
    },
    "GET /api/outputs": { json: { outputs: speakers } },
  });
  await page.goto(`${new URL(page.url()).origin}/model`);
  await page.goto(`${new URL(page.url()).origin}/settings#output`);
  const row = page.locator("[data-setting=output]");
  await expect.poll(() => row.locator("select:focus").count()).toBe(1);
  expect(await row.locator("option").allTextContents()).toEqual([
    ...["Whichever the machine uses", "Headphone or line socket: HDA Intel PCH", "No sound"],
  ]);
  expect(await row.locator(".detail").textContent()).toBe("alsa/sysdefault:CARD=PCH");
  expect(await lookAt(page, "settings-speaker", languageSizes)).toEqual([]);
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

test("a folder that is refused goes back to where it was typed, and the next one is saved without it", async () => {
  const error = "Say the whole path, from / on.";
  const { alone, page, sent } = await open({ "PATCH /api/settings": { status: 400, json: { error } } });
  const folders = page.locator("setting-row[data-setting=musicFolders]");
  await folders.getByTestId("new").fill("~/Music");
  await folders.getByTestId("new").press("Enter");
  await expect.poll(() => page.getByTestId("musicFolders-fault").textContent()).toBe(error);
  await expect.poll(() => folders.getByTestId("new").inputValue()).toBe("~/Music");
  expect(await folders.getByTestId("remove").count()).toBe(2);
  await folders.getByTestId("new").fill("/srv/music");
  await folders.getByTestId("new").press("Enter");
  await expect.poll(() => (sent.at(-1) as Settings).musicFolders).toHaveLength(3);
  expect((sent.at(-1) as Settings).musicFolders).not.toContain("~/Music");
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

test("another folder for backups lists the copies that lie there, or says that it is not there", async () => {
  const known = {
    ...{ folder: "/media/stick/mien", running: false, nextAt: null, backups: [] },
    ...{ missing: null as string | null, because: null },
  };
  const { alone, page, asked } = await open({ "GET /api/backups": { json: known } });
  const panel = page.locator("backup-panel");
  await panel.getByText("/media/stick/mien").waitFor();
  known.folder = "/var/lib/mien/backups";
  const field = page.locator("setting-row[data-setting=backupFolder] input").first();
  await field.fill("/var/lib/mien/backups");
  await field.press("Enter");
  await panel.getByText("/var/lib/mien/backups").waitFor();
  known.missing = "The folder for backups /mnt/none is not there.";
  await field.fill("/mnt/none");
  await field.press("Enter");
  await panel.getByTestId("backups-missing").getByText("/mnt/none").waitFor();
  expect(await panel.getByText("They lie in").count()).toBe(0);
  expect(asked).toContainEqual({ method: "PATCH", path: "/api/settings" });
  await alone.close();
});

test("a number is read and told as its language writes it, and a refusal is told in the page's words", async () => {
  const error = "This is for admins: sign in as one.";
  const { alone, page, sent } = await open({
    "GET /api/settings": {
      json: {
        schema: Settings,
        values: { ...values, moodDwellMs: 500 },
        withheld: [],
        overridden: [],
        awaitsRestart: [],
        notThere: [],
      },
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

test("from afar it says who may change and who may see them, and without a daemon that they could not be loaded", async () => {
  const withheld = ["musicFolders"];
  const { musicFolders: _, ...told } = values;
  const guest = await open({
    "GET /api/session": { json: { role: "guest", seat: "phone", person: null } },
    "GET /api/settings": {
      json: { schema: Settings, values: told, withheld, overridden: [], awaitsRestart: [], notThere: [] },
    },
  });
  await guest.page.getByTestId("afar").waitFor();
  const row = guest.page.locator("[data-setting=musicFolders]");
  await row.getByTestId("musicFolders-withheld").scrollIntoViewIfNeeded();
  expect(await row.locator("button, input").count()).toBe(0);
  expect(await lookAt(guest.page, "settings-withheld", sizes)).toEqual([]);
  await guest.alone.close();
  const broken = await open({ "GET /api/settings": { status: 503, json: { error: "The disk is full." } } });
  await broken.page.getByText("could not be loaded. The disk is full.").waitFor();
  expect(await lookAt(broken.page, "settings-failed", sizes)).toEqual([]);
  await broken.alone.close();
});

test("a folder kept during a run that goes by another one is shown beside that, and one more is added to it", async () => {
  const { alone, page, sent } = await open({
    "GET /api/settings": {
      json: {
        ...{ schema: Settings, values: { ...values, musicFolders: ["/srv/tried"] }, withheld: [] },
        ...{ overridden: ["musicFolders"], saved: { musicFolders: ["/home/cafe/Music"] } },
        ...{ awaitsRestart: [], notThere: [] },
      },
    },
  });
  const row = page.locator("[data-setting=musicFolders]");
  await row.getByText("/home/cafe/Music").waitFor();
  await row.getByTestId("musicFolders-overridden").getByText("/srv/tried").waitFor();
  expect(await row.getByTestId("remove").count()).toBe(1);
  await row.getByTestId("new").fill("/media/usb0");
  await row.getByTestId("add").click();
  await expect.poll(() => sent).toEqual([{ musicFolders: ["/home/cafe/Music", "/media/usb0"] }]);
  await row.scrollIntoViewIfNeeded();
  expect(await lookAt(page, "settings-overridden", languageSizes)).toEqual([]);
  await alone.close();
});

test("a music folder that is not there is named beside what was saved, and one new start serves all that wait", async () => {
  const musicFolders = ["/srv/musik", "/media/usb0/Lieder"];
  const told = { schema: Settings, values: { ...values, musicFolders }, withheld: [], overridden: [] };
  const { alone, page } = await open({
    "GET /api/settings": {
      json: { ...told, awaitsRestart: ["openToNetwork", "httpsPort"], notThere: ["/srv/musik"] },
    },
    "PATCH /api/settings": {
      json: { changed: [], needsRestart: [], overridden: [], awaitsRestart: [], notThere: [], closes: false },
    },
    "GET /api/about": { json: { service: true, startedAt: 1 } },
  });
  const warning = page.getByTestId("musicFolders-not-there");
  await warning.getByText("/srv/musik").waitFor();
  await page.getByTestId("restart").waitFor();
  expect(await page.getByTestId("restart").count()).toBe(1);
  await warning.scrollIntoViewIfNeeded();
  expect(await lookAt(page, "settings-not-there", languageSizes)).toEqual([]);
  await page.locator("[data-setting=musicFolders]").getByTestId("remove").first().click();
  await warning.waitFor({ state: "detached" });
  await alone.close();
});
