import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelReport } from "../../src/daemon/http/routes/model-report.ts";
import { Settings } from "../../src/protocol/settings.ts";
import { timeZones } from "../../src/ui/facts/time-zones.ts";
import { openBrowser } from "../browser.ts";
import { root } from "../running-daemon.ts";
import { kioskStates } from "./kiosk-states.ts";
import { leftInEnglish } from "./left-in-english.ts";
import { lookAt } from "./look-at.ts";
import { model, modelPicture, ownerAnswers, plays } from "./owner-answers.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { shot } from "./some-camera.ts";
import { libraryMap, someLibrary, songs } from "./some-library.ts";

// The owner's pages in every language but their own: chosen once with the globe, nothing cut off or covered, and no
// English left. The longest one, one that runs to the left and one without spaces at each size; the others where it is
// narrow, which is where words are too long.

const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** Each page, and what is there once it is drawn. */
const PAGES = {
  admin: "[data-testid=version]",
  library: "[data-testid=song]",
  "library#map": "density-map",
  "library#add": "upload-panel",
  "library#take": "take-section a",
  settings: "[data-setting]",
  camera: "[data-testid=face-1]",
  history: "[data-testid=plays] tr",
  model: "[data-testid=files] td",
  upkeep: "[data-testid=log] li",
  notice: "article",
  people: "people-list",
} as const;

const spoken = {
  ...{ de: sizes, ar: sizes, zh: sizes },
  ...{ fr: { phone: sizes.phone }, es: { phone: sizes.phone }, hi: { phone: sizes.phone } },
} as const;
type Spoken = keyof typeof spoken;
const languages = Object.keys(spoken) as readonly Spoken[];

/** Whose letters are others than English has, so that English among them is seen. */
const OTHER_LETTERS: ReadonlySet<Spoken> = new Set(["ar", "zh", "hi"]);

/** By the values that only names have. */
const names = [
  ...JSON.stringify([kioskStates, songs, plays, ownerAnswers["/api/state"]]).matchAll(
    /"(?:title|name|daypart|album)":"([^"]+)"|"artists":\["([^\]]+)"\]/g,
  ),
]
  .flatMap(([, one, several]) => one ?? several?.split('","') ?? [])
  .concat(
    "HD Pro Webcam C920",
    "Acme Reader",
    "Hollow Coast",
    "Ida Fenn",
    "MUSIC",
    "Album/Broken.mp3",
    model.version,
  )
  .concat(libraryMap.moods.flatMap(({ genres }) => genres))
  .concat(timeZones(null).map(({ text }) => text));

/** What is written as it stands in every language: values, keys, arguments, tags, units, the law's paragraph, who is cited. */
const AS_IT_STANDS = [
  ...[
    "auto",
    "alt2",
    "default",
    "newest",
    "http",
    "rtsp://NAME:PASSWORD@HOST/PATH",
    "mien.fritz.box",
    ".local",
  ],
  ...[
    "Shift",
    "Delete",
    "Ctrl",
    "sudo",
    "keys",
    "lsusb",
    "docs/cards.md",
    "EIO",
    "HTTP",
    "MJPEG",
    "ReplayGain",
    "R128",
    "Sound Check",
    "dB",
    "(f)",
  ],
  ...["plays-", "-to-", ".csv", "Barrett et al.", "Rhue", "FER-2013"],
];

/** As the model's card says it, which ships. */
const { mustNot, cannot } = await modelReport(join(root, "models"));

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const library = someLibrary();
const told: Readonly<Record<string, Told>> = {
  ...ownerAnswers,
  "/api/model": { json: { ...model, mustNot, cannot } },
  "/api/camera/preview": shot(),
  "/api/camera/devices": {
    json: { devices: [{ source: "/dev/v4l/by-id/usb-Cam-video-index0", name: "HD Pro Webcam C920" }] },
  },
  "/api/outputs": { json: { outputs: [] } },
  "/api/people": { json: { people: [] } },
  "/api/readers": { json: { readers: [{ id: "1234:5678", name: "Acme Reader", types: true, as: null }] } },
};

async function open(
  path: string,
  here: Readonly<Record<string, Told>> = {},
): Promise<{ alone: PageAlone; page: Page }> {
  const full = kioskStates.full ?? expect.fail("There is no full state.");
  const alone = await PageAlone.open({
    ...{ context, path: `/${path}` },
    state: { ...full, screenLanguages: [], camera: { ...full.camera, looking: true, kind: "v4l2" } },
    api: (url, method) => {
      const { pathname, search } = url;
      if (pathname.startsWith("/api/model/pictures/")) return modelPicture(pathname);
      if (pathname === "/api/logs" && !search.endsWith("after=0")) return { json: { lines: [] } };
      return here[pathname] ?? library(url, method) ?? told[pathname] ?? null;
    },
  });
  await alone.page.setViewportSize(sizes.laptop);
  return { alone, page: alone.page };
}

