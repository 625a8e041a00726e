import fc from "fast-check";
import { expect, test } from "vitest";
import { affectName, distance } from "../protocol/circumplex.ts";
import type { Affect } from "../protocol/mood.ts";
import { reachOf, type Target } from "./target.ts";
import { movedAway } from "./wrong-mood.ts";

const target = (valence: number, arousal: number, spread = 0.3): Target => ({
  point: { valence, arousal },
  spread,
});

test.each<[string, Affect | null, Target, Affect]>([
  ["away from the target", { valence: 0.3, arousal: 0 }, target(0.8, 0), { valence: 0.05, arousal: 0 }],
  [
    "on to the nearest place with another name, where straight away it would have kept its own",
    { valence: 0.5, arousal: 0 },
    target(0.3, 0),
    { valence: 0.9, arousal: 0.2 },
  ],
  [
    "by a step where it was far already",
    { valence: -0.3, arousal: 0 },
    target(0.3, 0),
    { valence: -0.55, arousal: 0 },
  ],
  [
    "towards the middle at the map's edge",
    { valence: 1, arousal: 0 },
    target(0.9, 0),
    { valence: 0.25, arousal: 0 },
  ],
  [
    "towards the middle from the target itself",
    { valence: 0.6, arousal: 0 },
    target(0.6, 0),
    { valence: 0.1, arousal: 0 },
  ],
  ["towards the middle where nobody knew its place", null, target(0.6, 0), { valence: 0.1, arousal: 0 }],
  [
    "towards quiet from the middle itself",
    { valence: 0, arousal: 0 },
    target(0, 0),
    { valence: 0, arousal: -0.5 },
  ],
])("a song in the wrong mood goes %s", (_, song, from, to) => {
  const moved = movedAway(song, from);
  expect(moved.valence).toBeCloseTo(to.valence, 9);
  expect(moved.arousal).toBeCloseTo(to.arousal, 9);
});

test("wherever song and target lie, it ends on the map, out of reach, and at another mood than either has", () => {
  const axis = fc.double({ min: -1, max: 1, noNaN: true });
  const affect = fc.record({ valence: axis, arousal: axis });
  fc.assert(
    fc.property(affect, affect, fc.double({ min: 0.3, max: 0.4, noNaN: true }), (song, point, spread) => {
      const at = { point, spread };
      const moved = movedAway(song, at);
      expect(Math.max(Math.abs(moved.valence), Math.abs(moved.arousal))).toBeLessThanOrEqual(1);
      expect(distance(moved, point)).toBeGreaterThan(reachOf(at));
      expect([affectName(song), affectName(point)]).not.toContain(affectName(moved));
    }),
    { numRuns: 3_000 },
  );
});
