import { FiguresThread } from "../../src/daemon/figures-thread.ts";
import { labelPoints } from "../../src/protocol/circumplex.ts";
import { Policy } from "../../src/protocol/mood.ts";
import { seededRandom } from "../../src/recommend/random.ts";
import type { Store } from "../../src/store/store.ts";
import { anyCandidate, playBegun } from "../../src/store/testing.ts";
import { ownCpuMs } from "../store-sides/own-cpu.ts";
import { percentile } from "../store-sides/times.ts";
import { monday } from "./room.ts";

/** As many as the store gives. */
const songs = 5_000;
const songMs = 240_000;
const mapCells = 20;
const times = 9;

/** One kind of figures, the first time included, when no code has been compiled yet. */
export interface FigureTimes {
  name: string;
  /** The median, as the page waits for it. */
  ms: number;
  /**
   * What the daemon's own thread worked on it, all its turns together: the median, and of the first time. CPU, for on a
   * machine with other work a clock would tell how long the thread had to wait for its turn.
   */
  ownCpuMs: number;
  ownCpuFirstMs: number;
}

/** What the owner's pages ask for: the effect of policies and the mood map, beside a daemon that must not be held. */
export async function timeFigures(store: Store): Promise<readonly FigureTimes[]> {
  await playSongs(store);
  const thread = new FiguresThread();
  const effects = async () => thread.effectsOf(await store.plays.effects(0));
  const map = async () =>
    thread.judgeMap({
      map: await store.library.map(mapCells),
      cells: mapCells,
      points: labelPoints,
      restMinutes: 180,
    });
  return [
    await timed(`what ${songs.toLocaleString("en")} songs did to the room`, effects),
    await timed("the mood map", map),
  ];
}

async function timed(name: string, work: () => Promise<unknown>): Promise<FigureTimes> {
  const took: number[] = [];
  const worked: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    const before = ownCpuMs();
    await work();
    worked.push(ownCpuMs() - before);
    took.push(performance.now() - start);
  }
  return {
    name,
    ms: percentile(took, 0.5),
    ownCpuMs: percentile(worked, 0.5),
    ownCpuFirstMs: worked[0] ?? Number.NaN,
  };
}

async function playSongs({ library, plays }: Store): Promise<void> {
  const [candidate] = await library.candidates(anyCandidate({ limit: 1 }));
  if (candidate === undefined) throw new Error("The library is empty.");
  const random = seededRandom(6);
  const point = () => ({ valence: random() * 2 - 1, arousal: random() * 2 - 1 });
  const written: Promise<void>[] = [];
  for (let song = 0; song < songs; song += 1) {
    const startedAt = monday + song * songMs;
    const begun = playBegun(`figure ${song}`, candidate.track, {
      startedAt,
      policy: Policy.anyOf[song % Policy.anyOf.length]?.const ?? "match",
      target: point(),
    });
    const end = { how: "finished", by: null, heardMs: songMs } as const;
    const mood = begun.mood && { ...begun.mood, affect: point() };
    written.push(plays.begin({ ...begun, mood }), plays.end(begun.pick.id, end, startedAt + songMs, point()));
  }
  await Promise.all(written);
}
