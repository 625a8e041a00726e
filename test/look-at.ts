import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "./running-daemon.ts";

export interface Sizes {
  readonly [name: string]: { readonly width: number; readonly height: number };
}

/**
 * A picture of a page in every size, for people, below screenshots/; and for the test what a person would complain
 * about: what is cut off, covered, out of sight, too small to touch, or lies over something else.
 */
export async function lookAt(page: Page, name: string, sizes: Sizes): Promise<readonly string[]> {
  const folder = join(root, "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.addScriptTag({ path: join(root, "test/layout-faults.js") });
  const faults: string[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))");
    await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
    const found = (await page.evaluate("layoutFaults()")) as readonly string[];
    faults.push(...found.map((fault) => `${size}: ${fault}`));
  }
  return faults;
}
