import { expect, test } from "vitest";
import { labelPoints } from "../protocol/circumplex.ts";
import type { Mood, MoodLabel, Policy } from "../protocol/mood.ts";
import { pickNext } from "./picker.ts";
import { reachOf, targetOf } from "./target.ts";
import { FakeLibrary, type FakeTrack, hourMs, moodAt, request, toolsOver } from "./testing-library.ts";

/** The demo library: where the words in its files put its pieces, and who plays them. */
const demo: readonly FakeTrack[] = (
  [
    [0.7, 0.75, "Juniper Static"],
    [0.8, 0.5, "Otto and the Weathervanes"],
    [0.6, 0.6, "Halfmoon Atlas"],
    [0.4, 0.8, "Velvet Harbour"],
    [0.74, -0.09, "The Quiet Commute"],
    [0.6, 0.1, "Otto and the Weathervanes"],
    [0.65, 0.15, "Tamsin Oake"],
    [0.6, 0, "Nine Lanterns"],
    [0.64, -0.39, "Tamsin Oake"],
    [0.54, -0.52, "Nine Lanterns"],
    [0.35, -0.6, "Mirel Vance"],
    [0.56, -0.5, "The Quiet Commute"],
    [-0.45, -0.4, "The Quiet Commute"],
    [-0.75, -0.39, "Mirel Vance"],
    [-0.45, -0.4, "Velvet Harbour"],
    [-0.55, -0.5, "Halfmoon Atlas"],
    [-0.04, 0.75, "Juniper Static"],
    [-0.04, 0.75, "Nine Lanterns"],
    [-0.4, 0.65, "Mirel Vance"],
    [-0.4, 0.65, "Velvet Harbour"],
    [0, 0, "The Quiet Commute"],
    [0, 0, "Juniper Static"],
    [0, 0, "Otto and the Weathervanes"],
    [0, 0, "Halfmoon Atlas"],
  ] as const
).map(([valence, arousal, artist], index) => ({ id: `d${index}`, at: { valence, arousal }, artist }));

interface Heard {
  id: string;
  artist: string | undefined;
  distance: number;
}

/** Picks one song ahead, as the daemon does: the song that plays when the next is drawn may not have begun yet. */
async function songsInARow(options: {
  mood: Mood;
  policy: Policy;
  everyMs: number;
  begunWhenDrawing: boolean;
  seed: number;
}): Promise<readonly Heard[]> {
  const library = new FakeLibrary(demo);
  const tools = toolsOver(library, options.seed);
  const heard: Heard[] = [];
  let now = request().now;
  while (heard.length < 20) {
    const current = heard.at(-1);
    const begun = options.begunWhenDrawing ? current : heard.at(-2);
    if (begun) library.play(begun.id, options.begunWhenDrawing ? now : now - options.everyMs);
    now += options.everyMs;
    const result = await pickNext(
      request({
        mood: options.mood,
        policy: options.policy,
        now,
        restMs: 3 * hourMs,
        lastArtists: current?.artist ? [current.artist] : [],
        notTracks: [begun, current].flatMap((each) => each?.id ?? []),
      }),
      tools,
    );
    const item = result?.pick.item;
    if (item?.kind !== "track") throw new Error(`Nothing was picked for song ${heard.length}.`);
    const { id, artists } = item.track;
    const row = result?.slate.candidates.find(({ trackId }) => trackId === id);
    heard.push({ id, artist: artists[0], distance: row?.distance ?? 9 });
  }
  return heard;
}

const labels = Object.keys(labelPoints) as MoodLabel[];
const cases = labels.flatMap((label) =>
  (["match", "lift"] as const).flatMap((policy) =>
    ([60_000, 4_000] as const).flatMap((everyMs) =>
      [true, false].map((begunWhenDrawing) => ({ label, policy, everyMs, begunWhenDrawing })),
    ),
  ),
);

test.each(cases)(
  "20 demo pieces in a row suit a room that is $label ($policy), one every $everyMs ms, last one begun: $begunWhenDrawing",
  async (each) => {
    const mood = moodAt(labelPoints[each.label].valence, labelPoints[each.label].arousal);
    const reach = reachOf(targetOf(mood, each.policy));
    for (const seed of [1, 2, 3, 4, 5]) {
      const heard = await songsInARow({ ...each, mood, seed });
      const suiting = heard.filter(({ distance }) => distance <= 1.5 * reach);
      expect(suiting.length / heard.length).toBeGreaterThanOrEqual(0.85);
      for (const [index, { id, artist }] of heard.entries()) {
        expect(heard.slice(Math.max(0, index - 2), index).map((before) => before.id)).not.toContain(id);
        expect(heard[index - 1]?.artist).not.toBe(artist);
      }
    }
  },
);

test("at the edges of the map, where few pieces lie, skipping stays on that side of it", async () => {
  const edges = [
    [-0.9, 0.9],
    [-0.9, 0.3],
    [-0.9, -0.9],
    [-0.3, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
  ] as const;
  for (const [valence, arousal] of edges) {
    const mood = moodAt(valence, arousal);
    const reach = reachOf(targetOf(mood, "match"));
    const heard = await songsInARow({
      mood,
      policy: "match",
      everyMs: 4_000,
      begunWhenDrawing: true,
      seed: 6,
    });
    expect(heard.filter(({ distance }) => distance > 2 * reach)).toEqual([]);
  }
});
