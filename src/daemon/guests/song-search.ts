import { labelPoints } from "../../protocol/circumplex.ts";
import type { FoundSong, PhoneSong, SongRefusal } from "../../protocol/guests.ts";
import type { TodaysRules } from "../../protocol/library.ts";
import type { MoodLabel } from "../../protocol/mood.ts";
import type { Track } from "../../protocol/music.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import type { EpochMs, Id, MonotonicMs } from "../../protocol/time.ts";
import { type Held, type Rests, restingAtMost, restsNow, restsOf } from "../../recommend/asked-rests.ts";
import { askedRests } from "../../recommend/ladder.ts";
import type { PickRequest } from "../../recommend/request.ts";
import type { Store } from "../../store/store.ts";
import { anyTrack } from "../any-track.ts";
import type { Clock } from "../clock.ts";
import type { ComingSong } from "./coming-songs.ts";
import { shareAnArtist } from "./request-line.ts";
import { soonestFree } from "./soonest-free.ts";

/** As many as a person looks through, before what may not be heard here is left out. */
const LOOKED_AT = 80;
const SHOWN = 30;
/** Somewhat more, as songs that somebody here never wants to hear are left out. */
const BROWSED_AT_ONCE = 40;
/** Whoever has seen so many types a word. */
const BROWSED_AT_MOST = 1_000;
/** Songs of a day and a night. */
const HISTORY = 500;

/** Libraries change seldom, and a small one's size matters the most. */
const HELD_FOR_MS = 15_000;
/** Whoever has so many artists has a large library. */
const MANY_ARTISTS = 200;
/** Of a history of 500 songs, so many different ones. */
const FEW_RESTING = 100;
/** Where nobody knows better. */
const USUAL_SONG_MS = 210_000;

type Library = Pick<
  Store["library"],
  "list" | "track" | "path" | "candidates" | "blocks" | "artists" | "map"
>;

export interface SongSearchOptions {
  store: { library: Library; plays: Pick<Store["plays"], "recent"> };
  /** What the picker goes by at this moment. */
  request: () => PickRequest;
  /** What plays and what people asked for, as it will be heard. */
  coming: () => readonly ComingSong[];
  clock: Pick<Clock, "monotonic">;
}

/** When songs and artists were last heard. */
interface Heard {
  track(track: Track): EpochMs | null;
  artists(track: Track): EpochMs | null;
}

/** The library as guests' phones may know it: what may not be heard here is not there, the rest says why not just now. */
export class SongSearch {
  readonly #options: SongSearchOptions;
  #known: { at: MonotonicMs; rules: string; held: Promise<Held> } | null = null;

  constructor(options: SongSearchOptions) {
    this.#options = options;
  }

  /** `nearly` where nothing is called so, and these are what may have been meant. */
  async find(words: string): Promise<{ songs: readonly FoundSong[]; nearly: boolean }> {
    const { library } = this.#options.store;
    const query = { search: words, orNearly: true, limit: LOOKED_AT, offset: 0 };
    const { tracks, nearly = false } = await library.list(query);
    const refusals = await this.#refusals(tracks);
    const songs = tracks
      .map((track) => ({ ...phoneSong(track), refusal: refusals(track) }))
      .filter(({ refusal }) => refusal?.because !== "not-here")
      .slice(0, SHOWN);
    return { songs, nearly };
  }

