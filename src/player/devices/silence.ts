import { wavHeader } from "./wav-header.ts";

const rate = 8_000;

/** A WAV file of silence: played to find out whether a sound card answers. */
export function silentWav(durationMs: number): Buffer {
  const bytes = Math.round((rate * durationMs) / 1_000) * 2;
  return Buffer.concat([wavHeader({ rate, bits: 16, bytes }), Buffer.alloc(bytes)]);
}
