import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Budget } from "./budget.ts";
import { architectureNamed } from "./images/architecture.ts";
import { readRelease } from "./images/release.ts";
import { JsonSocket } from "./machine/json-socket.ts";
import { type Part, record, rms } from "./machine/sound.ts";
import { until } from "./machine/until.ts";
import { table } from "./table.ts";

describe("what is heard", () => {
  const samples = (value: (index: number) => number) =>
    Buffer.from(Int16Array.from({ length: 4_410 }, (_, index) => Math.round(value(index) * 32_767)).buffer);

  test("is 0 for silence and for nothing at all", () => {
    expect(rms(samples(() => 0))).toBe(0);
    expect(rms(Buffer.alloc(0))).toBe(0);
  });

  test("is the root of a half for a sine of full scale", () => {
    expect(rms(samples((index) => Math.sin((index * Math.PI) / 50)))).toBeCloseTo(Math.SQRT1_2, 2);
  });
});

describe("the longest silence", () => {
  const rate = 8_000;
  const second = (level: number) => Buffer.from(Int16Array.from({ length: rate }, () => level).buffer);
  const [music, quiet, silence] = [second(3_000), second(100), second(0)];
  const longest = (sounds: Buffer[], parts: Part[] = [{ atS: 0, offset: 0 }]) =>
    record({ samples: Buffer.concat(sounds), parts, rate }).longestSilence({
      windowS: 0.1,
      musicFloor: 0.01,
      silenceFloor: 0.001,
    });

  test("is counted from the first music on", () => {
    expect(longest([silence, silence, silence, music, silence, music])).toBeCloseTo(1);
  });

  test("goes on to the end where no music comes again", () => {
    expect(longest([music, silence, music, silence, silence])).toBeCloseTo(2);
  });

  test("is none in music without a break", () => {
    expect(longest([music, music])).toBeCloseTo(0);
  });

  test("is none where music is only quiet", () => {
    expect(longest([music, quiet, music])).toBeCloseTo(0);
  });

  test("is what no recorder has heard", () => {
    const parts = [
      { atS: 10, offset: 0 },
      { atS: 14, offset: music.length },
    ];
    expect(longest([music, music], parts)).toBeCloseTo(3);
  });
});

describe("QEMU and its agent", () => {
  let folder: string;
  let server: Server;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mien-harness-"));
    path = join(folder, "socket");
  });

  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Answers each line that it hears with what `answer` makes of it. */
  function listen(answer: (question: { execute: string; arguments: { id?: number } }) => object[]): void {
    server = createServer((socket) => {
      socket.on("data", (chunk) => {
        for (const line of String(chunk).trim().split("\n"))
          for (const one of answer(JSON.parse(line))) socket.write(`${JSON.stringify(one)}\n`);
      });
    }).listen(path);
  }

  test("are asked one thing after the other, and events between are no answers", async () => {
    listen(({ execute }) => [{ event: "RESET" }, { return: execute }]);
    const socket = await JsonSocket.open("QEMU", path);
    expect(await Promise.all([socket.ask("first"), socket.ask("second")])).toEqual(["first", "second"]);
    socket.close();
  });

  test("refuse in their own words", async () => {
    listen(() => [{ error: { desc: "no such device" } }]);
    const socket = await JsonSocket.open("QEMU", path);
    await expect(socket.ask("device_del")).rejects.toThrow("QEMU refused device_del: no such device");
    socket.close();
  });

  test("are in step once what they were asked before they ran has been answered", async () => {
    listen(({ execute, arguments: { id } }) =>
      execute === "guest-sync" ? [{ return: {} }, { return: 0 }, { return: id }] : [{ return: "now" }],
    );
    const socket = await JsonSocket.open("The agent", path);
    await socket.sync(1_000);
    expect(await socket.ask("guest-info")).toBe("now");
    socket.close();
  });

  test("that go away are named with what they were asked", async () => {
    listen(() => []);
    const socket = await JsonSocket.open("The agent", path);
    const asked = socket.ask("guest-exec");
    socket.close();
    await expect(asked).rejects.toThrow("The agent went away without an answer to guest-exec.");
    await expect(socket.ask("guest-sync")).rejects.toThrow("The agent went away");
  });

  test("that do not answer are named with what they were asked", async () => {
    listen(() => []);
    const socket = await JsonSocket.open("The agent", path);
    await expect(socket.ask("guest-exec", {}, 50)).rejects.toThrow(
      "The agent left guest-exec without an answer",
    );
    socket.close();
  });
});

describe("a release", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mien-harness-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A tarball that says so of itself. */
  function tarball(facts: string): string {
    mkdirSync(join(folder, "mien-1.2.3"));
    writeFileSync(join(folder, "mien-1.2.3/RELEASE"), facts);
    const path = join(folder, "mien.tar.gz");
    execFileSync("tar", ["-C", folder, "-czf", path, "mien-1.2.3"]);
    return path;
  }

  test("is installed in a machine of the kind that it was built for", async () => {
    const path = tarball("version 1.2.3\narch arm64\ndebian 13\npackages mpv libc6\n");
    expect(await readRelease(path)).toMatchObject({
      version: "1.2.3",
      architecture: architectureNamed("arm64"),
      codename: "trixie",
      packages: ["mpv", "libc6"],
    });
  });

  test.each(["arch riscv64\ndebian 12", "arch x64\ndebian 11"])("for %j has no machine", async (facts) => {
    await expect(readRelease(tarball(`version 1.2.3\n${facts}\n`))).rejects.toThrow(
      "there are machines with",
    );
  });
});

test("what is waited for in vain is named", async () => {
  await expect(until("music", () => false, 150)).rejects.toThrow("Waited 0.15 s in vain for music.");
});

describe("the time that a run may take", () => {
  test("has room for what ends in it as thought, with a tenth of it to spare", () => {
    expect(new Budget(100).hasRoomFor(90)).toBe(true);
    expect(new Budget(100).hasRoomFor(91)).toBe(false);
    expect(new Budget(Number.POSITIVE_INFINITY).hasRoomFor(1_000_000)).toBe(true);
  });

  test("has less on a host that takes twice as long as thought, and more on a fast one", () => {
    const slow = new Budget(100);
    slow.took({ seconds: 40, thoughtS: 20 });
    expect([slow.hasRoomFor(25), slow.hasRoomFor(26)]).toEqual([true, false]);
    const fast = new Budget(100);
    fast.took({ seconds: 10, thoughtS: 20 });
    expect([fast.hasRoomFor(160), fast.hasRoomFor(161)]).toEqual([true, false]);
  });
});

test("the table has a line for each scenario", () => {
  const allowedS = 2;
  expect(
    table([
      { scenario: "SIGKILL of mpv", times: 3, silenceS: 0.84, allowedS, result: "passed", tookS: 61.4 },
      { scenario: "an update", times: 1, silenceS: null, allowedS: null, result: "failed", tookS: 7 },
    ]).split("\n"),
  ).toEqual([
    "scenario        times  longest silence  allowed  result  took",
    "SIGKILL of mpv  3      0.8 s            2.0 s    passed  61 s",
    "an update       1      —                —        failed  7 s",
  ]);
});
