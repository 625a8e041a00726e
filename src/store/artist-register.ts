import { artistKey } from "./artist-key.ts";
import { titleKey } from "./track-row.ts";

interface Artist {
  key: string;
  /** As the first of its tracks writes it. */
  name: string;
  /** Without case and accents, for a search. */
  folded: string;
  /** When a song by this artist last began; -Infinity for never. */
  heard: number;
  blocked: boolean;
}

/** The artists of all tracks by number, and the lists of them that tracks have, each kept once. */
export class ArtistRegister {
  readonly #artists: Artist[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly number[])[] = [];
  readonly #listNumbers = new Map<string, number>();
  #blockedKeys: ReadonlySet<string> = new Set();

  /** The number of a list of artists, given as its JSON. */
  listOf(json: string): number {
    const known = this.#listNumbers.get(json);
    if (known !== undefined) return known;
    const names = JSON.parse(json) as string[];
    const number = this.#lists.push([...new Set(names.map((name) => this.#numberOf(name)))]) - 1;
    this.#listNumbers.set(json, number);
    return number;
  }

  /** The artists of a list, by their numbers. */
  list(number: number): readonly number[] {
    return this.#lists[number] ?? [];
  }

  /** The numbers of those that are known. */
  numbersOf(names: readonly string[]): ReadonlySet<number> {
    return new Set(names.flatMap((name) => this.#numbers.get(artistKey(name)) ?? []));
  }

  /** A clock that was set back must not make an artist look rested. */
  hear(list: number, at: number): void {
    for (const number of this.list(list)) {
      const artist = this.#artists[number] as Artist;
      artist.heard = Math.max(artist.heard, at);
    }
  }

  forgetHeard(): void {
    for (const artist of this.#artists) artist.heard = Number.NEGATIVE_INFINITY;
  }

  /** When a song by any of them last began; -Infinity for never. */
  heard(list: number): number {
    let latest = Number.NEGATIVE_INFINITY;
    for (const number of this.list(list)) latest = Math.max(latest, (this.#artists[number] as Artist).heard);
    return latest;
  }

  block(keys: readonly string[]): void {
    this.#blockedKeys = new Set(keys);
    for (const artist of this.#artists) artist.blocked = this.#blockedKeys.has(artist.key);
  }

  isBlocked(list: number): boolean {
    if (this.#blockedKeys.size === 0) return false;
    return this.list(list).some((number) => (this.#artists[number] as Artist).blocked);
  }

  isOneOf(list: number, artists: ReadonlySet<number>): boolean {
    return this.list(list).some((number) => artists.has(number));
  }

  /** Those with tracks, by `tracks` (counted by artist's number), most first; those that begin with the search before. */
  choice(tracks: Uint32Array, search: string | null, limit: number): { name: string; tracks: number }[] {
    const wanted = titleKey(search ?? "").trim();
    return this.#artists
      .flatMap(({ name, folded, blocked }, number) => {
        const count = tracks[number] ?? 0;
        return count > 0 && !blocked && folded.includes(wanted) ? [{ name, folded, tracks: count }] : [];
      })
      .sort(
        (one, other) =>
          Number(other.folded.startsWith(wanted)) - Number(one.folded.startsWith(wanted)) ||
          other.tracks - one.tracks ||
          (one.folded < other.folded ? -1 : 1),
      )
      .slice(0, Math.max(0, limit))
      .map(({ name, tracks }) => ({ name, tracks }));
  }

  get size(): number {
    return this.#artists.length;
  }

  #numberOf(name: string): number {
    const key = artistKey(name);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number =
      this.#artists.push({
        key,
        name,
        folded: titleKey(name),
        heard: Number.NEGATIVE_INFINITY,
        blocked: this.#blockedKeys.has(key),
      }) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
