import { distance, onMap } from "../protocol/circumplex.ts";
import type { Affect } from "../protocol/mood.ts";
import type { PickReason, SixPick } from "../protocol/music.ts";
import type { Id } from "../protocol/time.ts";
import { Answers } from "./answers.ts";
import { drawn, probabilities } from "./draw.ts";
import { askableRungsFor, type Rung, type SixRung, sixRungsFor } from "./ladder.ts";
import { reasonsFor } from "./reasons.ts";
import type { PickRequest, PickTools } from "./request.ts";
import { byOneOf, inOneOf } from "./rules.ts";
import type { Scored } from "./score.ts";
import { inTheirPlaces, type Placed, stillSuiting } from "./six-that-stay.ts";
import { reachOf } from "./target.ts";

export const picksOffered = 6;
/** So many of the nearest tracks are looked at in each of six places. */
const eachPlace = 40;
/** Two picks that are at least this share of the reach apart count as different places. */
const apartShare = 0.4;
/** What a song at the very place of another one is still worth, for libraries that know few places. */
const leastApart = 0.1;
/** The other places that are looked at lie on a circle round the target, at this share of the reach. */
const ringShare = 0.65;

/** One look at the library: on these rungs in turn, with these songs out, and whether an artist may come twice. */
interface Round {
  rungs: readonly SixRung[];
  out: ReadonlySet<Id>;
  sameArtist: boolean;
}

const nothing: ReadonlySet<Id> = new Set();

/**
 * Six songs that suit now, by six artists and from different places on the map, for a person to choose from. Where there
 * are fewer, one that was shown before or a second song by an artist that suits comes before any that does not; those
 * that do not come last and say why. `notShown` stay out while there are others that suit. Fewer than six come only where
 * the library has no more that may be played. Of those that are `there` already the ones that suit still stay, at their
 * place: whoever is about to touch one finds it there.
 */
export async function sixToChooseFrom(
  request: PickRequest,
  tools: PickTools,
  notShown: readonly Id[] = [],
  there: readonly SixPick[] = [],
): Promise<readonly SixPick[]> {
  const shown = new Set(notShown);
  const rounds = sixRungsFor(request).flatMap((rungs): readonly Round[] => [
    { rungs, out: shown, sameArtist: false },
    { rungs, out: nothing, sameArtist: false },
    { rungs, out: shown, sameArtist: true },
    { rungs, out: nothing, sameArtist: true },
  ]);
  return sixBy(rounds, request, tools, there);
}

/**
 * Six others, for whoever asked for them: as long as there is any song that was not `seen`, it comes before one that was,
 * though it suits less. After that those come again, and last of all what is there `now`.
 */
export async function sixOthers(
  request: PickRequest,
  tools: PickTools,
  { seen, now }: { seen: readonly Id[]; now: readonly Id[] },
): Promise<readonly SixPick[]> {
  const rounds = [new Set([...seen, ...now]), new Set(now), nothing].flatMap((out) =>
    sixRungsFor(request).flatMap((rungs) =>
      [false, true].map((sameArtist): Round => ({ rungs, out, sameArtist })),
    ),
  );
  return sixBy(rounds, request, tools, []);
}

/**
 * The same where a guest is to ask for them: none whose rest would be in the way of that, nor any by an artist that comes
 * already. An artist is there twice only where there would be fewer than six otherwise: once one of the two is asked for,
 * the other can't be for a while. None of `notShown` comes, so that others are others: what suits less does before that,
 * and none where there is nothing else.
 */
export async function sixToAskFor(
  request: PickRequest,
  tools: PickTools,
  notShown: readonly Id[] = [],
): Promise<readonly SixPick[]> {
  const lastArtists = [...request.lastArtists, ...request.comingArtists];
  const out = new Set(notShown);
  const rounds = [false, true].flatMap((sameArtist) =>
    askableRungsFor(request).map((rungs): Round => ({ rungs, out, sameArtist })),
  );
  return sixBy(rounds, { ...request, lastArtists }, tools, []);
}

