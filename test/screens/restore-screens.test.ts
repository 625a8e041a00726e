import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { someState } from "../../src/daemon/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { leftInEnglish } from "./left-in-english.ts";
import { lookAt } from "./look-at.ts";
import { ownerAnswers } from "./owner-answers.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

// A backup is restored from the page of upkeep: what that means is said first, Mien starts again, and what came of it is
// told by the next one.

const sizes = {
  kiosk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

const at = Date.UTC(2026, 10, 20, 3, 15);
const backups = [
  { name: "mien-20261121-031500.db", at: Date.UTC(2026, 10, 21, 3, 15), bytes: 41_000_000 },
  { name: "mien-20261120-031500.db", at, bytes: 40_900_000 },
];
const kept = "/var/lib/mien/set-aside/2026-11-21T12-00-00";
const happened = Date.UTC(2026, 10, 21, 12);
const restored = { kind: "restored", at: happened, kept, backupAt: at, why: null, because: null };
const why = "This backup is not there any more: choose one of those that are.";
const failed = {
  ...{ kind: "not-restored", at: happened, kept: null, backupAt: at },
  ...{ why, because: { code: "no-backup" } },
};

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

/** A daemon as a service, which is ended and started by the test. */
interface Daemon {
  /** How often it has been asked to restore what. */
  asked: string[];
  /** What it answers to that. */
  answer: Told | "never";
  /** Whether it says that it is at it. */
  restoring: boolean;
  startedAt: number;
  away: boolean;
  recovery: object | null;
}

async function open(language: "en" | "de" | "ar" = "en") {
  const daemon: Daemon = {
    asked: [],
    answer: { status: 202, json: {} },
    restoring: true,
    startedAt: 1,
    away: false,
    recovery: null,
  };
  const about = ownerAnswers["/api/about"]?.json as object;
  const alone = await PageAlone.open({
    ...{ context, path: "/upkeep", state: someState },
    api: ({ pathname, search }, method) => {
      if (daemon.away) return { status: 502, json: {} };
      if (pathname === "/api/logs" && !search.endsWith("after=0")) return { json: { lines: [] } };
      if (pathname === "/api/about") return { json: { ...about, startedAt: daemon.startedAt } };
      if (pathname === "/api/backups")
        return {
          json: {
            ...{
              folder: "/var/lib/mien/backups",
              missing: null,
              because: null,
              running: false,
              nextAt: null,
            },
            ...{ backups, restoring: daemon.restoring },
          },
        };
      if (pathname === "/api/recovery") {
        if (method === "DELETE") daemon.recovery = null;
        return { json: { recovery: daemon.recovery } };
      }
      if (pathname.endsWith("/restore")) {
        daemon.asked.push(`${method} ${pathname}`);
        return daemon.answer;
      }
      return ownerAnswers[pathname] ?? null;
    },
  });
  const { page } = alone;
  await page.setViewportSize(sizes.kiosk);
  await page.getByTestId("restore").waitFor();
  await page.locator("language-choice").getByTestId("languages").click();
  await page.getByTestId(`speak-${language}`).click();
  await page.locator(`html[lang=${language}]`).waitFor();
  return { alone, page, daemon };
}

/** What has the focus, through the elements' own trees. */
const focused = (page: Page) =>
  page.evaluate(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset?.testid ?? at?.localName ?? null;
  })()`);

const choose = (page: Page, name: string) => page.getByTestId("which-backup").selectOption(name);
const fault = (page: Page) => page.locator("backup-restore").getByRole("alert");
const told = (page: Page) => page.getByTestId("restore-told");

async function restore(page: Page): Promise<void> {
  await page.getByTestId("restore").click();
  await page.getByTestId("restore-sure").click();
}

test("what restoring means is said before it is done, and whoever leaves it has done nothing", async () => {
  const { alone, page, daemon } = await open();
  await choose(page, "mien-20261120-031500.db");
  await page.getByTestId("restore").getByText("20").waitFor();
  await page.getByTestId("restore").click();
  const text = (await told(page).textContent()) ?? "";
  for (const part of ["starts again", "for some seconds nothing plays", "is kept", "signs in again"])
    expect(text).toContain(part);
  await page.getByTestId("restore-leave").click();
  await page.getByTestId("restore").waitFor();
  expect(daemon.asked).toEqual([]);
  await alone.close();
});

test("by keys: the way out has the focus first, and the line that tells has it while nothing can be done", async () => {
  const { alone, page, daemon } = await open();
  await page.getByTestId("restore").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("restore-leave");
  // A key that is held, or pressed twice, restores nothing.
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("restore");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("restore-sure");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("restore-told");
  daemon.startedAt = 2;
  daemon.recovery = restored;
  await page.getByText("Mien runs again").waitFor();
  expect(daemon.asked).toEqual(["POST /api/backups/mien-20261121-031500.db/restore"]);
  await alone.close();
});

test("the page waits for Mien, and says which backup is there and where the database of before is", async () => {
  const { alone, page, daemon } = await open();
  await choose(page, "mien-20261120-031500.db");
  await restore(page);
  await expect.poll(() => daemon.asked).toEqual(["POST /api/backups/mien-20261120-031500.db/restore"]);
  await told(page).getByText("Mien starts again.").waitFor();
  daemon.recovery = restored;
  // The one that goes still answers: nothing is said before another one does.
  for (const _ of [1, 2]) await page.waitForResponse(/\/api\/about$/);
  expect(await told(page).textContent()).toContain("Mien starts again.");
  daemon.away = true;
  alone.drop();
  daemon.startedAt = 2;
  daemon.away = false;
  await told(page).getByText("Mien runs again, with the backup of").waitFor();
  await page.getByTestId("recovery").getByText(kept).waitFor();
  await page.getByTestId("noted").click();
  await page.getByTestId("recovery").waitFor({ state: "detached" });
  await alone.close();
});

test("what could not be restored is told with why, and can be tried again", async () => {
  const { alone, page, daemon } = await open();
  await restore(page);
  daemon.startedAt = 2;
  daemon.recovery = failed;
  await told(page).getByText("the database is as it was").waitFor();
  await fault(page).getByText("This backup is not there any more").waitFor();
  await page
    .getByTestId("recovery")
    .getByText(/A backup \(.*20.*\) was to take/)
    .waitFor();
  daemon.recovery = restored;
  await restore(page);
  daemon.startedAt = 3;
  await told(page).getByText("Mien runs again, with the backup of").waitFor();
  expect(await fault(page).count()).toBe(0);
  await alone.close();
});

test("what is refused is said where it was asked for, and Mien goes on", async () => {
  const { alone, page, daemon } = await open("de");
  daemon.answer = { status: 409, json: { error: why, code: "no-backup" } };
  await restore(page);
  await fault(page).getByText("Diese Sicherung ist nicht mehr da").waitFor();
  await expect.poll(() => focused(page)).toBe("restore");
  await alone.close();
});

test("a connection that breaks off is no fault while Mien is at it, and what came of it is told", async () => {
  const { alone, page, daemon } = await open();
  await page.route("**/restore", (route) => route.abort());
  await restore(page);
  await told(page).getByText("Mien starts again.").waitFor();
  const asked = page.waitForResponse(/\/api\/backups$/);
  await (await asked).finished();
  expect(await fault(page).count()).toBe(0);
  daemon.startedAt = 2;
  daemon.recovery = restored;
  await told(page).getByText("Mien runs again, with the backup of").waitFor();
  await alone.close();
});

test("where Mien heard nothing of it, that is said, and it can be asked for again", async () => {
  const { alone, page, daemon } = await open();
  daemon.restoring = false;
  await page.route("**/restore", (route) => route.abort());
  await restore(page);
  await fault(page).waitFor();
  await page.unroute("**/restore");
  await restore(page);
  await expect.poll(() => daemon.asked.length).toBe(1);
  await alone.close();
});

test("whom the restored database does not know is asked to sign in, and is told afterwards", async () => {
  const { alone, page, daemon } = await open();
  await restore(page);
  await told(page).getByText("Mien starts again.").waitFor();
  daemon.startedAt = 2;
  daemon.recovery = restored;
  const guest = { role: "guest", seat: "phone", person: null, secureWay: null };
  await page.route("**/api/session", (route) => route.fulfill({ json: guest }));
  alone.drop();
  await page.getByTestId("afar").waitFor();
  await page.unroute("**/api/session");
  alone.drop();
  await page.getByTestId("recovery").getByText("took the database’s place").waitFor();
  await alone.close();
});

/** As a picture in both sizes, with the panel in view. */
async function faultsIn(page: Page, language: string, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.locator("backup-restore").scrollIntoViewIfNeeded();
    faults.push(...(await lookAt(page, `upkeep-restore-${name}-${language}`, { [size]: viewport })));
  }
  if (language === "ar")
    faults.push(...(await leftInEnglish(page, ["newest", "sudo", "vacuum", "café", "journalctl"])));
  await page.setViewportSize(sizes.kiosk);
  return faults.map((fault) => `${name}: ${fault}`);
}

test.each(["en", "de", "ar"] as const)(
  "in %s nothing of it is cut off, too small to touch or without a name, however far it is",
  async (language) => {
    const { alone, page, daemon } = await open(language);
    const faults: string[] = [];
    await page.getByTestId("restore").click();
    await page.getByTestId("restore-sure").waitFor();
    faults.push(...(await faultsIn(page, language, "asked")));
    await page.getByTestId("restore-sure").click();
    await page.getByTestId("restore-sure").waitFor({ state: "detached" });
    await expect.poll(() => daemon.asked.length).toBe(1);
    faults.push(...(await faultsIn(page, language, "under-way")));
    daemon.startedAt = 2;
    daemon.recovery = failed;
    await fault(page).waitFor();
    await page.getByTestId("recovery").waitFor();
    faults.push(...(await faultsIn(page, language, "failed")));
    await restore(page);
    daemon.startedAt = 3;
    daemon.recovery = restored;
    await page.getByTestId("recovery").getByText(kept).waitFor();
    await page.getByTestId("restore").waitFor();
    faults.push(...(await faultsIn(page, language, "done")));
    await page.getByTestId("by-hand").click();
    await page.getByTestId("restoring").waitFor();
    faults.push(...(await faultsIn(page, language, "by-hand")));
    expect(faults).toEqual([]);
    await alone.close();
  },
);

test("while the backup is read that is said, and a second touch asks for nothing more", async () => {
  const { alone, page, daemon } = await open();
  daemon.answer = "never";
  await page.getByTestId("restore").click();
  // Before the page could draw anew.
  await page.getByTestId("restore-sure").evaluate((element) => {
    const button = element as unknown as { click(): void };
    button.click();
    button.click();
  });
  await told(page).getByText("read from beginning to end").waitFor();
  expect(await page.getByTestId("restore-sure").count()).toBe(0);
  await page.evaluate("fetch('/api/backups').then((answer) => answer.text())");
  expect(daemon.asked).toEqual(["POST /api/backups/mien-20261121-031500.db/restore"]);
  await alone.close();
});

test("nobody is told to cut the power while a start may last, and after that what to do is said", async () => {
  const { alone, page, daemon } = await open();
  await page.clock.install();
  await restore(page);
  await told(page).getByText("Mien starts again.").waitFor();
  daemon.away = true;
  const looked = () => page.waitForResponse(/\/api\/about$/);
  let next = looked();
  await page.clock.fastForward("05:10");
  await next;
  next = looked();
  await page.clock.fastForward("00:02");
  await next;
  expect(await told(page).textContent()).toContain("Mien starts again.");
  await page.clock.fastForward("01:00");
  await told(page).getByText("it may have another address").waitFor();
  daemon.away = false;
  daemon.startedAt = 2;
  daemon.recovery = restored;
  await told(page).getByText("Mien runs again, with the backup of").waitFor();
  await alone.close();
});

test("a Mien that says nothing of the backup is not taken for one that has it", async () => {
  const { alone, page, daemon } = await open();
  await restore(page);
  daemon.startedAt = 2;
  await told(page).getByText("Whether the backup was restored it does not say").waitFor();
  await alone.close();
});
