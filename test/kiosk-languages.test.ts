import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppState } from "../src/protocol/state.ts";
import { openBrowser } from "./browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// The kiosk in each of its languages: switched with one touch, nothing cut off or covered, and no English left.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
const languages = ["en", "de", "fr", "es", "hi", "ar", "zh"] as const;

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

test.each(languages)(
  "%s: nothing is cut off, covered or out of sight, at rest and touched",
  async (language) => {
    const faults: string[] = [];
    for (const name of ["full", "troubled", "quiet", "manual", "corrected", "besides", "closed"]) {
      const alone = await open(name, { screenLanguages: [language, "en"] });
      const { page } = alone;
      await page.locator(`html[lang="${language}"]`).waitFor();
      const look = async (at: string): Promise<void> => {
        const found = await lookAt(page, `kiosk-${language}-${name}${at}`, sizes);
        faults.push(...found.map((fault) => `${name}${at}: ${fault}`));
      };
      await look("");
      await page.getByTestId("touch").click();
      await page.getByTestId("six-picks").waitFor();
      await look("-touched");
      if (name === "full") {
        await page.getByTestId("wishes").click();
        await page.getByTestId("policy-lift").waitFor();
        await look("-wishes");
        await page.getByTestId("who").click();
        await page.getByTestId("name").waitFor();
        await look("-sign-in");
      }
      await alone.close();
    }
    expect(faults).toEqual([]);
  },
);

test("one touch switches the kiosk, and it rests in the owner's language again", async () => {
  const alone = await open("full", { screenLanguages: ["de", "ar", "zh"] });
  const { page } = alone;
  await page.getByText("Antippen und wählen").waitFor();
  await page.getByTestId("languages").click();
  expect(await page.getByTestId("language-fr").count()).toBe(0);
  await page.getByTestId("language-ar").click();
  await page.getByTestId("touch").getByText("تم").waitFor();
  expect(await page.evaluate("document.documentElement.dir")).toBe("rtl");
  // Done: what was chosen was for whoever was here.
  await page.getByTestId("touch").click();
  await page.getByText("Antippen und wählen").waitFor();
  expect(await page.evaluate("document.documentElement.dir")).toBe("ltr");
  await alone.close();
});
