import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role, Seat } from "../../src/protocol/people.ts";
import { openBrowser, sizes } from "../browser.ts";
import { missedByKeys } from "./by-keyboard.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

// The first start as somebody meets it: on Mien's own screen, and in a browser of their own.

const laptop = { width: 1440, height: 900 };
const code = "ABCD-EFGH-JKMN";

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

interface Asked {
  path?: string;
  seat?: Seat;
  address?: string | null;
  needed?: () => boolean;
  /** As the settings have them. */
  now?: () => { placeName: string; stands: string };
  /** What the daemon says to what is sent. */
  told?: Told;
}

/** With what was sent. */
async function open({
  path = "/setup",
  seat = "admin",
  address = null,
  needed = () => true,
  now = () => ({ placeName: "Café Luna", stands: "venue" }),
  told = {},
}: Asked = {}) {
  const { full } = kioskStates;
  if (full === undefined) throw new Error("There is no full state.");
  const role: Role = "admin";
  const sent: string[] = [];
  context.once("page", (opened) =>
    opened.on("request", (request) => request.method() === "POST" && sent.push(request.postData() ?? "")),
  );
  const alone = await PageAlone.open({
    ...{ context, path, state: { ...full, screenLanguages: [] } },
    api: ({ pathname }, method) => {
      if (pathname === "/api/session") return { json: { role, seat, person: null, secureWay: null } };
      if (pathname === "/api/settings") return { json: { values: now() } };
      if (pathname !== "/api/setup") return null;
      return method === "POST" ? told : { json: { isNeeded: needed(), code, address } };
    },
  });
  const { page } = alone;
  const at = (id: string) => page.getByTestId(id).filter({ visible: true }).first();
  const close = async () => {
    // The next one is somebody else's browser.
    await page.evaluate("localStorage.clear()");
    await alone.close();
  };
  return { ...{ alone, page, at, sent, close } };
}

test("the form is whole on every screen, on larger ones with its button in sight, and has a way back", async () => {
  const { page, at, close } = await open();
  await at("set-up-now").waitFor();
  expect(await lookAt(page, "setup", { ...sizes, laptop })).toEqual([]);
  expect(await missedByKeys(page)).toEqual([]);
  // The longest of what the law says.
  await at("stands-venue").click();
  for (const size of [sizes["1280x800"], laptop]) {
    await page.setViewportSize(size);
    const box = await at("set-up-now").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
  }
  await page.getByRole("link", { name: "To the kiosk" }).click();
  await at("touch").waitFor();
  await close();
});

test("what is missing or too short is said before it is sent, at its field and in the page's language", async () => {
  const { page, at, sent, close } = await open();
  await at("set-up-now").click();
  await page.getByText("Say where Mien stands first.").waitFor();
  await at("stands-venue").click();
  await at("place").fill("Café Luna");
  await at("admin-name").fill("Olga");
  await at("admin-passphrase").fill("short");
  await at("set-up-now").click();
  await page.getByText("The passphrase is too short: it takes 10 characters or more.").waitFor();
  expect(await at("admin-passphrase").getAttribute("aria-invalid")).toBe("true");
  await page.locator("[data-testid=admin-passphrase]:focus").waitFor();
  await at("languages").click();
  await at("speak-de").click();
  // What is said already is said in the other language at once.
  await page.getByText("Die Passphrase ist zu kurz: sie braucht mindestens 10 Zeichen.").waitFor();
  expect(await lookAt(page, "setup-short", { "1280x800": sizes["1280x800"], phone: sizes.phone })).toEqual(
    [],
  );
  expect(sent).toEqual([]);
  await close();
});

/** As much of a browser's element as is asked here. */
interface Described {
  getAttribute(name: string): string | null;
  getRootNode(): { getElementById(id: string): { textContent: string } | null };
}

/** What a screen reader says of a field besides its name. */
const said = (page: Page, id: string) =>
  page.getByTestId(id).evaluate((element: unknown) => {
    const field = element as Described;
    const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
    return ids
      .map((id) => field.getRootNode().getElementById(id)?.textContent.trim() ?? `no ${id}`)
      .join(" ");
  });

