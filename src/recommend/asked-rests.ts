import { artistKey } from "../protocol/name-keys.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import { askedRests } from "./ladder.ts";
import type { PickRequest } from "./request.ts";

/** What there is to be heard at some hour. */
export interface Held {
  songs: number;
  artists: number;
  /** How long one of the songs takes, in the mean. */
  songMs: number;
}

export type Rests = Pick<PickRequest, "restMs" | "artistRestMs">;

interface Heard {
  trackId: Id | null;
  artists: readonly string[];
  startedAt: EpochMs;
}

/**
 * How long songs and artists rest where a guest asks: never longer than it takes to hear all of them once. In a library
 * that plays for an hour each song was heard within the last three, and nothing could be asked for from then on.
 */
export function restsOf({ restMs, artistRestMs }: Rests, { songs, artists, songMs }: Held): Rests {
  return {
    restMs: Math.min(restMs, songs * songMs),
    artistRestMs: Math.min(artistRestMs, artists * songMs),
  };
}

/** So many of each rest at the most. */
export function restingAtMost({ songs, artists }: Held): { songs: number; artists: number } {
  return { songs: Math.floor(songs * askedRests.song), artists: Math.floor(artists * askedRests.artist) };
}

/**
 * The same at this moment, sooner where songs are skipped: by the clock all of a small library would rest after some
 * minutes of that.
 */
export function restsNow(rests: Rests, held: Held, heard: readonly Heard[], now: EpochMs): Rests {
  const most = restingAtMost(held);
  const songs = new Map<Id | null, EpochMs>();
  const artists = new Map<string, EpochMs>();
  for (const { trackId, artists: names, startedAt } of heard.toSorted(
    (one, other) => other.startedAt - one.startedAt,
  )) {
    if (!songs.has(trackId)) songs.set(trackId, startedAt);
    for (const key of names.map(artistKey)) if (!artists.has(key)) artists.set(key, startedAt);
  }
  const since = (times: Iterable<EpochMs>, place: number): number =>
    now - ([...times][place] ?? Number.NEGATIVE_INFINITY);
  return {
    restMs: Math.min(rests.restMs, since(songs.values(), most.songs) / askedRests.song),
    artistRestMs: Math.min(rests.artistRestMs, since(artists.values(), most.artists) / askedRests.artist),
  };
}
