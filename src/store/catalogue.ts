import type { CandidateQuery, MoodMap } from "../protocol/library.ts";
import type { Affect } from "../protocol/mood.ts";
import type { AffectSource } from "../protocol/music.ts";
import { ArtistRegister } from "./artist-register.ts";
import { CircumplexGrid } from "./circumplex-grid.ts";
import { LanguageRegister } from "./language-register.ts";
import type { TrackFilter } from "./library-tables.ts";

/** What the catalogue keeps of a track: a row of `catalogueColumns`, in their order. */
export type CatalogueRow = [
  seq: number,
  present: 0 | 1,
  playable: 0 | 1,
  explicit: 0 | 1,
  blocked: 0 | 1,
  valence: number | null,
  arousal: number | null,
  from: AffectSource | null,
  durationMs: number,
  heard: number | null,
  plays: number,
  artists: string,
  languages: string,
];

export const catalogueColumns = `seq, present, unplayable IS NULL, ifnull(explicit, 0), blocked_at IS NOT NULL, valence, arousal,
  affect_from, duration_ms, last_played_at, play_count, artists, languages`;

const sources: readonly (AffectSource | "none")[] = [
  "none",
  "person",
  "tag",
  "playlist",
  "folder",
  "genre",
  "sound",
];
const never = Number.NEGATIVE_INFINITY;

const isPresent = 1;
const isPlayable = 2;
const isExplicit = 4;
const isBlocked = 8;
const isPlaced = 16;
const couldPlay = isPresent | isPlayable;

/**
 * What hard rules ask of every track, in columns by `seq`: some 60 bytes a track, so that a query over all of them is a
 * walk through memory. Kept in step with the database by whoever holds it.
 */
export class Catalogue {
  readonly artists = new ArtistRegister();
  readonly languages = new LanguageRegister();
  readonly #grid = new CircumplexGrid();
  #flags = new Uint8Array(0);
  #source = new Uint8Array(0);
  #valence = new Float64Array(0);
  #arousal = new Float64Array(0);
  #durationMs = new Float64Array(0);
  #heard = new Float64Array(0);
  #plays = new Uint32Array(0);
  #artistList = new Uint32Array(0);
  #languageSet = new Uint32Array(0);
  /** One more than the highest `seq`. */
  #end = 0;

