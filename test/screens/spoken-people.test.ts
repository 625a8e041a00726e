import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../src/protocol/people.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";

// What a screen reader would say to somebody who signs in or registers at the kiosk: see docs/accessibility.md.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const nobody: Session = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const berta = { id: "b", name: "Berta", role: "member", onTile: false, named: false };
const wishes = { languages: [], artists: [], policy: null };

/** The sheet of whoever is there; it is nobody's any more once they make room. */
async function open(person: object | null): Promise<PageAlone> {
  const state = { ...(kioskStates.full ?? expect.fail("There is no such state.")), stands: "home" as const };
  let session: object = { ...nobody, person: person && { ...person, wishes, hasPin: true } };
  const alone = await PageAlone.open({
    ...{ context, path: "/", state },
    api: ({ pathname }, method) => {
      if (pathname === "/api/people/tiles") return { json: { tiles: [] } };
      if (pathname === "/api/people/name") return { status: 204 };
      if (pathname !== "/api/session") return null;
      if (method === "DELETE") session = nobody;
      return method === "GET" ? { json: session } : { status: 204 };
    },
  });
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("who").click();
  await alone.page.locator("people-dialog dialog:modal").waitFor();
  return alone;
}

test("no digit of a PIN is said aloud, and what is asked for is said, the second time as well", async () => {
  const alone = await open(null);
  const { page } = alone;
  await page.getByTestId("name").fill("Ada");
  await page.getByTestId("register").click();
  await page.getByTestId("register-next").click();
  const field = page.locator("pin-pad input");
  const told = page.locator("pin-pad").getByRole("status");
  await told.getByText("Choose a PIN of 4 to 8 digits").waitFor({ state: "attached" });
  expect(await field.getAttribute("type")).toBe("password");
  // The browser offers neither to keep it nor one that it kept, and no other keys than the pad's come.
  expect(await field.getAttribute("autocomplete")).toBe("one-time-code");
  await field.click();
  expect(await page.locator("screen-keyboard").count()).toBe(0);
  await page.keyboard.type("1357");
  await told.getByText("4 digits typed").waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await told.getByText("The same PIN once more").waitFor({ state: "attached" });
  expect(await field.evaluate((at) => at.matches(":focus"))).toBe(true);
  await alone.close();
});

test("a sheet's name and its way out are no banner of the page", async () => {
  const alone = await open(null);
  const { page } = alone;
  const dialog = page.locator("people-dialog dialog");
  await dialog.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await dialog.getByRole("banner").count()).toBe(0);
  await alone.close();
});

test("whoever lets somebody else to the screen is on the sheet, and then in its field: a focus that comes at once is not heard", async () => {
  const alone = await open(berta);
  const { page } = alone;
  await page.evaluate(`(() => {
    globalThis.seen = [];
    const sheet = document.querySelector("mien-app").shadowRoot.querySelector("people-dialog");
    sheet.shadowRoot.addEventListener("focusin", (event) => seen.push(event.composedPath()[0].localName));
  })()`);
  await page.getByTestId("make-room").press("Enter");
  await page.locator("[data-testid=name]:focus").waitFor();
  expect(((await page.evaluate("globalThis.seen")) as string[]).slice(-2)).toEqual(["dialog", "input"]);
  await alone.close();
});