async function sixBy(
  rounds: readonly Round[],
  request: PickRequest,
  tools: PickTools,
  there: readonly SixPick[],
): Promise<readonly SixPick[]> {
  const answers = new Answers(request, tools.candidates, eachPlace);
  const places = placesAround(request, tools.random);
  const staying = stillSuiting(there, request);
  const chosen: Scored[] = [];
  for (const { rungs, out, sameArtist } of rounds) {
    for (const rung of rungs) {
      const wanted = Math.min(
        picksOffered - staying.length,
        chosen.length + roomOn(rung, [...staying, ...chosen], request),
      );
      if (chosen.length >= wanted) continue;
      const pool = await around(places, rung, answers, request);
      choose(chosen, pool, { staying, wanted, out, sameArtist, request, random: tools.random });
    }
  }
  const weighed = chosen.map((each) => {
    const reasons = reasonsFor(each, request);
    return { each, reasons, suits: !reasons.some(isUnsuited) };
  });
  const inOrder = [...weighed.filter(({ suits }) => suits), ...weighed.filter(({ suits }) => !suits)];
  const fresh = inOrder.map(
    ({ each, reasons, suits }, index): SixPick => ({
      id: tools.newId(),
      item: { kind: "track", track: each.candidate.track },
      pickedAt: request.now,
      reasons: reasonsAmong(
        [...staying, ...inOrder.slice(0, index).map((other) => other.each)],
        each,
        reasons,
      ),
      draw: null,
      suits,
    }),
  );
  return inTheirPlaces(staying, fresh);
}

/** How many more this rung may bring. */
function roomOn({ untilSpoken }: SixRung, there: readonly Placed[], { wishes }: PickRequest): number {
  if (untilSpoken === undefined) return picksOffered;
  const spoken = inOneOf(wishes.languages);
  return untilSpoken - there.filter(({ candidate }) => spoken(candidate.track.languages)).length;
}

const isUnsuited = (reason: PickReason): boolean =>
  reason.kind === "widened" && (reason.rule === "mood" || reason.rule === "rest");

function reasonsAmong(
  others: readonly Placed[],
  each: Scored,
  reasons: readonly PickReason[],
): readonly PickReason[] {
  const again = others.some((other) => !byOthers(other)(each));
  const told = reasons.some((reason) => reason.kind === "widened" && reason.rule === "artist");
  return again && !told ? [...reasons, { kind: "widened", rule: "artist" }] : reasons;
}

/** Five points round the target, turned by chance, so that not the same five are looked at each time. */
function placesAround({ target }: PickRequest, random: () => number): readonly Affect[] {
  const turned = random() * 2 * Math.PI;
  const far = ringShare * reachOf(target);
  return Array.from({ length: picksOffered - 1 }, (_, index) => {
    const angle = turned + (index * 2 * Math.PI) / (picksOffered - 1);
    const { valence, arousal } = target.point;
    return onMap({ valence: valence + far * Math.cos(angle), arousal: arousal + far * Math.sin(angle) });
  });
}

/** What a rung allows near these places. Where the first answer is whole it holds the others. */
async function around(
  places: readonly Affect[],
  rung: Rung,
  answers: Answers,
  { target }: PickRequest,
): Promise<readonly Scored[]> {
  const near = await answers.on(rung);
  const isWhole = near.knownTo === Number.POSITIVE_INFINITY;
  // All at once: each way to the store's thread and back by itself would take as long as the answer.
  const around = isWhole ? [] : await Promise.all(places.map((place) => answers.on(rung, place)));
  const found = new Map<Id, Scored>();
  for (const { tracks } of [near, ...around])
    for (const each of tracks) found.set(each.candidate.track.id, each);
  const reach = (rung.circle === "nearest" ? Number.POSITIVE_INFINITY : rung.circle) * reachOf(target);
  return [...found.values()].filter((each) => each.distance <= reach);
}

/** Adds to those that are chosen, one by one: by score, and by how far each lies from all that are chosen already. */
function choose(
  chosen: Scored[],
  pool: readonly Scored[],
  {
    request,
    random,
    staying,
    wanted,
    out,
    sameArtist,
  }: Omit<Round, "rungs"> & {
    staying: readonly Placed[];
    wanted: number;
    request: PickRequest;
    random: () => number;
  },
): void {
  const differs = sameArtist ? isAnother : byOthers;
  const far = apartShare * reachOf(request.target);
  let left = pool.filter(({ candidate }) => !out.has(candidate.track.id));
  for (const each of [...staying, ...chosen]) left = left.filter(differs(each));
  while (chosen.length < wanted && left.length > 0) {
    const worth = left.map(({ candidate, score }) => {
      const away = [...staying, ...chosen].map((other) => distance(other.candidate.affect, candidate.affect));
      return score * Math.max(leastApart, Math.min(far, ...away) / far);
    });
    const next = left[drawn(probabilities(worth, request.adventure), random())];
    if (next === undefined) throw new Error(`The draw fell outside of its ${left.length} candidates.`);
    chosen.push(next);
    left = left.filter(differs(next));
  }
}

function isAnother({ candidate }: Placed): (other: Scored) => boolean {
  return (other) => other.candidate.track.id !== candidate.track.id;
}

function byOthers(one: Placed): (other: Scored) => boolean {
  const [another, by] = [isAnother(one), byOneOf(one.candidate.track.artists)];
  return (other) => another(other) && !by(other.candidate.track.artists);
}