test("all that is missing is said at once, each at its own field, and goes when that field is mended", async () => {
  const { page, at, sent, close } = await open();
  await at("set-up-now").click();
  const faults = ["stands-fault", "place-fault", "name-fault", "passphrase-fault"];
  for (const id of faults) await at(id).waitFor();
  // To whoever hears the page the first one is told at once, and each other one with its field.
  expect(await page.getByRole("alert").filter({ hasText: /./ }).count()).toBe(1);
  expect(await at("stands-fault").getAttribute("role")).toBe("alert");
  expect(await page.locator("[data-testid=stands-home]:focus").count()).toBe(1);
  expect(await said(page, "place")).toMatch(/^Say what this place is called\. As “Kitchen”/);
  expect(await said(page, "admin-name")).toBe("Say who looks after it: a name is missing.");
  expect(await page.locator("fieldset[aria-describedby=stands-fault]").count()).toBe(1);
  expect(
    await lookAt(page, "setup-faults", {
      ...{ laptop, "1280x800": sizes["1280x800"] },
      ...{ "800x480": sizes["800x480"], phone: sizes.phone },
    }),
  ).toEqual([]);
  await at("stands-home").click();
  expect(await at("stands-fault").count()).toBe(0);
  await at("place").fill("Kitchen");
  expect(await at("place-fault").count()).toBe(0);
  expect(await at("place").getAttribute("aria-invalid")).toBe("false");
  expect(await said(page, "place")).toMatch(/^As “Kitchen”/);
  await at("admin-passphrase").fill("short");
  await at("passphrase-fault").waitFor();
  await at("admin-passphrase").fill("long enough");
  expect(await at("passphrase-fault").count()).toBe(0);
  await at("name-fault").waitFor();
  // What is not sent yet is not found fault with before it is.
  await at("admin-pin").fill("1");
  expect(await at("pin-fault").count()).toBe(0);
  await at("set-up-now").click();
  await at("pin-fault").waitFor();
  expect(await page.locator("[data-testid=admin-name]:focus").count()).toBe(1);
  expect(sent).toEqual([]);
  await close();
});

test("what is still wrong is told anew to whoever presses Enter in its field, and by that alone", async () => {
  const { page, at, sent, close } = await open();
  await at("stands-home").click();
  await at("admin-passphrase").fill("correct horse battery");
  await at("set-up-now").click();
  await page.locator("[data-testid=place]:focus").waitFor();
  await at("place").fill("Kitchen");
  await at("admin-name").focus();
  // A screen reader says an alert that comes into the page, not a line that becomes one.
  const isAlert = (line: unknown) => (line as Described).getAttribute("role") === "alert";
  const isThere = (line: unknown) => (line as { isConnected: boolean }).isConnected;
  for (const wasAlert of [false, true]) {
    const before = (await at("name-fault").elementHandle()) ?? expect.fail("It is not said.");
    expect(await before.evaluate(isAlert)).toBe(wasAlert);
    await page.keyboard.press("Enter");
    await expect.poll(() => before.evaluate(isThere)).toBe(false);
    expect(await at("name-fault").evaluate(isAlert)).toBe(true);
    expect(await page.getByRole("alert").filter({ hasText: /./ }).count()).toBe(1);
    expect(await page.locator("[data-testid=admin-name]:focus").count()).toBe(1);
  }
  // Typing on says nothing again.
  const told = (await at("name-fault").elementHandle()) ?? expect.fail("It is not said.");
  await at("admin-passphrase").fill("correct horse battery staple");
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  expect(await told.evaluate(isThere)).toBe(true);
  expect(sent).toEqual([]);
  await close();
});

test("what the daemon refuses all the same is said by its code, of the field by the name that it has here", async () => {
  const error = "admin.passphrase must have 12 characters at least.";
  const named = { field: "admin.passphrase", count: "12" };
  const { page, at, close } = await open({
    told: { status: 400, json: { error, code: "field-short", named } },
  });
  await at("languages").click();
  await at("speak-de").click();
  await at("stands-home").click();
  await at("place").fill("Küche");
  await at("admin-name").fill("Olga");
  await at("admin-passphrase").fill("elf Zeichen");
  await at("set-up-now").click();
  await page.getByText("Passphrase: mindestens 12 Zeichen.").waitFor();
  await at("languages").click();
  await at("speak-fr").click();
  await page.getByText("12 caractères au moins").waitFor();
  await at("languages").click();
  await at("speak-de").click();
  await page.getByText("Passphrase: mindestens 12 Zeichen.").waitFor();
  await at("set-up-now").click();
  await page.locator("[data-testid=admin-passphrase]:focus").waitFor();
  expect(await at("admin-passphrase").getAttribute("aria-invalid")).toBe("true");
  expect(await said(page, "admin-passphrase")).toContain("Passphrase: mindestens 12 Zeichen.");
  await at("admin-passphrase").pressSequentially("!");
  expect(await at("admin-passphrase").getAttribute("aria-invalid")).toBe("false");
  await page.getByText("Passphrase: mindestens 12 Zeichen.").waitFor({ state: "hidden" });
  await close();
});

