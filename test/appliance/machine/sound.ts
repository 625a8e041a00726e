/** A recorder was started at this second, with so many bytes recorded before. */
export interface Part {
  atS: number;
  offset: number;
}

export interface Heard {
  samples: Buffer;
  parts: readonly Part[];
  rate: number;
}

export interface Floors {
  windowS: number;
  musicFloor: number;
  silenceFloor: number;
}

/** Of 16-bit samples, where 1 is full scale; 0 for none. */
export function rms(samples: Buffer): number {
  const count = Math.floor(samples.length / 2);
  if (count === 0) return 0;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += (samples.readInt16LE(index * 2) / 32_768) ** 2;
  return Math.sqrt(sum / count);
}

/** What several recorders have heard one after the other, each loudness at its second. */
export function record({ samples, parts, rate }: Heard) {
  return {
    /** In seconds, from the first music on to the end. Where no recorder ran there was silence. */
    longestSilence({ windowS, musicFloor, silenceFloor }: Floors): number {
      const step = Math.round(rate * windowS) * 2;
      let longest = 0;
      let lastHeardS: number | null = null;
      let endS = 0;
      for (const [index, { atS, offset }] of parts.entries()) {
        const end = parts[index + 1]?.offset ?? samples.length;
        for (let at = offset; at + step <= end; at += step) {
          const loudness = rms(samples.subarray(at, at + step));
          const beginS = atS + (at - offset) / 2 / rate;
          endS = beginS + windowS;
          if (loudness <= (lastHeardS === null ? musicFloor : silenceFloor)) continue;
          longest = Math.max(longest, beginS - (lastHeardS ?? beginS));
          lastHeardS = endS;
        }
      }
      return lastHeardS === null ? 0 : Math.max(longest, endS - lastHeardS);
    },
  };
}
