import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { knownReaders } from "./known-readers.ts";
import { udevRules } from "./udev-rules.ts";

const root = resolve(import.meta.dirname, "../../../..");
const installed = join(root, "systemd/udev/rules.d/70-mien.rules");

test("the rules that are installed are those of the readers that Mien knows", () => {
  expect(readFileSync(installed, "utf8"), "run: node dist/src/daemon/cards/udev-rules-main.js").toBe(
    udevRules(),
  );
});

test("each known reader has its rule, and what is no reader leaves before anything is done", () => {
  const lines = udevRules().split("\n");
  expect(lines.filter((line) => line.endsWith('ENV{MIEN_READER}="1"'))).toHaveLength(knownReaders.length);
  const leaves = lines.indexOf('ENV{MIEN_READER}!="1", GOTO="mien_end"');
  const deeds = lines.flatMap((line, n) =>
    /inhibited|MODE=|LIBINPUT/.test(line) && !line.startsWith("#") ? [n] : [],
  );
  expect(deeds.length).toBeGreaterThan(3);
  expect(Math.min(...deeds)).toBeGreaterThan(leaves);
});

describe("scripts/card-reader", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mien-udev-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(join(root, "scripts/card-reader"), args, {
      env: { ...process.env, MIEN_UDEV_FOLDER: folder },
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  };
  const rules = () => readFileSync(join(folder, "69-mien-readers.rules"), "utf8").split("\n").slice(1);

  test("marks a reader for the rules that come after, once, and takes the mark back", () => {
    expect(run("1a2b:00Ff").status).toBe(0);
    expect(run("1A2B:00ff").status).toBe(0);
    expect(run("0001:0002").status).toBe(0);
    expect(rules()).toEqual([
      'KERNELS=="*:1A2B:00FF.*", ENV{MIEN_READER}="1"',
      'KERNELS=="*:0001:0002.*", ENV{MIEN_READER}="1"',
      "",
    ]);
    expect(run("--list").said).toBe("1a2b:00ff\n0001:0002\n");
    expect(run("--remove", "1a2b:00ff").status).toBe(0);
    expect(run("--list").said).toBe("0001:0002\n");
    expect(run("--remove", "1a2b:00ff")).toMatchObject({
      status: 1,
      said: expect.stringContaining("--list"),
    });
  });

  test.each(["046d", "*:*", '1234:5678", RUN+="/bin/sh', "12345:678", "1234:567g"])(
    "writes nothing for %j, and says what a reader's numbers look like",
    (given) => {
      expect(run(given)).toMatchObject({ status: 1, said: expect.stringContaining("1234:5678") });
      expect(run("--list").said).toBe("");
    },
  );

  test.each([["--help"], []])("tells how it is used (%s)", (...args: string[]) => {
    expect(run(...args)).toMatchObject({
      status: 0,
      said: expect.stringContaining("keyboard that you type with"),
    });
  });
});