test("the screens offer the page's language and English unless the owner chooses others, and rest in the first one", async () => {
  const { page, at, sent, close } = await open();
  await at("languages").click();
  await at("speak-de").click();
  await page.getByText("Die Bildschirme beginnen mit Deutsch").waitFor();
  await at("stands-home").click();
  await at("place").fill("Küche");
  await at("admin-name").fill("Olga");
  await at("admin-passphrase").fill("zehn oder mehr");
  expect(await at("language-fr").getAttribute("aria-pressed")).toBe("false");
  await at("language-zh").click();
  await at("set-up-now").click();
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  expect(JSON.parse(sent[0] ?? "").languages).toEqual(["de", "en", "zh"]);
  await close();
});

test("a form that is loaded again has what was filled in, and none of its secrets", async () => {
  const { page, at, close } = await open();
  await at("stands-venue").click();
  await at("place").fill("Café Luna");
  await at("admin-name").fill("Olga");
  await at("admin-passphrase").fill("correct horse battery");
  await at("admin-pin").fill("4711");
  await at("language-fr").click();
  expect(await page.evaluate("JSON.stringify(sessionStorage)")).not.toMatch(/horse|4711/);
  await page.reload();
  await expect.poll(() => at("place").inputValue()).toBe("Café Luna");
  expect(await at("admin-name").inputValue()).toBe("Olga");
  expect(await at("stands-venue").getAttribute("aria-pressed")).toBe("true");
  expect(await at("language-fr").getAttribute("aria-pressed")).toBe("false");
  expect(await at("admin-passphrase").inputValue()).toBe("");
  expect(await at("admin-pin").inputValue()).toBe("");
  // Which it says, through another reload too, until one of them is typed.
  await at("forgotten").waitFor();
  expect(await lookAt(page, "setup-forgotten", sizes)).toEqual([]);
  await page.reload();
  await page.getByText("It never keeps a passphrase or a PIN: type them once more.").waitFor();
  await at("admin-passphrase").pressSequentially("c");
  await at("forgotten").waitFor({ state: "hidden" });
  await close();
});

test("what there is to do after it is there when the page is loaded again", async () => {
  let isNeeded = true;
  const { page, at, close } = await open({
    needed: () => isNeeded,
    told: { status: 201, json: { person: { name: "Olga" } } },
  });
  await at("stands-venue").click();
  await at("place").fill("Café Luna");
  await at("admin-name").fill("Olga");
  await at("admin-passphrase").fill("correct horse battery");
  // Why the camera is off until then, and that it is on afterwards.
  await page.getByText("Until then the camera stays off").waitFor();
  isNeeded = false;
  await at("set-up-now").click();
  await at("set-up").waitFor();
  await at("camera-on").waitFor();
  await page.reload();
  await at("set-up").waitFor();
  await at("camera-on").waitFor();
  await page.getByText("Café Luna is ready.").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Mien is set up");
  expect(await page.title()).toBe("Mien is set up · Mien");
  expect(await page.evaluate("JSON.stringify(sessionStorage)")).not.toContain("Olga");
  await page.getByRole("link", { name: "Print the notice" }).waitFor();
  const ways = {
    "Opening hours": "/settings#openingHours",
    "Let guests ask by phone": "/settings#guestPage",
    "All settings": "/settings",
    "To the overview": "/admin",
  };
  for (const [name, href] of Object.entries(ways))
    expect(await page.getByRole("link", { name }).getAttribute("href")).toBe(href);
  expect(await at("own-screen").count()).toBe(0);
  expect(await lookAt(page, "setup-after", { "1280x800": sizes["1280x800"], phone: sizes.phone })).toEqual(
    [],
  );
  await close();
});

