import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { modelReport } from "../../src/daemon/http/routes/model-report.ts";
import { cardSentence } from "../../src/ui/words/model-words.ts";
import { root } from "../running-daemon.ts";

test("the model's page knows every sentence of the card that it draws, and so can translate it", async () => {
  const { mustNot, cannot } = await modelReport(join(root, "models"));
  expect(mustNot.length + cannot.length).toBeGreaterThan(8);
  expect([...mustNot, ...cannot].filter((sentence) => cardSentence(sentence) === null)).toEqual([]);
});

test("every report is of the files that ship", async () => {
  const read = async (name: string) => JSON.parse(await readFile(join(root, "models", name), "utf8"));
  const { version, files } = await read("fer.json");
  const shipped = { fp32: files.fp32.sha256, int8: files.int8.sha256 };
  for (const name of ["evaluation", "parity", "robustness"])
    expect([name, (await read(`report/${name}.json`)).files]).toEqual([name, shipped]);
  for (const { model } of await read("report/served.json")) expect(model.version).toBe(version);
  expect((await read("report/abstention.json")).model.version).toBe(version);
});
