import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppState } from "../../src/protocol/state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { leftInEnglish } from "./left-in-english.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// The kiosk in each of its languages: switched with one touch, nothing cut off or covered, and no English left.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
const upright = { "1080x1920": sizes["1080x1920"] };
/** Written in other letters than English, so that English among them can be found. */
const FOREIGN = { hi: true, ar: true, zh: true };
const APPEARS = { rest: "looks", touched: "six-picks", wishes: "policy-lift", "sign-in": "name" } as const;
const languages = ["en", "de", "fr", "es", "hi", "ar", "zh"] as const;

/** What whoever looks after Mien from another machine compares before they trust it. */
const https = {
  host: "mien.local",
  port: 7374,
  fingerprint: Array.from({ length: 32 }, (_, n) =>
    (0xa7 ^ (n * 37)).toString(16).slice(-2).toUpperCase(),
  ).join(":"),
};

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const api = (url: URL): Told | null => {
  if (url.pathname.endsWith("/cover")) return someCover(url.pathname);
  if (url.pathname === "/api/library/languages")
    return { json: ["en", "fr", "de", "ja"].map((language) => ({ language, tracks: 9 })) };
  if (url.pathname === "/api/library/artists") return { json: [{ name: "Ida Fenn", tracks: 12 }] };
  if (url.pathname === "/api/people/tiles") return { json: { tiles: [] } };
  return url.pathname === "/api/session"
    ? { json: { role: "guest", seat: "kiosk", person: null, secureWay: null } }
    : null;
};

const open = (name: string, change: Partial<AppState>): Promise<PageAlone> => {
  const state = kioskStates[name] ?? expect.fail(`There is no state ${name}.`);
  return PageAlone.open({ context, path: "/", state: { ...state, ...change }, api });
};

/** Of songs and people. */
const names = [
  ...JSON.stringify(kioskStates).matchAll(/"(?:title|name|daypart)":"([^"]+)"|"artists":\["([^\]]+)"\]/g),
]
  .flatMap(([, one, several]) => one ?? several?.split('","') ?? [])
  .concat("Nina Simone", "Ida Fenn");

test.each(languages)(
  "%s: nothing is cut off, covered or out of sight, at rest and touched",
  async (language) => {
    const faults: string[] = [];
    const looks = async (name: string, ...steps: readonly ("rest" | "touched" | "wishes" | "sign-in")[]) => {
      const alone = await open(name, { screenLanguages: [language, "en"], https });
      const { page } = alone;
      await page.locator(`html[lang="${language}"]`).waitFor();
      for (const step of steps) {
        if (step === "touched") await page.getByTestId("touch").click();
        if (step === "wishes") await page.getByTestId("wishes").click();
        if (step === "sign-in") await page.getByTestId("who").click();
        await page.getByTestId(APPEARS[step]).first().waitFor();
        if (step === "sign-in")
          for (const told of ["https://mien.local:7374", https.fingerprint])
            await page.getByTestId("https").getByText(told).waitFor();
        const found = await lookAt(page, `kiosk-${language}-${name}-${step}`, sizes);
        faults.push(...found.map((fault) => `${name}, ${step}: ${fault}`));
        if (language in FOREIGN)
          faults.push(...(await leftInEnglish(page, names)).map((text) => `${name}, ${step}: ${text}`));
      }
      await alone.close();
    };
    await looks("full", "rest", "touched", "wishes", "sign-in");
    await looks("manual", "touched");
    await looks("troubled", "rest");
    for (const name of ["replaced", "emptied"]) await looks(name, "rest");
    expect(faults).toEqual([]);
  },
);

test.each(languages)("%s: upright, the way for phones leaves the dial whole", async (language) => {
  const alone = await open("byPhone", { screenLanguages: [language, "en"] });
  const { page } = alone;
  await page.locator(`html[lang="${language}"]`).waitFor();
  await page.getByTestId("touch").click();
  await page.getByTestId(APPEARS.touched).first().waitFor();
  await page.getByTestId("phone-code-open").waitFor();
  const found = await lookAt(page, `kiosk-${language}-byPhone-touched`, upright);
  expect(found).toEqual([]);
  await alone.close();
});

test("of two languages the other one is a touch away, under its own name", async () => {
  const alone = await open("full", { screenLanguages: ["de", "zh"] });
  const { page } = alone;
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator("html[lang=zh]").waitFor();
  expect(await lookAt(page, "kiosk-two-languages", sizes)).toEqual([]);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.locator("html[lang=de]").waitFor();
  await alone.close();
});

test("more than two are in a list, and the kiosk rests in the owner's language again", async () => {
  const alone = await open("full", { screenLanguages: ["de", "ar", "zh"] });
  const { page } = alone;
  await page.getByText("Antippen und wählen").waitFor();
  await page.getByTestId("languages").click();
  expect(await page.getByTestId("speak-fr").count()).toBe(0);
  await page.getByTestId("speak-ar").click();
  await page.getByTestId("touch").getByText("تم").waitFor();
  expect(await page.evaluate("document.documentElement.dir")).toBe("rtl");
  // Done: what was chosen was for whoever was here.
  await page.getByTestId("touch").click();
  await page.getByText("Antippen und wählen").waitFor();
  expect(await page.evaluate("document.documentElement.dir")).toBe("ltr");
  await alone.close();
});
