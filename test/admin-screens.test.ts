import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { someState } from "../src/daemon/testing-state.ts";
import { Settings } from "../src/protocol/settings.ts";
import type { AppState } from "../src/protocol/state.ts";
import { openBrowser } from "./browser.ts";
import { lookAt } from "./look-at.ts";
import { ownerAnswers as answers, hours, model, modelPicture } from "./owner-answers.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { root } from "./running-daemon.ts";

// The owner's pages in the sizes that they are used at: the overview, the history, the model, upkeep, and the notice.

const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(
  path: string,
  told: Record<string, Told | "never"> = {},
  state: Partial<AppState> = {},
): Promise<{ alone: PageAlone; page: Page }> {
  const alone = await PageAlone.open({
    ...{ context, path, state: { ...someState, ...state } as AppState },
    api: ({ pathname, search }) => {
      if (pathname.startsWith("/api/model/pictures/")) return modelPicture(pathname);
      // What comes after is nothing new.
      if (pathname === "/api/logs" && !search.endsWith("after=0") && told[pathname] === undefined)
        return { json: { lines: [] } };
      return told[pathname] ?? answers[pathname] ?? null;
    },
  });
  const { page } = alone;
  await page.setViewportSize(sizes.laptop);
  return { alone, page };
}

test("the overview shows how each part is, what plays, the day's figures and the machine", async () => {
  const { alone, page } = await open("/admin");
  await expect.poll(() => page.getByTestId("version").textContent()).toBe("0.4.0");
  const recent = hours.map((hour) => hour.plays).reduce((a, b) => a + b);
  expect(await page.getByTestId("plays").textContent()).toBe(String(recent));
  expect(await page.getByTestId("heat").textContent()).toBe("58 °C");
  expect(await page.locator("[data-testid^=part-]").count()).toBe(Object.keys(someState.health).length);
  expect(await lookAt(page, "overview", sizes)).toEqual([]);
  await alone.close();
});

test("what is not well is named on the overview, with its cure", async () => {
  const camera = {
    state: "down",
    reason: "camera-unplugged",
    detail: "It is gone.",
    since: 0,
    retryAt: null,
  } as const;
  const { alone, page } = await open("/admin", {}, { health: { ...someState.health, camera } });
  await page.getByTestId("verdict").getByText("One thing needs a look.").waitFor();
  await page.locator("health-notes li[data-component=camera]").waitFor();
  await alone.close();
});

test("the history shows the week's hours, the effect, and each song with why it was chosen; older ones come with a touch", async () => {
  const { alone, page } = await open("/history");
  await page.locator("hour-plot").getByText("songs were played in the last week").waitFor();
  const whys = await page.locator("tbody tr td:nth-child(3)").allTextContents();
  expect(whys.filter((why) => why.trim() === "")).toEqual([]);
  expect(new Set(whys).size).toBe(2);
  expect(await page.getByTestId("plays").first().locator("tr").count()).toBe(50);
  expect(await lookAt(page, "history", sizes)).toEqual([]);
  await page.getByTestId("older").click();
  await expect.poll(() => page.locator("tbody tr").count()).toBe(100);
  await alone.close();
});

test("a history of nothing says so, and one that can't be had says why", async () => {
  const none = { json: { hours: [], plays: [] } };
  const empty = await open("/history", { "/api/history": none, "/api/history/hours": none });
  await empty.page.getByText("Nothing was played yet.").waitFor();
  expect(await lookAt(empty.page, "history-empty", sizes)).toEqual([]);
  await empty.alone.close();
  const down = await open("/history", {
    "/api/history": { status: 503, json: { error: "The disk is full." } },
  });
  await down.page.getByText("The disk is full.").waitFor();
  expect(await lookAt(down.page, "history-down", sizes)).toEqual([]);
  await down.alone.close();
});

test("the log shows its newest lines by how bad they are, and the way to the bundle", async () => {
  const { alone, page } = await open("/upkeep");
  const log = page.getByTestId("log").locator("li");
  await expect.poll(() => log.count()).toBe(40);
  expect(await log.first().textContent()).toContain('{"code":39}');
  expect(await lookAt(page, "upkeep", sizes)).toEqual([]);
  await page.getByTestId("level-error").click();
  await expect.poll(() => log.count()).toBe(5);
  expect(await page.getByTestId("bundle").getAttribute("href")).toBe("/api/support-bundle");
  await alone.close();
});

test("where a file of the model is missing, its page says which and what brings it back", async () => {
  const error = "The file models/report/evaluation.json is missing: install Mien again.";
  const { alone, page } = await open("/model", { "/api/model": { status: 503, json: { error } } });
  await page.getByRole("alert").getByText(error).waitFor();
  expect(await lookAt(page, "model-missing", sizes)).toEqual([]);
  await alone.close();
});

