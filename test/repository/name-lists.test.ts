import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../running-daemon.ts";

test("no page parts the names of artists by a comma of its own: each language has another", () => {
  const ui = join(root, "src/ui");
  const files = readdirSync(ui, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((path) => /artists\.join\(/.test(readFileSync(join(ui, path), "utf8")))).toEqual([]);
});
