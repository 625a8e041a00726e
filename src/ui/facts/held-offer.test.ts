import { beforeEach, expect, test } from "vitest";
import type { OfferedSong } from "../../protocol/guests.ts";
import { HeldOffer } from "./held-offer.ts";

const song = (track: string, refusal: OfferedSong["refusal"] = null): OfferedSong => ({
  ...{ track, title: track, artists: [], suits: true },
  refusal,
});
const songs = (tracks: string) => [...tracks].map((track) => song(track));
const tracks = (found: readonly OfferedSong[]) => found.map(({ track }) => track).join("");

let held: HeldOffer;
beforeEach(() => {
  held = new HeldOffer();
  held.shown(songs("abcdef"), 0);
});

test("what is shown stays where it is, whatever else is offered meanwhile", () => {
  expect(tracks(held.shown(songs("ghijkl"), 10_000))).toBe("abcdef");
  expect(tracks(held.shown(songs("fedcba"), 20_000))).toBe("abcdef");
});

test("why one can't be asked for any more is told of it where it is", () => {
  const [first, second] = held.shown([song("b", { because: "coming" })], 0);
  expect([first?.refusal, second?.refusal]).toEqual([null, { because: "coming" }]);
});

test("for each that can't be asked for any more another one comes at the end, up to a dozen", () => {
  const taken = (tracks: string) => [...tracks].map((track) => song(track, { because: "coming" }));
  expect(tracks(held.shown([...taken("b"), ...songs("acdefgh")], 0))).toBe("abcdefg");
  expect(tracks(held.shown([...taken("bc"), ...songs("adefghi")], 0))).toBe("abcdefgh");
  expect(tracks(held.shown([...taken("abcdefgh"), ...songs("ijklmnop")], 0))).toBe("abcdefghijkl");
});

test("a song that the room itself rules out is none that can be asked for", () => {
  const isFree = ({ track }: OfferedSong) => track !== "a";
  expect(tracks(held.shown(songs("ag"), 0, isFree))).toBe("abcdefg");
});

test("others come when they are wanted, and for a moment as they are found", () => {
  held.release(1_000);
  expect(tracks(held.shown(songs("abcdeg"), 500))).toBe("abcdeg");
  expect(tracks(held.shown(songs("ghijkl"), 999))).toBe("ghijkl");
  expect(tracks(held.shown(songs("mnopqr"), 1_000))).toBe("ghijkl");
  held.take(songs("stuvwx"));
  expect(tracks(held.shown(songs("mnopqr"), 1_001))).toBe("stuvwx");
});

test("where nothing can be asked for, nothing is shown, and then what can be", () => {
  expect(held.shown([], 0)).toEqual([]);
  expect(tracks(held.shown(songs("gh"), 0))).toBe("gh");
});

const coming = (track: string) => song(track, { because: "coming" });

test("what could not be asked for and is offered no more gives its place to another, so that the list stays as long", () => {
  expect(tracks(held.shown([coming("b"), ...songs("acdefg")], 0))).toBe("abcdefg");
  // Its song is over: nobody says by now why it could not be asked for.
  expect(tracks(held.shown(songs("hijklm"), 0))).toBe("agcdef");
  const [, second] = held.shown(songs("hijklm"), 0);
  expect(second?.refusal).toBeNull();
});

test("it is one of those on offer where fewer than six can be asked for, at the same place", () => {
  held.shown([coming("b"), ...songs("acdef")], 0);
  expect(tracks(held.shown(songs("hijklm"), 0))).toBe("ahcdef");
});

test("a song that played is none to ask for once it is over, though it was one before", () => {
  const plays = (playing: string) => (each: OfferedSong) => each.track !== playing && each.refusal === null;
  expect(tracks(held.shown(songs("ghijkl"), 0, plays("c")))).toBe("abcdefg");
  expect(tracks(held.shown(songs("ghijkl"), 0, plays("c")))).toBe("abcdefg");
  expect(tracks(held.shown(songs("hijklm"), 0, plays("z")))).toBe("abgdef");
});

test("however many songs come and go, six can be asked for, and no more rows are there than what waits besides", () => {
  let shown = held.shown(songs("abcdef"), 0);
  for (const newest of ["ghijkl", "mnopqr", "stuvwx", "ghijkl"]) {
    const asked = shown[2]?.track ?? "";
    shown = held.shown([coming(asked), ...songs(newest).filter(({ track }) => track !== asked)], 0);
    expect(shown.map(({ refusal }) => refusal === null)).toEqual([true, true, false, true, true, true, true]);
    shown = held.shown(songs(newest), 0);
    expect(shown).toHaveLength(6);
  }
});

test("of others that were wanted, what is over goes, and those on offer come once none is left", () => {
  held.take(songs("xy"), true);
  const rulesOut = (out: string) => (each: OfferedSong) => !out.includes(each.track);
  expect(tracks(held.shown(songs("abcdef"), 0, rulesOut("x")))).toBe("xy");
  expect(tracks(held.shown(songs("abcdef"), 0, rulesOut("y")))).toBe("y");
  expect(tracks(held.shown(songs("abcdef"), 0))).toBe("abcdef");
});

test("what was refused once and comes among others again can be asked for again", () => {
  held.shown([coming("b"), ...songs("acdef")], 0);
  held.take(songs("bx"), true);
  expect(tracks(held.shown(songs("ghijkl"), 0))).toBe("bx");
});
