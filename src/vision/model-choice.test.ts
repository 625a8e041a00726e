import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ModelContract, readContract } from "./contract.ts";
import { modelsFolder } from "./forked-vision.ts";
import { chosenPrecision, hashesOf, type ModelChoice, thisMachine } from "./model-choice.ts";
import { makeFolder } from "./testing.ts";
import { faster } from "./time-models.ts";

const main = join(import.meta.dirname, "choose-model-main.js");
let folder: Awaited<ReturnType<typeof makeFolder>>;
let path: string;
let contract: ModelContract;
let other: "fp32" | "int8";
/** For the file that the contract does not prefer, so that following it shows. */
let choice: ModelChoice;

beforeEach(async () => {
  folder = await makeFolder();
  path = join(folder.path, "model-choice.json");
  contract = await readContract(modelsFolder);
  other = contract.preferred === "int8" ? "fp32" : "int8";
  choice = {
    precision: other,
    medianMs: { fp32: 1, int8: 1.5 },
    rounds: 300,
    sha256: hashesOf(contract),
    machine: thisMachine(),
  };
});
afterEach(() => folder.remove());

const write = (value: unknown) => writeFile(path, JSON.stringify(value));

test("the file that was faster on this machine is chosen, and the times are told", async () => {
  await write(choice);
  expect(await chosenPrecision(contract, path)).toEqual({
    precision: other,
    because: "timed on this machine: int8 1.5 ms a face, fp32 1 ms",
  });
});

test.each([
  ["is not there", async () => undefined, "is not there"],
  [
    "is of other model files",
    () => write({ ...choice, sha256: { fp32: "0".repeat(64), int8: "1".repeat(64) } }),
    "other model files",
  ],
  ["is of another machine", () => write({ ...choice, machine: "arm64, Cortex-A72" }), "another machine"],
  ["is cut short", () => writeFile(path, '{"precision": "fp'), "can't be read"],
  ["names no precision that there is", () => write({ ...choice, precision: "fp16" }), "not what"],
  ["names a path instead", () => write({ ...choice, precision: "../../etc/passwd" }), "not what"],
  ["holds more than it should", () => write({ ...choice, extra: true }), "not what"],
  ["is no object", () => write(null), "not what"],
  ["is endless", () => write({ ...choice, machine: "x".repeat(10_000) }), "not what"],
  ["is a folder", () => mkdir(path), "not what"],
  ["is a pipe that nobody writes to", async () => void execFileSync("mkfifo", [path]), "not what"],
])(
  "a choice that %s is not followed: the model's own preference holds, and why is told",
  async (_, spoil, why) => {
    await spoil();
    const chosen = await chosenPrecision(contract, path);
    expect(chosen.precision).toBe(contract.preferred);
    expect(chosen.because).toContain("fer.json prefers it");
    expect(chosen.because).toContain(why);
  },
);

test("without a place to look the model's own preference holds", async () => {
  expect((await chosenPrecision(contract, null)).precision).toBe(contract.preferred);
});

test("the other file wins only when it is faster by more than 5 %", () => {
  expect(faster({ int8: 1, fp32: 0.96 }, "int8")).toBe("int8");
  expect(faster({ int8: 1, fp32: 0.94 }, "int8")).toBe("fp32");
  expect(faster({ int8: 0.96, fp32: 1 }, "fp32")).toBe("fp32");
  expect(faster({ int8: 0.5, fp32: 1 }, "fp32")).toBe("int8");
});

test("choose-model times both shipped files and writes what vision then follows", async () => {
  const said = execFileSync(process.execPath, [main, path], { encoding: "utf8" });
  const written = JSON.parse(await readFile(path, "utf8")) as ModelChoice;
  expect(written.rounds).toBeGreaterThanOrEqual(30);
  expect(written.precision).toBe(faster(written.medianMs, contract.preferred));
  expect(said).toContain(`Vision runs ${written.precision}`);
  const { precision, because } = await chosenPrecision(contract, path);
  expect({ precision, timed: because.startsWith("timed on this machine") }).toEqual({
    precision: written.precision,
    timed: true,
  });
});
