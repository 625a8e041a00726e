import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { someState } from "../../src/daemon/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { leftInEnglish } from "./left-in-english.ts";
import { lookAt } from "./look-at.ts";
import { ownerAnswers } from "./owner-answers.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

// Mien is updated from the page of upkeep: a release and its signature are sent, what that means is said first, and what
// came of it is told by the Mien that answers afterwards.

const sizes = {
  kiosk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

const name = "mien-0.5.0-debian12-x64.tar.gz";
const release = {
  name,
  mimeType: "application/gzip",
  buffer: Buffer.from("\x1f\x8b of a release", "latin1"),
};
const signature = { name: `${name}.sig`, mimeType: "", buffer: Buffer.from("-----BEGIN SSH SIGNATURE-----") };

const at = Date.UTC(2026, 10, 21, 12);
const stayed = { at, from: "0.4.0", to: "0.5.0", cameBack: null, refused: null };
const cameBack = { ...stayed, cameBack: "vision was down, and was well before" };
const refused = { ...stayed, to: "unknown", refused: "The signature is none of a key that is trusted here." };

const underWay = (since = at - 60_000) => ({
  ...{ way: "button", staged: { bytes: 81_000_000, signed: true }, since },
  running: "at-work" as const,
});
const runs = { status: 409, json: { error: "An update is under way.", code: "update-runs" } };

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

/** A daemon and the service that updates it, which the test plays. */
interface Machine {
  /** What was sent and asked for, in its order. */
  asked: string[];
  /** Of what was sent. */
  answers: Partial<Record<string, Told | "never">>;
  desk: {
    way: string;
    staged: { bytes: number; signed: boolean } | null;
    running: "asked" | "at-work" | null;
    since: number | null;
  };
  /** Whether the service begins by itself when it is asked. */
  begins: boolean;
  startedAt: number;
  lastUpdate: object | null;
  away: boolean;
  signedOut: boolean;
}

async function open(language: "en" | "de" | "ar" | "zh" = "en", was: Partial<Machine> = {}) {
  const machine: Machine = {
    asked: [],
    answers: {},
    desk: { way: "button", staged: null, running: null, since: null },
    begins: true,
    startedAt: 1,
    lastUpdate: null,
    away: false,
    signedOut: false,
    ...was,
  };
  const { desk } = machine;
  const about = ownerAnswers["/api/about"]?.json as object;
  /** As the daemon does it. */
  const changed: Record<string, () => void> = {
    "PUT /api/update/release": () => {
      desk.staged = { bytes: 81_000_000, signed: false };
    },
    "PUT /api/update/signature": () => {
      if (desk.staged !== null) desk.staged.signed = true;
    },
    "POST /api/update": () => {
      desk.running = machine.begins ? "at-work" : "asked";
      desk.since = at - 60_000;
    },
    "DELETE /api/update": () => {
      desk.staged = null;
      desk.running = null;
    },
  };
  const alone = await PageAlone.open({
    ...{ context, path: "/upkeep", state: someState },
    api: ({ pathname, search }, method) => {
      if (machine.away) return { status: 502, json: {} };
      if (machine.signedOut && /update|about/.test(pathname))
        return { status: 403, json: { error: "This is for admins: sign in as one.", signIn: "admin" } };
      if (pathname === "/api/logs" && !search.endsWith("after=0")) return { json: { lines: [] } };
      if (pathname === "/api/about") {
        const { startedAt, lastUpdate } = machine;
        return { json: { ...about, startedAt, lastUpdate } };
      }
      if (!pathname.startsWith("/api/update")) return ownerAnswers[pathname] ?? null;
      if (method === "GET") return { json: desk };
      const what = `${method} ${pathname}`;
      machine.asked.push(what);
      const answer = machine.answers[what] ?? { status: method === "POST" ? 202 : 200, json: {} };
      if (answer !== "never" && (answer.status ?? 200) < 300) changed[what]?.();
      return answer;
    },
  });
  const { page } = alone;
  await page.setViewportSize(sizes.kiosk);
  await page.getByTestId("updating").waitFor({ state: "attached" });
  await page.locator("language-choice").getByTestId("languages").click();
  await page.getByTestId(`speak-${language}`).click();
  await page.locator(`html[lang=${language}]`).waitFor();
  return { alone, page, machine };
}

/** What has the focus, through the elements' own trees. */
const focused = (page: Page) =>
  page.evaluate(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset?.testid ?? at?.localName ?? null;
  })()`);

const told = (page: Page) => page.getByTestId("update-told");
const fault = (page: Page) => page.locator("release-update").getByRole("alert");
const files = (page: Page) => page.getByTestId("release-files");

async function update(page: Page): Promise<void> {
  await files(page).setInputFiles([release, signature]);
  await page.getByTestId("update-sure").click();
}

/** The service has put all away, seconds after it noted what came of it: the two files are gone. */
function end({ desk }: Machine): void {
  desk.staged = null;
  desk.running = null;
  desk.since = null;
}

/** The page has looked once more. */
const looked = async (page: Page) => {
  for (const _ of [1, 2]) await page.waitForResponse(/\/api\/about$/);
};

test("both files are sent, the release first, and nothing is asked for before what it means was said", async () => {
  const { alone, page, machine } = await open();
  await files(page).setInputFiles([signature, release]);
  await page.getByTestId("update-sure").waitFor();
  expect(machine.asked).toEqual(["PUT /api/update/release", "PUT /api/update/signature"]);
  const text = (await told(page).textContent()) ?? "";
  for (const part of ["signature is checked", "pauses for some seconds", "for a minute", "with its data"])
    expect(text).toContain(part);
  await page.getByTestId("update-leave").click();
  await files(page).waitFor({ state: "attached" });
  expect(machine.asked.slice(2)).toEqual(["DELETE /api/update"]);
  await alone.close();
});

test("one after the other, too: what is missing is said by its name, and what is neither is named", async () => {
  const { alone, page, machine } = await open();
  await files(page).setInputFiles([signature]);
  await told(page).getByText(`Still missing: ${name}`).waitFor();
  await files(page).setInputFiles([{ ...signature, name: `${name}.sha256` }]);
  await fault(page).getByText(`${name}.sha256 is no part of a release`).waitFor();
  await files(page).setInputFiles([{ ...release, name: "mien-0.6.0-debian12-x64.tar.gz" }]);
  await told(page).getByText("Still missing: mien-0.6.0-debian12-x64.tar.gz.sig").waitFor();
  expect(await fault(page).textContent()).toBe("");
  expect(machine.asked).toEqual([]);
  await files(page).setInputFiles([release]);
  await page.getByTestId("update-sure").waitFor();
  await alone.close();
});

test("by keys: the way out has the focus first, and the line that tells has it while nothing can be done", async () => {
  const { alone, page, machine } = await open();
  await files(page).focus();
  await files(page).setInputFiles([release, signature]);
  await expect.poll(() => focused(page)).toBe("update-leave");
  // A key that is held, or pressed twice, updates nothing.
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("release-files");
  await files(page).setInputFiles([release, signature]);
  await expect.poll(() => focused(page)).toBe("update-leave");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("update-sure");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("update-told");
  await expect.poll(() => machine.asked.at(-1)).toBe("POST /api/update");
  machine.lastUpdate = refused;
  end(machine);
  await expect.poll(() => focused(page)).toBe("release-files");
  expect(machine.asked.filter((each) => each.startsWith("POST"))).toHaveLength(1);
  await alone.close();
});

test("a second touch asks for nothing more", async () => {
  const { alone, page, machine } = await open();
  await files(page).setInputFiles([release, signature]);
  // Before the page could draw anew.
  await page.getByTestId("update-sure").evaluate((element) => {
    const button = element as unknown as { click(): void };
    button.click();
    button.click();
  });
  await told(page).getByText("The signature is checked").waitFor();
  expect(machine.asked.filter((each) => each.startsWith("POST"))).toHaveLength(1);
  await alone.close();
});

test("the page waits through the outage and the watching, and says that the new version stayed", async () => {
  const earlier = { ...stayed, at: at - 1_000, from: "0.3.0", to: "0.4.0" };
  const { alone, page, machine } = await open("en", { lastUpdate: earlier });
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  // What became of an earlier one is no answer to this one.
  await looked(page);
  expect(await told(page).textContent()).toContain("The signature is checked");
  machine.away = true;
  await told(page).getByText("Mien starts again").waitFor();
  machine.startedAt = 2;
  machine.away = false;
  await told(page).getByText("is watched for a minute").waitFor();
  machine.lastUpdate = stayed;
  end(machine);
  await page.getByText("Mien was updated from 0.4.0 to 0.5.0.").waitFor();
  // Told once.
  await expect.poll(() => page.getByTestId("last-update").count()).toBe(1);
  await files(page).waitFor({ state: "attached" });
  await alone.close();
});

test.each([
  ["the old version came back", cameBack, "0.4.0 came back", cameBack.cameBack],
  ["it was not begun", refused, "was not begun: Mien is still 0.4.0", refused.refused],
])("that %s is told with why, and it can be tried again", async (_, lastUpdate, sentence, why) => {
  const { alone, page, machine } = await open();
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  machine.lastUpdate = lastUpdate;
  end(machine);
  await fault(page).getByText(sentence).waitFor();
  expect(await fault(page).locator("q").textContent()).toBe(why);
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  expect(await fault(page).textContent()).toBe("");
  await alone.close();
});

test("an update whose end nobody noted is told so, with the log that says more", async () => {
  const { alone, page, machine } = await open();
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  end(machine);
  await told(page).getByText("nobody noted what came of it").waitFor();
  expect(await told(page).textContent()).toContain("journalctl -u mien-update");
  await alone.close();
});

test("a page that is loaded anew meanwhile waits, and tells what came of it", async () => {
  const { alone, page, machine } = await open("en", {
    ...{ desk: underWay(), startedAt: 2 },
  });
  await told(page).getByText("An update is under way").waitFor();
  machine.lastUpdate = stayed;
  end(machine);
  await page.getByText("Mien was updated from 0.4.0 to 0.5.0.").waitFor();
  await alone.close();
});

test("what is noted is no end: until the service has put all away nothing else can be chosen", async () => {
  const { alone, page, machine } = await open();
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  machine.lastUpdate = cameBack;
  await looked(page);
  expect(await told(page).textContent()).toContain("The signature is checked");
  expect([await fault(page).textContent(), await files(page).count()]).toEqual(["", 0]);
  end(machine);
  await fault(page).getByText("0.4.0 came back").waitFor();
  await files(page).waitFor({ state: "attached" });
  expect(await told(page).textContent()).toBe("");
  await alone.close();
});

test("a page that is opened while all is put away takes what is noted for the end of this update", async () => {
  const { alone, page, machine } = await open("en", { desk: underWay(), lastUpdate: cameBack });
  await told(page).getByText("An update is under way").waitFor();
  end(machine);
  await fault(page).getByText("0.4.0 came back").waitFor();
  expect(await told(page).textContent()).toBe("");
  await alone.close();
});

test("once another version has stayed the page is loaded anew, as its parts are the older one's", async () => {
  const { alone, page, machine } = await open();
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  machine.lastUpdate = stayed;
  const loaded = page.waitForEvent("load");
  end(machine);
  await loaded;
  await page.getByTestId("last-update").getByText("Mien was updated from 0.4.0 to 0.5.0.").waitFor();
  await files(page).waitFor({ state: "attached" });
  await alone.close();
});

test("until the service has begun that is said, with where to look after a while, and it can be left", async () => {
  const { alone, page, machine } = await open("en", { begins: false });
  await page.clock.install();
  await update(page);
  await told(page).getByText("has not begun yet").waitFor();
  await page.getByTestId("update-leave").waitFor();
  await page.clock.fastForward("00:25");
  await told(page).getByText("systemctl status mien-update.path mien-update.service").waitFor();
  await page.getByTestId("update-leave").click();
  await files(page).waitFor({ state: "attached" });
  expect(machine.asked.at(-1)).toBe("DELETE /api/update");
  await alone.close();
});

test("that another admin took it back before it began is told so", async () => {
  const { alone, page, machine } = await open("en", { begins: false });
  await update(page);
  await told(page).getByText("has not begun yet").waitFor();
  end(machine);
  await told(page).getByText("was taken back before it began").waitFor();
  await alone.close();
});

test("whose session has ended is told that, and not that Mien starts again", async () => {
  const { alone, page, machine } = await open();
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  machine.signedOut = true;
  await told(page).getByText("not signed in any more").waitFor();
  machine.signedOut = false;
  await told(page).getByText("The signature is checked").waitFor();
  await alone.close();
});

test("a release that lies there already, as after the page was closed, is asked about", async () => {
  const { alone, page } = await open("en", {
    desk: { way: "button", staged: { bytes: 81_000_000, signed: true }, running: null, since: null },
  });
  await told(page).getByText("A release is here (81 MB)").waitFor();
  await page.getByTestId("update-sure").waitFor();
  await alone.close();
});

test("how much is sent is shown, and whoever stops it has changed nothing", async () => {
  const { alone, page, machine } = await open();
  machine.answers["PUT /api/update/release"] = "never";
  await files(page).focus();
  await files(page).setInputFiles([release, signature]);
  await told(page).getByText(`${name} is being sent.`).waitFor();
  await page.getByTestId("update-share").getByText("%").waitFor();
  await expect.poll(() => focused(page)).toBe("update-stop");
  await page.getByTestId("update-stop").click();
  await told(page).getByText("Mien stays as it is").waitFor();
  await expect.poll(() => focused(page)).toBe("release-files");
  expect(machine.asked).toEqual(["PUT /api/update/release"]);
  await alone.close();
});

test("what is refused is said where it was asked for, in the page's language", async () => {
  const { alone, page, machine } = await open("de");
  machine.answers["PUT /api/update/release"] = {
    ...{ status: 415, json: { error: "This is no release.", code: "update-not-release" } },
  };
  await files(page).setInputFiles([release, signature]);
  await fault(page).getByText("Das ist keine Version").waitFor();
  delete machine.answers["PUT /api/update/release"];
  machine.answers["POST /api/update"] = {
    ...{ status: 409, json: { error: "There is no release here.", code: "update-no-release" } },
  };
  await update(page);
  await fault(page).getByText("Hier ist keine Version").waitFor();
  await alone.close();
});

test("where another admin was faster, by updating or by leaving it, this page follows", async () => {
  const { alone, page, machine } = await open();
  machine.answers["POST /api/update"] = runs;
  Object.assign(machine.desk, underWay());
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  expect(await fault(page).textContent()).toBe("");
  machine.lastUpdate = stayed;
  end(machine);
  await page.getByText("Mien was updated from 0.4.0 to 0.5.0.").waitFor();
  machine.answers["DELETE /api/update"] = runs;
  await files(page).setInputFiles([release, signature]);
  await page.getByTestId("update-leave").waitFor();
  Object.assign(machine.desk, underWay(at + 60_000));
  await page.getByTestId("update-leave").click();
  await told(page).getByText("An update is under way").waitFor();
  await alone.close();
});

test("where Mien heard nothing of it, that is said, and it can be asked for again", async () => {
  const { alone, page, machine } = await open();
  await files(page).setInputFiles([release, signature]);
  await page.getByTestId("update-sure").waitFor();
  await page.route("**/api/update", (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  await page.getByTestId("update-sure").click();
  await fault(page).waitFor();
  await page.unroute("**/api/update");
  await page.getByTestId("update-sure").click();
  await told(page).getByText("The signature is checked").waitFor();
  expect(machine.asked.at(-1)).toBe("POST /api/update");
  await alone.close();
});

test("what the service has begun can't be left, and its end is told all the same", async () => {
  const { alone, page, machine } = await open("en", { begins: false });
  await update(page);
  await told(page).getByText("has not begun yet").waitFor();
  machine.answers["DELETE /api/update"] = runs;
  await page.getByTestId("update-leave").click();
  await fault(page).getByText("An update is under way").waitFor();
  machine.desk.running = "at-work";
  await told(page).getByText("The signature is checked").waitFor();
  expect(await page.getByTestId("update-leave").count()).toBe(0);
  machine.lastUpdate = stayed;
  end(machine);
  await page.getByText("Mien was updated from 0.4.0 to 0.5.0.").waitFor();
  expect(await fault(page).textContent()).toBe("");
  await alone.close();
});

test("after ten minutes it is said where to look", async () => {
  const { alone, page } = await open();
  await page.clock.install();
  await update(page);
  await told(page).getByText("The signature is checked").waitFor();
  const look = () => page.waitForResponse(/\/api\/about$/);
  let next = look();
  await page.clock.fastForward("09:50");
  await next;
  expect(await told(page).textContent()).toContain("The signature is checked");
  next = look();
  await page.clock.fastForward("00:15");
  await next;
  await told(page).getByText("journalctl -u mien-update").waitFor();
  await alone.close();
});

test("the commands stand below, and where no key is trusted yet the page says how it would be able to", async () => {
  const { alone, page } = await open();
  await page.getByTestId("update-by-hand").click();
  await page.getByTestId("updating").getByText("/opt/mien/current/scripts/update").waitFor();
  await alone.close();
  const without = await open("en", { desk: { way: "no-signers", staged: null, running: null, since: null } });
  await without.page.getByTestId("updating").getByText("/opt/mien/current/scripts/update").waitFor();
  await without.page.getByText("once this machine trusts the key").waitFor();
  expect(await files(without.page).count()).toBe(0);
  await without.alone.close();
  const neither = await open("en", { desk: { way: "no-service", staged: null, running: null, since: null } });
  await neither.page.getByTestId("updating").getByText("/opt/mien/current/scripts/update").waitFor();
  expect(await neither.page.getByText("trusts the key").count()).toBe(0);
  await neither.alone.close();
});

/** As a picture in both sizes, with the panel in view. */
async function faultsIn(page: Page, language: string, state: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.getByTestId("version").evaluate((element) => {
      (element as unknown as { scrollIntoView(): void }).scrollIntoView();
    });
    faults.push(...(await lookAt(page, `upkeep-update-${state}-${language}`, { [size]: viewport })));
  }
  const named = [
    "newest",
    "sudo",
    "vacuum",
    "café",
    "journalctl -u mien-update",
    "systemctl status mien-update.path mien-update.service",
    `${name}.sha256`,
    name,
  ];
  const files = [".tar.gz", ".sig", "docs/install.md", "Update from the page"];
  if (language === "ar" || language === "zh")
    faults.push(...(await leftInEnglish(page, [...named, ...files])));
  await page.setViewportSize(sizes.kiosk);
  return faults.map((fault) => `${state}: ${fault}`);
}

test.each(["en", "de", "ar", "zh"] as const)(
  "in %s nothing of it is cut off, too small to touch or without a name, however far it is",
  async (language) => {
    const { alone, page, machine } = await open(language);
    const faults: string[] = [];
    const look = async (state: string) => faults.push(...(await faultsIn(page, language, state)));
    await files(page).waitFor({ state: "attached" });
    await look("wanted");
    await files(page).setInputFiles([release]);
    await told(page).getByText(`${name}.sig`).waitFor();
    await look("missing");
    await files(page).setInputFiles([{ ...release, name: `${name}.sha256` }]);
    await fault(page).waitFor();
    await look("odd");
    machine.answers["PUT /api/update/release"] = "never";
    await files(page).setInputFiles([signature]);
    await page.getByTestId("update-stop").waitFor();
    await look("sent");
    await page.getByTestId("update-stop").click();
    await files(page).waitFor({ state: "attached" });
    await look("stopped");
    delete machine.answers["PUT /api/update/release"];
    await files(page).setInputFiles([release, signature]);
    await page.getByTestId("update-sure").waitFor();
    await look("asked");
    await page.getByTestId("update-sure").click();
    await expect.poll(() => machine.asked.at(-1)).toBe("POST /api/update");
    const before = await told(page).textContent();
    await look("checked");
    machine.away = true;
    await expect.poll(() => told(page).textContent()).not.toBe(before);
    await look("away");
    machine.startedAt = 2;
    machine.away = false;
    const away = await told(page).textContent();
    await expect.poll(() => told(page).textContent()).not.toBe(away);
    await look("watched");
    machine.lastUpdate = cameBack;
    end(machine);
    await fault(page).waitFor();
    await files(page).waitFor({ state: "attached" });
    await look("came-back");
    await update(page);
    await expect.poll(() => machine.asked.at(-1)).toBe("POST /api/update");
    machine.lastUpdate = { ...refused, at: at + 1_000 };
    end(machine);
    await fault(page).waitFor();
    await look("refused");
    await update(page);
    await expect.poll(() => machine.asked.at(-1)).toBe("POST /api/update");
    machine.lastUpdate = { ...stayed, at: at + 2_000 };
    end(machine);
    await page.getByTestId("last-update").waitFor();
    await files(page).waitFor({ state: "attached" });
    await look("stayed");
    await page.getByTestId("update-by-hand").click();
    await look("by-hand");
    await page.clock.install();
    machine.lastUpdate = null;
    Object.assign(machine.desk, underWay());
    await page.reload();
    await told(page).waitFor();
    await look("under-way");
    await page.clock.fastForward("10:05");
    await told(page).getByText("journalctl -u mien-update").waitFor();
    await look("long");
    machine.desk.running = "asked";
    await page.getByTestId("update-leave").waitFor();
    await look("stuck");
    end(machine);
    machine.desk.way = "no-signers";
    await page.reload();
    await page.getByTestId("updating").waitFor();
    await look("no-signers");
    expect(faults).toEqual([]);
    await alone.close();
  },
  240_000,
);