  /** Songs of this mood, those at its heart first, in pages: `next` is where the next one begins, null after the last. */
  async browse(mood: MoodLabel, from: number): Promise<{ songs: readonly FoundSong[]; next: number | null }> {
    const { library } = this.#options.store;
    const songs: FoundSong[] = [];
    const rules = heldRules(this.#options.request());
    const filter = { near: labelPoints[mood], mood, rules };
    for (let offset = from; offset < BROWSED_AT_MOST; offset += BROWSED_AT_ONCE) {
      const { tracks } = await library.list({ search: null, filter, limit: BROWSED_AT_ONCE, offset });
      const refusals = await this.#refusals(tracks);
      for (const [n, track] of tracks.entries()) {
        const refusal = refusals(track);
        // Somebody who is here never wants to hear it.
        if (refusal?.because === "not-here") continue;
        if (songs.length === SHOWN) return { songs, next: offset + n };
        songs.push({ ...phoneSong(track), refusal });
      }
      if (tracks.length < BROWSED_AT_ONCE) break;
    }
    return { songs, next: null };
  }

  /** The song, or why it can't be asked for. */
  async look(id: Id): Promise<PhoneSong | SongRefusal> {
    const track = await this.#options.store.library.track(id);
    if (track === null) return { because: "not-here" };
    const refusals = await this.refusals([track]);
    return refusals(track) ?? phoneSong(track);
  }

  /** Of each of these tracks, why it can't be asked for just now; null where it can. */
  async refusals(tracks: readonly Track[]): Promise<(track: Track) => SongRefusal | null> {
    const { library } = this.#options.store;
    const [refusals, paths] = await Promise.all([
      this.#refusals(tracks),
      Promise.all(tracks.map(({ id }) => library.path(id))),
    ]);
    // Its file may have gone since it was found.
    const gone = new Set(tracks.flatMap(({ id }, index) => (paths[index] === null ? [id] : [])));
    return (track) => (gone.has(track.id) ? { because: "not-here" } : refusals(track));
  }

  /** Of such as have just been found, and so are there. */
  async #refusals(tracks: readonly Track[]): Promise<(track: Track) => SongRefusal | null> {
    const request = this.#options.request();
    const [blocks, heard, { atMost, now }] = await Promise.all([
      this.#options.store.library.blocks(),
      this.#heard(tracks),
      this.#rests(request),
    ]);
    const blocked = new Set(blocks.tracks.map(({ id }) => id));
    const blockedArtists = new Set(blocks.artists.map(({ name }) => artistKey(name)));
    const unwanted = new Set(request.unwanted);
    const coming = this.#options.coming();
    const comingUntil = (names: readonly string[], restMs: number): EpochMs | null => {
      const last = coming.findLast((song) => shareAnArtist(song.artists, names));
      return last?.heard ? Math.max(last.heard.until, last.heard.from + restMs) : null;
    };
    return (track) => {
      const { id, artists } = track;
      const never =
        breaksRules(track, request) ||
        blocked.has(id) ||
        unwanted.has(id) ||
        artists.some((artist) => blockedArtists.has(artistKey(artist)));
      if (never) return { because: "not-here" };
      if (request.notTracks.includes(id)) return { because: "coming" };
      if (shareAnArtist(artists, request.comingArtists))
        return {
          because: "artist-coming",
          again: comingUntil(artists, atMost.artistRestMs * askedRests.artist),
        };
      const again = (at: EpochMs | null, restMs: number) => (at ?? Number.NEGATIVE_INFINITY) + restMs;
      const over = (rests: Rests) => ({
        song: again(heard.track(track), rests.restMs * askedRests.song),
        artist: again(heard.artists(track), rests.artistRestMs * askedRests.artist),
      });
      const sooner = over(now);
      if (Math.max(sooner.song, sooner.artist) <= request.now) return null;
      // Of what is in the way still the later one, and by when it is over whatever plays: then it can be asked for.
      const { song, artist } = over(atMost);
      if (sooner.song <= request.now || (sooner.artist > request.now && song < artist))
        return { because: "artist-rest", again: artist };
      return { because: "rest", again: song };
    };
  }

  /** How long songs and artists rest for whoever asks now: less in a small library. */
  async rests(): Promise<Rests> {
    return (await this.#rests(this.#options.request())).now;
  }

  /**
   * At the moment of this request: of a small library the song that is free for there are enough others is so to the very
   * millisecond, and would not be for whoever compares it with an earlier one.
   */
  async #rests(asked: PickRequest): Promise<{ atMost: Rests; now: Rests }> {
    const { store } = this.#options;
    const held = await this.#held(asked);
    const atMost = restsOf(asked, held);
    const { songs } = restingAtMost(held);
    // In a larger one the clock alone tells: so much is not skipped.
    if (songs > FEW_RESTING) return { atMost, now: atMost };
    const heard = await store.plays.recent(HISTORY);
    return { atMost, now: restsNow(atMost, held, heard, asked.now) };
  }

