import type { ScannedFile } from "../../src/protocol/library.ts";
import type { Affect } from "../../src/protocol/mood.ts";
import { seededRandom } from "../../src/recommend/random.ts";
import { scannedFile } from "../../src/store/testing.ts";

const syllables = "ka lo mi ra ven tor sil ea dra nu po shi lem ber ti gon wes far hel ana".split(" ");
const genres = "Pop Rock Ambient Jazz Electronic Folk Hip-Hop Classical Metal Soul Blues".split(" ");
const signs =
  "夜夢空花風雨海月星春夏秋冬恋歌心雪光影道街駅純喫茶東京事変桜涙明日君僕私愛の はに をがとも".replaceAll(
    " ",
    "",
  );
const tracksPerArtist = 25;
const vocabulary = 20_000;

/** Where a track stands: all over the circumplex, or at one of six points, as folders and genres put them. */
export type Placing = "scattered" | "six points";

/**
 * Files of a library as people have them: words as common as Zipf says, one track in ten by two artists, one in five
 * without a mood, one in ten explicit, half of them in English, one in ten with a Japanese title. The same for the same
 * number.
 */
export class MadeUpLibrary {
  readonly #random = seededRandom(1);
  readonly #placing: Placing;
  readonly #words: readonly string[];
  readonly #artists: readonly string[];

  constructor(tracks: number, placing: Placing) {
    this.#placing = placing;
    this.#words = Array.from({ length: vocabulary }, (_, index) => wordOf(index));
    this.#artists = Array.from({ length: Math.ceil(tracks / tracksPerArtist) }, () => this.#someWords(2));
  }

  file(index: number): ScannedFile {
    const random = this.#random;
    const number = Math.floor(index / tracksPerArtist);
    const artist = this.#artists[number] ?? "";
    const guest = this.#artists[Math.floor(random() * this.#artists.length)] ?? "";
    const language = random();
    return scannedFile(`/music/${number}/${index}.mp3`, {
      track: {
        title: random() < 0.1 ? this.#someSigns() : this.#someWords(2 + Math.floor(random() * 2)),
        artists: random() < 0.1 ? [artist, guest] : [artist],
        album: this.#someWords(2),
        genres: [genres[Math.floor(random() * genres.length)] ?? ""],
        languages: language < 0.5 ? ["en"] : language < 0.7 ? ["de-AT"] : [],
        durationMs: 60_000 + random() * 300_000,
        explicit: random() < 0.1 ? true : null,
        affect: random() < 0.8 ? { point: this.#point(), confidence: 0.7, from: "tag" } : null,
      },
    });
  }

  #someSigns(): string {
    const sign = () => signs[Math.floor(this.#random() ** 2 * signs.length)] ?? "";
    return Array.from({ length: 3 + Math.floor(this.#random() * 6) }, sign).join("");
  }

  #point(): Affect {
    const random = this.#random;
    if (this.#placing === "scattered") return { valence: random() * 2 - 1, arousal: random() * 2 - 1 };
    const points = [0.7, 0.5, 0.4, -0.6, -0.5, 0];
    const index = Math.floor(random() * 6);
    return { valence: points[index] ?? 0, arousal: points[(index + 2) % 6] ?? 0 };
  }

  #someWords(count: number): string {
    return Array.from({ length: count }, () => {
      const rank = Math.floor(Math.exp(this.#random() * Math.log(vocabulary)));
      return this.#words[rank - 1] ?? "";
    }).join(" ");
  }
}

/** Two to four syllables, of which frequent words have fewer. */
function wordOf(index: number): string {
  const count = 2 + Math.min(2, Math.floor(Math.log10(index + 1) / 2) + (index % 2));
  let word = "";
  for (let rest = index * 7919 + 13, at = 0; at < count; at++) {
    word += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length) + index * 31 + at;
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}
