import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../running-daemon.ts";

const axe = createRequire(import.meta.url).resolve("axe-core");

export interface Sizes {
  readonly [name: string]: { readonly width: number; readonly height: number };
}

/**
 * A picture of a page in every size, for people, below screenshots/; and for the test what a person would complain
 * about: what is cut off, covered, out of sight, too small to touch, lies over something else, or has no name for those
 * who listen to it.
 */
export async function lookAt(page: Page, name: string, sizes: Sizes): Promise<readonly string[]> {
  const pictures = join(root, "screenshots", name);
  mkdirSync(dirname(pictures), { recursive: true });
  await bring(page, join(root, "test/screens/layout-faults.js"));
  const faults: string[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))");
    await page.screenshot({ path: `${pictures}-${size}.png` });
    const found = (await page.evaluate("layoutFaults()")) as readonly string[];
    // At each size: what is hidden there, or scrolls only there, is judged there alone.
    faults.push(...[...found, ...(await missedByScreenReaders(page))].map((fault) => `${size}: ${fault}`));
  }
  return faults;
}

/** A script tag would not do: the daemon's pages run no script but their own. */
async function bring(page: Page, path: string): Promise<void> {
  await page.evaluate(`(() => {${readFileSync(path, "utf8")}\n})()`);
}

/** By axe-core's rules, one line for each. Contrast is reckoned elsewhere: it knows no gradients. */
async function missedByScreenReaders(page: Page): Promise<readonly string[]> {
  if (await page.evaluate("window.axe === undefined")) await bring(page, axe);
  const { violations } = (await page.evaluate(`axe.run(document, {
    resultTypes: ["violations"],
    selectors: false,
    preload: false,
    rules: { "color-contrast": { enabled: false } },
  })`)) as { violations: readonly { id: string; help: string; nodes: readonly { html: string }[] }[] };
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}
