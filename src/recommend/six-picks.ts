import type { Affect } from "../protocol/mood.ts";
import type { Pick } from "../protocol/music.ts";
import type { Id } from "../protocol/time.ts";
import { Answers } from "./answers.ts";
import { drawn, probabilities } from "./draw.ts";
import { type Rung, sixPicksLadder } from "./ladder.ts";
import { distance, onMap } from "./plane.ts";
import { reasonsFor } from "./reasons.ts";
import type { PickRequest, PickTools } from "./request.ts";
import { byOneOf } from "./rules.ts";
import type { Scored } from "./score.ts";
import { reachOf } from "./target.ts";

const howMany = 6;
/** So many of the nearest tracks are looked at in each of six places. */
const eachPlace = 40;
/** Two picks that are at least this share of the reach apart count as different places. */
const apartShare = 0.4;
/** What a song at the very place of another one is still worth, for libraries that know few places. */
const leastApart = 0.1;
/** The other places that are looked at lie on a circle round the target, at this share of the reach. */
const ringShare = 0.65;

/**
 * Up to six songs that suit now, by six artists and from different places on the map, for a person to choose from.
 * `notShown` stay out while there are others.
 */
export async function sixThatSuit(
  request: PickRequest,
  tools: PickTools,
  notShown: readonly Id[] = [],
): Promise<readonly Pick[]> {
  const answers = new Answers(request, tools.candidates, eachPlace);
  const places = placesAround(request, tools.random);
  const chosen: Scored[] = [];
  const shown = new Set(notShown);
  for (const again of [false, true]) {
    for (const rung of sixPicksLadder) {
      if (chosen.length === howMany) break;
      const pool = await around(places, rung, answers, request);
      choose(chosen, again ? pool : pool.filter(({ candidate }) => !shown.has(candidate.track.id)), {
        request,
        random: tools.random,
      });
    }
  }
  return chosen.map((each) => ({
    id: tools.newId(),
    item: { kind: "track", track: each.candidate.track },
    pickedAt: request.now,
    reasons: reasonsFor(each, request),
    draw: null,
  }));
}

/** The target and five points round it, turned by chance, so that not the same five are looked at each time. */
function placesAround({ target }: PickRequest, random: () => number): readonly Affect[] {
  const turned = random() * 2 * Math.PI;
  const far = ringShare * reachOf(target);
  const ring = Array.from({ length: howMany - 1 }, (_, index) => {
    const angle = turned + (index * 2 * Math.PI) / (howMany - 1);
    const { valence, arousal } = target.point;
    return onMap({ valence: valence + far * Math.cos(angle), arousal: arousal + far * Math.sin(angle) });
  });
  return [target.point, ...ring];
}

/** What a rung allows near these places. One answer that is whole holds the others. */
async function around(
  places: readonly Affect[],
  rung: Rung,
  answers: Answers,
  { target }: PickRequest,
): Promise<readonly Scored[]> {
  const found = new Map<Id, Scored>();
  for (const place of places) {
    const { tracks, knownTo } = await answers.on(rung, place);
    for (const each of tracks) found.set(each.candidate.track.id, each);
    if (knownTo === Number.POSITIVE_INFINITY) break;
  }
  const reach = (rung.circle === "nearest" ? Number.POSITIVE_INFINITY : rung.circle) * reachOf(target);
  return [...found.values()].filter((each) => each.distance <= reach);
}

/** Adds to those that are chosen, one by one: by score, and by how far each lies from all that are chosen already. */
function choose(
  chosen: Scored[],
  pool: readonly Scored[],
  { request, random }: { request: PickRequest; random: () => number },
): void {
  const far = apartShare * reachOf(request.target);
  let left = pool;
  for (const each of chosen) left = left.filter(differsFrom(each));
  while (chosen.length < howMany && left.length > 0) {
    const worth = left.map(({ candidate, score }) => {
      const away = chosen.map((other) => distance(other.candidate.affect, candidate.affect));
      return score * Math.max(leastApart, Math.min(far, ...away) / far);
    });
    const next = left[drawn(probabilities(worth, request.adventure), random())];
    if (next === undefined) throw new Error(`The draw fell outside of its ${left.length} candidates.`);
    chosen.push(next);
    left = left.filter(differsFrom(next));
  }
}

function differsFrom({ candidate }: Scored): (other: Scored) => boolean {
  const { id, artists } = candidate.track;
  const by = byOneOf(artists);
  return (other) => other.candidate.track.id !== id && !by(other.candidate.track.artists);
}
