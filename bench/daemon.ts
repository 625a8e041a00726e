import { setTimeout as delay } from "node:timers/promises";
import { type LoopDelay, LoopMeter } from "../src/daemon/loop-meter.ts";
import { RunningDaemon } from "../test/running-daemon.ts";

export const title = "the whole appliance on the demo reel: start, memory, event loop (--minutes N)";

/** Minutes after which the memory is read. */
const MARKS = [1, 10, 30];
const MB = 1e6;

export interface DaemonFigures {
  minutes: number;
  /** From the start of the process. */
  listeningMs: number;
  musicMs: number;
  /** Resident memory in MB after so many minutes. */
  daemonRssMb: Record<string, number>;
  visionRssMb: Record<string, number>;
  /** The first minute has the start and the scan in it, the others go by their worst. */
  firstMinute: LoopDelay;
  afterwards: LoopDelay | null;
  /** The same of this bench's own, nearly idle process: what the machine itself delays. */
  yardstick: LoopDelay;
}

interface HealthAnswer {
  memory: { daemonRssBytes: number; visionRssBytes: number };
  eventLoop: LoopDelay;
}

/** `--minutes N`, 2 unless told otherwise. */
export async function run(args: readonly string[]): Promise<DaemonFigures> {
  const minutes = args.includes("--minutes") ? Number(args[args.indexOf("--minutes") + 1]) : 2;
  if (!Number.isInteger(minutes) || minutes < 1) throw new Error("--minutes takes a whole number above 0.");

  const startedAt = performance.now();
  const daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const listeningMs = performance.now() - startedAt;
  const yardstick = new LoopMeter();
  yardstick.start();
  try {
    await daemon.until("music", ({ player }) => player.actual.state === "playing", 60_000);
    const musicMs = performance.now() - startedAt;

    const daemonRssMb: Record<string, number> = {};
    const visionRssMb: Record<string, number> = {};
    const loops: LoopDelay[] = [];
    for (let minute = 1; minute <= minutes; minute++) {
      // A second more than the minute, so that its figures are in.
      await delay(startedAt + minute * 60_000 + 1_000 - performance.now());
      const { memory, eventLoop } = await daemon.get<HealthAnswer>("/api/health");
      loops.push(eventLoop);
      if (!MARKS.includes(minute)) continue;
      daemonRssMb[minute] = Math.round(memory.daemonRssBytes / MB);
      visionRssMb[minute] = Math.round(memory.visionRssBytes / MB);
    }
    const [firstMinute, ...others] = loops;
    if (!firstMinute) throw new Error("no minute was measured");
    return {
      minutes,
      listeningMs: Math.round(listeningMs),
      musicMs: Math.round(musicMs),
      daemonRssMb,
      visionRssMb,
      firstMinute,
      afterwards: others.length > 0 ? worstOf(others) : null,
      yardstick: yardstick.delay,
    };
  } finally {
    yardstick.stop();
    await daemon.stop();
  }
}

function worstOf(loops: readonly LoopDelay[]): LoopDelay {
  return {
    p99Ms: Math.max(...loops.map(({ p99Ms }) => p99Ms)),
    maxMs: Math.max(...loops.map(({ maxMs }) => maxMs)),
  };
}

export function table(figures: DaemonFigures): string {
  const { minutes, listeningMs, musicMs, firstMinute, afterwards, yardstick } = figures;
  const loop = (name: string, { p99Ms, maxMs }: LoopDelay) =>
    `  ${name.padEnd(24)}99 % under ${p99Ms} ms, longest ${maxMs} ms`;
  const memory = (name: string, marks: Record<string, number>) =>
    `  ${name.padEnd(24)}${Object.entries(marks)
      .map(([minute, mb]) => `${mb} MB after ${minute} min`)
      .join(", ")}`;
  return [
    `The whole appliance for ${minutes} min`,
    `  listening after         ${listeningMs} ms`,
    `  first music after       ${musicMs} ms`,
    memory("memory of the daemon", figures.daemonRssMb),
    memory("memory of vision", figures.visionRssMb),
    "Event loop late by",
    loop("in the first minute", firstMinute),
    ...(afterwards ? [loop("in the worst after it", afterwards)] : []),
    loop("a nearly idle process", yardstick),
  ].join("\n");
}
