import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { labelPoints } from "../src/protocol/circumplex.ts";
import type { CandidateQuery } from "../src/protocol/library.ts";
import type { Affect } from "../src/protocol/mood.ts";
import { seededRandom } from "../src/recommend/random.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { anyCandidate, playBegun } from "../src/store/testing.ts";
import { Unusable } from "./model-sides/unusable.ts";
import { MadeUpLibrary, type Placing } from "./store-sides/made-up-library.ts";
import { longestGapMs, percentile, type Times, times } from "./store-sides/times.ts";

export const title = "The store with a large library";
export const help = "npm run bench -- store [--tracks N]   N is 100,000 unless told otherwise.";

export interface StoreFigures {
  tracks: number;
  databaseMb: number;
  putTracksPerSecond: number;
  putCpuMsPerThousand: number;
  /** The longest that the daemon's loop was held, medians: of each put of 500 tracks, and of doing nothing. */
  loopGapMs: { putting: number; idle: number };
  /** From opening a store whose library is known to its first candidates. */
  firstCandidatesMs: number;
  memoryMb: number;
  rows: readonly (Times & { name: string })[];
}

export async function run(args: readonly string[]): Promise<StoreFigures> {
  const { values } = parseArgs({ args: [...args], options: { tracks: { type: "string" } } });
  const tracks = Number(values.tracks ?? 100_000);
  if (!Number.isInteger(tracks) || tracks < 1000)
    throw new Unusable(`--tracks takes a whole number from 1000 on, not ${values.tracks}.`);
  const scattered = await inNewStore(tracks, "scattered", async (store) => [
    ...(await measurePicks(store, "scattered")),
    ...(await measureLists(store)),
    ...(await measurePeople(store)),
  ]);
  const sixPoints = await inNewStore(tracks, "six points", (store) => measurePicks(store, "at six points"));
  return { ...scattered, tracks, rows: [...scattered.rows, ...sixPoints.rows] };
}

export function table(figures: StoreFigures): string {
  const cells = (values: readonly (number | string)[]): string =>
    values.map((value) => (typeof value === "string" ? value : value.toFixed(2)).padStart(9)).join("");
  const { loopGapMs } = figures;
  return [
    `${figures.tracks} tracks, ${figures.databaseMb.toFixed(0)} MB, put at ${figures.putTracksPerSecond.toFixed(0)} a second ` +
      `(${figures.putCpuMsPerThousand.toFixed(0)} ms of CPU a thousand); meanwhile the daemon's loop`,
    `is held for ${loopGapMs.putting.toFixed(1)} ms at most, and for ${loopGapMs.idle.toFixed(1)} ms when nothing is put. ` +
      `Opened again, the first candidates come`,
    `after ${figures.firstCandidatesMs.toFixed(0)} ms; the process then has ${figures.memoryMb.toFixed(0)} MB.`,
    "",
    `${"milliseconds".padEnd(58)}${cells(["p50", "p99", "CPU"])}`,
    ...figures.rows.map(({ name, p50, p99, cpu }) => `${name.padEnd(58)}${cells([p50, p99, cpu])}`),
  ].join("\n");
}

async function row(name: string, count: number, work: (index: number) => Promise<unknown>) {
  return { name, ...(await times(count, work)) };
}

type Rows = StoreFigures["rows"];
type Built = Omit<StoreFigures, "tracks">;

