import { expect, test } from "vitest";
import { dialAffect, dialPoint } from "./dial-geometry.ts";
import { sliderNumber } from "./slider-number.ts";

test("each key's step on the dial makes another number, along its rim too", () => {
  const steps = [
    [0.1, 0],
    [-0.1, 0],
    [0, 0.1],
    [0, -0.1],
  ] as const;
  for (let degrees = 0; degrees < 360; degrees += 5)
    for (const radius of [0, 0.3, 0.95, 1]) {
      const turn = (degrees * Math.PI) / 180;
      const from = dialAffect(
        dialPoint({ valence: radius * Math.cos(turn), arousal: radius * Math.sin(turn) }),
      );
      for (const [valence, arousal] of steps) {
        const moved = { valence: from.valence + valence, arousal: from.arousal + arousal };
        const to = dialAffect(dialPoint(moved));
        const isElsewhere = to.valence !== from.valence || to.arousal !== from.arousal;
        // A browser keeps it with the precision of 24 bits.
        const [before, after] = [from, to].map((at) => Math.fround(sliderNumber(at.valence, at.arousal)));
        expect(before !== after, JSON.stringify({ from, to })).toBe(isElsewhere);
      }
    }
});
