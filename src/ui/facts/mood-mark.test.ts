import { expect, test } from "vitest";
import { labelPoints } from "../../protocol/circumplex.ts";
import { INK } from "./mood-colours.ts";
import { moodMark } from "./mood-mark.ts";
import { contrast, type Srgb } from "./oklab.ts";

const marks = Object.values(labelPoints).map(moodMark);

test("no two moods have their spot at the same place of the disc: colours alone would not tell them apart", () => {
  // Of a disc 20 pixels wide with a spot of 6: whoever sees no colour sees another picture.
  for (const [index, one] of marks.entries())
    for (const other of marks.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(15);
});

test("the spot can be seen on every mood's colour, and lies within the disc wherever a song stands", () => {
  for (const { colour } of marks) expect(contrast(INK, ofHex(colour))).toBeGreaterThanOrEqual(3);
  expect(moodMark({ valence: 1, arousal: 0 })).toMatchObject({ x: 88, y: 50 });
  expect(moodMark({ valence: -1, arousal: -1 })).toMatchObject({ x: 23, y: 77 });
});

const ofHex = (text: string): Srgb =>
  [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16) / 255) as unknown as Srgb;
