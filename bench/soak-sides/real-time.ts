import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type LoopDelay, LoopMeter } from "../../src/daemon/loop-meter.ts";
import { RunningDaemon } from "../../test/running-daemon.ts";
import type { Inside } from "./inside.ts";
import { type ProcessFigures, ProcessWatch } from "./process-watch.ts";
import { type SilenceFigures, SilenceWatch } from "./silence-watch.ts";

export interface RealTimeFigures {
  minutes: number;
  /** How old a process is when its slope begins. */
  warmAfterMinutes: number;
  songs: number;
  processes: readonly ProcessFigures[];
  /** Of the daemon's own JavaScript, garbage collected, in MB. */
  heapMb: { first: number; last: number; perHour: number };
  /** What there was more of at the end than after the start, by kind: timers, sockets, watchers. */
  leaked: Record<string, number>;
  /** The worst minutes. */
  eventLoop: LoopDelay;
  /** The same of this bench's own, nearly idle process: what the machine itself delays. */
  yardstick: LoopDelay;
  silence: SilenceFigures;
}

const MB = 1e6;
/**
 * Before that a slope is that of warming up. Vision's takes longer than half an hour at its pace: `many-looks.ts` tells what
 * becomes of it.
 */
const warmAfterMs = 15 * 60_000;
/**
 * What the daemon says of itself is asked for that long before anything is watched: its garbage is collected for it, all
 * at once, which holds the loop for some 20 ms and has the heap grow anew from less than it usually has.
 */
const quietAfterAskingMs = 5 * 60_000;
const readings = 3;
const readingsAtMost = 40;

/** The real daemon on the demo reel, with mpv on an output that keeps time and makes no sound. */
export async function realTime(minutes: number): Promise<RealTimeFigures> {
  const answers = await mkdtemp(join(tmpdir(), "mien-soak-"));
  const daemon = await RunningDaemon.start(["--demo", "--output", "null"], {
    nodeArguments: ["--expose-gc", "--import", new URL("./inside.js", import.meta.url).href],
    environment: { MIEN_SOAK_ANSWERS: answers },
  });
  const [yardstick, silence] = [new LoopMeter(), new SilenceWatch(daemon.dataFolder)];
  try {
    await daemon.until("music", ({ player }) => player.actual.state === "playing", 120_000);
    // What is loaded once and for all is there by then; a short run only shows that it runs, and tells no slope.
    const warmMs = Math.min(warmAfterMs, (minutes * 60_000) / 2);
    await delay((warmMs * (warmAfterMs - quietAfterAskingMs)) / warmAfterMs);
    // The connection that this bench asks through stays open.
    await daemon.get("/api/health");
    const before = await insideOf(daemon, answers);
    const askedAt = performance.now();
    await delay((warmMs * quietAfterAskingMs) / warmAfterMs);
    const processes = new ProcessWatch(daemon.pid, warmAfterMs);
    await silence.start();
    yardstick.start();
    const [loops, idle]: [LoopDelay[], LoopDelay[]] = [[], []];
    const [began, songs] = [performance.now(), new Set<string>()];
    const everyMs = Math.min(30_000, (minutes * 60_000) / 8);
    for (let atMs = 0; atMs < minutes * 60_000; atMs += everyMs) {
      await delay(began + atMs + everyMs - performance.now());
      processes.look(performance.now() - began);
      loops.push((await daemon.get<{ eventLoop: LoopDelay }>("/api/health")).eventLoop);
      idle.push(yardstick.delay);
      const { actual } = daemon.state.player;
      if ("pick" in actual) songs.add(actual.pick.id);
      // A page would keep the newest state only.
      daemon.history.splice(0, daemon.history.length - 1);
      daemon.log.splice(0);
    }
    const silenceFigures = await silence.stop();
    const after = await insideOf(daemon, answers, before);
    const hours = (performance.now() - askedAt) / 3_600_000;
    return {
      minutes,
      warmAfterMinutes: warmAfterMs / 60_000,
      songs: songs.size,
      processes: processes.figures(),
      heapMb: {
        first: before.heapBytes / MB,
        last: after.heapBytes / MB,
        perHour: (after.heapBytes - before.heapBytes) / MB / hours,
      },
      leaked: moreIn(after.resources, before.resources),
      eventLoop: worstOf(loops),
      yardstick: worstOf(idle),
      silence: silenceFigures,
    };
  } finally {
    yardstick.stop();
    await silence.stop();
    await daemon.stop();
    await rm(answers, { recursive: true });
  }
}

/**
 * The least of several readings: whatever happens to be under way at a moment is no leak. What is more than `before`
 * has longer to come to its end, for on a busy machine a thread of the lowest niceness takes its time.
 */
async function insideOf({ pid }: RunningDaemon, answers: string, before?: Inside): Promise<Inside> {
  const file = join(answers, `${pid}.json`);
  let least: Inside | null = null;
  const isMore = () =>
    before !== undefined &&
    least !== null &&
    Object.keys(moreIn(least.resources, before.resources)).length > 0;
  for (let n = 0; n < readings || (n < readingsAtMost && isMore()); n += 1) {
    await rm(file, { force: true });
    process.kill(pid, "SIGUSR2");
    let text: string | null = null;
    for (let tries = 0; text === null && tries < 300; tries += 1) {
      await delay(100);
      text = await readFile(file, "utf8").catch(() => null);
    }
    if (text === null) throw new Error(`the daemon (process ${pid}) does not answer SIGUSR2`);
    const read = JSON.parse(text) as Inside;
    least = least === null ? read : leastOf(least, read);
    await delay(700);
  }
  if (least === null) throw new Error("nothing was read");
  return least;
}

function worstOf(delays: readonly LoopDelay[]): LoopDelay {
  return {
    p99Ms: Math.max(...delays.map(({ p99Ms }) => p99Ms)),
    maxMs: Math.max(...delays.map(({ maxMs }) => maxMs)),
  };
}

function leastOf(a: Inside, b: Inside): Inside {
  const kinds = Object.keys(a.resources).filter((kind) => kind in b.resources);
  return {
    heapBytes: Math.min(a.heapBytes, b.heapBytes),
    resources: Object.fromEntries(
      kinds.map((kind) => [kind, Math.min(a.resources[kind] ?? 0, b.resources[kind] ?? 0)]),
    ),
  };
}

function moreIn(after: Record<string, number>, before: Record<string, number>): Record<string, number> {
  const more = Object.entries(after).map(([kind, count]) => [kind, count - (before[kind] ?? 0)] as const);
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}
