import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Affect } from "../../protocol/mood.ts";
import type { TrackAffect } from "../../protocol/music.ts";
import { tidy } from "../tags/file-name.ts";

/** `moods.json`: words with their places on the circumplex, and words of folder names that say nothing. */
export interface MoodVocabulary {
  about: readonly string[];
  /** Degrees on the circle, as published: Russell (1980), 28 words. */
  russell1980: Readonly<Record<string, number>>;
  moods: readonly MoodEntry[];
  genres: readonly MoodEntry[];
  filler: readonly string[];
}

/** Words that share a place. `at` is valence, then arousal, each from -1 to 1. */
export interface MoodEntry {
  at: readonly [number, number];
  /** By language, comma between words. */
  [language: string]: string | readonly [number, number];
}

/** What says something about a file's mood. */
export interface MoodHints {
  /** The values of its mood tags. */
  moods: readonly string[];
  /** Its comments and the like: they count as tags where every word of one tells a mood and no mood tag does. */
  remarks: readonly string[];
  genres: readonly string[];
  /** Names of the playlists that hold it. */
  playlists: readonly string[];
  /** Names of the folders below the music folder that it lies in, innermost first. */
  folders: readonly string[];
}

/**
 * How far a place is trusted. A mood tag was set for this song; somebody put it on a playlist by hand; a genre spans
 * many moods; a folder's name may have been meant otherwise. Judgements, not measurements: they weigh a tag against
 * what people say later.
 */
const trust = { tag: 0.9, playlist: 0.75, folder: 0.4, genre: 0.45 } as const;
const trustInRemarks = 0.6;

const sources = ["tag", "playlist", "folder", "genre"] as const;
/** So much is kept of the words that told a mood. */
const longestWord = 40;

/** A text, and where its words lie. */
interface Heard {
  text: string;
  points: readonly Affect[];
}

type Place = Omit<TrackAffect, "from">;

export class MoodWords {
  readonly #places = new Map<string, Affect>();
  readonly #filler: ReadonlySet<string>;
  /** Of the vocabulary: what was read by another one may stand elsewhere. */
  readonly fingerprint: string;
  #longest = 1;

  constructor(vocabulary: MoodVocabulary) {
    this.fingerprint = createHash("sha256").update(JSON.stringify(vocabulary)).digest("hex").slice(0, 8);
    this.#filler = new Set(vocabulary.filler.map(foldWords));
    for (const { phrase, point } of phrases(vocabulary)) {
      this.#places.set(phrase, point);
      this.#longest = Math.max(this.#longest, phrase.split(" ").length);
    }
  }

  /** The vocabulary of `moods.json`. Reads it from the disk: not for the daemon's own thread. */
  static load(): MoodWords {
    // The compiled file lies in dist; the vocabulary stays where people edit it.
    const here = new URL("../../../../src/library/moods.json", import.meta.url);
    return new MoodWords(JSON.parse(readFileSync(here, "utf8")) as MoodVocabulary);
  }

  /**
   * What each source says, at most one place of each: the mood tags, the playlists and the nearest folder whose names
   * are made of known words, the genres.
   */
  affectsOf({
    moods = [],
    remarks = [],
    genres = [],
    playlists = [],
    folders = [],
  }: Partial<MoodHints>): readonly TrackAffect[] {
    const together = (names: readonly string[]) =>
      placed(
        names.map((name) => {
          const place = this.#wholeName(name);
          return { text: name, points: place === null ? [] : [place.point] };
        }),
      );
    const remark = together(remarks);
    const said = {
      tag:
        this.#average(moods) ??
        (remark && { ...remark, confidence: remark.confidence * (trustInRemarks / trust.tag) }),
      playlist: together(playlists),
      folder: folders.map((name) => this.#wholeName(name)).find((place) => place !== null) ?? null,
      genre: this.#average(genres),
    };
    return sources.flatMap((from) => {
      const place = said[from];
      return place ? [{ ...place, confidence: place.confidence * trust[from], from }] : [];
    });
  }

  #average(texts: readonly string[]): Place | null {
    const heard = texts
      .flatMap((text) => text.split(/[\0;,/|]+/))
      .map((text) => ({ text, folded: foldWords(text) }))
      // Taggers that analyse the sound write what it is not, too.
      .filter(({ folded }) => !/^(not|non|no) /.test(folded))
      .map(({ text, folded }) => ({ text, points: this.#read(folded).points }));
    return placed(heard);
  }

  /** Most folders are named after artists and albums: "Dark Side of the Moon" must not count as dark. */
  #wholeName(folder: string): Place | null {
    const folded = foldWords(folder);
    // A phrase of the vocabulary may have a word that says nothing elsewhere: "calm and warm".
    const phrase = this.#places.get(folded);
    if (phrase) return placed([{ text: folder, points: [phrase] }]);
    const words = folded
      .split(" ")
      .filter((word) => word !== "" && !this.#filler.has(word) && !/^\d+$/.test(word));
    const { points, unknown } = this.#read(words.join(" "));
    return unknown > 0 ? null : placed([{ text: folder, points }]);
  }

  /** Longest phrases first, so that "death metal" isn't read as metal. */
  #read(text: string): { points: Affect[]; unknown: number } {
    const words = text.split(" ").filter((word) => word !== "");
    const points: Affect[] = [];
    let unknown = 0;
    for (let from = 0; from < words.length; ) {
      let taken = 0;
      for (let length = Math.min(this.#longest, words.length - from); length > 0 && taken === 0; length--) {
        const point = this.#places.get(words.slice(from, from + length).join(" "));
        if (!point) continue;
        points.push(point);
        taken = length;
      }
      if (taken === 0) unknown++;
      from += Math.max(1, taken);
    }
    return { points, unknown };
  }
}

/** Every phrase of the vocabulary, folded, with its place. */
export function phrases({ moods, genres }: MoodVocabulary): { phrase: string; point: Affect }[] {
  return [...moods, ...genres].flatMap(({ at: [valence, arousal], ...languages }) =>
    Object.values(languages)
      .flatMap((words) => String(words).split(","))
      .map((word) => ({ phrase: foldWords(word), point: { valence, arousal } })),
  );
}

/** Words apart by one space, without case, accents and punctuation: "Mélancolique!" and "melancolique" are one. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Where texts lie together, and those of them that said so. */
function placed(heard: readonly Heard[]): Place | null {
  const told = heard.filter(({ points }) => points.length > 0);
  const place = middle(told.flatMap(({ points }) => points));
  return place && { ...place, word: shortened([...new Set(told.map(({ text }) => tidy(text)))].join(", ")) };
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longestWord ? text : `${characters.slice(0, longestWord - 1).join("")}…`;
}

/** The words' mean. The farther they lie apart, the less it says: happy and sad together are not "neutral". */
function middle(points: readonly Affect[]): { point: Affect; confidence: number } | null {
  if (points.length === 0) return null;
  const mean = (axis: keyof Affect) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const point = { valence: mean("valence"), arousal: mean("arousal") };
  const spread = Math.sqrt(
    points.reduce(
      (sum, { valence, arousal }) => sum + (valence - point.valence) ** 2 + (arousal - point.arousal) ** 2,
      0,
    ) / points.length,
  );
  return { point, confidence: Math.max(0.1, 1 - spread) };
}
