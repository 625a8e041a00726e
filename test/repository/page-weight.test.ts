import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pages } from "../../src/daemon/http/routes/pages.ts";
import { root } from "../running-daemon.ts";

const MOST_BYTES = 60_000;
const ui = join(root, "dist/ui");

/** Bytes of all scripts and styles that a page names, as the daemon sends them to a browser without anything newer. */
function weight(page: string): number {
  const named = [...readFileSync(join(ui, page), "utf8").matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)];
  expect(named.length).toBeGreaterThan(1);
  return named.reduce((sum, [, path]) => sum + statSync(join(ui, `${path}.gz`)).size, 0);
}

test.each(["index", ...pages.filter((page) => page !== "phone")].map((page) => `${page}.html`))(
  "%s asks for less than 60 KB of script and style, compressed",
  (page) => {
    expect(weight(page)).toBeLessThan(MOST_BYTES);
  },
);

test("a guest's phone asks for less than 40 KB", () => {
  expect(weight("phone.html")).toBeLessThan(40_000);
});
