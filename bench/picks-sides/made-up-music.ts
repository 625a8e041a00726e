import { onMap } from "../../src/protocol/circumplex.ts";
import type { ScannedFile } from "../../src/protocol/library.ts";
import type { Affect } from "../../src/protocol/mood.ts";
import { seededRandom } from "../../src/recommend/random.ts";
import { scannedFile } from "../../src/store/testing.ts";

export interface Song {
  title: string;
  artist: string;
  language: string;
  at: Affect;
  explicit: boolean;
  durationMs: number;
}

/** Where the genres of an ordinary library put their songs. */
const genrePoints: readonly Affect[] = [
  { valence: 0.6, arousal: 0.4 },
  { valence: 0.1, arousal: 0.5 },
  { valence: 0.3, arousal: -0.5 },
  { valence: 0.4, arousal: -0.1 },
  { valence: 0.2, arousal: 0.3 },
  { valence: 0.2, arousal: -0.3 },
  { valence: -0.3, arousal: 0.6 },
  { valence: -0.4, arousal: -0.3 },
];

/**
 * Songs as people have them: artists with 1 to 40 songs each, mostly of one kind; two in five songs stand where their
 * genre puts them, the others where they sound; one in ten is explicit; one artist in four sings in German. The same for
 * the same number.
 */
export function madeUpMusic(count: number): readonly Song[] {
  const random = seededRandom(7);
  const around = (centre: number, width: number): number =>
    centre + (random() + random() + random() - 1.5) * width;
  const songs: Song[] = [];
  for (let artist = 0; songs.length < count; artist += 1) {
    const home = { valence: around(0.15, 1), arousal: around(0.05, 1) };
    const genre = genrePoints[Math.floor(random() * genrePoints.length)] ?? home;
    const size = Math.min(count - songs.length, 1 + Math.floor(40 * random() ** 2.2));
    for (let song = 0; song < size; song += 1) {
      const sound = { valence: around(home.valence, 0.35), arousal: around(home.arousal, 0.35) };
      songs.push({
        title: `Song ${songs.length}`,
        artist: `Artist ${artist}`,
        language: artist % 4 === 0 ? "de" : "en",
        at: random() < 0.4 ? genre : onMap(sound),
        explicit: random() < 0.1,
        durationMs: 120_000 + Math.floor(180_000 * random()),
      });
    }
  }
  return songs;
}

export function fileOf({ title, artist, language, at, explicit, durationMs }: Song): ScannedFile {
  return scannedFile(`/music/${artist}/${title}.mp3`, {
    track: {
      title,
      artists: [artist],
      languages: [language],
      explicit,
      durationMs,
      affect: { point: at, confidence: 0.7, from: "tag" },
    },
  });
}
