import { type IAudioMetadata, parseFromTokenizer } from "music-metadata";
import type { Track } from "../../protocol/music.ts";
import { tidy } from "./file-name.ts";
import { gainOf } from "./gain.ts";
import { languageTags } from "./languages.ts";
import { withMdtaTags } from "./mdta-tags.ts";
import { mendedText } from "./mended-text.ts";
import { type NativeTag, nativeTags, valuesOf } from "./native-tags.ts";
import { isNobody } from "./nobody.ts";
import type { OpenFile } from "./open-file.ts";
import { OpenFileTokenizer } from "./open-file-tokenizer.ts";

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
  /** The values of tags that may say anything, a mood among it. */
  remarks: readonly string[];
  hasPicture: boolean;
}

/**
 * The tags of one file, which must be known to hold sound. Never throws for what is in the file: the problem is the
 * second half of a sentence about it.
 */
export async function readTags(file: OpenFile): Promise<FileTags | { problem: string }> {
  let metadata: IAudioMetadata;
  const parse = (duration: boolean) => parseFromTokenizer(new OpenFileTokenizer(file), { duration });
  try {
    metadata = await parse(false);
    // Only now, because it reads the whole file: an MP3 of varying bit rate without a table of contents.
    if (!metadata.format.duration) metadata = await parse(true);
    metadata = withMdtaTags(metadata, file);
  } catch (error) {
    return { problem: `has tags or an index that can't be read (${tidy((error as Error).message)})` };
  }
  const { common, format } = metadata;
  if (format.hasAudio === false) return { problem: "holds no sound" };
  if (/drm/i.test(format.codec ?? "")) return { problem: "is copy-protected (DRM) and can't be decoded" };
  const { duration = 0 } = format;
  const tags = nativeTags(metadata);
  const [title = null] = texts([common.title]);
  return {
    title,
    artists: artistsOf(metadata),
    album: texts([common.album])[0] ?? null,
    year: common.year && common.year >= 1000 && common.year <= 2200 ? common.year : null,
    genres: texts((common.genre ?? []).flatMap((genre) => genre.split(/[\0;]+/))),
    languages: languageTags(valuesOf(tags, /^(TLAN|LANGUAGE|ILNG)$/)),
    durationMs: Number.isFinite(duration) ? Math.max(0, Math.round(duration * 1000)) : 0,
    bpm: bpmOf(tags),
    isrc: isrcOf(common.isrc ?? []),
    explicit: explicitOf(tags, title),
    gainDb: gainOf(metadata, tags),
    moods: texts(valuesOf(tags, moodNames)),
    remarks: texts(valuesOf(tags, remarkNames)),
    hasPicture: (common.picture ?? []).some(({ data }) => data.length > 0),
  };
}

/** Where players and taggers keep moods; the last is a comment's description, from MusicMatch and MediaMonkey. */
const moodNames = /^(TMOO|MOODS?|WM\/MOOD|MUSICMATCH_MOOD)$/;
/** Where people write them too, among anything else: what it is for, how it is grouped, comments. */
const remarkNames =
  /^((SONGS-DB_)?OCCASION|MUSICMATCH_SITUATION|GROUPING|CONTENTGROUP|TIT1|GRP1|©GRP|KEYWORDS|COMM|COMMENT|DESCRIPTION|©CMT|ICMT)$/;

function texts(values: readonly (string | undefined)[]): readonly string[] {
  const tidied = values.map((value) => tidy(mendedText(value ?? ""))).filter((value) => value !== "");
  return [...new Set(tidied)].slice(0, 32);
}

/** Several artists only where the tags hold several values: "Simon & Garfunkel" and "Earth, Wind & Fire" are one each. */
function artistsOf({ common, native }: IAudioMetadata): readonly string[] {
  const artists = known(texts(common.artists ?? [common.artist ?? common.albumartist]));
  // ID3v2.3 separates artists by a slash, which music-metadata follows; but AC/DC is one.
  const slashed =
    native["ID3v2.3"]?.filter(({ id }) => id === "TPE1").map(({ value }) => String(value)) ?? [];
  if (slashed.length > 1 && slashed.some((part) => part.trim().length <= 2))
    return known(texts([slashed.join("/")]));
  return artists;
}

function known(artists: readonly string[]): readonly string[] {
  return artists.filter((artist) => !isNobody(artist));
}

/** Beats a minute as a tagger wrote them; what no music has is left out. */
function bpmOf(tags: readonly NativeTag[]): number | null {
  const values = valuesOf(tags, /^(TBPM|BPM|IBPM|TMPO|TEMPO)$/);
  const bpm = values
    .map((value) => Number(value.trim().replace(",", ".")))
    .find((each) => each >= 20 && each <= 400);
  return bpm === undefined ? null : Math.round(bpm * 100) / 100;
}

/** Twelve letters and digits, however they were grouped: a country, who registered it, a year, a number. */
function isrcOf(codes: readonly string[]): string | null {
  const bare = codes.map((code) => code.replace(/^ISRC|[\s.-]/gi, "").toUpperCase());
  return bare.find((code) => /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(code)) ?? null;
}

/** iTunes' advisory: 1 (and 4, in old files) is explicit, 2 is clean; 0 says nothing. Some shops write it into the title. */
function explicitOf(tags: readonly NativeTag[], title: string | null): boolean | null {
  const [advisory] = valuesOf(tags, /^(RTNG|ITUNESADVISORY|EXPLICIT)$/);
  if (advisory === "2" || /[([]clean( version)?[)\]]$/i.test(title ?? "")) return false;
  if (/^(1|4|true|yes|explicit)$/i.test(advisory ?? "")) return true;
  return /[([]explicit( version)?[)\]]$/i.test(title ?? "") ? true : null;
}
