import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { lookAt } from "./look-at.ts";
import { openOwnerPage, ownerPages } from "./owner-alone.ts";
import type { Told } from "./pages-alone.ts";

// Each of the owner's pages, with each of the things that it asks for refused: it says why, and has a way to try again.

const reason = "There is no room on the disk. Make some.";
const refusal: Told = { status: 503, json: { error: reason } };

/** While a stick is copied nobody is asked for another one. */
const idle: Readonly<Record<string, Told>> = { "/api/library/copies": { json: { state: "idle" } } };

/** What a page can do without, or asks for again by itself. */
const GOES_ON = [
  // A cover that is not there is drawn; a plot has its words beside it.
  ...[/\/cover$/, /^\/api\/model\/pictures\//],
  // Where nobody has set Mien up a line says so; where that can't be asked there is no line.
  /^\/api\/setup$/,
  // Asked for five times a second.
  /^\/api\/camera\/preview$/,
];

const sizes = { laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

/** Until nothing new was asked for between two looks; not until the network is idle, which a camera's page never is. */
async function nothingNew(asked: ReadonlySet<string>): Promise<void> {
  let before = -1;
  await expect
    .poll(
      () => {
        const isNew = asked.size !== before;
        before = asked.size;
        return isNew;
      },
      { interval: 300 },
    )
    .toBe(false);
}

const paths = Object.keys(ownerPages) as (keyof typeof ownerPages)[];

/** With what each of them asks for answered so: all of it, in both sizes. */
async function faultsWith(path: (typeof paths)[number], answer: Told | "never", name: string) {
  const told = new Proxy<Record<string, Told | "never">>(
    {},
    { get: (_, asked) => (GOES_ON.some((each) => each.test(String(asked))) ? undefined : answer) },
  );
  const alone = await openOwnerPage(context, path, told);
  await alone.page.locator("main, article, h1").first().waitFor();
  if (answer !== "never") await alone.page.getByText(reason).first().waitFor();
  const faults = await lookAt(alone.page, `owner-${name}-${path.replace("#", "-")}`, sizes);
  await alone.close();
  return faults;
}

test.each(paths)(
  "/%s is whole while nothing is answered yet, and where everything is refused",
  async (path) => {
    expect(await faultsWith(path, "never", "loading")).toEqual([]);
    expect(await faultsWith(path, refusal, "refused")).toEqual([]);
  },
);

test.each(paths)(
  "/%s says what it could not have, whatever that is, and why, and has it once it is asked again",
  async (path) => {
    const asked = new Set<string>();
    const listen = (page: Page) =>
      page.on("request", (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith("/api/") && !GOES_ON.some((each) => each.test(pathname))) asked.add(pathname);
      });
    context.once("page", listen);
    const told: Record<string, Told> = { ...idle };
    const alone = await openOwnerPage(context, path, told);
    const { page } = alone;
    await page.locator(ownerPages[path]).first().waitFor();
    await nothingNew(asked);
    expect(asked.size).toBeGreaterThan(0);
    const said = page.getByText(reason).filter({ visible: true });
    const again = page.locator("[data-testid$=again]").filter({ visible: true });
    for (const each of [...asked]) {
      // Whether it is Mien's own screen, which the page finds out by itself, and nothing on it waits for that.
      if (path === "notice" && each === "/api/session") continue;
      const usual = told[each];
      told[each] = refusal;
      await page.reload();
      await expect.poll(() => said.count(), { message: `${each}: why` }).toBeGreaterThan(0);
      if (usual === undefined) delete told[each];
      else told[each] = usual;
      await expect
        .poll(
          async () => {
            if ((await said.count()) === 0) return true;
            // At once or not at all: what was refused may come by itself, and no button is left to wait for.
            await again.evaluateAll((buttons: readonly unknown[]) =>
              (buttons as readonly { click(): void }[])[0]?.click(),
            );
            return false;
          },
          { message: `${each}: again` },
        )
        .toBe(true);
    }
    await alone.close();
  },
);
