import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refusals } from "../src/ui/refusal-words.ts";
import { root } from "./running-daemon.ts";

test("every refusal that pages know by its sentence is one that the daemon says", () => {
  const daemon = join(root, "src/daemon");
  const sources = readdirSync(daemon, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(daemon, path), "utf8"))
    .join("");
  expect(Object.values(refusals).filter((sentence) => !sources.includes(sentence))).toEqual([]);
});