async function inNewStore(
  tracks: number,
  placing: Placing,
  measure: (store: Store) => Promise<Rows>,
): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), "mien-bench-store-"));
  const file = join(folder, "mien.db");
  const log = { warn: (details: object, message: string) => console.warn(message, details) };
  try {
    const building = await openStore({ file, log });
    const put = await putAll(building, tracks, placing);
    await building.close();

    const openedAt = performance.now();
    const store = await openStore({ file, log });
    try {
      await store.library.candidates(anyCandidate());
      const firstCandidatesMs = performance.now() - openedAt;
      const memoryMb = process.memoryUsage.rss() / 1e6;
      const rows = await measure(store);
      return { ...put, databaseMb: (await stat(file)).size / 1e6, firstCandidatesMs, memoryMb, rows };
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function putAll(store: Store, tracks: number, placing: Placing) {
  const library = new MadeUpLibrary(tracks, placing);
  const putting: number[] = [];
  const idle: number[] = [];
  let tookMs = 0;
  let cpuMs = 0;
  for (let from = 0; from < tracks; from += 500) {
    const count = Math.min(500, tracks - from);
    const files = Array.from({ length: count }, (_, index) => library.file(from + index));
    // A turn of the loop first, so that making the files is not counted.
    if (from % 25_000 === 0) idle.push(await longestGapMs(() => sleep(100)));
    const put = async (): Promise<void> => {
      const { p50, cpu } = await times(1, () => store.library.put(files));
      tookMs += p50;
      cpuMs += cpu;
    };
    putting.push(await longestGapMs(put));
  }
  return {
    loopGapMs: { putting: percentile(putting, 0.5), idle: percentile(idle, 0.5) },
    putTracksPerSecond: (tracks * 1000) / tookMs,
    putCpuMsPerThousand: (cpuMs * 1000) / tracks,
  };
}

async function measurePicks(store: Store, placing: string): Promise<Rows> {
  const { library, plays } = store;
  const random = seededRandom(2);
  const anywhere = (): Affect => ({ valence: random() * 2 - 1, arousal: random() * 2 - 1 });
  const now = 1_700_000_000_000;
  // Some tracks are resting, as in a place where music plays all day.
  for (let index = 0; index < 300; index++) {
    const [candidate] = await library.candidates(anyCandidate({ target: anywhere(), limit: 1 }));
    if (candidate !== undefined)
      await plays.begin(playBegun(`resting ${index}`, candidate.track, { startedAt: now }));
  }
  const artists = (await library.artists({ search: null, limit: 40 })).map(({ name }) => name);
  const rules = (target: Affect): CandidateQuery =>
    anyCandidate({ target, notPlayedSince: now, notArtists: artists.slice(0, 2), allowExplicit: false });
  const narrow = {
    languages: ["de"],
    onlyArtists: artists.slice(2),
    shortestMs: 120_000,
    longestMs: 180_000,
    highestArousal: 0.2,
  };
  /** What a ladder asks at worst: one rule after the other is given up. */
  const ladder = async (target: Affect): Promise<void> => {
    const strict = { ...rules(target), ...narrow };
    const rungs: CandidateQuery[] = [
      strict,
      { ...strict, onlyArtists: null },
      { ...strict, onlyArtists: null, languages: null },
      { ...strict, onlyArtists: null, languages: null, longestMs: null },
      { ...rules(target), shortestMs: 120_000 },
      rules(target),
      { ...rules(target), notPlayedSince: now + 1 },
      { ...rules(target), notPlayedSince: now + 1, notArtists: [] },
    ];
    for (const query of rungs) await library.candidates(query);
  };
  const here = anywhere();
  const there = (name: string, count: number, work: () => Promise<unknown>) =>
    row(`${name}, ${placing}`, count, work);
  return [
    await there("500 candidates, each time elsewhere", 300, () => library.candidates(rules(anywhere()))),
    await there("500 candidates, the same place again", 300, () => library.candidates(rules(here))),
    await there("candidates by five narrow rules", 300, () =>
      library.candidates({ ...rules(anywhere()), ...narrow }),
    ),
    await there("a pick of eight questions, each time elsewhere", 100, () => ladder(anywhere())),
    await there("a pick of eight questions, in the same mood", 100, () => ladder(here)),
  ];
}

async function measureLists({ library }: Store): Promise<Rows> {
  const page = { limit: 50, offset: 0 };
  const random = seededRandom(3);
  const { total } = await library.list({ ...page, search: null });
  /** What somebody types letter by letter who looks for a song of the library. */
  const keys: string[] = [];
  while (keys.length < 400) {
    const { tracks } = await library.list({ limit: 1, offset: Math.floor(random() * total), search: null });
    for (const track of tracks) {
      const typed = `${track.title.split(" ")[0]} ${track.artists[0]}`.toLowerCase();
      for (let length = 1; length <= Math.min(14, typed.length); length++) keys.push(typed.slice(0, length));
    }
  }
  const ofMood = (highestArousal: number) => ({
    ...{ search: null, limit: 40, offset: 0 },
    filter: {
      ...{ near: labelPoints.elated, mood: "elated" as const },
      rules: { shortestMs: null, longestMs: null, hours: [{ allowExplicit: false, highestArousal }] },
    },
  });
  const latin = keys.filter((typed) => /^[ -~]/.test(typed));
  const signs = keys.filter((typed) => !/^[ -~]/.test(typed));
  const mistyped = latin
    .filter((typed) => /^[a-z]{5,}$/.test(typed))
    .map((typed) => typed.replace(/^(..)(.)(.)/, "$1$3$2"));
  return [
    await row("a search, at each letter as it is typed, first 50", latin.length, (index) =>
      library.list({ ...page, search: latin[index] ?? "" }),
    ),
    await row("the same in Japanese", signs.length, (index) =>
      library.list({ ...page, search: signs[index] ?? "" }),
    ),
    await row("a word with two letters swapped, and what was meant by it", mistyped.length, (index) =>
      library.list({ ...page, search: mistyped[index] ?? "", orNearly: true }),
    ),
    await row("the first, only what nobody placed", keys.length, (index) =>
      library.list({ ...page, search: keys[index] ?? "", filter: { from: "none" } }),
    ),
    await row("a mood of which nothing may be heard, as a phone asks for it", 100, () =>
      library.list(ofMood(-1)),
    ),
    await row("a mood as a phone asks for it", 100, () => library.list(ofMood(1))),
    await row("the first 50 by title", 100, () => library.list({ ...page, search: null })),
    await row("the mood map in 40 × 40 squares", 100, () => library.map(40)),
    await row("artists by part of their name", 100, () => library.artists({ search: "ka", limit: 20 })),
  ];
}

async function measurePeople(store: Store): Promise<Rows> {
  const { library, plays } = store;
  const random = seededRandom(4);
  const some = await library.candidates(anyCandidate({ limit: 100 }));
  const target = { valence: 0, arousal: 0 };
  const factors = { closeness: random(), novelty: random(), trust: random(), preference: random() };
  const slate = some.map(({ track }) => ({
    ...{ trackId: track.id, distance: random(), restMs: 1e9 * random(), ...factors },
    ...{ score: random(), probability: random() / 100 },
  }));
  const track = (index: number) => {
    const found = some[index % some.length]?.track;
    if (found === undefined) throw new Error("The library has no candidate.");
    return found;
  };
  return [
    await row("a play begins, with a slate of 100", 200, (index) =>
      plays.begin(
        playBegun(`play ${index}`, track(index), {
          slate: { pickerVersion: "1", target, candidates: slate },
        }),
      ),
    ),
    await row("a person moves a song", 200, (index) => library.correct([track(index).id], target)),
    await row("a question to the worker and back, with nothing to do", 300, () => store.place()),
  ];
}