  put(row: CatalogueRow): void {
    const [seq, present, playable, explicit, blocked, valence, arousal, from, durationMs, heard, plays] = row;
    const [, , , , , , , , , , , artists, languages] = row;
    if (seq >= this.#flags.length) this.#grow(seq + 1);
    this.#end = Math.max(this.#end, seq + 1);
    const placed = valence !== null && arousal !== null;
    this.#flags[seq] =
      present * isPresent +
      playable * isPlayable +
      explicit * isExplicit +
      blocked * isBlocked +
      (placed ? isPlaced : 0);
    this.#source[seq] = sources.indexOf(from ?? "none");
    this.#valence[seq] = valence ?? Number.NaN;
    this.#arousal[seq] = arousal ?? Number.NaN;
    this.#durationMs[seq] = durationMs;
    this.#heard[seq] = heard ?? never;
    this.#plays[seq] = plays;
    this.#artistList[seq] = this.artists.listOf(artists);
    this.#languageSet[seq] = this.languages.setOf(languages);
    if (heard !== null) this.artists.hear(this.#artistList[seq] as number, heard);
    if (present === 1 && placed) this.#grid.put(seq, { valence, arousal });
    else this.#grid.remove(seq);
  }

  remove(seq: number): void {
    if (seq >= this.#end) return;
    this.#flags[seq] = 0;
    this.#grid.remove(seq);
  }

  /** The nearest tracks that keep the rules, nearest first; `notTracks` are told by `seq`. */
  candidates(query: CandidateQuery, notTracks: ReadonlySet<number>, limit: number): number[] {
    return this.#nearest(query.target, limit, this.#keepsRules(query, notTracks));
  }

  nearest(point: Affect, limit: number, accepts: (seq: number) => boolean): number[] {
    return this.#nearest(point, limit, accepts);
  }

  /** Whether a track is there and holds what a list is to show. */
  accepting({ from, near, unplayable }: TrackFilter): (seq: number) => boolean {
    const source = from === undefined ? -1 : sources.indexOf(from);
    const asked =
      isPresent | (near === undefined ? 0 : isPlaced) | (unplayable === undefined ? 0 : isPlayable);
    const wanted = unplayable === true ? asked & ~isPlayable : asked;
    return (seq) =>
      ((this.#flags[seq] as number) & asked) === wanted && (source === -1 || this.#source[seq] === source);
  }

  count(accepts: (seq: number) => boolean): number {
    let count = 0;
    for (let seq = 0; seq < this.#end; seq++) if (accepts(seq)) count += 1;
    return count;
  }

  /** Every `seq`, the newest first. */
  *newest(): Generator<number> {
    for (let seq = this.#end - 1; seq > 0; seq--) yield seq;
  }

  /** When it was last heard (-Infinity for never), when its artists were, and how often it was played. */
  history(seq: number): { heard: number; artistHeard: number; plays: number } {
    return {
      heard: this.#heard[seq] as number,
      artistHeard: this.artists.heard(this.#artistList[seq] as number),
      plays: this.#plays[seq] as number,
    };
  }

  /** How many tracks that could be played each artist has, by the artist's number. */
  tracksByArtist(): Uint32Array {
    const tracks = new Uint32Array(this.artists.size);
    for (const seq of this.#playable())
      for (const artist of this.artists.list(this.#artistList[seq] as number))
        (tracks[artist] as number) += 1;
    return tracks;
  }

  /** How many tracks that could be played have each set of languages, by the set's number. */
  tracksByLanguages(): ReadonlyMap<number, number> {
    const tracks = new Map<number, number>();
    for (const seq of this.#playable()) {
      const set = this.#languageSet[seq] as number;
      tracks.set(set, (tracks.get(set) ?? 0) + 1);
    }
    return tracks;
  }

  map(cells: number): MoodMap {
    const squares = new Map<number, { tracks: number; ms: number }>();
    const step = (value: number): number => Math.min(cells - 1, Math.floor(((value + 1) / 2) * cells));
    let unplaced = 0;
    for (const seq of this.#playable()) {
      if (((this.#flags[seq] as number) & isPlaced) === 0) {
        unplaced += 1;
        continue;
      }
      const at = step(this.#arousal[seq] as number) * cells + step(this.#valence[seq] as number);
      const square = squares.get(at) ?? { tracks: 0, ms: 0 };
      square.tracks += 1;
      square.ms += this.#durationMs[seq] as number;
      squares.set(at, square);
    }
    const middle = (step: number): number => ((step + 0.5) * 2) / cells - 1;
    return {
      cells: [...squares].map(([at, { tracks, ms }]) => ({
        valence: middle(at % cells),
        arousal: middle(Math.floor(at / cells)),
        tracks,
        minutes: ms / 60_000,
      })),
      unplaced,
    };
  }

  *#playable(): Generator<number> {
    for (let seq = 0; seq < this.#end; seq++) {
      if (((this.#flags[seq] as number) & (couldPlay | isBlocked)) !== couldPlay) continue;
      if (!this.artists.isBlocked(this.#artistList[seq] as number)) yield seq;
    }
  }

  #keepsRules(query: CandidateQuery, notTracks: ReadonlySet<number>): (seq: number) => boolean {
    const asked = couldPlay | isBlocked | (query.allowExplicit ? 0 : isExplicit);
    const highest = query.highestArousal ?? Number.POSITIVE_INFINITY;
    const shortest = query.shortestMs ?? 0;
    const longest = query.longestMs ?? Number.POSITIVE_INFINITY;
    const spoken = query.languages && this.languages.withOneOf(query.languages);
    const out = this.artists.numbersOf(query.notArtists);
    const only = query.onlyArtists && this.artists.numbersOf(query.onlyArtists);
    return (seq) => {
      if (((this.#flags[seq] as number) & asked) !== couldPlay) return false;
      const heard = this.#heard[seq] as number;
      if (heard !== never && heard >= query.notPlayedSince) return false;
      if ((this.#arousal[seq] as number) > highest) return false;
      const durationMs = this.#durationMs[seq] as number;
      if (durationMs < shortest || durationMs > longest) return false;
      if (spoken !== null && spoken[this.#languageSet[seq] as number] !== true) return false;
      const list = this.#artistList[seq] as number;
      if (out.size > 0 && this.artists.list(list).some((artist) => out.has(artist))) return false;
      if (only !== null && !this.artists.list(list).some((artist) => only.has(artist))) return false;
      return !notTracks.has(seq) && !this.artists.isBlocked(list);
    };
  }

  #nearest(point: Affect, limit: number, allowed: (seq: number) => boolean): number[] {
    const columns = { valence: this.#valence, arousal: this.#arousal, heard: this.#heard };
    return this.#grid.nearest(point, limit, { columns, allowed });
  }

  /** By an eighth more than asked, so that a library that grows file by file is not copied as often. */
  #grow(least: number): void {
    const size = Math.max(1024, Math.ceil(least * 1.125));
    const grown = <Column extends Uint8Array | Uint32Array | Float64Array>(
      to: Column,
      from: Column,
    ): Column => {
      to.set(from);
      return to;
    };
    this.#flags = grown(new Uint8Array(size), this.#flags);
    this.#source = grown(new Uint8Array(size), this.#source);
    this.#valence = grown(new Float64Array(size), this.#valence);
    this.#arousal = grown(new Float64Array(size), this.#arousal);
    this.#durationMs = grown(new Float64Array(size), this.#durationMs);
    this.#heard = grown(new Float64Array(size), this.#heard);
    this.#plays = grown(new Uint32Array(size), this.#plays);
    this.#artistList = grown(new Uint32Array(size), this.#artistList);
    this.#languageSet = grown(new Uint32Array(size), this.#languageSet);
    this.#grid.grow(size);
  }
}
