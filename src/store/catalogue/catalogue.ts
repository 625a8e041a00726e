import { affectName } from "../../protocol/circumplex.ts";
import type { TodaysRules } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { AffectSource } from "../../protocol/music.ts";
import type { TrackFilter } from "../library-tables.ts";
import { ArtistRegister } from "./artist-register.ts";
import type { AskedCandidates } from "./asked-candidates.ts";
import { keepsRules, keepsTodaysRules } from "./candidate-rules.ts";
import { CircumplexGrid } from "./circumplex-grid.ts";
import { Groups } from "./groups.ts";
import { LanguageRegister } from "./language-register.ts";
import {
  isBlocked,
  isExplicit,
  isPlaced,
  isPlayable,
  isPresent,
  moodNumber,
  never,
  sourceNumber,
  TrackColumns,
} from "./track-columns.ts";

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

/** Of all songs; with more of them the nearest are found sooner on the map. */
const fewShare = 1 / 16;

/** What a query says of single tracks, by their `seq`; null asks for none of them in particular. */
export interface NamedTracks {
  notTracks: ReadonlySet<number>;
  onlyTracks: ReadonlySet<number> | null;
}

/** The library as rules and lists ask for it, in memory. Kept in step with the database by whoever holds it. */
export class Catalogue {
  readonly artists = new ArtistRegister();
  readonly languages = new LanguageRegister();
  readonly columns = new TrackColumns();
  readonly #grid = new CircumplexGrid();
  /** What is on the grid, by lists of artists and by sets of languages. */
  readonly #byArtists = new Groups();
  readonly #byLanguages = new Groups();
  #heardIsOld = false;

  put(row: CatalogueRow): void {
    const [seq, present, playable, explicit, blocked, valence, arousal, from, durationMs, heard, ...rest] =
      row;
    const [plays, artists, languages] = rest;
    const { columns } = this;
    if (seq >= columns.size) {
      columns.grow(seq + 1);
      for (const index of this.#indexes) index.grow(columns.size);
    }
    const placed = valence !== null && arousal !== null;
    columns.flags[seq] =
      present * isPresent +
      playable * isPlayable +
      explicit * isExplicit +
      blocked * isBlocked +
      (placed ? isPlaced : 0);
    columns.source[seq] = sourceNumber(from);
    columns.valence[seq] = valence ?? Number.NaN;
    columns.arousal[seq] = arousal ?? Number.NaN;
    columns.mood[seq] = placed ? moodNumber(affectName({ valence, arousal })) : 0;
    columns.durationMs[seq] = durationMs;
    const before = columns.heard[seq];
    columns.heard[seq] = heard ?? never;
    columns.plays[seq] = plays;
    const list = this.artists.listOf(artists);
    // What was heard as another artist's song no longer counts for that one.
    if (before !== never && columns.artistList[seq] !== list) this.#heardIsOld = true;
    columns.artistList[seq] = list;
    const set = this.languages.setOf(languages);
    columns.languageSet[seq] = set;
    if (heard !== null) this.artists.hear(list, heard);
    if (present === 1 && placed) {
      this.#grid.put(seq, { valence, arousal });
      this.#byArtists.put(seq, list);
      this.#byLanguages.put(seq, set);
    } else for (const index of this.#indexes) index.remove(seq);
    columns.end = Math.max(columns.end, seq + 1);
  }

  remove(seq: number): void {
    if (seq >= this.columns.end) return;
    this.columns.flags[seq] = 0;
    for (const index of this.#indexes) index.remove(seq);
  }

  /** The nearest tracks that keep the rules, nearest first. */
  candidates(query: AskedCandidates, { notTracks, onlyTracks }: NamedTracks, limit: number): number[] {
    const allowed = keepsRules(this, query, notTracks);
    return this.nearest(query.target, limit, allowed, onlyTracks ?? this.#fewAsked(query));
  }

  /**
   * The songs by the artists or in the languages that are asked for, where these are few: on the map one would look at
   * nearly all songs before a hundred of them are found. Null where they are not.
   */
  #fewAsked({ onlyArtists, languages }: AskedCandidates): readonly number[] | null {
    const asked = [
      onlyArtists && [...this.artists.listsOf(onlyArtists)].map((list) => this.#byArtists.members(list)),
      languages && this.languages.setsWith(languages).map((set) => this.#byLanguages.members(set)),
    ];
    const counted = asked.flatMap((groups) => {
      if (groups === null) return [];
      const count = groups.reduce((sum, members) => sum + members.length, 0);
      return count <= this.columns.end * fewShare ? [{ groups, count }] : [];
    });
    const fewest = counted.sort((one, other) => one.count - other.count)[0];
    return fewest?.groups.flat() ?? null;
  }

  get #indexes(): readonly { grow(size: number): void; remove(seq: number): void }[] {
    return [this.#grid, this.#byArtists, this.#byLanguages];
  }

  /** When each artist was heard, in `artists`, as the tracks tell it now. */
  hearAnew(): void {
    if (!this.#heardIsOld) return;
    const { columns, artists } = this;
    artists.forgetHeard();
    for (let seq = 0; seq < columns.end; seq++) {
      const heard = columns.heard[seq] as number;
      if (heard !== never) artists.hear(columns.artistList[seq] as number, heard);
    }
    this.#heardIsOld = false;
  }

  /** Of those that are allowed, or of some of these. */
  nearest(
    point: Affect,
    limit: number,
    allowed: (seq: number) => boolean,
    among: Iterable<number> | null = null,
  ): number[] {
    return this.#grid.nearest(point, limit, { columns: this.columns, allowed, among });
  }

  /** Whether a track is there and holds what a list is to show. */
  accepting({ from, near, mood, unplayable, rules }: TrackFilter): (seq: number) => boolean {
    const { columns } = this;
    const source = from === undefined ? null : sourceNumber(from);
    const asked =
      isPresent |
      (near === undefined && mood === undefined ? 0 : isPlaced) |
      (unplayable === undefined ? 0 : isPlayable);
    const wanted = unplayable === true ? asked & ~isPlayable : asked;
    const isThere = (seq: number) =>
      columns.has(seq, asked, wanted) && (source === null || columns.source[seq] === source);
    if (mood === undefined && rules === undefined) return isThere;
    const mayPlay = rules === undefined ? () => true : this.#mayPlay(rules);
    const called = mood === undefined ? null : moodNumber(mood);
    return (seq) => isThere(seq) && (called === null || columns.mood[seq] === called) && mayPlay(seq);
  }

  #mayPlay(rules: TodaysRules): (seq: number) => boolean {
    const { columns } = this;
    const { blocked } = this.artists;
    const keeps = keepsTodaysRules(columns, rules);
    return (seq) =>
      columns.has(seq, isPlayable | isBlocked, isPlayable) &&
      blocked[columns.artistList[seq] as number] !== 1 &&
      keeps(seq);
  }

  count(accepts: (seq: number) => boolean): number {
    let count = 0;
    for (let seq = 0; seq < this.columns.end; seq++) if (accepts(seq)) count += 1;
    return count;
  }

  /** Every `seq`, the newest first. */
  *newest(): Generator<number> {
    for (let seq = this.columns.end - 1; seq > 0; seq--) yield seq;
  }

  eachPlayable(visit: (seq: number) => void): void {
    const { columns } = this;
    const { blocked } = this.artists;
    const wanted = isPresent | isPlayable;
    for (let seq = 0; seq < columns.end; seq++)
      if (columns.has(seq, wanted | isBlocked, wanted) && blocked[columns.artistList[seq] as number] !== 1)
        visit(seq);
  }
}
