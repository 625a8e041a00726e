import { languageKey } from "../../protocol/name-keys.ts";

/** The languages of all tracks, by the first part of their tags, and the sets of them that tracks have, each kept once. */
export class LanguageRegister {
  readonly #sets: (readonly string[])[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a track's languages, given as their JSON. */
  setOf(json: string): number {
    const known = this.#numbers.get(json);
    if (known !== undefined) return known;
    const set = [...new Set((JSON.parse(json) as string[]).map(languageKey))];
    const number = this.#sets.push(set) - 1;
    this.#numbers.set(json, number);
    return number;
  }

  /** By a set's number: whether one of these languages is in it. */
  withOneOf(languages: readonly string[]): readonly boolean[] {
    const wanted = new Set(languages.map(languageKey));
    return this.#sets.map((set) => set.some((language) => wanted.has(language)));
  }

  /** The numbers of those sets. */
  setsWith(languages: readonly string[]): readonly number[] {
    return this.withOneOf(languages).flatMap((is, set) => (is ? [set] : []));
  }

  /** By `tracks`, counted by set's number; most first. */
  choice(tracks: ReadonlyMap<number, number>): { language: string; tracks: number }[] {
    const byLanguage = new Map<string, number>();
    for (const [number, count] of tracks)
      for (const language of this.#sets[number] ?? [])
        byLanguage.set(language, (byLanguage.get(language) ?? 0) + count);
    return [...byLanguage]
      .map(([language, count]) => ({ language, tracks: count }))
      .sort((one, other) => other.tracks - one.tracks || (one.language < other.language ? -1 : 1));
  }
}
