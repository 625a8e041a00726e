import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../src/protocol/people.ts";
import { openBrowser } from "./browser.ts";
import { looking } from "./demo-daemon.ts";
import { RunningDaemon } from "./running-daemon.ts";

// A real daemon and its own screen, whose camera sees nobody: whoever is there is in the dark, or to the side.

const walkedAwaySeconds = 20;

let folder: string;
let daemon: RunningDaemon;
let context: BrowserContext;
let page: Page;
let closeBrowser: () => Promise<void>;
/** What the page sent that is more than a look. */
const sent: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-dark-"));
  const dark = { width: 640, height: 480, channels: 3, background: "#101010" } as const;
  await sharp({ create: dark }).png().toFile(join(folder, "dark.png"));
  daemon = await RunningDaemon.start(["--camera", folder, "--output", "null"], { stands: null });
  await daemon.set({ walkedAwaySeconds });
  const admin = { name: "Olga", passphrase: "correct horse battery" };
  const set = await fetch(`${daemon.url}/api/setup`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ admin, stands: "home", place: "Kitchen" }),
  });
  expect(set.status).toBe(201);
  await daemon.until("a camera that looks", looking);
  ({ context, close: closeBrowser } = await openBrowser());
  page = context.pages()[0] ?? (await context.newPage());
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(new URL(request.url()).pathname);
  });
});
afterAll(async () => {
  await closeBrowser?.();
  await daemon?.stop();
  await rm(folder, { recursive: true, force: true });
});

const shown = (id: string) => page.getByTestId(id).first();
const session = (): Promise<Session> =>
  page.evaluate("fetch('/api/session').then((answer) => answer.json())") as Promise<Session>;

test("whoever types a new PIN on the screen's keys is not signed out under their finger, and is once they have gone", async () => {
  await page.goto(`${daemon.url}/#kiosk=${daemon.kioskCode}`);
  await expect.poll(async () => (await session()).seat).toBe("kiosk");
  await page.evaluate(`fetch("/api/people", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Anna", pin: "1234" }),
  })`);
  await page.reload();
  await shown("touch").click();
  await shown("who").click();
  await shown("tab-account").click();
  await page.locator("me-secrets input[name=newPin]").click();
  const keys = page.locator("screen-keyboard");
  sent.length = 0;
  const began = performance.now();
  for (let n = 0; performance.now() - began < 2 * walkedAwaySeconds * 1_000; n++) {
    await keys.getByRole("button", { name: n % 2 === 0 ? "7" : "Take back", exact: true }).click();
    await pause(2_000);
  }
  expect(daemon.state.room.faces).toBe(0);
  expect(await session()).toMatchObject({ role: "member", person: { name: "Anna" } });
  expect(new Set(sent)).toEqual(new Set(["/api/session/touched"]));
  await expect.poll(async () => (await session()).role).toBe("guest");
});
