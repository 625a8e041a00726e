import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { Unusable } from "./model-sides/unusable.ts";
import type { DaemonTimes } from "./picks-sides/daemon-side.ts";
import type { FigureTimes } from "./picks-sides/figure-times.ts";
import { fileOf, madeUpMusic, type Song } from "./picks-sides/made-up-music.ts";
import { mien, restMs } from "./picks-sides/mien-picks.ts";
import { type PickTimes, yardstick } from "./picks-sides/pick-times.ts";
import { days, hoursADay } from "./picks-sides/room.ts";
import { figuresOf, playAWeek, type WeekFigures } from "./picks-sides/week.ts";
import { leastRecent, shuffler } from "./picks-sides/yardsticks.ts";

export const title = "A week of picks, beside shuffle and least recently played; and how long one takes";
export const help = [
  "npm run bench -- picks [--tracks N,N] [--million]",
  "  --tracks   library sizes; 500,5000,100000 unless told otherwise. One pick is timed in the largest.",
  "  --million  times picks in a library of a million tracks as well. Takes some minutes.",
].join("\n");

export interface PicksFigures {
  weeks: readonly ({ tracks: number; by: string } & WeekFigures)[];
  times: readonly { tracks: number; rows: readonly PickTimes[] }[];
  figures: readonly FigureTimes[];
}

export async function run(args: readonly string[]): Promise<PicksFigures> {
  const options = { tracks: { type: "string" }, million: { type: "boolean" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const sizes = (values.tracks ?? "500,5000,100000").split(",").map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new Unusable(`--tracks takes whole numbers from 100 on with commas between, not ${values.tracks}.`);

  const weeks: PicksFigures["weeks"][number][] = [];
  const times: PicksFigures["times"][number][] = [];
  const figures: FigureTimes[] = [];
  for (const tracks of sizes) {
    const songs = madeUpMusic(tracks);
    const add = async (by: string, choose: Parameters<typeof playAWeek>[0]) => {
      weeks.push({ tracks, by, ...figuresOf(await playAWeek(choose), restMs) });
    };
    await inFolder(async (file) => {
      await inStore(file, songs, (store) => add("Mien", mien(store, songs)));
      if (tracks !== Math.max(...sizes)) return;
      const timed = await timedIn(file);
      times.push({ tracks, rows: timed.picks });
      figures.push(...timed.figures);
    });
    await add("shuffle within the mood", shuffler(songs));
    await add("least recently played", leastRecent(songs));
  }
  if (values.million === true) {
    const tracks = 1_000_000;
    await inFolder(async (file) => {
      await inStore(file, madeUpMusic(tracks));
      times.push({ tracks, rows: (await timedIn(file)).picks });
    });
  }
  return { weeks, times, figures };
}

async function inFolder(work: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "mien-bench-picks-"));
  try {
    await work(join(folder, "mien.db"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function inStore(
  file: string,
  songs: readonly Song[],
  work: (store: Store) => Promise<void> = async () => undefined,
): Promise<void> {
  const log = { warn: (details: object, message: string) => console.warn(message, details) };
  const store = await openStore({ file, log });
  try {
    for (let from = 0; from < songs.length; from += 500)
      await store.library.put(songs.slice(from, from + 500).map(fileOf));
    await work(store);
  } finally {
    await store.close();
  }
}

async function timedIn(file: string): Promise<DaemonTimes> {
  const side = fork(new URL("./picks-sides/daemon-side.js", import.meta.url), [file]);
  const ended = once(side, "exit").then(([code]) => {
    throw new Error(`The process that times picks ended with ${code}.`);
  });
  const [times] = await Promise.race([once(side, "message"), ended]);
  return times as DaemonTimes;
}

export function table({ weeks, times, figures }: PicksFigures): string {
  const columns = [
    ["songs", (week: WeekFigures) => `${week.plays}`],
    ["different", (week: WeekFigures) => `${week.distinct}`],
    ["again that day", (week: WeekFigures) => `${(100 * week.repeatedWithinADay).toFixed(1)} %`],
    ["within its rest", (week: WeekFigures) => `${week.withinRest}`],
    ["artist in a row", (week: WeekFigures) => `${week.artistTwiceInARow}`],
    ["artist gap, min", (week: WeekFigures) => week.shortestArtistGap.toFixed(0)],
    ["median", (week: WeekFigures) => week.medianArtistGap.toFixed(0)],
    ["two hours share", (week: WeekFigures) => `${week.sharedByTwoHours}`],
    ["distance", (week: WeekFigures) => week.meanDistance.toFixed(3)],
  ] as const;
  const line = (name: string, cells: readonly string[]) =>
    name.padEnd(26) +
    cells.map((cell, index) => cell.padStart((columns[index]?.[0].length ?? 8) + 2)).join("");
  const sizes = [...new Set(weeks.map(({ tracks }) => tracks))];
  return [
    `A week of ${days} days with ${hoursADay} opening hours; the room's mood wanders, all three play to the same one.`,
    ...sizes.flatMap((size) => [
      "",
      line(
        `${size.toLocaleString("en")} tracks`,
        columns.map(([name]) => name),
      ),
      ...weeks
        .filter(({ tracks }) => tracks === size)
        .map((week) =>
          line(
            week.by,
            columns.map(([, cell]) => cell(week)),
          ),
        ),
    ]),
    ...times.flatMap(({ tracks, rows }) => [
      "",
      timesLine(`milliseconds, ${tracks.toLocaleString("en")} tracks`, [
        "p50",
        "p99",
        "loop p50",
        "loop p99",
        "its CPU",
        "longest",
        "CPU",
        "questions",
      ]),
      ...rows.map(({ name, p50, p99, busyP50, busyP99, ownP99, longestTurn, cpu }) =>
        timesLine(name, [
          ...[p50, p99, busyP50, busyP99, ownP99, longestTurn, cpu].map((value) => value.toFixed(2)),
          (cpu / (rows.find((row) => row.name === yardstick)?.cpu ?? Number.NaN)).toFixed(1),
        ]),
      ),
    ]),
    "",
    "loop: how long the daemon's loop was busy with one, all its turns together; its CPU: the p99 of that without",
    "the time that the thread waited for a core. Longest: the loop's longest single turn in 500 of them, by CPU as well.",
    "CPU: of all threads, the mean. Questions: that by what the question with nothing to do takes, which is more on a",
    "busy machine as well.",
    "",
    timesLine("milliseconds, figures for the owner", ["p50", "own CPU", "at first"]),
    ...figures.map(({ name, ms, ownCpuMs, ownCpuFirstMs }) =>
      timesLine(
        name,
        [ms, ownCpuMs, ownCpuFirstMs].map((value) => value.toFixed(2)),
      ),
    ),
    "own CPU: of the daemon's own thread, all its turns together, the median; and the first time, before any code is compiled.",
  ].join("\n");
}

function timesLine(name: string, cells: readonly string[]): string {
  return name.padEnd(54) + cells.map((cell) => cell.padStart(10)).join("");
}
