import { join } from "node:path";
import { pieces } from "../../src/library/demo/pieces.ts";
import { fileName } from "../../src/library/demo/render-piece.ts";
import { labelPoints } from "../../src/protocol/circumplex.ts";
import type { Half, Labelled } from "./labelled.ts";

/** A mood that lies nearer to the middle of an axis belongs to neither half. */
const middle = 0.2;
/** Modes whose third is minor. */
const minors: ReadonlySet<string> = new Set(["minor", "harmonic", "dorian", "phrygian"]);

/** The demo pieces, with the mood that each was composed for. */
export function demoMusic(folder: string): readonly (Labelled & { truth: Truth })[] {
  return pieces.map((piece, index) => ({
    path: join(folder, fileName(piece)),
    name: `demo: ${piece.title}`,
    valence: halfOf(labelPoints[piece.mood].valence),
    arousal: halfOf(labelPoints[piece.mood].arousal),
    reason: `composed to be ${piece.mood}`,
    forTuning: index % 2 === 0,
    truth: {
      bpm: piece.bpm,
      tonic: piece.key.tonic % 12,
      mode: minors.has(piece.key.mode) ? "minor" : "major",
    },
  }));
}

/** What a piece was composed with. */
export interface Truth {
  bpm: number;
  tonic: number;
  mode: "major" | "minor";
}

function halfOf(value: number): Half {
  return Math.abs(value) < middle ? null : value < 0 ? "low" : "high";
}
