import { execFile } from "node:child_process";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { RunningDaemon, root } from "./running-daemon.ts";
import { lookAt } from "./screens/look-at.ts";

// The owner on the page of upkeep of a real daemon: makes a backup, takes one home, learns how to restore it, and what
// became of the last update.

const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

let daemon: RunningDaemon;
let page: Page;
let closeBrowser: () => Promise<void>;
const complaints: string[] = [];

beforeAll(async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const browser = await openBrowser();
  closeBrowser = browser.close;
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
});
afterAll(async () => {
  await closeBrowser?.();
  await daemon?.stop();
});

interface Backup {
  name: string;
  path: string;
}
const backups = async () => (await daemon.get<{ backups: Backup[] }>("/api/backups")).backups;
const restoring = () => page.getByTestId("restoring").textContent();

test("where no backup is there yet none can be taken home, and the first one can be as soon as it is made", async () => {
  await page.goto(`${daemon.url}/upkeep`);
  await page.getByText("There is none yet.").waitFor();
  expect(await page.getByTestId("take-home").count()).toBe(0);
  await page.getByTestId("back-up").click();
  await page.getByTestId("take-home").waitFor();
  expect((await restoring())?.split("\n")).toEqual([
    `cd ${root}`,
    `scripts/restore newest --data ${daemon.dataFolder}`,
    `scripts/start --data ${daemon.dataFolder} --port 0 --output null --demo`,
  ]);
});

test("what the browser takes home is the backup to its last byte, and the page says what is in it", async () => {
  await page.getByText("It holds everybody’s name").waitFor();
  const [made] = await backups();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId("take-home").click(),
  ]);
  expect(download.suggestedFilename()).toBe(made?.name);
  const taken = await readFile(await download.path());
  expect(taken.equals(await readFile(made?.path ?? ""))).toBe(true);
  expect(taken.subarray(0, 15).toString()).toBe("SQLite format 3");
});

test("of an older one that is chosen, the page says the command that restores this one", async () => {
  const [made] = await backups();
  // Of the same day only the newest one is kept.
  const older = "mien-20200101-031500.db";
  await copyFile(made?.path ?? "", join(dirname(made?.path ?? ""), older));
  await page.getByTestId("back-up").click();
  await page.getByTestId("which-backup").locator(`option[value="${older}"]`).waitFor({ state: "attached" });
  await page.getByTestId("which-backup").selectOption(older);
  expect(await restoring()).toContain(`scripts/restore ${older} --data ${daemon.dataFolder}\n`);
  expect(await page.getByTestId("take-home").getAttribute("href")).toBe(`/api/backups/${older}`);
  await page.getByText("Backed up, and read again").waitFor({ state: "detached" });
  expect(await lookAt(page, "upkeep-chosen", sizes)).toEqual([]);
});

test.each([
  ["that stayed", "", "Mien was updated from 0.3.0 to 0.4.0."],
  ["that came back", "came-back it has not answered for 30 s\n", "0.3.0 came back, with its data."],
])("an update %s is told", async (_, line, sentence) => {
  const note = `at 2026-11-20T10:00:00Z\nfrom 0.3.0\nto 0.4.0\n${line}`;
  await writeFile(join(daemon.dataFolder, "last-update"), note);
  await page.reload();
  await page.getByTestId("last-update").getByText(sentence).waitFor();
  expect(await page.getByTestId("last-update").textContent()).toContain("November 20, 2026");
  expect(await lookAt(page, `upkeep-updated${line === "" ? "" : "-back"}`, sizes)).toEqual([]);
});

test("started for a trial, the overview names each thing that stands in, with the cure, and that nobody hears it", async () => {
  await page.goto(`${daemon.url}/admin`);
  await page.getByTestId("verdict").getByText("only for a trial").waitFor();
  const trial = page.getByTestId("trial").locator("li");
  await expect.poll(() => trial.count()).toBe(3);
  const texts = (await trial.allTextContents()).join(" ");
  for (const part of ["stands in for the camera", "nobody hears it", "come with Mien play"])
    expect(texts).toContain(part);
  expect(await lookAt(page, "overview-demo", sizes)).toEqual([]);
  await page.goto(`${daemon.url}/upkeep`);
  await page.getByTestId("restoring").waitFor();
});

test("the command that it says restores the backup, once Mien has ended", async () => {
  const commands = (await restoring())?.split("\n") ?? [];
  await page.goto("about:blank");
  await daemon.stop({ keepData: true });
  const { stdout } = await promisify(execFile)("bash", ["-c", commands.slice(0, 2).join(" && ")]);
  expect(stdout).toContain("is the database now");
});

test("the page had nothing to complain of", () => {
  expect(complaints).toEqual([]);
});
