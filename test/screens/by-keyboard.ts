import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../running-daemon.ts";

interface Focus {
  name: string;
  seen: boolean;
  inView: boolean;
}

/**
 * Goes through the page by Tab alone, as somebody without a pointer does; answers what can't be reached, and where
 * nobody can see that it was.
 */
export async function missedByKeys(page: Page): Promise<readonly string[]> {
  await page.evaluate(`(() => {${readFileSync(join(root, "test/screens/focus-on-page.js"), "utf8")}\n})()`);
  const usable = (await page.evaluate("usableOnPage()")) as readonly string[];
  if (usable.length === 0) return ["There is nothing on the page that can be used."];
  // Once round, and a little on: the page's end is the browser's own bar, which has no name here.
  // The parts of a day and of a time are a stop each.
  const parts = await page.locator("input[type=date], input[type=time]").count();
  for (let n = 0; n < usable.length + 4 * parts + 4; n++) await page.keyboard.press("Tab");
  const all = (await page.evaluate("focusSeen")) as readonly Focus[];
  // A field of many stops shows the focus at its first; the browser rings the button for its calendar by itself.
  const reached = new Map(all.toReversed().map((focus) => [focus.name, focus]));
  return [
    ...usable.filter((name) => !reached.has(name)).map((name) => `${name} is not reached`),
    ...[...reached.values()].filter(({ seen }) => !seen).map(({ name }) => `${name} shows no focus`),
    ...[...reached.values()].filter(({ inView }) => !inView).map(({ name }) => `${name} is out of sight`),
  ];
}
