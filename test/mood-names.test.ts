import { expect, test } from "vitest";
import { labelOf } from "../src/mood/labels.ts";
import { affectName } from "../src/ui/facts/affect-name.ts";

test("the page and the daemon give every point of the circumplex the same name", () => {
  const axis = Array.from({ length: 41 }, (_, step) => -1 + step / 20);
  const points = axis.flatMap((valence) => axis.map((arousal) => ({ valence, arousal })));
  // On a border between two names either will do: step off it by a little.
  const offBorders = points.map(({ valence, arousal }) => ({
    valence: valence + 0.0017,
    arousal: arousal + 0.0031,
  }));
  expect(offBorders.map(affectName)).toEqual(offBorders.map((affect) => labelOf(affect, null)));
});