  async #held(asked: PickRequest): Promise<Held> {
    const { clock } = this.#options;
    const rules = heldRules(asked);
    const key = JSON.stringify(rules);
    const known = this.#known;
    if (known !== null && known.rules === key && clock.monotonic() - known.at < HELD_FOR_MS)
      return known.held;
    // Whoever asks meanwhile waits for the same count: of a large library it takes a twentieth of a second.
    const counted = { at: clock.monotonic(), rules: key, held: this.#countHeld(rules) };
    this.#known = counted;
    try {
      return await counted.held;
    } catch (error) {
      if (this.#known === counted) this.#known = null;
      throw error;
    }
  }

  /** From when on some song can be asked for, where none can now; null where that can't be told. */
  async soonest(): Promise<EpochMs | null> {
    const request = this.#options.request();
    const { atMost } = await this.#rests(request);
    const { library } = this.#options.store;
    return soonestFree(request, atMost, (query) => library.candidates(query));
  }

  async #countHeld(rules: TodaysRules): Promise<Held> {
    const { library } = this.#options.store;
    const [map, all, now] = await Promise.all([
      library.map(1),
      library.artists({ search: null, limit: MANY_ARTISTS }),
      library.artists({ search: null, limit: MANY_ARTISTS, rules }),
    ]);
    const sum = (artists: typeof all) => artists.reduce((songs, { tracks }) => songs + tracks, 0);
    const placed = map.cells.reduce((songs, { tracks }) => songs + tracks, 0);
    const minutes = map.cells.reduce((whole, cell) => whole + cell.minutes, 0);
    // Songs of nobody are there as well: as large a share of them may be heard.
    const share = all.length === 0 ? 1 : sum(now) / sum(all);
    return {
      songs: (placed + map.unplaced) * share,
      artists: now.length,
      songMs: placed === 0 ? USUAL_SONG_MS : (minutes * 60_000) / placed,
    };
  }

  /** The picker's own record; of songs that it never chooses, as nobody knows their mood, the history's. */
  async #heard(tracks: readonly Track[]): Promise<Heard> {
    const { library, plays } = this.#options.store;
    const target = { valence: 0, arousal: 0 };
    const onlyTracks = tracks.map(({ id }) => id);
    const [candidates, recent] = await Promise.all([
      library.candidates({ ...anyTrack, target, onlyTracks, limit: onlyTracks.length }),
      tracks.some(({ affect }) => affect === null) ? plays.recent(HISTORY) : [],
    ]);
    const known = new Map(candidates.map((candidate) => [candidate.track.id, candidate]));
    // The newest comes first.
    const play = (of: (play: (typeof recent)[number]) => boolean) => recent.find(of)?.startedAt ?? null;
    return {
      track: ({ id }) => known.get(id)?.lastPlayedAt ?? play(({ trackId }) => trackId === id),
      artists: ({ id, artists }) =>
        known.get(id)?.artistLastPlayedAt ?? play((each) => shareAnArtist(each.artists, artists)),
    };
  }
}

/** The owner's rules of what may be heard here at this hour. Whoever has no place on the map is not known to be lively. */
function breaksRules({ unplayable, explicit, affect, durationMs }: Track, request: PickRequest): boolean {
  const { allowExplicit, highestArousal, shortestMs, longestMs } = request;
  return (
    unplayable !== null ||
    (explicit === true && !allowExplicit) ||
    (affect?.point.arousal ?? -1) > (highestArousal ?? 1) ||
    durationMs < (shortestMs ?? 0) ||
    durationMs > (longestMs ?? Number.POSITIVE_INFINITY)
  );
}

/** The same for the store: what may be heard at this hour. */
function heldRules({ shortestMs, longestMs, allowExplicit, highestArousal }: PickRequest): TodaysRules {
  return { shortestMs, longestMs, hours: [{ allowExplicit, highestArousal }] };
}

export const phoneSong = ({ id, title, artists }: Track): PhoneSong => ({ track: id, title, artists });
