import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { usualConfig } from "../../src/vision/usual-config.ts";
import { root } from "../../test/running-daemon.ts";
import type { Looked } from "./looks-main.ts";
import { type Slope, slopeOf } from "./slope.ts";

export interface LooksFigures {
  looks: number;
  faces: number;
  /** How long so many take at the usual pace while somebody is there. */
  hours: number;
  tookMs: number;
  /** Resident memory, in MB: after the first two hundredth, and at the end. */
  firstMb: number;
  lastMb: number;
  mostMb: number;
  /** By the hour at that pace, over the second half. */
  slopeMb: Slope;
}

const msPerHour = 3_600_000;

/**
 * What looking takes does not go by the clock but by the look, so a clock need not be waited for: as many as in hours, one
 * after another, at the demo reel.
 */
export async function manyLooks(looks: number): Promise<LooksFigures> {
  const main = new URL("./looks-main.js", import.meta.url).pathname;
  const film = join(root, "build/demo/reel.mkv");
  const began = performance.now();
  const told = await promisify(execFile)(
    process.execPath,
    // As systemd starts the daemon, which vision is forked from.
    ["--max-semi-space-size=1", main, join(root, "models"), film, String(looks)],
    { maxBuffer: 1e7 },
  );
  const lines = told.stdout.trim().split("\n");
  const samples = lines.map((line): Looked => JSON.parse(line));
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) throw new Error("nothing was looked at");
  const msOf = (count: number): number => (count / usualConfig.observationsPerSecond.withFaces) * 1_000;
  return {
    looks: last.looks,
    faces: last.faces,
    hours: msOf(last.looks) / msPerHour,
    tookMs: performance.now() - began,
    firstMb: first.rssMb,
    lastMb: last.rssMb,
    mostMb: Math.max(...samples.map(({ rssMb }) => rssMb)),
    slopeMb: slopeOf(
      samples.slice(samples.length >> 1).map((sample) => ({ atMs: msOf(sample.looks), value: sample.rssMb })),
    ),
  };
}
