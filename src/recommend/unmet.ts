import { distance } from "../protocol/circumplex.ts";
import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { PickReason, UnmetWish } from "../protocol/music.ts";
import { farthestFor, type Rung } from "./ladder.ts";
import { languagesOf, type PickRequest, type PickTools } from "./request.ts";
import { byOneOf } from "./rules.ts";
import { reachOf } from "./target.ts";

/** So many songs of a wish are looked at to say why it is unmet. */
const lookedAtAtMost = 100;
/** A sentence holds no more names. */
const namedAtMost = 3;

/** In this order, what is true of all songs of a wish is told: what stays so before what passes. */
const told = ["explicit", "length", "quiet", "mood", "coming", "rest", "artist-rest"] as const;
type Hindrance = (typeof told)[number];

/**
 * The same reasons, with why nothing of a wish was played. Of a language nothing is said where a wished artist was
 * found: that their songs are in another one is no want of songs in it.
 */
export async function explained(
  reasons: readonly PickReason[],
  request: PickRequest,
  { candidates }: Pick<PickTools, "candidates">,
): Promise<readonly PickReason[]> {
  const met = reasons.some(
    (reason) => reason.kind === "preferred" && reason.what === "artist" && reason.by === "guest",
  );
  return Promise.all(
    reasons.map(async (reason) => {
      if (reason.kind !== "widened") return reason;
      if (reason.rule === "favourites")
        return { ...reason, unmet: await unmetWish("artists", request, candidates) };
      if (reason.rule === "language" && !met)
        return { ...reason, unmet: await unmetWish("languages", request, candidates) };
      return reason;
    }),
  );
}

async function unmetWish(
  what: "artists" | "languages",
  request: PickRequest,
  candidates: PickTools["candidates"],
): Promise<UnmetWish> {
  const wanted = what === "artists" ? request.wishes.artists : languagesOf(request);
  const all = await candidates(anyOf(what, wanted, request));
  const songs = all.map((each) => hindrancesOf(each, farthestFor(what), request));
  const more = all.length === lookedAtAtMost;
  const because =
    songs.length === 0
      ? "none"
      : (toldOf(what).find((each) => songs.every((song) => song.has(each))) ?? "several");
  // The nearest were looked at: of those beyond, only that they are no nearer is known.
  const known = more && because !== "mood" ? "several" : because;
  return {
    wanted: wanted.length > namedAtMost ? [] : wanted,
    songs: more ? null : all.length,
    because: known,
    withinMs: heardWithin(known, all, request),
  };
}

/** That artists rest is no more about a language than about another. */
function toldOf(what: "artists" | "languages"): readonly Hindrance[] {
  return what === "artists" ? told : told.filter((each) => each !== "artist-rest");
}

/** Every song of the wish that is not blocked and that nobody here minds, whatever the rules say. */
function anyOf(
  what: "artists" | "languages",
  wanted: readonly string[],
  { target, unwanted }: PickRequest,
): CandidateQuery {
  return {
    target: target.point,
    notPlayedSince: Number.MAX_SAFE_INTEGER,
    notArtists: [],
    notTracks: unwanted,
    allowExplicit: true,
    languages: what === "languages" ? wanted : null,
    onlyArtists: what === "artists" ? wanted : null,
    shortestMs: null,
    longestMs: null,
    highestArousal: null,
    limit: lookedAtAtMost,
  };
}

/** What keeps this song out, though as much gave way as does for such a wish. */
function hindrancesOf(candidate: Candidate, rung: Rung, request: PickRequest): ReadonlySet<Hindrance> {
  const { track, affect, lastPlayedAt, artistLastPlayedAt } = candidate;
  const { now, target } = request;
  const heardSince = (at: number | null, restMs: number): boolean =>
    restMs > 0 && at !== null && at > now - restMs;
  const artistRestMs = request.artistRestMs * rung.artistRest;
  const is: Readonly<Record<Hindrance, boolean>> = {
    explicit: track.explicit === true && !request.allowExplicit,
    length:
      track.durationMs < (request.shortestMs ?? 0) ||
      track.durationMs > (request.longestMs ?? Number.POSITIVE_INFINITY),
    quiet: affect.arousal > (request.highestArousal ?? 1),
    mood: rung.circle !== "nearest" && distance(affect, target.point) > rung.circle * reachOf(target),
    coming: request.notTracks.includes(track.id),
    rest: heardSince(lastPlayedAt, request.restMs * rung.rest),
    "artist-rest":
      byOneOf(request.lastArtists)(track.artists) ||
      heardSince(artistLastPlayedAt, artistRestMs) ||
      (artistRestMs > 0 && byOneOf(request.comingArtists)(track.artists)),
  };
  return new Set(told.filter((each) => is[each]));
}

function heardWithin(
  because: UnmetWish["because"],
  songs: readonly Candidate[],
  { now }: PickRequest,
): number | null {
  if (because !== "rest" && because !== "artist-rest") return null;
  const ages = songs.map(({ lastPlayedAt, artistLastPlayedAt }) => {
    const at = because === "rest" ? lastPlayedAt : artistLastPlayedAt;
    return at === null ? Number.POSITIVE_INFINITY : Math.max(0, now - at);
  });
  const oldest = Math.max(...ages);
  return Number.isFinite(oldest) ? oldest : null;
}
