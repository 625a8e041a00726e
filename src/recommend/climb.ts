import { onMap } from "../protocol/circumplex.ts";
import type { Affect } from "../protocol/mood.ts";
import { type Answer, Answers } from "./answers.ts";
import { lastResort, type Rung, rungsFor, turn } from "./ladder.ts";
import type { PickRequest, PickTools } from "./request.ts";
import type { Scored } from "./score.ts";
import { reachOf } from "./target.ts";

/**
 * Where so many songs lie within this share of the reach, so many are enough: they weigh as much as each other but for
 * when they were heard. The rows of a large library are most of what a pick costs, and the store is asked for half of
 * them (`npm run bench -- picks`, the week and the times).
 */
const dense = { limit: 128, share: 1 / 4 };

/** What may be drawn on the highest rung of the ladder that holds anything; null where none does. */
export async function firstToHold(request: PickRequest, tools: PickTools): Promise<readonly Scored[] | null> {
  const { target } = request;
  const answers = new Answers(request, tools.candidates);
  // Drawn even when it is not gone to, so that a seed gives the same numbers whatever the library's size.
  const elsewhere = somewhereWithin(request, tools.random);
  for (const rung of rungsFor(request)) {
    const inside = within(await everythingOn(rung, answers, request, elsewhere), rung, request);
    const back = rung.inTurn
      ? inTurn(inside, await everythingWanted(answers, request), rung, request)
      : inside;
    const rested = rung.rest > 0 ? back : longestAgo(back);
    // However far the circle, what suits goes first: so that a song that does not is only heard where none that does is left.
    const suiting = rested.filter(({ distance }) => distance <= reachOf(target));
    if (suiting.length > 0) return suiting;
    if (rested.length > 0) return rung.circle === "nearest" ? nearest(rested, target.spread) : rested;
  }
  return null;
}

async function everythingWanted(answers: Answers, { unwanted }: PickRequest): Promise<readonly Scored[]> {
  const { tracks } = await answers.on(lastResort);
  const out = new Set(unwanted);
  return out.size === 0 ? tracks : tracks.filter(({ candidate }) => !out.has(candidate.track.id));
}

/**
 * A large library has more within reach than one answer holds, and the nearest are always the same. So it is asked
 * again at a point somewhere within reach: the whole circle is heard in time, and not its middle alone.
 */
async function everythingOn(
  rung: Rung,
  answers: Answers,
  request: PickRequest,
  elsewhere: Affect,
): Promise<readonly Scored[]> {
  if (rung.circle === "nearest") return (await answers.on(rung)).tracks;
  const reach = reachOf(request.target);
  const nearest = await answers.on(rung, request.target.point, dense.limit);
  if (nearest.knownTo >= rung.circle * reach) return nearest.tracks;
  if (nearest.knownTo < dense.share * reach)
    return joined(nearest, await answers.on(rung, elsewhere, dense.limit));
  const near = await answers.on(rung);
  if (near.knownTo >= rung.circle * reach) return near.tracks;
  return joined(near, await answers.on(rung, elsewhere));
}

/** Without adventure at the target itself; with the default one anywhere within half of the reach. */
function somewhereWithin({ target, adventure }: PickRequest, random: () => number): Affect {
  const [angle, away] = [random() * 2 * Math.PI, Math.sqrt(random())];
  const far = away * Math.min(1, adventure / 0.6) * reachOf(target);
  const { valence, arousal } = target.point;
  return onMap({ valence: valence + far * Math.cos(angle), arousal: arousal + far * Math.sin(angle) });
}

function joined(one: Answer, other: Answer): readonly Scored[] {
  const known = new Set(one.tracks.map(({ candidate }) => candidate.track.id));
  return [...one.tracks, ...other.tracks.filter(({ candidate }) => !known.has(candidate.track.id))];
}

function within(tracks: readonly Scored[], { circle }: Rung, { target }: PickRequest): readonly Scored[] {
  if (circle === "nearest") return tracks;
  return tracks.filter(({ distance }) => distance <= circle * reachOf(target));
}

/** Of these tracks those whose turn it is again; none where all that there is on the rung is too little for turns. */
function inTurn(
  tracks: readonly Scored[],
  everything: readonly Scored[],
  rung: Rung,
  request: PickRequest,
): readonly Scored[] {
  if (within(everything, rung, request).length < turn.tracks) return [];
  const out = new Set(request.notTracks);
  const heard = everything.filter(({ candidate }) => !out.has(candidate.track.id));
  return tracks.filter(({ restMs }) => {
    if (restMs === null) return true;
    const later = heard.filter((other) => other.restMs !== null && other.restMs < restMs);
    return out.size + later.length >= turn.others;
  });
}

/** The half that was heard longest ago, or never. */
function longestAgo(tracks: readonly Scored[]): readonly Scored[] {
  const age = ({ restMs }: Scored): number => restMs ?? Number.MAX_SAFE_INTEGER;
  return tracks.toSorted((a, b) => age(b) - age(a)).slice(0, Math.ceil(tracks.length / 2));
}

/** The nearest track, and those up to one spread farther away. */
function nearest(tracks: readonly Scored[], spread: number): readonly Scored[] {
  const least = Math.min(...tracks.map(({ distance }) => distance));
  return tracks.filter(({ distance }) => distance <= least + spread);
}