test("whoever changed an answer in the settings and comes back reads what holds now", async () => {
  let isNeeded = true;
  let now = { placeName: "Café Luna", stands: "venue" };
  const { page, at, close } = await open({
    ...{ needed: () => isNeeded, now: () => now },
    told: { status: 201, json: { person: { name: "Olga" } } },
  });
  await at("stands-venue").click();
  await at("place").fill("Café Luna");
  await at("admin-name").fill("Olga");
  await at("admin-passphrase").fill("correct horse battery");
  isNeeded = false;
  await at("set-up-now").click();
  await page.getByText("Café Luna is ready.").waitFor();
  await page.getByRole("link", { name: "All settings" }).click();
  await page.waitForURL("**/settings");
  now = { placeName: "Studio Luna", stands: "workplace" };
  await page.goBack();
  await page.getByText("Studio Luna is ready.").waitFor();
  expect(await page.getByRole("link", { name: "Print the notice" }).count()).toBe(0);
  // In another tab meanwhile.
  now = { placeName: "At Olga's", stands: "home" };
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await page.getByText("At Olga's is ready.").waitFor();
  expect(await at("camera-law").count()).toBe(0);
  // A phone that wakes, and is not in the Wi-Fi yet, says what it said.
  const signedIn = await page.locator("main").innerText();
  await page.route("**/api/*", (route) => route.abort());
  let failed = 0;
  page.on("requestfailed", () => failed++);
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  // Who is signed in, and what there is to set up.
  await expect.poll(() => failed).toBe(2);
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  expect(await page.locator("main").innerText()).toBe(signedIn);
  await close();
});

test("whoever sets it up in the browser that is Mien's own screen reads that nobody stays signed in there", async () => {
  let isNeeded = true;
  const { page, at, close } = await open({
    ...{ seat: "kiosk", needed: () => isNeeded },
    told: { status: 201, json: { person: { name: "Olga" } } },
  });
  await at("stands-home").click();
  // Its hint describes it, and is no part of its name.
  await page.getByRole("textbox", { name: "What is this place called?", exact: true }).fill("Kitchen");
  await at("admin-name").fill("Olga");
  await at("admin-passphrase").fill("correct horse battery");
  isNeeded = false;
  await at("set-up-now").click();
  // All of it has the focus: Orca says nothing of a heading that comes in the place of what had it.
  const outcome = page.getByRole("group", { name: "Kitchen is ready." });
  await expect.poll(() => outcome.evaluate((at) => at.matches(":focus"))).toBe(true);
  await page
    .getByText(
      "two minutes without a touch, on pages like this one after five, and sooner where the camera sees nobody",
    )
    .waitFor();
  expect(await lookAt(page, "setup-own-screen", sizes)).toEqual([]);
  await page.reload();
  await at("own-screen").waitFor();
  await close();
});

test("whoever chose a language on Mien's own screen sets it up in that one", async () => {
  const { page, at, close } = await open({ path: "/", seat: "kiosk" });
  await at("languages").click();
  await at("speak-ar").click();
  await page.getByRole("link", { name: "إعداد Mien" }).click();
  await at("set-up-now").waitFor();
  await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("إعداد Mien");
  await page.goto("http://localhost/");
  await at("touch").waitFor();
  await page.goto("http://localhost/setup");
  await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Set up Mien");
  await close();
});

test("another device is named where it can come, by its address and the code, and nowhere else", async () => {
  const here = await open({ path: "/", seat: "kiosk" });
  await here.at("setup-note").waitFor();
  expect(await here.at("setup-note").textContent()).not.toContain(code);
  await here.close();
  const address = "https://mien.local:7374/setup";
  const there = await open({ path: "/", seat: "kiosk", address });
  await there.page.getByText(`From another device: ${address}, with the code`).waitFor();
  expect(await there.at("setup-note").textContent()).toContain(code);
  expect(
    await lookAt(there.page, "setup-note", { "1280x800": sizes["1280x800"], phone: sizes.phone }),
  ).toEqual([]);
  await there.page.goto("http://localhost/setup");
  await there.page.getByText(`From another device: ${address}, with the code ${code}`).waitFor();
  await there.close();
});

test("an owner reads their pages in any language, though the screens speak one", async () => {
  const { alone, at, close } = await open({ path: "/people" });
  alone.push({ screenLanguages: ["de"] });
  await at("languages").click();
  await at("speak-fr").click();
  await expect.poll(() => alone.page.getByRole("heading", { level: 1 }).textContent()).toBe("Personnes");
  await close();
});
