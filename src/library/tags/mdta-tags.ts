import type { IAudioMetadata } from "music-metadata";
import type { OpenFile } from "./open-file.ts";

/** More than any tagger writes; a file with more was made to keep us busy. */
const mostBoxes = 1_000;
const mostKeys = 512;
const longestKey = 256;

/** Of a box's content. */
interface Span {
  from: number;
  to: number;
}

/**
 * An MP4 file may name its tags by keys (`mdta`: QuickTime, and ffmpeg with `use_metadata_tags`). music-metadata gives
 * them by their number in the list of keys, which it does not read, and takes none of them for a title or an artist.
 * Answers the same with names, and with what they say where nothing else says it.
 */
export function withMdtaTags(metadata: IAudioMetadata, file: OpenFile): IAudioMetadata {
  const tags = metadata.native.iTunes ?? [];
  if (!tags.some(({ id }) => isNumber(id))) return metadata;
  const keys = mdtaKeys(file);
  const named = tags.flatMap((tag) => {
    if (!isNumber(tag.id)) return [tag];
    const key = keys[Buffer.from(tag.id, "latin1").readUInt32BE() - 1];
    // As the free-form ones of iTunes are written, whose name is what follows the last colon.
    return key === undefined ? [] : [{ ...tag, id: `mdta:${key.slice(key.lastIndexOf(".") + 1)}` }];
  });
  const said = (...names: readonly string[]): string | undefined => {
    const found = named.find(
      ({ id, value }) => names.includes(id.toLowerCase()) && typeof value === "string",
    );
    return found && String(found.value);
  };
  const texts = {
    title: said("mdta:title"),
    artist: said("mdta:artist", "mdta:album_artist", "mdta:albumartist", "mdta:author"),
    album: said("mdta:album"),
  };
  const lists = { genre: said("mdta:genre"), isrc: said("mdta:isrc") };
  const [year] = /^\d{4}/.exec(said("mdta:date", "mdta:year", "mdta:creationdate") ?? "") ?? [];
  const common = {
    ...given(texts),
    ...Object.fromEntries(Object.entries(given(lists)).map(([name, text]) => [name, [text]])),
    ...(year !== undefined && { year: Number(year) }),
    ...metadata.common,
  };
  return { ...metadata, common, native: { ...metadata.native, iTunes: named } };
}

function given(texts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Four bytes that are a small number. */
function isNumber(id: string): boolean {
  return id.length === 4 && id.startsWith("\0\0");
}

/** In their order; none where there is no list. */
function mdtaKeys(file: OpenFile): readonly string[] {
  const moov = child(file, { from: 0, to: file.size }, "moov");
  const udta = moov && child(file, moov, "udta");
  const meta = (udta && child(file, udta, "meta")) ?? (moov && child(file, moov, "meta"));
  if (!meta) return [];
  // ISO has a version and flags before the first box in it, QuickTime does not.
  const isQuickTime = file.bytesAt(meta.from + 4, 4).toString("latin1") === "hdlr";
  const list = child(file, { from: meta.from + (isQuickTime ? 0 : 4), to: meta.to }, "keys");
  if (!list) return [];
  const keys: string[] = [];
  for (let at = list.from + 8; at + 8 <= list.to && keys.length < mostKeys; ) {
    const length = file.bytesAt(at, 4).readUInt32BE();
    if (length < 8 || at + length > list.to) break;
    keys.push(file.bytesAt(at + 8, Math.min(longestKey, length - 8)).toString());
    at += length;
  }
  return keys;
}

function child(file: OpenFile, within: Span, type: string): Span | null {
  let at = within.from;
  for (let boxes = 0; boxes < mostBoxes && at + 8 <= within.to; boxes++) {
    const head = file.bytesAt(at, 16);
    if (head.length < 8) return null;
    const short = head.readUInt32BE(0);
    const isLong = short === 1 && head.length === 16;
    const length = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? within.to - at : short;
    if (length < 8) return null;
    if (head.toString("latin1", 4, 8) === type)
      return { from: at + (isLong ? 16 : 8), to: Math.min(within.to, at + length) };
    at += length;
  }
  return null;
}
