import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { AppState } from "../../src/protocol/state.ts";
import { RunningDaemon } from "../../test/running-daemon.ts";
import { type Spread, spreadOf } from "./spread.ts";

export interface DaemonTimes {
  tries: number;
  /** From the start of the process; the first time the library is read before. */
  firstSound: Spread;
  nextSound: Spread;
  /** What the daemon's own process worked until then: that does not grow with the machine's load. */
  cpu: Spread;
  ended: Spread;
  endedWell: number;
  /** The next start went on with the song, where it was. */
  wentOn: number;
}

const place = ({ player: { actual } }: AppState) => ("pick" in actual ? actual.pick.id : null);

/** The whole daemon on the demo reel, started for the first time, ended, and started again. */
export async function daemonTimes(tries: number): Promise<DaemonTimes> {
  const [first, next, cpu, ended]: [number[], number[], number[], number[]] = [[], [], [], []];
  let [endedWell, wentOn] = [0, 0];
  for (let n = 0; n < tries; n += 1) {
    const dataFolder = await mkdtemp(join(tmpdir(), "mien-recovery-data-"));
    try {
      let song: string | null = null;
      for (const times of [first, next]) {
        const began = performance.now();
        const daemon = await RunningDaemon.start(["--demo", "--output", "null"], { dataFolder });
        const { at, state } = await daemon.until(
          "music",
          ({ player }) => player.actual.state === "playing",
          60_000,
        );
        times.push(at - began);
        cpu.push(cpuMsOf(daemon.pid));
        if (times === next && song === place(state)) wentOn += 1;
        // Some of the song, so that there is a place to come back to.
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        song = place(daemon.state);
        const asked = performance.now();
        if ((await daemon.stop({ keepData: true })) === 0) endedWell += 1;
        ended.push(performance.now() - asked);
      }
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  }
  return {
    tries,
    firstSound: spreadOf(first),
    nextSound: spreadOf(next),
    cpu: spreadOf(cpu),
    ended: spreadOf(ended),
    endedWell,
    wentOn,
  };
}

const msPerTick = 10;

/** User and system time of a process with all of its threads, as /proc counts it: in hundredths of a second. */
function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in brackets may hold anything, so fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}
