import type { Candidate, CandidateQuery } from "../../protocol/library.ts";
import type { EpochMs } from "../../protocol/time.ts";
import type { Rests } from "../../recommend/asked-rests.ts";
import { askedRests } from "../../recommend/ladder.ts";
import type { PickRequest } from "../../recommend/request.ts";
import { anyTrack } from "../any-track.ts";

/** It is told as "about". */
const CLOSE_MS = 60_000;

/**
 * From when on some song can be asked for, of all that may be heard at this hour: looked for between now and when all rests
 * are over, by halves, with one song as the answer to each. So a large library takes about ten small questions. Null where
 * even then nothing can be.
 */
export async function soonestFree(
  request: PickRequest,
  { restMs, artistRestMs }: Rests,
  candidates: (query: CandidateQuery) => Promise<readonly Candidate[]>,
): Promise<EpochMs | null> {
  const { target, now, allowExplicit, highestArousal, shortestMs, longestMs } = request;
  const [songMs, artistMs] = [restMs * askedRests.song, artistRestMs * askedRests.artist];
  const freeAt = async (at: EpochMs): Promise<EpochMs | null> => {
    const [free] = await candidates({
      ...{ ...anyTrack, target: target.point, limit: 1 },
      ...{ allowExplicit, highestArousal, shortestMs, longestMs },
      notTracks: [...request.notTracks, ...request.unwanted],
      notArtists: request.comingArtists,
      notPlayedSince: at - songMs,
      artistsNotPlayedSince: at - artistMs,
    });
    if (free === undefined) return null;
    const over = (heard: EpochMs | null, ms: number) => (heard ?? Number.NEGATIVE_INFINITY) + ms;
    return Math.max(now, over(free.lastPlayedAt, songMs), over(free.artistLastPlayedAt, artistMs));
  };
  // The store leaves out what was heard at that very moment.
  let soonest = await freeAt(now + Math.max(songMs, artistMs) + 1);
  if (soonest === null) return null;
  for (let none = now; soonest - none > CLOSE_MS; ) {
    const between: number = (none + soonest) / 2;
    const sooner = await freeAt(between);
    if (sooner === null) none = between;
    else soonest = sooner;
  }
  return soonest;
}
