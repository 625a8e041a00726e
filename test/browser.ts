import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** The sizes that the kiosk is judged at: a table screen, the Pi's touchscreen, a phone. */
export const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  phone: { width: 390, height: 844 },
} as const;

/** Debian's Chromium with a fresh profile and nothing that wants the internet. */
export async function openBrowser(): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), "mien-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    headless: true,
    viewport: sizes["1280x800"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // What a key scrolls to is there at once: an animation that the next key breaks off ends anywhere.
      "--disable-smooth-scrolling",
    ],
  });
  // Playwright's own limit of 30 s is for what hangs, too: a machine that is busy draws a page in its own time.
  context.setDefaultTimeout(120_000);
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, close };
}
