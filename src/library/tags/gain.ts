import type { IAudioMetadata } from "music-metadata";
import { type NativeTag, valuesOf } from "./native-tags.ts";

/** Beyond this no programme sets it, and a wrong value could hurt ears. */
const mostDb = 40;

/**
 * Decibels to be added for a loudness of -18 LUFS: ReplayGain 2.0 as it is; R128 (RFC 7845), which aims at -23, 5
 * more; iTunes' Sound Check, which aims near ReplayGain. The song's own comes before its album's.
 */
export function gainOf({ common, format }: IAudioMetadata, tags: readonly NativeTag[]): number | null {
  const gain =
    common.replaygain_track_gain?.dB ??
    r128(tags, /^R128_TRACK_GAIN$/) ??
    format.trackGain ??
    common.replaygain_album_gain?.dB ??
    r128(tags, /^R128_ALBUM_GAIN$/) ??
    soundCheck(tags);
  if (gain === undefined || gain === null || !Number.isFinite(gain) || Math.abs(gain) > mostDb) return null;
  return Math.round(gain * 100) / 100;
}

/** In 256ths of a decibel. */
function r128(tags: readonly NativeTag[], name: RegExp): number | null {
  const [value] = valuesOf(tags, name);
  return value !== undefined && /^-?\d+$/.test(value.trim()) ? Number(value) / 256 + 5 : null;
}

/** Ten hexadecimal numbers; the first two are the power of left and right, in thousandths of the usual one. */
function soundCheck(tags: readonly NativeTag[]): number | null {
  const [value = ""] = valuesOf(tags, /^ITUNNORM$/);
  const [left, right] = value
    .trim()
    .split(/\s+/)
    .map((part) => Number.parseInt(part, 16));
  const power = Math.max(left ?? Number.NaN, right ?? Number.NaN);
  return power > 0 ? -10 * Math.log10(power / 1000) : null;
}
