import { affectName } from "../../protocol/circumplex.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { Track } from "../../protocol/music.ts";
import { libraryWords } from "../words/library-words.ts";
import { words } from "../words/words.ts";
import { dialPoint } from "./dial-geometry.ts";
import { moodColours } from "./mood-colours.ts";
import { hex } from "./oklab.ts";

/** A mood as a tiny dial and a few words. */
export interface MoodMark {
  colour: string;
  /** Where it stands on the dial, in percent from the top left: colours alone tell moods apart for some eyes only. */
  x: number;
  y: number;
  text: string;
}

/** So that a spot at the rim is still whole. */
const WITHIN = 0.76;

export function moodMark(point: Affect): MoodMark {
  const { x, y } = dialPoint(point);
  const inside = (share: number): number => Math.round(50 + 100 * WITHIN * (share - 0.5));
  return { colour: moodColour(point), x: inside(x), y: inside(y), text: words.music[affectName(point)] };
}

export const moodColour = (point: Affect): string => hex(moodColours(point).sky);

/** Null for a track that stands nowhere on the map. */
export function trackMark({ affect }: Track): (MoodMark & { from: string }) | null {
  return affect && { ...moodMark(affect.point), from: libraryWords.evidence.sources[affect.from] };
}
