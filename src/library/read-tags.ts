import { type IAudioMetadata, type ITag, parseFromTokenizer } from "music-metadata";
import type { Track } from "../protocol/music.ts";
import { tidy } from "./file-name.ts";
import { languageTags } from "./languages.ts";
import type { OpenFile } from "./open-file.ts";
import { OpenFileTokenizer } from "./open-file-tokenizer.ts";

/** More than any tag may take: read-track.ts has looked at that. */
const maxPieceBytes = 64 * 1024 * 1024;

/** What a file says about itself. */
export interface FileTags
  extends Pick<
    Track,
    | "album"
    | "artists"
    | "bpm"
    | "durationMs"
    | "explicit"
    | "gainDb"
    | "genres"
    | "isrc"
    | "languages"
    | "year"
  > {
  title: string | null;
  /** The values of its mood tags, as they are written. */
  moods: readonly string[];
  hasPicture: boolean;
}

/**
 * The tags of one file, which must be known to hold sound. Never throws for what is in the file: the problem is the
 * second half of a sentence about it.
 */
export async function readTags(file: OpenFile): Promise<FileTags | { problem: string }> {
  let metadata: IAudioMetadata;
  const parse = (duration: boolean) =>
    parseFromTokenizer(new OpenFileTokenizer(file, maxPieceBytes), { duration });
  try {
    metadata = await parse(false);
    // Only now, because it reads the whole file: an MP3 of varying bit rate without a table of contents.
    if (!metadata.format.duration) metadata = await parse(true);
  } catch (error) {
    return { problem: `has tags or an index that can't be read (${tidy((error as Error).message)})` };
  }
  const { common, format } = metadata;
  if (format.hasAudio === false) return { problem: "holds no sound" };
  if (/drm/i.test(format.codec ?? "")) return { problem: "is copy-protected (DRM) and can't be decoded" };
  const { duration = 0 } = format;
  const tags = Object.values(metadata.native).flat();
  return {
    title: texts([common.title])[0] ?? null,
    artists: artistsOf(metadata),
    album: texts([common.album])[0] ?? null,
    year: common.year && common.year >= 1000 && common.year <= 2200 ? common.year : null,
    genres: texts((common.genre ?? []).flatMap((genre) => genre.split(/[\0;]+/))),
    languages: languageTags(valuesOf(tags, /^(TLAN|LANGUAGE|ILNG)$/)),
    durationMs: Number.isFinite(duration) ? Math.max(0, Math.round(duration * 1000)) : 0,
    bpm: bpmOf(common.bpm),
    isrc: isrcOf(common.isrc ?? []),
    explicit: explicitOf(tags),
    gainDb: gainOf(metadata, tags),
    moods: texts(valuesOf(tags, /^(MOOD|TMOO)$/)),
    hasPicture: (common.picture ?? []).some(({ data }) => data.length > 0),
  };
}

/**
 * Read from the native tags, because music-metadata maps no mood from ID3v2.3: TMOO came with ID3v2.4, so taggers
 * write it as the user-defined frame TXXX:MOOD into 2.3, and ffmpeg as TXXX:TMOO. The part of the name after the
 * last colon is the same in all formats (`----:com.apple.iTunes:MOOD`).
 */
function valuesOf(tags: readonly ITag[], name: RegExp): readonly string[] {
  return tags
    .filter(({ id }) => name.test(id.slice(id.lastIndexOf(":") + 1).toUpperCase()))
    .map(({ value }) => String(value));
}

function texts(values: readonly (string | undefined)[]): readonly string[] {
  const tidied = values.map((value) => tidy(value ?? "")).filter((value) => value !== "");
  return [...new Set(tidied)].slice(0, 32);
}

/** Several artists only where the tags hold several values: "Simon & Garfunkel" and "Earth, Wind & Fire" are one each. */
function artistsOf({ common, native }: IAudioMetadata): readonly string[] {
  const artists = texts(common.artists ?? [common.artist]);
  // ID3v2.3 separates artists by a slash, which music-metadata follows; but AC/DC is one.
  const slashed =
    native["ID3v2.3"]?.filter(({ id }) => id === "TPE1").map(({ value }) => String(value)) ?? [];
  if (slashed.length > 1 && slashed.some((part) => part.trim().length <= 2))
    return texts([slashed.join("/")]);
  return artists;
}

/** Beats a minute as a tagger wrote them; what no music has is left out. */
function bpmOf(bpm: number | undefined): number | null {
  return bpm !== undefined && bpm >= 20 && bpm <= 400 ? Math.round(bpm * 100) / 100 : null;
}

/** Twelve letters and digits, however they were grouped: a country, who registered it, a year, a number. */
function isrcOf(codes: readonly string[]): string | null {
  const bare = codes.map((code) => code.replace(/^ISRC|[\s.-]/gi, "").toUpperCase());
  return bare.find((code) => /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(code)) ?? null;
}

/** iTunes' advisory: 1 (and 4, in old files) is explicit, 2 is clean; 0 says nothing. */
function explicitOf(tags: readonly ITag[]): boolean | null {
  const [advisory] = valuesOf(tags, /^(RTNG|ITUNESADVISORY)$/);
  if (advisory === "1" || advisory === "4") return true;
  return advisory === "2" ? false : null;
}

/** Decibels, to a loudness of -18 LUFS: ReplayGain 2.0 as it is; R128 (RFC 7845), which aims at -23, 5 more. */
function gainOf({ common, format }: IAudioMetadata, tags: readonly ITag[]): number | null {
  const [r128] = valuesOf(tags, /^R128_TRACK_GAIN$/);
  const gain =
    common.replaygain_track_gain?.dB ?? (r128 ? Number(r128) / 256 + 5 : undefined) ?? format.trackGain;
  // Beyond this no programme sets it, and a wrong value could hurt ears.
  return gain !== undefined && Number.isFinite(gain) && Math.abs(gain) <= 40
    ? Math.round(gain * 100) / 100
    : null;
}
