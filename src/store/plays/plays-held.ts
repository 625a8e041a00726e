import type { Candidate, CandidateQuery, Play, PlayBegun } from "../../protocol/library.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import { playHeading } from "./plays-rows.ts";
import type { PlayEntry } from "./plays-writes.ts";

/** The history with the plays that are in memory only. Newest first, like `rows`. */
export function historyWith(
  held: readonly PlayEntry[],
  rows: readonly Play[],
  limit: number,
): readonly Play[] {
  if (held.length === 0) return rows;
  // From the newest to the oldest; a Map keeps that order.
  const plays = new Map<string, Play>();
  for (const entry of held.toReversed())
    if (entry.type === "begun") plays.set(entry.play.pick.id, playOf(entry.play));
  for (const play of rows) plays.set(play.id, play);
  for (const entry of held) {
    const play = entry.type === "ended" ? plays.get(entry.pickId) : undefined;
    if (entry.type !== "ended" || play === undefined || play.end !== null) continue;
    const { how, by, heardMs } = entry.end;
    plays.set(play.id, { ...play, endedAt: entry.at, end: { how, by: by?.kind ?? null, heardMs } });
  }
  return [...plays.values()].slice(0, Math.max(0, limit));
}

/** The same question, with the plays in memory kept to as well. */
export function queryWith(held: readonly PlayEntry[], query: CandidateQuery): CandidateQuery {
  if (held.length === 0) return query;
  const { notPlayedSince, artistsNotPlayedSince = Number.POSITIVE_INFINITY } = query;
  const begunSince = (since: number) =>
    begunOf(held)
      .filter(({ startedAt }) => startedAt >= since)
      .map(({ pick }) => playHeading(pick.item));
  const resting = begunSince(notPlayedSince).flatMap(({ trackId }) => trackId ?? []);
  const restingArtists = begunSince(artistsNotPlayedSince).flatMap(({ artists }) => artists);
  return {
    ...query,
    notTracks: [...query.notTracks, ...resting],
    notArtists: [...query.notArtists, ...restingArtists],
  };
}

/** The candidates, with the plays in memory counted in. */
export function candidatesWith(
  held: readonly PlayEntry[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (held.length === 0) return candidates;
  const startsByTrack = new Map<string, number[]>();
  const lastByArtist = new Map<string, number>();
  for (const { pick, startedAt } of begunOf(held)) {
    const { trackId, artists } = playHeading(pick.item);
    if (trackId !== null) startsByTrack.set(trackId, [...(startsByTrack.get(trackId) ?? []), startedAt]);
    for (const artist of artists.map(artistKey))
      lastByArtist.set(artist, Math.max(lastByArtist.get(artist) ?? 0, startedAt));
  }
  return candidates.map((candidate) => {
    const { track, lastPlayedAt, artistLastPlayedAt, plays } = candidate;
    const starts = startsByTrack.get(track.id) ?? [];
    const byArtists = track.artists.flatMap((artist) => lastByArtist.get(artistKey(artist)) ?? []);
    return {
      ...candidate,
      lastPlayedAt: latest(lastPlayedAt, starts),
      artistLastPlayedAt: latest(artistLastPlayedAt, byArtists),
      plays: plays + starts.length,
    };
  });
}

function latest(known: number | null, others: readonly number[]): number | null {
  return others.length === 0 ? known : Math.max(known ?? 0, ...others);
}

function begunOf(held: readonly PlayEntry[]): PlayBegun[] {
  return held.flatMap((entry) => (entry.type === "begun" ? [entry.play] : []));
}

function playOf({ pick, startedAt, mood }: PlayBegun): Play {
  return {
    id: pick.id,
    ...playHeading(pick.item),
    startedAt,
    endedAt: null,
    mood: mood && { affect: mood.affect, label: mood.label, basis: mood.basis },
    end: null,
  };
}
