import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { CandidateQuery, ScannedFile } from "../src/protocol/library.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { anyCandidate, playBegun, scannedFile } from "../src/store/testing.ts";

export const title = "The store with a large library";

/** Milliseconds as the daemon waits for them: with the way to the worker and back. */
interface Times {
  p50: number;
  p99: number;
}

export interface StoreFigures {
  tracks: number;
  putTracksPerSecond: number;
  /** The longest that the daemon's loop was held, medians: of each put of 5,000 tracks, and of doing nothing. */
  loopGapMs: { putting: number; idle: number };
  databaseMb: number;
  /** By the way that the library's affects lie: every track elsewhere, or all of them at six points. */
  candidates: { scattered: Times; sixPoints: Times; narrowRules: Times };
  search: Times;
  firstPage: Times;
  beginPlay: Times;
}

/** `--tracks N`, 100,000 unless told otherwise. */
export async function run(args: readonly string[]): Promise<StoreFigures> {
  const given = args[args.indexOf("--tracks") + 1];
  const tracks = args.includes("--tracks") ? Number(given) : 100_000;
  if (!Number.isInteger(tracks) || tracks < 1)
    throw new Error(`--tracks takes a whole number, not ${given}.`);
  const scattered = await inNewStore(tracks, scatteredAffect, measureAll);
  const sixPoints = await inNewStore(tracks, (random) => sixth(random()), measureCandidates);
  return {
    ...scattered,
    tracks,
    candidates: { ...scattered.candidates, sixPoints: sixPoints.candidates },
  };
}

export function table(figures: StoreFigures): string {
  const row = (name: string, { p50, p99 }: Times): string =>
    `${name.padEnd(46)}${p50.toFixed(1).padStart(8)}${p99.toFixed(1).padStart(8)}`;
  return [
    `${figures.tracks} tracks, ${figures.databaseMb.toFixed(0)} MB, put at ${figures.putTracksPerSecond.toFixed(0)} a second;`,
    `meanwhile the daemon's loop is held for ${figures.loopGapMs.putting.toFixed(1)} ms at most, and for ` +
      `${figures.loopGapMs.idle.toFixed(1)} ms when nothing is put.`,
    "",
    `${"milliseconds, with the way to the worker".padEnd(46)}${"p50".padStart(8)}${"p99".padStart(8)}`,
    row("500 candidates, affects scattered", figures.candidates.scattered),
    row("500 candidates, affects at six points", figures.candidates.sixPoints),
    row("500 candidates, nine tenths ruled out", figures.candidates.narrowRules),
    row("a search, first 50 of all", figures.search),
    row("the first 50 by title", figures.firstPage),
    row("a play begins, with a slate of 100", figures.beginPlay),
  ].join("\n");
}

type Affect = CandidateQuery["target"];

function scatteredAffect(random: () => number): Affect {
  return { valence: random() * 2 - 1, arousal: random() * 2 - 1 };
}

function sixth(random: number): Affect {
  const points = [0.7, 0.5, 0.4, -0.6, -0.5, 0];
  const index = Math.floor(random * 6);
  return { valence: points[index] ?? 0, arousal: points[(index + 2) % 6] ?? 0 };
}

