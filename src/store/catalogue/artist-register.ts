import { artistKey } from "../../protocol/name-keys.ts";
import { folded } from "../search/folding.ts";

interface Artist {
  key: string;
  /** As the first of its tracks writes it. */
  name: string;
  /** For a search. */
  folded: string;
  /** When a song by this artist last began; -Infinity for never. */
  heard: number;
  /** The lists that this artist is in. */
  lists: number[];
}

/** The artists of all tracks by number, and the lists of them that tracks have, each kept once. */
export class ArtistRegister {
  readonly #artists: Artist[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly number[])[] = [];
  readonly #listNumbers = new Map<string, number>();
  #blockedNames: readonly string[] = [];
  /** By a list's number, like every other mask: 1 where one of its artists is blocked. Null while new lists are not in it. */
  #blocked: Uint8Array | null = null;

  /** The number of a list of artists, given as its JSON. */
  listOf(json: string): number {
    const known = this.#listNumbers.get(json);
    if (known !== undefined) return known;
    const names = JSON.parse(json) as string[];
    const artists = [...new Set(names.map((name) => this.#numberOf(name)))];
    const list = this.#lists.push(artists) - 1;
    this.#listNumbers.set(json, list);
    for (const number of artists) (this.#artists[number] as Artist).lists.push(list);
    this.#blocked = null;
    return list;
  }

  /** The artists of a list, by their numbers. */
  list(number: number): readonly number[] {
    return this.#lists[number] ?? [];
  }

  /** The numbers of the lists that one of these artists is in, compared without case. */
  listsOf(names: readonly string[]): ReadonlySet<number> {
    const numbers = names.flatMap((name) => this.#numbers.get(artistKey(name)) ?? []);
    return new Set(numbers.flatMap((number) => (this.#artists[number] as Artist).lists));
  }

  /** The same by a list's number: 1 where it is one of them. */
  listsWith(names: readonly string[]): Uint8Array {
    const mask = new Uint8Array(this.#lists.length);
    for (const list of this.listsOf(names)) mask[list] = 1;
    return mask;
  }

  block(names: readonly string[]): void {
    this.#blockedNames = names;
    this.#blocked = null;
  }

  /** By a list's number: 1 where one of its artists is blocked. */
  get blocked(): Uint8Array {
    this.#blocked ??= this.listsWith(this.#blockedNames);
    return this.#blocked;
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

  /** Those with tracks, by `tracks` (counted by artist's number), most first; those that begin with the search before. */
  choice(tracks: Uint32Array, search: string | null, limit: number): { name: string; tracks: number }[] {
    const wanted = folded(search ?? "").trim();
    const blocked = new Set(this.#blockedNames.map(artistKey));
    return this.#artists
      .flatMap(({ key, name, folded }, number) => {
        const count = tracks[number] ?? 0;
        return count > 0 && folded.includes(wanted) && !blocked.has(key)
          ? [{ name, folded, tracks: count }]
          : [];
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
    const artist = { key, name, folded: folded(name), heard: Number.NEGATIVE_INFINITY, lists: [] };
    const number = this.#artists.push(artist) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
