import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Mood } from "../../src/protocol/mood.ts";
import { pickNext } from "../../src/recommend/picker.ts";
import { seededRandom } from "../../src/recommend/random.ts";
import type { PickRequest } from "../../src/recommend/request.ts";
import { sixToChooseFrom } from "../../src/recommend/six-picks.ts";
import { mostTastes } from "../../src/store/people/people-tables.ts";
import type { Store } from "../../src/store/store.ts";
import { longestTurnMs, ownCpuMs } from "../store-sides/own-cpu.ts";
import { percentile } from "../store-sides/times.ts";
import { requestAt, toolsOf } from "./mien-picks.ts";
import { monday } from "./room.ts";

export interface PickTimes {
  name: string;
  /** Milliseconds as the daemon waits for it, with the way to the store's worker and back. */
  p50: number;
  p99: number;
  /** How long the daemon's loop was busy with one, and so could do nothing else: in all, its turns together. */
  busyP50: number;
  busyP99: number;
  /** The same by CPU: what the thread waited for a core, on a machine with other work, does not count. */
  ownP99: number;
  /** The longest single turn of the loop of them all, by CPU. */
  longestTurn: number;
  /** The mean of all threads' work on one: what other programs on the machine do does not count. */
  cpu: number;
}

export const yardstick = "a question to the store's worker, with nothing to do";
const count = 500;
/** As `PersonalWishes` allows. */
const mostArtists = 20;

/** One at a time with a rest between, as a place with music has them; each for another mood. */
export async function timePicks(store: Store): Promise<readonly PickTimes[]> {
  const random = seededRandom(5);
  const tools = toolsOf(store);
  const axis = (): number => (random() - 0.5) * 1.6;
  const somewhere = (): Mood => ({
    affect: { valence: axis(), arousal: axis() },
    label: "even",
    confidence: 0.8,
    since: 0,
    until: null,
    basis: "faces",
  });
  const request = () => requestAt(monday + 8 * 86_400_000, somewhere(), []);
  const likes = await asMuchAsMayBe(store);
  return [
    await timed("one pick", () => pickNext(request(), tools)),
    await timed("one with the owner's favourite artists", () =>
      pickNext({ ...request(), favourites: likes.turn?.artists ?? [] }, tools),
    ),
    await timed("one for somebody's turn", () => pickNext({ ...request(), ...likes }, tools)),
    await timed("six picks to choose from", () => sixToChooseFrom(request(), tools)),
    await timed(yardstick, () => store.place()),
    await timed("nothing at all", () => sleep(1)),
  ];
}

/** Of somebody who likes as many songs and artists as anybody may, and never wants to hear as many other songs. */
async function asMuchAsMayBe(store: Store): Promise<Pick<PickRequest, "turn" | "unwanted">> {
  const ids: string[] = [];
  const names = await store.library.artists({ search: null, limit: 10 * mostArtists });
  while (ids.length < 2 * mostTastes) {
    const { tracks } = await store.library.list({ search: null, limit: 500, offset: ids.length });
    if (tracks.length === 0) break;
    ids.push(...tracks.map(({ id }) => id));
  }
  const songs = ids.slice(0, mostTastes);
  return {
    turn: {
      visit: "visit",
      tells: true,
      languages: ["de"],
      artists: names.filter((_, index) => index % 10 === 0).map(({ name }) => name),
      songs,
    },
    unwanted: ids.slice(mostTastes, 2 * mostTastes),
  };
}

async function timed(name: string, work: () => Promise<unknown>): Promise<PickTimes> {
  const took: number[] = [];
  const busy: number[] = [];
  const worked: number[] = [];
  let cpuMs = 0;
  for (let index = 0; index < count + 50; index += 1) {
    const before = performance.eventLoopUtilization();
    const cpu = process.cpuUsage();
    const ownBefore = ownCpuMs();
    const start = performance.now();
    await work();
    const end = performance.now();
    const own = ownCpuMs() - ownBefore;
    const { user, system } = process.cpuUsage(cpu);
    const { active } = performance.eventLoopUtilization(before);
    // The first ones find code that has not been compiled yet, and a daemon that has just started.
    if (index >= 50) {
      took.push(end - start);
      busy.push(active);
      worked.push(own);
      cpuMs += (user + system) / 1_000;
    }
    await sleep(2);
  }
  // By themselves: to watch each turn is work that would count as theirs.
  const longestTurn = await longestTurnMs(async () => {
    for (let index = 0; index < count; index += 1) {
      await work();
      await sleep(2);
    }
  });
  return {
    name,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    busyP50: percentile(busy, 0.5),
    busyP99: percentile(busy, 0.99),
    ownP99: percentile(worked, 0.99),
    longestTurn,
    cpu: cpuMs / count,
  };
}
