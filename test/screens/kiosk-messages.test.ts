import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// What stands on the kiosk for a moment: messages, the answer to why, a volume of nothing.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "1024x600": { width: 1024, height: 600 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
const atKiosk = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const full = kioskStates.full ?? expect.fail("There is no such state.");

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(language: "en" | "de" | "ar" = "en"): Promise<PageAlone> {
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, screenLanguages: [language] } },
    api: ({ pathname }) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      return pathname === "/api/session" ? { json: atKiosk } : null;
    },
  });
  await alone.page.locator(`html[lang="${language}"]`).waitFor();
  await alone.page.getByTestId("title").waitFor();
  return alone;
}

const settled = (page: Page) =>
  page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))");

/** What can be read and lies below the message, wholly or in part; runs in the page. */
const READ_BELOW = `(() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
  const every = all(document);
  const toast = every.find((each) => each.matches(".toast"));
  const over = toast.getBoundingClientRect();
  const name = (each) => each.localName + ": " + each.textContent.trim().slice(0, 40);
  const isRead = (each) => {
    if (each === toast || toast.contains(each) || !each.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    for (let at = each; at; at = at.assignedSlot ?? at.parentNode ?? at.host)
      if (at instanceof Element && (getComputedStyle(at).opacity === "0" || getComputedStyle(at).clipPath === "inset(50%)")) return false;
    return each.localName !== "style" && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  };
  const within = over.left >= 0 && over.top >= 0 && over.right <= innerWidth && over.bottom <= innerHeight;
  return [
    ...(within ? [] : ["the message leaves the screen"]),
    ...(toast.scrollHeight > toast.clientHeight + 1 ? ["the message is cut off"] : []),
    ...every.filter((each) => {
      if (!isRead(each)) return false;
      const box = each.getBoundingClientRect();
      return Math.min(box.right, over.right) - Math.max(box.left, over.left) > 2 && Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top) > 2;
    }).map(name),
  ];
})()`;

test.each(["de", "ar"] as const)("%s: no message lies on anything that is read", async (language) => {
  const alone = await open(language);
  const { page } = alone;
  const name = "Maximiliane Konstantinopolska";
  for (const way of ["rest", "touched"] as const) {
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      if (way === "touched") await page.getByTestId("touch").click();
      alone.tap({ type: "out", name });
      const said = page.locator("said-toast").getByText(name);
      await said.waitFor();
      await settled(page);
      await page.screenshot({ path: `screenshots/kiosk-said-${way}-${language}-${size}.png` });
      expect(await page.evaluate(READ_BELOW), `${way}, ${size}`).toEqual([]);
      await page.evaluate(
        `document.querySelector("mien-app").shadowRoot.querySelector("said-toast").dispatchEvent(new Event("mien-forgotten"))`,
      );
      await said.waitFor({ state: "detached" });
      alone.refuse("there is no such song here any more");
      await page.locator("rejection-toast .toast").waitFor();
      await settled(page);
      await page.screenshot({ path: `screenshots/kiosk-refused-${way}-${language}-${size}.png` });
      expect(await page.evaluate(READ_BELOW), `${way}, ${size}, refused`).toEqual([]);
      await page.locator("rejection-toast .toast").waitFor({ state: "detached" });
      if (way === "touched") await page.getByTestId("touch").click();
    }
  }
  await alone.close();
});

test.each(["de", "ar"] as const)(
  "%s: in the sheet for signing in its title stays to be read",
  async (language) => {
    const alone = await open(language);
    const { page } = alone;
    const name = "Ömer";
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.getByTestId("touch").click();
      await page.getByTestId("who").click();
      await page.getByTestId("people-close").waitFor();
      alone.tap({ type: "out", name });
      await page.locator("said-toast").getByText(name).waitFor();
      expect(await lookAt(page, `kiosk-said-sheet-${language}`, { [size]: viewport })).toEqual([]);
      expect(await page.evaluate(READ_BELOW), size).not.toContain("the message leaves the screen");
      const [title, said] = await Promise.all(
        [page.locator("people-dialog h2"), page.locator("said-toast .toast")].map((each) =>
          each.boundingBox(),
        ),
      );
      if (!title || !said) expect.fail("There is no title or no message.");
      const beside = title.x + title.width <= said.x || said.x + said.width <= title.x;
      expect(beside, size).toBe(true);
      await page.getByTestId("people-close").click();
      await page.getByTestId("touch").click();
    }
    await alone.close();
  },
);

test.each(["en", "de", "ar"] as const)(
  "%s: while the controls are there, why this song is a touch away, by finger and by key",
  async (language) => {
    const alone = await open(language);
    const { page } = alone;
    const why = page.getByTestId("why");
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.getByTestId("touch").click();
      const ask = page.getByTestId("ask-why");
      await ask.click();
      await page.screenshot({ path: `screenshots/kiosk-why-asked-${language}-${size}.png` });
      const box = (await why.boundingBox()) ?? expect.fail("The reason is not there.");
      expect(box.width, size).toBeGreaterThan(150);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
      expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
      const lies = await page.evaluate(
        `document.elementFromPoint(${box.x + box.width / 2}, ${box.y + box.height / 2})?.shadowRoot?.elementFromPoint(${box.x + box.width / 2}, ${box.y + box.height / 2})?.localName`,
      );
      expect(lies, `${size}: nothing lies over it`).toBe("now-playing");
      // A touch elsewhere takes it away, and one on the title asks as well.
      const expanded = (is: string) => expect.poll(() => ask.getAttribute("aria-expanded")).toBe(is);
      await page.locator(".head h2").click();
      await expanded("false");
      await page.getByTestId("title").click();
      await expanded("true");
      await page.getByTestId("title").click();
      await expanded("false");
      await ask.focus();
      await page.keyboard.press("Enter");
      await expanded("true");
      await page.keyboard.press("Escape");
      await expanded("false");
      expect(await page.getByTestId("touch").getAttribute("aria-expanded")).toBe("true");
      await page.getByTestId("touch").click();
    }
    await alone.close();
  },
);

test("a volume of nothing is seen at rest, and gone as soon as there is any", async () => {
  const alone = await open("de");
  const { page } = alone;
  const mark = page.getByTestId("demo").getByText("stumm geschaltet");
  alone.push({ player: { ...full.player, volume: 0 } });
  await mark.waitFor();
  expect(await lookAt(page, "kiosk-muted", sizes)).toEqual([]);
  alone.push({ player: { ...full.player, volume: 0.05 } });
  await mark.waitFor({ state: "detached" });
  await alone.close();
});

test.each(["en", "ar", "de", "es", "fr", "hi", "zh"] as const)(
  "%s: the volume has room for a finger to aim in on the smallest screen",
  async (language) => {
    const alone = await open(language as "en");
    const { page } = alone;
    await page.setViewportSize(sizes["800x480"]);
    await page.getByTestId("touch").click();
    const slider = page.getByTestId("volume");
    await slider.waitFor();
    await settled(page);
    expect((await slider.boundingBox())?.width).toBeGreaterThanOrEqual(180);
    expect(await lookAt(page, `kiosk-volume-${language}`, { "800x480": sizes["800x480"] })).toEqual([]);
    await alone.close();
  },
);