async function speak(page: Page, language: Spoken): Promise<void> {
  await page.locator("language-choice").getByTestId("languages").click();
  await page.getByTestId(`speak-${language}`).click();
  await page.locator(`html[lang=${language}]`).waitFor();
}

test("the globe is reached by keys, and what was chosen holds on the other pages and in the browser's tab", async () => {
  const { alone, page } = await open("admin");
  await page.locator("language-choice").getByTestId("languages").focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("speak-ar").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.title()).toBe("نظرة عامة · Mien");
  expect(await page.evaluate("document.documentElement.dir")).toBe("rtl");
  await alone.close();
  const other = await open("upkeep");
  await expect.poll(() => other.page.title()).toBe("الصيانة · Mien");
  await other.alone.close();
});

/** What is cut off, covered or left in English, in any of them. */
async function faultsIn(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const language of languages) {
    await speak(page, language);
    const found = await lookAt(page, `owner-${language}-${name}`, spoken[language]);
    faults.push(...found.map((fault) => `${language}: ${fault}`));
    if (OTHER_LETTERS.has(language))
      faults.push(
        ...(await leftInEnglish(page, [...names, ...AS_IT_STANDS])).map(
          (text) => `${language}: ${text.trim()}`,
        ),
      );
    await page.setViewportSize(sizes.laptop);
  }
  return faults;
}

test.each(Object.entries(PAGES))(
  "%s: in each of them nothing is cut off or covered, and no English is left",
  async (path, drawn) => {
    const { alone, page } = await open(path);
    await page.locator(drawn).first().waitFor();
    expect(await faultsIn(page, path.replace("#", "-"))).toEqual([]);
    await alone.close();
  },
);

test("on a phone no day's name below the plot touches the next one's, however long a language's are", async () => {
  const { alone, page } = await open("history");
  for (const language of languages) {
    await page.setViewportSize(sizes.laptop);
    await speak(page, language);
    await page.setViewportSize(sizes.phone);
    const names = page.locator("hour-plot .days span").filter({ visible: true });
    await expect.poll(() => names.count()).toBeGreaterThanOrEqual(7);
    const boxes = (await Promise.all((await names.all()).map((name) => name.boundingBox())))
      .map((box) => box ?? expect.fail("It is not drawn."))
      .toSorted((one, other) => one.x - other.x);
    for (const [n, { x, width }] of boxes.slice(0, -1).entries())
      expect(boxes[n + 1]?.x, `${language}, ${n}`).toBeGreaterThan(x + width + 2);
  }
  await alone.close();
});

test("on the kiosk's own screen the search field has room for what can be searched for", async () => {
  const { alone, page } = await open("library");
  await speak(page, "de");
  await page.setViewportSize({ width: 800, height: 480 });
  const room = await page.locator("song-filter input").evaluate(
    new Function(
      "field",
      `const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      const drawn = new OffscreenCanvas(1, 1).getContext("2d");
      drawn.font = font;
      const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
      return field.clientWidth - padding - drawn.measureText(field.placeholder).width;`,
    ) as (field: unknown) => number,
  );
  expect(room).toBeGreaterThanOrEqual(0);
  await alone.close();
});

const clone = {
  ...{ version: "0.4.0", clone: "/home/ada/mien", dataFolder: "/srv/mien-data", lastUpdate: null },
  startedWith: ["--camera", "CAMERA"],
};
const school = { ...(Value.Default(Settings, {}) as Settings), stands: "school" };

test.each([
  ["upkeep", "in a clone", "[data-testid=updating]", { "/api/about": { json: clone } }],
  ["notice", "in a school", "[data-testid=no-faces]", { "/api/settings": { json: { values: school } } }],
])("%s %s says what is so there in each of them, too", async (path, where, drawn, here) => {
  const { alone, page } = await open(path, here);
  await page.locator(drawn).waitFor();
  expect(await faultsIn(page, `${path}-${where.replaceAll(" ", "-")}`)).toEqual([]);
  await alone.close();
});

test.each([
  ["must-not", mustNot.length],
  ["cannot", cannot.length],
])(
  "what the model's card says (%s) is said in each of them, sentence by sentence",
  async (section, count) => {
    const { alone, page } = await open("model");
    for (const language of languages) {
      await speak(page, language);
      const told = page.getByTestId(section).locator("p");
      await expect.poll(() => told.count()).toBe(count);
      expect(await page.getByTestId(section).locator("[lang]").allTextContents()).toEqual([]);
      // The drawings' own words are the model's, and English.
      expect(await page.getByTestId("drawn-in").count()).toBe(1);
    }
    await alone.close();
  },
);
