import { findM4aAudio, findWavAudio } from "./audio-part-boxed.ts";
import { findFlacAudio } from "./audio-part-flac.ts";
import { findMp3Audio, skipId3v2 } from "./audio-part-mp3.ts";
import { findOggAudio } from "./audio-part-ogg.ts";
import type { OpenFile } from "./open-file.ts";

export type Container = "MP3" | "FLAC" | "Ogg" | "M4A" | "WAV";

/** Where the sound lies in a file, so that the same song keeps its hash when its tags are edited. */
export interface AudioPart {
  container: Container;
  /** Byte offsets; `to` is the first byte after the sound. */
  from: number;
  to: number;
  /** How much of the sound that the file itself declares is there, 0 to 1; null where it declares nothing. */
  share: number | null;
  /** It ends within a piece of its sound. */
  breaksOff: boolean;
}

/** Why there is no sound to be found, as the second half of a sentence about the file. */
export interface NoAudio {
  problem: string;
}

/** Goes by what the file holds, whatever its name says: random bytes and pictures with a song's name are told apart. */
export function findAudioPart(file: OpenFile): AudioPart | NoAudio {
  if (file.size === 0) return { problem: "is empty" };
  // FLAC and WAV files that carry an ID3 tag in front are out of specification, and common.
  const start = skipId3v2(file);
  const magic = file.bytesAt(start, 12);
  const at = (offset: number, text: string) =>
    magic.toString("latin1", offset, offset + text.length) === text;
  if (at(0, "fLaC")) return findFlacAudio(file, start);
  if (at(0, "OggS")) return findOggAudio(file, start);
  if (at(4, "ftyp")) return findM4aAudio(file, start);
  if ((at(0, "RIFF") || at(0, "RF64") || at(0, "BW64")) && at(8, "WAVE")) return findWavAudio(file, start);
  return findMp3Audio(file, start);
}
