import type { IAudioMetadata } from "music-metadata";

/** A tag as it stands in the file: its name in capitals, without what its format puts in front, and its text. */
export interface NativeTag {
  name: string;
  text: string;
}

/**
 * All tags of all kinds, because music-metadata maps no mood from ID3v2.3: TMOO came with ID3v2.4, so taggers write
 * it as the user-defined frame TXXX:MOOD into 2.3, and ffmpeg as TXXX:TMOO. The part of the name after the last colon
 * is the same in all formats (`----:com.apple.iTunes:MOOD`). A comment goes by its description where it has one:
 * MusicMatch and its heirs keep whole fields in comments.
 */
export function nativeTags({ native }: IAudioMetadata): readonly NativeTag[] {
  return Object.values(native)
    .flat()
    .flatMap(({ id, value }) => {
      const own = id.slice(id.lastIndexOf(":") + 1);
      if (typeof value === "string" || typeof value === "number")
        return { name: upper(own), text: `${value}` };
      if (!isDescribed(value)) return [];
      return { name: upper(value.descriptor || own), text: value.text };
    });
}

export function valuesOf(tags: readonly NativeTag[], name: RegExp): readonly string[] {
  return tags.filter((tag) => name.test(tag.name)).map(({ text }) => text);
}

function upper(name: string): string {
  return name.trim().toUpperCase();
}

function isDescribed(value: unknown): value is { descriptor?: string; text: string } {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}
