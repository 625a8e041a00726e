import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { Crowd } from "../bench/pages-sides/crowd.ts";
import { within } from "../bench/recovery-sides/within.ts";
import { aims, type ScreensFigures, table } from "../bench/screens.ts";
import { bytesOf } from "../bench/screens-sides/page-bytes.ts";
import { shareOfCore } from "../bench/screens-sides/weather-cost.ts";

// The arithmetic of `npm run bench -- screens`; the run itself takes minutes and a machine with nothing else to do.

test("what a page names is told from what comes later, and fonts and pictures from both", () => {
  const page =
    '<link rel="stylesheet" href="/assets/t.css"><script type="module" src="/assets/app.js"></script>';
  const fetched = [
    { path: "/assets/t.css", kind: "stylesheet", bytes: 2_000, encoding: "br" },
    { path: "/assets/app.js", kind: "script", bytes: 40_000, encoding: "br" },
    { path: "/assets/sheet.js", kind: "script", bytes: 16_000, encoding: "gzip" },
    { path: "/assets/f.woff2", kind: "font", bytes: 50_000, encoding: "none" },
    { path: "/api/tracks/1/cover", kind: "image", bytes: 9_000, encoding: "none" },
  ];
  expect(bytesOf(page, fetched)).toEqual({
    ...{ named: 42_000, later: 16_000, fonts: 50_000, encodings: ["br", "gzip"] },
  });
});

test("a share of a core counts what the same processes spent in between, and nothing of who came or went", () => {
  const before = new Map([
    [1, 1_000],
    [2, 500],
    [3, 9_000],
  ]);
  const after = new Map([
    [1, 1_060],
    [2, 540],
    [4, 700],
  ]);
  // 100 ticks of a hundredth of a second in 20 s.
  expect(shareOfCore(before, after, 20_000)).toBe(5);
  expect(shareOfCore(before, before, 20_000)).toBe(0);
});

test("the table says of each aim whether it is met", () => {
  const spread = (ms: number) => ({ p50Ms: ms, p99Ms: ms, maxMs: ms });
  const loads = { firstPaint: spread(300), firstState: spread(1_200), word: spread(90) };
  const touch = spread(40);
  // Nine of ten touches in time are not all of them.
  const oneLate = { ...touch, maxMs: 140 };
  const touches = {
    wake: oneLate,
    pick: touch,
    playPause: touch,
    volume: touch,
    dial: touch,
    signIn: touch,
    word: touch,
  };
  const figures: ScreensFigures = {
    slowdown: 4,
    bytes: { named: 45_311, later: 16_089, fonts: 106_980, encodings: ["br"] },
    ...{ loads, touches, crowded: { phones: 200, asked: 900, unanswered: 0, loads, touches } },
    weather: { moving: 3, still: 0.8, weather: 2.2 },
  };
  const lines = table(figures).split("\n");
  const verdict = (name: string): boolean | undefined => {
    const line = lines.find((one) => one.trim().startsWith(name));
    return line === undefined ? undefined : !line.includes("NOT MET") && line.includes("met");
  };
  expect(verdict("script and style")).toBe(true);
  expect(verdict("first paint")).toBe(true);
  expect(verdict("first state")).toBe(false);
  expect(verdict("the page wakes")).toBe(false);
  expect(verdict("the volume")).toBe(true);
  expect(verdict("the liveliest weather")).toBe(true);
  expect(figures.bytes.named).toBeLessThan(aims.bytes);
});

async function crowdThat(does: string): Promise<Crowd<{ do: string }, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), "mien-crowd-"));
  const main = join(folder, "main.mjs");
  await writeFile(main, `process.on("message", (order) => { ${does} });`);
  const crowd = new Crowd<{ do: string }, unknown>("guests", pathToFileURL(main));
  onTestFinished(() => {
    crowd.stop();
    return rm(folder, { recursive: true });
  });
  return crowd;
}

test("a crowd answers one order after the other", async () => {
  const crowd = await crowdThat("process.send({ heard: order.do });");
  expect(await crowd.ask({ do: "open" })).toEqual({ heard: "open" });
  expect(await crowd.ask({ do: "tell" })).toEqual({ heard: "tell" });
});

test("a crowd that dies of an order ends the bench, and so does one that is asked when it is dead", async () => {
  const crowd = await crowdThat("process.exit(3);");
  await expect(crowd.ask({ do: "open" })).rejects.toThrow(
    'The crowd of guests ended (3) before "open" was answered.',
  );
  await expect(crowd.ask({ do: "tell" })).rejects.toThrow(
    'The crowd of guests ended (3) before "tell" was answered.',
  );
});

test("what never comes is named", async () => {
  const crowd = await crowdThat("");
  await expect(crowd.ask({ do: "open" }, 50)).rejects.toThrow(
    'Waited 0.05 s for the crowd of guests to answer "open".',
  );
  expect(await within("what is there", 60_000, Promise.resolve(7))).toBe(7);
});
