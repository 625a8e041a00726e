import type { FoundSong, PhoneSong, SongRefusal } from "../../protocol/guests.ts";
import type { Track } from "../../protocol/music.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import { askedRests } from "../../recommend/ladder.ts";
import type { PickRequest } from "../../recommend/request.ts";
import type { Store } from "../../store/store.ts";
import { anyTrack } from "../any-track.ts";
import { shareAnArtist } from "./request-line.ts";

/** As many as a person looks through, before what may not be heard here is left out. */
const LOOKED_AT = 80;
const SHOWN = 30;
/** Songs of a day and a night. */
const HISTORY = 500;

type Library = Pick<Store["library"], "list" | "track" | "candidates" | "blocks">;

export interface SongSearchOptions {
  store: { library: Library; plays: Pick<Store["plays"], "recent"> };
  /** What the picker goes by at this moment. */
  request: () => PickRequest;
}

/** When songs and artists were last heard. */
interface Heard {
  track(track: Track): EpochMs | null;
  artists(track: Track): EpochMs | null;
}

/** The library as guests' phones may know it: what may not be heard here is not there, the rest says why not just now. */
export class SongSearch {
  readonly #options: SongSearchOptions;

  constructor(options: SongSearchOptions) {
    this.#options = options;
  }

  async find(words: string): Promise<readonly FoundSong[]> {
    const { library } = this.#options.store;
    const { tracks } = await library.list({ search: words, limit: LOOKED_AT, offset: 0 });
    const refusals = await this.refusals(tracks);
    return tracks
      .map((track) => ({ ...phoneSong(track), refusal: refusals(track) }))
      .filter(({ refusal }) => refusal?.because !== "not-here")
      .slice(0, SHOWN);
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
    const request = this.#options.request();
    const [blocks, heard] = await Promise.all([this.#options.store.library.blocks(), this.#heard(tracks)]);
    const blocked = new Set(blocks.tracks.map(({ id }) => id));
    const blockedArtists = new Set(blocks.artists.map(({ name }) => artistKey(name)));
    const unwanted = new Set(request.unwanted);
    return (track) => {
      const { id, artists } = track;
      const never =
        breaksRules(track, request) ||
        blocked.has(id) ||
        unwanted.has(id) ||
        artists.some((artist) => blockedArtists.has(artistKey(artist)));
      if (never) return { because: "not-here" };
      if (request.notTracks.includes(id)) return { because: "coming" };
      if (shareAnArtist(artists, request.comingArtists)) return { because: "artist-coming" };
      const again = (at: EpochMs | null, restMs: number) => (at ?? Number.NEGATIVE_INFINITY) + restMs;
      const song = again(heard.track(track), request.restMs * askedRests.song);
      if (song > request.now) return { because: "rest", again: song };
      const artist = again(heard.artists(track), request.artistRestMs * askedRests.artist);
      return artist > request.now ? { because: "artist-rest", again: artist } : null;
    };
  }

  /** The picker's own record; of songs that it never chooses, as nobody knows their mood, the history's. */
  async #heard(tracks: readonly Track[]): Promise<Heard> {
    const { library, plays } = this.#options.store;
    const target = { valence: 0, arousal: 0 };
    const onlyTracks = tracks.map(({ id }) => id);
    const [candidates, recent] = await Promise.all([
      library.candidates({ ...anyTrack, target, onlyTracks, limit: LOOKED_AT }),
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

export const phoneSong = ({ id, title, artists }: Track): PhoneSong => ({ track: id, title, artists });
