import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refusals } from "../src/ui/refusal-words.ts";
import { fileFaults } from "../src/ui/words/file-fault-words.ts";
import { root } from "./running-daemon.ts";

/** What a room says, wherever in it. */
const source = (room: string): string =>
  readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(root, "src", room, path), "utf8"))
    .join("");

/** Where a sentence names something there is a hole, in its source and in the page's table. */
const holesOfSource = (text: string): string => text.replaceAll(/\$\{[^{}]*\}/g, "{}");
const holesOfTable = (text: string): string => text.replaceAll(/\{\w+\}/g, "{}");

test("every refusal that pages know by its sentence is one that the daemon says", () => {
  const daemon = source("daemon");
  expect(Object.values(refusals).filter((sentence) => !daemon.includes(sentence))).toEqual([]);
});

test("every sentence about a file that the library page knows is one that the daemon says", () => {
  const said = holesOfSource(["daemon", "library", "store"].map(source).join(""));
  const { theFile, ...kinds } = fileFaults;
  const known = [theFile, ...Object.values(kinds).flatMap((kind) => Object.values(kind))];
  expect(known.length).toBeGreaterThan(60);
  expect(known.filter((sentence) => !said.includes(holesOfTable(sentence)))).toEqual([]);
});
