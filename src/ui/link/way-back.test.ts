import { expect, test } from "vitest";
import type { TrackAffect } from "../../protocol/music.ts";
import { someTrack } from "../testing-state.ts";
import { isGone, wayBack } from "./way-back.ts";

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
    { do: "correct", tracks: ["a", "d"], point: { valence: 0.5, arousal: 0 }, still: point },
    { do: "correct", tracks: ["b", "c"], point: null, still: point },
    { do: "correct", tracks: ["e"], point: { valence: -0.5, arousal: 0 }, still: point },
  ]);
});

test("what was blocked is allowed again, and the other way round", () => {
  const block = { do: "block", what: { tracks: ["a"] }, name: "A", blocked: true } as const;
  expect(wayBack(block, [])).toEqual([{ ...block, blocked: false }]);
});

test("of a song that is there as it was and as it became meanwhile, the later counts", () => {
  const [before, since] = [someTrack({ id: "a" }), someTrack({ id: "a", affect: said(0.5) })];
  const left = someTrack({ id: "b", affect: said(-0.5) });
  const back = wayBack({ do: "correct", tracks: ["a", "b"], point: null }, [before, left, since]);
  expect(back).toEqual([
    { do: "correct", tracks: ["a"], point: { valence: 0.5, arousal: 0 }, still: null },
    { do: "correct", tracks: ["b"], point: { valence: -0.5, arousal: 0 }, still: null },
  ]);
});

const none = { tracks: [], artists: [] };

test("a change is gone once each of its songs is seen without it, and not while one holds it or is out of sight", () => {
  const back = wayBack({ do: "correct", tracks: ["a", "b"], point: { valence: 0.5, arousal: 0 } }, [
    someTrack({ id: "a", affect: said(-0.5) }),
    someTrack({ id: "b" }),
  ]);
  const [a, b] = [someTrack({ id: "a", affect: said(-0.5) }), someTrack({ id: "b", affect: tagged })];
  expect(isGone(back, { tracks: [a, b], blocks: none })).toBe(true);
  expect(isGone(back, { tracks: [a], blocks: none })).toBe(false);
  const still = someTrack({ id: "b", affect: said(0.5) });
  expect(isGone(back, { tracks: [a, still], blocks: none })).toBe(false);
});

test("of a word that was taken back it is the other way round", () => {
  const before = someTrack({ id: "a", affect: said(0.5) });
  const back = wayBack({ do: "correct", tracks: ["a"], point: null }, [before]);
  expect(isGone(back, { tracks: [before], blocks: none })).toBe(true);
  expect(isGone(back, { tracks: [someTrack({ id: "a", affect: tagged })], blocks: none })).toBe(false);
});

test("a block is gone once none of it is blocked, and not before it is known what is", () => {
  const song = { id: "a", title: "A", artists: ["Ann"], until: null };
  const back = wayBack({ do: "block", what: { tracks: ["a", "b"] }, name: "2", blocked: true }, []);
  const isGoneWith = (blocks: Parameters<typeof isGone>[1]["blocks"]) => isGone(back, { tracks: [], blocks });
  expect(isGoneWith(none)).toBe(true);
  expect(isGoneWith({ ...none, tracks: [song] })).toBe(false);
  expect(isGoneWith(null)).toBe(false);
  const allowed = wayBack({ do: "block", what: { artist: "ANN" }, name: "Ann", blocked: false }, []);
  const blocks = { ...none, artists: [{ name: "Ann", until: null }] };
  expect(isGone(allowed, { tracks: [], blocks })).toBe(true);
  expect(isGone(allowed, { tracks: [], blocks: none })).toBe(false);
});
