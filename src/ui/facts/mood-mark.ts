import type { Affect } from "../../protocol/mood.ts";
import type { Track } from "../../protocol/music.ts";
import { libraryWords } from "../words/library-words.ts";
import { words } from "../words/words.ts";
import { affectName } from "./affect-name.ts";
import { moodColours } from "./mood-colours.ts";
import { hex } from "./oklab.ts";

/** A mood as a coloured dot and a few words. */
export interface MoodMark {
  colour: string;
  text: string;
}

export function moodMark(point: Affect): MoodMark {
  return { colour: hex(moodColours(point).sky), text: words.music[affectName(point)] };
}

/** Null for a track that stands nowhere on the map. */
export function trackMark({ affect }: Track): (MoodMark & { from: string }) | null {
  return affect && { ...moodMark(affect.point), from: libraryWords.evidence.sources[affect.from] };
}
