import { distance } from "../protocol/circumplex.ts";
import type { Candidate } from "../protocol/library.ts";
import type { EpochMs } from "../protocol/time.ts";
import type { Target } from "./target.ts";

/** A candidate as the picker weighs it. */
export interface Scored {
  candidate: Candidate;
  /** From the target, 0 to 2.83. */
  distance: number;
  /** Since it was last heard; null when it never was. */
  restMs: number | null;
  /** The factors of the score, each from 0 to 1. */
  closeness: number;
  novelty: number;
  trust: number;
  preference: number;
  /** Their product. */
  score: number;
}

/**
 * After this time half of what a song lost by being heard has come back, and what one that was heard just now is
 * worth beside one that never was. In a week over 500 tracks (`npm run bench -- picks`) some 4 % of the songs are
 * heard again on the same day; with 0.2 it is 10 %, with two days a twentieth fewer songs are heard at all.
 */
const noveltyHalfLifeMs = 4 * 86_400_000;
const leastNovelty = 0.05;
/** What a song whose place on the map is a mere guess (from its sound, say) is worth beside a sure one. */
const leastTrust = 0.8;
/** What others are worth beside favourites, the owner's or of whoever's turn it is: with the default adventure a favourite is some five times as likely. */
const withoutPreference = 0.85;

/** How near to the target, how long not heard, how surely placed, how well liked: four factors, multiplied. */
export function scored(
  candidate: Candidate,
  { target, now, liked }: { target: Target; now: EpochMs; liked: ((candidate: Candidate) => boolean) | null },
): Scored {
  const { affect, lastPlayedAt, track } = candidate;
  const away = distance(affect, target.point);
  // A play that lies ahead of the clock was before the clock was set back: it counts as just heard.
  const restMs = lastPlayedAt === null ? null : Math.max(0, now - lastPlayedAt);

  // Heavy-tailed, so that of two songs that are both far away the nearer one still leads.
  const closeness = 1 / (1 + (away / target.spread) ** 2);
  const novelty = restMs === null ? 1 : 1 - (1 - leastNovelty) * 2 ** (-restMs / noveltyHalfLifeMs);
  const trust = leastTrust + (1 - leastTrust) * (track.affect?.confidence ?? 0);
  const preference = liked === null || liked(candidate) ? 1 : withoutPreference;
  const score = closeness * novelty * trust * preference;
  return { candidate, distance: away, restMs, closeness, novelty, trust, preference, score };
}
