import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { foldWords, type MoodVocabulary, MoodWords, phrases } from "./mood-words.ts";

const vocabulary = JSON.parse(
  readFileSync(new URL("../../../../src/library/moods.json", import.meta.url), "utf8"),
) as MoodVocabulary;
const words = MoodWords.load();
const placeOf = (mood: string) => words.affectsOf({ moods: [mood] })[0]?.point;
const folderSays = (...folders: string[]) => words.affectsOf({ folders })[0] ?? null;

test("the vocabulary has far more than 200 words, each once and on the map", () => {
  const all = phrases(vocabulary);
  expect(all.length).toBeGreaterThan(1_000);
  const seen = new Map<string, number>();
  for (const { phrase } of all) seen.set(phrase, (seen.get(phrase) ?? 0) + 1);
  expect([...seen].filter(([phrase, times]) => times > 1 || phrase === "")).toEqual([]);
  for (const { point } of all) expect(Math.hypot(point.valence, point.arousal)).toBeLessThanOrEqual(1.03);
});

test.each(Object.entries(vocabulary.russell1980))(
  "%s lies on Russell's angle, %d degrees",
  (word, degrees) => {
    const place = placeOf(word);
    const angle = (Math.atan2(place?.arousal ?? 0, place?.valence ?? 0) * 180) / Math.PI;
    expect(Math.abs(((angle - degrees + 540) % 360) - 180)).toBeLessThan(1);
  },
);

test("each corner of the map has words in all seven languages", () => {
  for (const language of ["en", "de", "es", "fr", "it", "pt", "nl"]) {
    const corners = new Set(
      vocabulary.moods
        .filter((entry) => entry[language] !== undefined)
        .map(({ at: [valence, arousal] }) => `${valence > 0} ${arousal > 0}`),
    );
    expect(corners.size, language).toBe(4);
  }
});

test("case, accents and punctuation don't matter", () => {
  expect(placeOf("MÉLANCOLIQUE!")).toEqual(placeOf("melancholic"));
  expect(placeOf("Fröhlich")).toEqual(placeOf("happy"));
  expect(placeOf("laid-back")).toEqual(placeOf("Laid Back"));
  expect(foldWords("  Straße & Co. ")).toBe("strasse co");
});

test("each source that says something is told, the most telling first, and no other", () => {
  const all = { moods: ["sad"], playlists: ["Party"], folders: ["Calm"], genres: ["Techno"] };
  const from = (hints: Partial<typeof all>) => words.affectsOf(hints).map((said) => said.from);
  expect(from(all)).toEqual(["tag", "playlist", "folder", "genre"]);
  expect(from({ ...all, moods: ["qwertz"], playlists: ["Party at Bob's"] })).toEqual(["folder", "genre"]);
  expect(from({ folders: ["Bob Dylan"], genres: ["Other"] })).toEqual([]);
});

test("each source is told with the word it goes by, in one tidy line of at most 40 characters", () => {
  const wordOf = (hints: Parameters<typeof words.affectsOf>[0]) => words.affectsOf(hints)[0]?.word;
  expect(wordOf({ moods: ["qwertz; Mellow", " mellow", "Not sad"] })).toBe("Mellow, mellow");
  expect(wordOf({ playlists: ["Abba", "02 Sad songs"] })).toBe("02 Sad songs");
  expect(wordOf({ folders: ["Abba", "Calm\u202e\nmusic"] })).toBe("Calm music");
  const long = wordOf({ genres: Array.from({ length: 9 }, (_, index) => `Techno ${index}`) });
  expect([...(long ?? "")]).toHaveLength(40);
  expect(long).toMatch(/^Techno 0, Techno 1, .*…$/);
});

test("several playlists are averaged, and one named after something else does not count", () => {
  const [said] = words.affectsOf({ playlists: ["Calm", "02 Sad songs", "Abba"] });
  expect(said?.point).toEqual(words.affectsOf({ moods: ["calm", "sad"] })[0]?.point);
});

test("a longer phrase is read before its parts", () => {
  const genre = (name: string) => words.affectsOf({ genres: [name] })[0]?.point;
  expect(genre("Swedish Death Metal")).toEqual(genre("death metal"));
  expect(genre("Death Metal")).not.toEqual(genre("Metal"));
});

test("several words are averaged", () => {
  const [calm, sad, both] = [placeOf("calm"), placeOf("sad"), placeOf("calm, sad")];
  expect(both?.valence).toBeCloseTo(((calm?.valence ?? 0) + (sad?.valence ?? 0)) / 2);
  expect(both?.arousal).toBeCloseTo(((calm?.arousal ?? 0) + (sad?.arousal ?? 0)) / 2);
});

test("a folder counts when its whole name is made of known words, and the innermost first", () => {
  expect(folderSays("02 Sad songs")?.point).toEqual(placeOf("sad"));
  expect(folderSays("Traurige Lieder")).toBeNull();
  expect(folderSays("Traurig")?.point).toEqual(placeOf("sad"));
  expect(folderSays("Happy Mondays")).toBeNull();
  expect(folderSays("The Dark Side of the Moon")).toBeNull();
  expect(folderSays("Music")).toBeNull();
  expect(folderSays("Abba", "Party", "Calm")?.point).toEqual(placeOf("party"));
});
