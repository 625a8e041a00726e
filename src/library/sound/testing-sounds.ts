import { writeFile } from "node:fs/promises";
import { sampleRate } from "./ffmpeg-arguments.ts";

/** Music whose tempo, key and loudness are known, because it is computed here. */
export type Sound = Float32Array;

export function silence(seconds: number): Sound {
  return new Float32Array(Math.round(seconds * sampleRate));
}

/** A stroke of noise on each beat, the first of four louder. */
export function drums({ bpm, seconds }: { bpm: number; seconds: number }): Sound {
  const sound = silence(seconds);
  const random = noise();
  const beat = (60 / bpm) * sampleRate;
  for (let n = 0; n * beat < sound.length; n++)
    for (let k = 0; k < 0.08 * sampleRate; k++) {
      const at = Math.round(n * beat) + k;
      const loud = n % 4 === 0 ? 0.5 : 0.3;
      if (at < sound.length) sound[at] = loud * random() * Math.exp(-k / (0.015 * sampleRate));
    }
  return sound;
}

/** Semitones above the tonic of the chords of a cadence. */
const cadences = {
  major: [
    [0, 4, 7],
    [5, 9, 12],
    [7, 11, 14],
    [0, 4, 7],
  ],
  minor: [
    [0, 3, 7],
    [5, 8, 12],
    [7, 11, 14],
    [0, 3, 7],
  ],
};

/** A cadence over and over: tones with five partials, a chord for each so many seconds. */
export function chords(given: {
  tonic: number;
  mode: "major" | "minor";
  seconds: number;
  chordSeconds?: number;
  /** In semitones: an orchestra that tunes higher. */
  tuning?: number;
  /** How much weaker each partial is than the one below. */
  dullness?: number;
}): Sound {
  const { tonic, mode, seconds, chordSeconds = 1, tuning = 0, dullness = 2 } = given;
  const sound = silence(seconds);
  const length = Math.round(chordSeconds * sampleRate);
  for (let from = 0, turn = 0; from < sound.length; from += length, turn++)
    for (const step of cadences[mode][turn % 4] ?? []) {
      const hertz = 440 * 2 ** ((48 + tonic + step + tuning - 69) / 12);
      for (let k = 0; k < length && from + k < sound.length; k++) {
        const time = k / sampleRate;
        const swell = Math.min(1, k / 500) * Math.exp(-time / (chordSeconds * 0.7));
        let value = 0;
        for (let partial = 1; partial <= 5; partial++)
          value += Math.sin(2 * Math.PI * partial * hertz * time) / partial ** dullness;
        sound[from + k] = (sound[from + k] as number) + 0.12 * swell * value;
      }
    }
  return sound;
}

/** A tone of so many dB below full scale. */
export function tone({ hertz, seconds, db }: { hertz: number; seconds: number; db: number }): Sound {
  const loud = 10 ** (db / 20);
  return silence(seconds).map((_, n) => loud * Math.sin((2 * Math.PI * hertz * n) / sampleRate));
}

export function together(...sounds: readonly Sound[]): Sound {
  const longest = Math.max(...sounds.map(({ length }) => length));
  return new Float32Array(longest).map((_, n) => sounds.reduce((sum, sound) => sum + (sound[n] ?? 0), 0));
}

export function louder(sound: Sound, db: number): Sound {
  return sound.map((value) => value * 10 ** (db / 20));
}

/** A mono file of 32-bit floats: nothing is lost or clipped on the way. */
export async function writeWav(path: string, sound: Sound): Promise<string> {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + 4 * sound.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(3, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(4 * sampleRate, 28);
  header.writeUInt16LE(4, 32);
  header.writeUInt16LE(32, 34);
  header.write("data", 36);
  header.writeUInt32LE(4 * sound.length, 40);
  await writeFile(
    path,
    Buffer.concat([header, Buffer.from(sound.buffer, sound.byteOffset, 4 * sound.length)]),
  );
  return path;
}

/** From -1 to 1, the same in every run (a linear congruence). */
function noise(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
