import { expect, test } from "vitest";
import { MoodWords } from "../../src/library/moods/mood-words.ts";
import { labelOf } from "../../src/mood/labels.ts";
import { affectName } from "../../src/protocol/circumplex.ts";
import type { MoodLabel } from "../../src/protocol/mood.ts";
import { moodNames } from "../../src/protocol/mood-names.ts";
import { words } from "../../src/ui/words/words.ts";

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

test.each(Object.entries(moodNames) as [MoodLabel, string][])(
  "a playlist taken away as %s, “%s”, counts as the same mood when it comes back",
  (label, name) => {
    expect(words.music[label]).toBe(name);
    const [said] = MoodWords.load().affectsOf({ playlists: [name] });
    expect(said && affectName(said.point)).toBe(label);
    expect(said?.confidence).toBe(0.75);
  },
);
