import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { longestSilence, rms } from "./machine/ear.ts";
import { JsonSocket } from "./machine/json-socket.ts";
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
  const second = (level: number) => Buffer.from(Int16Array.from({ length: 8_000 }, () => level).buffer);
  const [music, silence] = [second(3_000), second(0)];

  test("is counted from the first music on", () => {
    expect(longestSilence(Buffer.concat([silence, silence, silence, music, silence, music]))).toBe(1);
  });

  test("goes on to the end where no music comes again", () => {
    expect(longestSilence(Buffer.concat([music, silence, music, silence, silence]))).toBe(2);
  });

  test("is none in music without a break", () => {
    expect(longestSilence(Buffer.concat([music, music]))).toBe(0);
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

  test("that do not answer are named with what they were asked", async () => {
    listen(() => []);
    const socket = await JsonSocket.open("The agent", path);
    await expect(socket.ask("guest-exec", {}, 50)).rejects.toThrow(
      "The agent left guest-exec without an answer",
    );
    socket.close();
  });
});

test("what is waited for in vain is named", async () => {
  await expect(until("music", () => false, 150)).rejects.toThrow("Waited 0.15 s in vain for music.");
});

test("the table has a line for each scenario", () => {
  expect(
    table([
      { scenario: "SIGKILL of mpv", result: "held", seconds: 61.4, silenceS: 0.84 },
      { scenario: "an update", result: "failed", seconds: 7, silenceS: null },
    ]).split("\n"),
  ).toEqual([
    "scenario        result  took  longest silence",
    "SIGKILL of mpv  held    61 s  0.8 s",
    "an update       failed  7 s   —",
  ]);
});
