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
  // All lines in one array, each from its own offset: this loop is where most of the rendering's time goes.
  const offsets = Int32Array.from(lengths, (_, line) =>
    lengths.slice(0, line).reduce((sum, length) => sum + length, 0),
  );
  const ends = Int32Array.from(lengths, (length, line) => (offsets[line] as number) + length);
  const memory = new Float32Array(ends[7] as number);
  const gains = Float32Array.from(lengths, (length) => 10 ** ((-3 * length) / (decay * sampleRate)));
  const at = offsets.slice();
  const low = new Float32Array(8);
  const keep = 1 - 0.75 * damping;
  for (let n = 0; n < left.length; n++) {
    const source = n - preDelay;
    const inLeft = source < 0 ? 0 : (left[source] as number);
    const inRight = source < 0 ? 0 : (right[source] as number);
    let sum = 0;
    for (let line = 0; line < 8; line++) {
      const held = low[line] as number;
      const soft = held + keep * ((memory[at[line] as number] as number) - held);
      low[line] = soft;
      sum += soft;
    }
    outLeft[n] = 0.35 * ((low[0] as number) - (low[2] as number) + (low[4] as number) - (low[6] as number));
    outRight[n] = 0.35 * ((low[1] as number) - (low[3] as number) + (low[5] as number) - (low[7] as number));
    const quarter = sum / 4;
    for (let line = 0; line < 8; line++) {
      const position = at[line] as number;
      const fresh = line % 2 === 0 ? inLeft : inRight;
      memory[position] = ((low[line] as number) - quarter) * (gains[line] as number) + fresh;
      at[line] = position + 1 === (ends[line] as number) ? (offsets[line] as number) : position + 1;
    }
  }
  return [outLeft, outRight];
}
