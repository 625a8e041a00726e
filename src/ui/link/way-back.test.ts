import { expect, test } from "vitest";
import type { TrackAffect } from "../../protocol/music.ts";
import { someTrack } from "../testing-state.ts";
import { wayBack } from "./way-back.ts";

const said = (valence: number): TrackAffect => ({
  point: { valence, arousal: 0 },
  confidence: 1,
  from: "person",
});
const tagged: TrackAffect = { point: { valence: 0.5, arousal: 0 }, confidence: 1, from: "tag" };

test("each song gets back what somebody had said of it, and no word where nobody had", () => {
  const tracks = [
    someTrack({ id: "a", affect: said(0.5) }),
    someTrack({ id: "b", affect: tagged }),
    someTrack({ id: "c", affect: null }),
    someTrack({ id: "d", affect: said(0.5) }),
    someTrack({ id: "e", affect: said(-0.5) }),
    someTrack({ id: "not changed", affect: said(0.5) }),
  ];
  const point = { valence: 0, arousal: 1 };
  expect(wayBack({ do: "correct", tracks: ["a", "b", "c", "d", "e"], point }, tracks)).toEqual([
    { do: "correct", tracks: ["a", "d"], point: { valence: 0.5, arousal: 0 } },
    { do: "correct", tracks: ["b", "c"], point: null },
    { do: "correct", tracks: ["e"], point: { valence: -0.5, arousal: 0 } },
  ]);
});

test("what was blocked is allowed again, and the other way round", () => {
  const block = { do: "block", what: { tracks: ["a"] }, name: "A", blocked: true } as const;
  expect(wayBack(block, [])).toEqual([{ ...block, blocked: false }]);
});
