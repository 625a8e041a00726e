import type { SoundEstimate } from "../../protocol/library.ts";
import type { TrackAffect } from "../../protocol/music.ts";
import { libraryWords } from "../words/library-words.ts";
import { type MoodMark, moodMark } from "./mood-mark.ts";

/** What the daemon knows of a track's place. The first of `evidence` holds. */
export interface Evidence {
  evidence: readonly TrackAffect[];
  sound: SoundEstimate | { version: string; failed: string } | null;
}

export interface EvidenceLine extends MoodMark {
  who: string;
  /** What the tag, the playlist, the folder or the genre says itself; empty where that is not known. */
  word: string;
  /** "80 % sure"; empty where it is a plain word. */
  sure: string;
  holds: boolean;
}

export interface EvidenceView {
  lines: readonly EvidenceLine[];
  /** Why the sound could not be listened to; null when it could, or was not yet. */
  soundFailure: string | null;
}

/** Each source with its word, the one that holds first. An estimate from the sound that is outranked comes last. */
export function evidenceView({ evidence, sound }: Evidence): EvidenceView {
  const heard = sound !== null && "point" in sound && !evidence.some(({ from }) => from === "sound");
  const all: readonly TrackAffect[] = heard ? [...evidence, { ...sound, from: "sound" as const }] : evidence;
  return {
    lines: all.map(({ point, confidence, from, word = "" }, index) => ({
      ...moodMark(point),
      who: libraryWords.evidence.sources[from],
      word,
      sure: confidence < 1 ? libraryWords.evidence.confidence(confidence) : "",
      holds: index === 0 && evidence.length > 0,
    })),
    soundFailure: sound !== null && "failed" in sound ? sound.failed : null,
  };
}
