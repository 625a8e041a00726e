import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runExtras } from "./vision-sides/extras.ts";
import { heldShare } from "./vision-sides/held-share.ts";
import { runMien } from "./vision-sides/mien.ts";
import { runPlain } from "./vision-sides/plain.ts";

export const title =
  "What vision costs on a film, beside the plain way of doing it [--clip FILE] [--minutes N]";

const root = resolve(import.meta.dirname, "../..");
const CLIPS = [join(root, "../shared/data/faces/sad-to-smiling.mp4"), join(root, "build/demo/reel.mkv")];

export interface VisionFigures {
  clip: string;
  /** Of the clip. */
  frames: number;
  plain: { cpuMsPerFrame: number; facesFound: number };
  mien: {
    cpuMsPerFrame: number;
    observationsPerSecond: number;
    /** Of the faces that the plain way finds, the share that Mien holds a track on at that time. */
    heldShare: number;
    readMs: number | null;
    detectMs: number | null;
    classifyMs: number | null;
  };
  /** Mien's CPU time per frame over the plain way's. */
  cpuRatio: number;
  /** CPU time over that of one look at the whole frame: of four zones that are blacked out, and of the preview. */
  zonesRatio: number;
  previewRatio: number;
  /** Resident memory of the vision process after so many minutes, as far as the run went. */
  rssMb: Record<string, number>;
}

export async function run(args: readonly string[]): Promise<VisionFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: { clip: { type: "string" }, minutes: { type: "string", default: "1" } },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0, not ${values.minutes}.`);
  const clip = values.clip ?? CLIPS.find((path) => existsSync(path));
  if (!clip) throw new Error("There is no clip. Give one with --clip FILE, or run scripts/start once.");

  const plain = await runPlain(clip, join(root, "models"));
  const extras = await runExtras(clip);
  const mien = await runMien(clip, minutes);
  const framesShown = mien.tookMs / plain.frameMs;
  const cpuMsPerFrame = mien.cpuMs / framesShown;
  return {
    clip: basename(clip),
    frames: plain.frames.length,
    plain: { cpuMsPerFrame: round(plain.cpuMsPerFrame, 2), facesFound: plain.facesFound },
    mien: {
      cpuMsPerFrame: round(cpuMsPerFrame, 2),
      observationsPerSecond: round(mien.observations.length / (mien.tookMs / 1_000), 2),
      heldShare: round(heldShare(plain, mien.observations), 3),
      readMs: mien.stats.readMs,
      detectMs: mien.stats.detectMs,
      classifyMs: mien.stats.classifyMs,
    },
    cpuRatio: round(cpuMsPerFrame / plain.cpuMsPerFrame, 3),
    zonesRatio: round(extras.zonesOverLook, 4),
    previewRatio: round(extras.previewOverLook, 3),
    rssMb: mien.rssMb,
  };
}

export function table({
  clip,
  frames,
  plain,
  mien,
  cpuRatio,
  zonesRatio,
  previewRatio,
  rssMb,
}: VisionFigures): string {
  const row = (name: string, plainly: string | number, ours: string | number | null): string =>
    `${name.padEnd(34)}${String(plainly).padStart(12)}${String(ours ?? "none").padStart(12)}`;
  return [
    `${clip}, ${frames} frames`,
    "",
    row("", "plain", "Mien"),
    row("CPU ms per frame of video", plain.cpuMsPerFrame, mien.cpuMsPerFrame),
    row("  as a share of the plain way's", 1, cpuRatio),
    row("faces found, and share held", plain.facesFound, mien.heldShare),
    row("observations a second", "", mien.observationsPerSecond),
    row("ms for reading a frame", "", mien.readMs),
    row("ms for finding faces", "", mien.detectMs),
    row("ms for the net, all faces", "", mien.classifyMs),
    row("four blacked-out zones, in looks", "", zonesRatio),
    row("a picture for the preview, in looks", "", previewRatio),
    ...Object.entries(rssMb).map(([minutes, mb]) => row(`memory after ${minutes} min, MB`, "", mb)),
  ].join("\n");
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