test("the model's page begins with what it must not be used for, and shows figures and pictures", async () => {
  const { alone, page } = await open("/model", { "/api/model": { json: model } });
  await page.getByTestId("must-not").getByText("To judge a person").waitFor();
  expect(await page.getByTestId("files").textContent()).toContain("70.2 %");
  await expect
    .poll(() =>
      page
        .locator("figure img")
        .evaluateAll((all) =>
          all.every((img) => (img as unknown as { naturalWidth: number }).naturalWidth > 0),
        ),
    )
    .toBe(true);
  expect(await lookAt(page, "model", sizes)).toEqual([]);
  await alone.close();
});

test("the notice has the venue's name, says what is kept as the settings have it, and prints a page for each language", async () => {
  const values = { ...(Value.Default(Settings, {}) as Settings), moodHistoryDays: 30 };
  const { alone, page } = await open("/notice", {
    "/api/settings": { json: { schema: Settings, values, overridden: [] } },
  });
  const english = page.getByTestId("notice-en");
  await english.getByText("Café Luna").waitFor();
  await english.getByText("for 30 days the room's mood").waitFor();
  await page.getByTestId("notice-de").getByText("30 Tage lang").waitFor();
  await page.getByTestId("contact").fill("Luna GmbH, Mondweg 1");
  await english.getByText("Luna GmbH, Mondweg 1").waitFor();
  expect(await lookAt(page, "notice", sizes)).toEqual([]);
  expect(pagesOf(await page.pdf())).toBe(2);
  await page.getByTestId("language-de").click();
  expect(pagesOf(await page.pdf({ path: join(root, "screenshots/notice-de.pdf") }))).toBe(1);
  await alone.close();
});

test("where only smiles are read the notice says so", async () => {
  const values = { ...(Value.Default(Settings, {}) as Settings), sensing: "smile" };
  const { alone, page } = await open("/notice", {
    "/api/settings": { json: { schema: Settings, values, overridden: [] } },
  });
  await page.getByTestId("notice-en").getByText("whether people smile").waitFor();
  await page.getByTestId("notice-de").getByText("ob jemand lächelt").first().waitFor();
  await alone.close();
});

test.each([
  ["workplace", "how staff feel", "wie sich Beschäftigte fühlen"],
  ["school", "how pupils feel", "wie Lernende sich fühlen"],
])("in a %s no sign says that faces are read: it says that none are", async (stands, english, german) => {
  const values = { ...(Value.Default(Settings, {}) as Settings), stands };
  const { alone, page } = await open("/notice", {
    "/api/settings": { json: { schema: Settings, values, overridden: [] } },
  });
  await page.getByTestId("no-faces").getByText("the camera stays off and no faces are read").waitFor();
  const sheets = [page.getByTestId("notice-en"), page.getByTestId("notice-de")];
  await page.getByTestId("notice-en").getByRole("heading", { name: "No faces are read here" }).waitFor();
  await page.getByTestId("notice-en").getByText(english).waitFor();
  await page.getByTestId("notice-de").getByText(german).waitFor();
  for (const sheet of sheets)
    expect(await sheet.textContent()).not.toMatch(
      /reads facial|estimates|50\(3\)|liest hier|schätzt|Artikel 50/,
    );
  expect(await lookAt(page, `notice-${stands}`, sizes)).toEqual([]);
  expect(pagesOf(await page.pdf())).toBe(2);
  await alone.close();
});

test("a notice that could not be had is had once it is asked for again", async () => {
  const values = Value.Default(Settings, {});
  const settings: Told = { status: 503, json: { error: "The disk is full." } };
  const { alone, page } = await open("/notice", { "/api/settings": settings });
  await page.getByTestId("again").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=again]:focus").waitFor();
  Object.assign(settings, { status: 200, json: { schema: Settings, values, overridden: [] } });
  await page.keyboard.press("Enter");
  await page.getByTestId("notice-en").waitFor();
  await alone.close();
});

test.each(["/admin", "/history", "/upkeep", "/model"])(
  "%s tells a guest that it is for admins",
  async (path) => {
    const { alone, page } = await open(path, {
      "/api/session": { json: { role: "guest", seat: "phone", person: null, secureWay: null } },
    });
    await page.getByTestId("afar").waitFor();
    await alone.close();
  },
);

test.each(["/admin", "/history", "/upkeep", "/model", "/notice"])(
  "%s is drawn on paper too, where the system asks for light",
  async (path) => {
    const { alone, page } = await open(path, { "/api/model": { json: model } });
    await page.emulateMedia({ colorScheme: "light" });
    await page.locator("h1").waitFor();
    await page.locator("main .panel, main article").first().waitFor();
    expect(await lookAt(page, `light${path.replace("/", "-")}`, sizes)).toEqual([]);
    await alone.close();
  },
);

test("every page leads to every other one, on a phone behind one button", async () => {
  const { alone, page } = await open("/upkeep");
  expect(await page.locator("page-ways nav.wide a").count()).toBe(9);
  await page.setViewportSize(sizes.phone);
  await page.getByTestId("pages").click();
  await page.locator("page-ways details a", { hasText: "Camera" }).waitFor();
  expect(await lookAt(page, "ways", { phone: sizes.phone })).toEqual([]);
  await alone.close();
});

/** As Chromium writes them: one object for each page. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