async function inNewStore<Figures>(
  tracks: number,
  affect: (random: () => number) => Affect,
  measure: (store: Store, put: PutFigures, file: string) => Promise<Figures>,
): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "mien-bench-store-"));
  const file = join(folder, "mien.db");
  const log = { warn: (details: object, message: string) => console.warn(message, details) };
  try {
    const store = await openStore({ file, log });
    try {
      return await measure(store, await putAll(store, tracks, affect), file);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface PutFigures {
  tracks: number;
  putTracksPerSecond: number;
  loopGapMs: StoreFigures["loopGapMs"];
}

async function putAll(
  store: Store,
  tracks: number,
  affect: (random: () => number) => Affect,
): Promise<PutFigures> {
  const random = seeded(1);
  const putting: number[] = [];
  const idle: number[] = [];
  let tookMs = 0;
  for (let from = 0; from < tracks; from += 5000) {
    const files: ScannedFile[] = [];
    for (let index = from; index < Math.min(from + 5000, tracks); index++)
      files.push(trackFile(index, affect(random)));
    // A turn of the loop first, so that making the files is not counted.
    idle.push(await longestGapMs(() => sleep(100)));
    const put = async (): Promise<void> => {
      const start = performance.now();
      await store.library.put(files);
      tookMs += performance.now() - start;
    };
    putting.push(await longestGapMs(put));
  }
  const loopGapMs = { putting: percentile(putting, 0.5), idle: percentile(idle, 0.5) };
  return { tracks, putTracksPerSecond: (tracks * 1000) / tookMs, loopGapMs };
}

async function longestGapMs(work: () => Promise<unknown>): Promise<number> {
  await sleep(5);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

function trackFile(index: number, point: Affect): ScannedFile {
  const artist = index % 3000;
  return scannedFile(`/music/${artist}/${index}.mp3`, {
    track: {
      title: `${words[index % words.length]} ${words[(index * 7) % words.length]} ${index}`,
      artists: [`Artist ${artist}`],
      album: `Album ${index % 9000}`,
      genres: [words[index % 11] ?? "Pop"],
      explicit: index % 10 !== 0,
      affect: { point, confidence: 0.7, from: "tag" },
    },
  });
}

async function measureCandidates(store: Store): Promise<{ candidates: Times }> {
  const random = seeded(2);
  // Some tracks are resting, as in a place where music plays all day.
  for (let index = 0; index < 300; index++) {
    const [candidate] = await store.library.candidates(
      anyCandidate({ target: scatteredAffect(random), limit: 1 }),
    );
    if (candidate !== undefined) await store.plays.begin(playBegun(`resting ${index}`, candidate.track));
  }
  return {
    candidates: await times(300, () =>
      store.library.candidates(
        anyCandidate({
          target: scatteredAffect(random),
          notPlayedSince: 1,
          notArtists: ["Artist 1", "ARTIST 2"],
        }),
      ),
    ),
  };
}

async function measureAll(store: Store, put: PutFigures, file: string) {
  const random = seeded(3);
  const { candidates: scattered } = await measureCandidates(store);
  const narrowRules = await times(200, () =>
    store.library.candidates(anyCandidate({ target: scatteredAffect(random), allowExplicit: false })),
  );
  const page = { limit: 50, offset: 0 };
  const search = await times(100, (index) =>
    store.library.list({ ...page, search: `${words[index % words.length]?.slice(0, 4)} art` }),
  );
  const firstPage = await times(100, () => store.library.list({ ...page, search: null }));
  const some = await store.library.candidates(anyCandidate({ limit: 100 }));
  const slate = some.map(({ track }) => ({
    trackId: track.id,
    distance: random(),
    restMs: 1e9 * random(),
    closeness: random(),
    novelty: random(),
    trust: random(),
    preference: random(),
    score: random(),
    probability: random() / 100,
  }));
  const beginPlay = await times(200, async (index) => {
    const track = some[index % some.length]?.track;
    if (track === undefined) throw new Error("The library has no candidate.");
    const target = { valence: 0, arousal: 0 };
    await store.plays.begin(
      playBegun(`play ${index}`, track, { slate: { pickerVersion: "1", target, candidates: slate } }),
    );
  });
  const databaseMb = (await stat(file)).size / 1e6;
  return { ...put, databaseMb, candidates: { scattered, narrowRules }, search, firstPage, beginPlay };
}

async function times(count: number, work: (index: number) => Promise<unknown>): Promise<Times> {
  const took: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await work(index);
    took.push(performance.now() - start);
  }
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const words =
  "Amber Blue Cloud Dance Ember Field Golden Harbour Island June Kite Lantern Midnight North Ocean Paper".split(
    " ",
  );

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
