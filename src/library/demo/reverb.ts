import { sampleRate } from "./voices.ts";

/** Prime numbers of samples, 25 to 60 ms: no two lines' echoes fall together. */
const lengths = [1117, 1307, 1493, 1693, 1879, 2083, 2311, 2647];
const preDelay = Math.floor(0.018 * sampleRate);

export interface Room {
  /** Seconds until the sound has fallen by 60 dB. */
  decay: number;
  /** 0 to 1: how much faster the high notes die. */
  damping: number;
}

/**
 * A room: eight delay lines that feed one another (a feedback delay network after Jot, 1991), mixed by a Householder
 * matrix, which loses no energy. Takes and gives two channels; the result is the room's sound alone.
 */
export function reverberate(
  left: Float32Array,
  right: Float32Array,
  { decay, damping }: Room,
): [Float32Array, Float32Array] {
  const outLeft = new Float32Array(left.length);
  const outRight = new Float32Array(right.length);
  const lines = lengths.map((length) => new Float32Array(length));
  const gains = Float32Array.from(lengths, (length) => 10 ** ((-3 * length) / (decay * sampleRate)));
  const at = new Int32Array(8);
  const low = new Float32Array(8);
  const keep = 1 - 0.75 * damping;
  for (let n = 0; n < left.length; n++) {
    const source = n - preDelay;
    const inLeft = source < 0 ? 0 : (left[source] ?? 0);
    const inRight = source < 0 ? 0 : (right[source] ?? 0);
    let sum = 0;
    for (let line = 0; line < 8; line++) {
      const value = lines[line]?.[at[line] ?? 0] ?? 0;
      const soft = (low[line] ?? 0) + keep * (value - (low[line] ?? 0));
      low[line] = soft;
      sum += soft;
    }
    outLeft[n] = 0.35 * ((low[0] ?? 0) - (low[2] ?? 0) + (low[4] ?? 0) - (low[6] ?? 0));
    outRight[n] = 0.35 * ((low[1] ?? 0) - (low[3] ?? 0) + (low[5] ?? 0) - (low[7] ?? 0));
    const quarter = sum / 4;
    for (let line = 0; line < 8; line++) {
      const position = at[line] ?? 0;
      const buffer = lines[line];
      if (!buffer) continue;
      buffer[position] =
        ((low[line] ?? 0) - quarter) * (gains[line] ?? 0) + (line % 2 === 0 ? inLeft : inRight);
      at[line] = position + 1 === buffer.length ? 0 : position + 1;
    }
  }
  return [outLeft, outRight];
}
