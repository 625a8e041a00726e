import { affectName, distance, onMap } from "../protocol/circumplex.ts";
import type { Affect } from "../protocol/mood.ts";
import { reachOf, type Target } from "./target.ts";

/** How far a song moves at the least when it is said to be wrong here: half of what two neighbouring moods lie apart. */
const stepAway = 0.25;
/** How far outside of the target's reach it ends at the least: it comes back here only where nothing nearer is left. */
const beyond = 0.05;
const middle: Affect = { valence: 0, arousal: 0 };
/** How finely it is looked for the nearest place with another name. */
const steps = 20;

/**
 * Where a song stands once somebody has said that it does not belong to this mood: straight away from the target, out
 * of its reach. A song at the target itself, or of which nobody knows where it stands, goes towards the middle of the
 * map, which claims the least; and so does one at the map's edge, where there is no away. People are told that it has
 * gone to another mood: where its name would stay the same, or become the target's, it goes to the nearest place that
 * has another one.
 */
export function movedAway(song: Affect | null, target: Target): Affect {
  const names = new Set([affectName(target.point), affectName(song ?? target.point)]);
  const isAnother = (point: Affect) =>
    !names.has(affectName(point)) && distance(point, target.point) > reachOf(target);
  const straight = straightAway(song, target);
  return isAnother(straight) ? straight : nearestTo(straight, isAnother);
}

/** The quieter one of two: it disturbs less. */
function nearestTo(point: Affect, isWanted: (point: Affect) => boolean): Affect {
  let nearest = point;
  let least = Number.POSITIVE_INFINITY;
  for (let row = -steps; row <= steps; row++)
    for (let column = -steps; column <= steps; column++) {
      const at = { valence: column / steps, arousal: row / steps };
      const away = distance(at, point);
      if (away >= least - 1e-9 || !isWanted(at)) continue;
      least = away;
      nearest = at;
    }
  return nearest;
}

function straightAway(song: Affect | null, target: Target): Affect {
  const { point } = target;
  const outside = reachOf(target) + beyond;
  const inward = moved(point, middle, outside);
  if (song === null || distance(song, point) < 0.01) return inward;
  const outward = moved(point, song, Math.max(distance(song, point) + stepAway, outside));
  return distance(outward, point) > reachOf(target) ? outward : inward;
}

/** So far from a point in the direction of another. From a point to itself that is towards quiet: it disturbs least. */
function moved(from: Affect, to: Affect, far: number): Affect {
  const length = distance(from, to);
  if (length < 0.01) return onMap({ valence: from.valence, arousal: from.arousal - far });
  return onMap({
    valence: from.valence + ((to.valence - from.valence) / length) * far,
    arousal: from.arousal + ((to.arousal - from.arousal) / length) * far,
  });
}
