import type { IAudioMetadata } from "music-metadata";
import { expect, test } from "vitest";
import { gainOf } from "./gain.ts";
import { nativeTags, valuesOf } from "./native-tags.ts";

/** What the parser gives, as far as it matters here. */
const parsed = (native: Record<string, { id: string; value: unknown }[]>, common = {}) =>
  ({ native, common, format: {} }) as unknown as IAudioMetadata;
const gain = (id: string, value: unknown, common = {}) => {
  const metadata = parsed({ any: [{ id, value }] }, common);
  return gainOf(metadata, nativeTags(metadata));
};

test("a tag has the same name in all formats", () => {
  const tags = nativeTags(
    parsed({
      "ID3v2.3": [{ id: "TXXX:Mood", value: "one" }],
      iTunes: [{ id: "----:com.apple.iTunes:MOOD", value: "two" }],
      vorbis: [{ id: "MOOD", value: "three" }],
      APEv2: [{ id: "mood", value: "four" }],
    }),
  );
  expect(valuesOf(tags, /^MOOD$/)).toEqual(["one", "two", "three", "four"]);
});

test("a comment that is a field of its own goes by that field's name", () => {
  const comment = (descriptor: string, text: string) => ({
    id: "COMM",
    value: { language: "eng", descriptor, text },
  });
  const tags = nativeTags(parsed({ "ID3v2.3": [comment("MusicMatch_Mood", "Mellow"), comment("", "Nice")] }));
  expect(tags).toEqual([
    { name: "MUSICMATCH_MOOD", text: "Mellow" },
    { name: "COMM", text: "Nice" },
  ]);
});

test("a picture or a number of bytes is no text", () => {
  expect(nativeTags(parsed({ "ID3v2.4": [{ id: "APIC", value: { data: new Uint8Array(9) } }] }))).toEqual([]);
});

test("the album's gain stands in for the song's, and iTunes' Sound Check for both", () => {
  expect(gain("R128_ALBUM_GAIN", "-256")).toBe(4);
  expect(gain("x", "y", { replaygain_album_gain: { dB: -3 } })).toBe(-3);
  const norm = " 000007D0 00000FA0 00002D1F 00002D1F 00024CA8 00024CA8 00007FFF 00007FFF 00024CA8 00024CA8";
  // Four times the usual power is six decibels too many.
  expect(gain("COMM:iTunNORM", norm)).toBeCloseTo(-6.02, 2);
  expect(gain("COMM:iTunNORM", norm, { replaygain_track_gain: { dB: -5 } })).toBe(-5);
});

test("a gain that nobody would set is left out", () => {
  expect(gain("R128_TRACK_GAIN", "99999")).toBeNull();
  expect(gain("R128_TRACK_GAIN", "loud")).toBeNull();
  expect(gain("COMM:iTunNORM", "00000000 00000000")).toBeNull();
});
