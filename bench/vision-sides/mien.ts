import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Observation, VisionReport, VisionRequest, VisionStats } from "../../src/protocol/vision.ts";
import { usualConfig } from "../../src/vision/usual-config.ts";

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
export async function runMien(clip: string, modelsFolder: string, minutes: number): Promise<MienSide> {
  const child = fork(join(import.meta.dirname, "../../src/vision/main.js"), ["--models", modelsFolder]);
  const send = (request: VisionRequest): boolean => child.send(request);
  const observations: Observation[] = [];
  const rssMb: Record<string, number> = {};
  let stats: VisionStats | null = null;
  let started: { atMs: number; cpuMs: number } | null = null;

  return new Promise((resolve, reject) => {
    child.once("exit", (code, signal) => reject(new Error(`vision ended early (${code ?? signal})`)));
    child.on("message", (report: VisionReport) => {
      hear(report).catch(reject);
    });

    async function hear(report: VisionReport): Promise<void> {
      if (report.type === "ready") {
        send({ type: "configure", config: { ...usualConfig, source: clip } });
        send({ type: "open" });
      } else if (report.type === "fault") {
        reject(new Error(report.detail));
      } else if (report.type === "camera" && report.status.state === "down") {
        reject(new Error(report.status.detail));
      } else if (report.type === "camera" && report.status.state === "looking") {
        started = { atMs: performance.now(), cpuMs: await cpuMsOf(child.pid) };
        setTimeout(() => void finish().catch(reject), minutes * MINUTE_MS);
      } else if (report.type === "observation") {
        observations.push(report.observation);
      } else if (report.type === "stats" && started) {
        stats = report.stats;
        const minutesSoFar = (performance.now() - started.atMs) / MINUTE_MS;
        // The last report comes up to a second before the end.
        for (const mark of MARKS)
          if (minutesSoFar >= mark - 1 / 50) rssMb[mark] ??= Math.round(report.stats.rssBytes / 100_000) / 10;
      }
    }

    async function finish(): Promise<void> {
      if (!started || !stats) throw new Error("vision looked, but told no figures");
      const cpuMs = (await cpuMsOf(child.pid)) - started.cpuMs;
      const tookMs = performance.now() - started.atMs;
      child.removeAllListeners("exit");
      send({ type: "shutdown" });
      resolve({ tookMs, cpuMs, observations, stats, rssMb });
    }
  });
}

/** User and system time of a process with all its threads. */
async function cpuMsOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // Behind the name, which may hold spaces: fields 14 and 15 of proc(5).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
