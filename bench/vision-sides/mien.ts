import { readFile } from "node:fs/promises";
import type { Observation, VisionStats } from "../../src/protocol/vision.ts";
import { ForkedVision } from "../../src/vision/forked-vision.ts";

const MINUTE_MS = 60_000;
/** Linux counts a process's time in hundredths of a second (USER_HZ), on every architecture. */
const MS_PER_TICK = 10;
/** Minutes after which the memory is read. */
const MARKS = [1, 10, 30];

export interface MienSide {
  /** While it looked; starting is not counted. */
  tookMs: number;
  cpuMs: number;
  observations: readonly Observation[];
  stats: VisionStats;
  /** Resident memory in MB after so many minutes. */
  rssMb: Record<string, number>;
}

/** The real vision process, with the clip as its camera, for so many minutes. */
export async function runMien(clip: string, minutes: number): Promise<MienSide> {
  const vision = new ForkedVision();
  try {
    vision.open({ source: clip });
    await vision.until("it looked", () => failed(vision) || vision.observations.length > 0);
    const startedAt = performance.now();
    const cpuAtStartMs = await cpuMsOf(vision.child.pid);

    const rssMb: Record<string, number> = {};
    let stats: VisionStats | null = null;
    await vision.until("the time was over", () => {
      const report = vision.reports.at(-1);
      const minutesSoFar = (performance.now() - startedAt) / MINUTE_MS;
      if (report?.type === "stats") {
        stats = report.stats;
        for (const mark of MARKS)
          if (minutesSoFar >= mark) rssMb[mark] ??= Math.round(report.stats.rssBytes / 100_000) / 10;
      }
      // A second longer, so that the figures after the last minute are in.
      return failed(vision) || minutesSoFar >= minutes + 1 / 50;
    });
    if (failed(vision)) throw new Error(`Vision failed: ${JSON.stringify(vision.reports.at(-1))}`);
    if (!stats) throw new Error("vision looked, but told no figures");
    return {
      tookMs: performance.now() - startedAt,
      cpuMs: (await cpuMsOf(vision.child.pid)) - cpuAtStartMs,
      observations: vision.observations,
      stats,
      rssMb,
    };
  } finally {
    await vision.kill();
  }
}

const failed = ({ reports }: ForkedVision): boolean =>
  reports.some(
    (report) => report.type === "fault" || (report.type === "camera" && report.status.state === "down"),
  );

/** User and system time of a process with all its threads. */
async function cpuMsOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // Behind the name, which may hold spaces: fields 14 and 15 of proc(5).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
