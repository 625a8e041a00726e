import { expect, test } from "vitest";
import { distance, labelPoints } from "../protocol/circumplex.ts";
import type { Pick, SixPick } from "../protocol/music.ts";
import { sixOthers, sixToAskFor, sixToChooseFrom } from "./six-picks.ts";
import { reachOf } from "./target.ts";
import {
  FakeLibrary,
  type FakeTrack,
  hourMs,
  moodAt,
  request,
  scattered,
  toolsOver,
} from "./testing-library.ts";

const content = moodAt(0.5, 0.1);
const trackOf = ({ item }: Pick) => {
  if (item.kind !== "track") throw new Error(`${item.title} is no track.`);
  return item.track;
};
const idsOf = (picks: readonly Pick[]) => picks.map((pick) => trackOf(pick).id);
const here = (id: string, given: Partial<FakeTrack> = {}): FakeTrack => ({
  id,
  at: { valence: 0.5, arousal: 0.1 },
  artist: `by ${id}`,
  ...given,
});

test("six songs suit, by six artists, from places well apart, and say why", async () => {
  for (const count of [400, 4_000]) {
    const asked = request({ mood: content });
    const six = await sixToChooseFrom(asked, toolsOver(new FakeLibrary(scattered(count, 3))));
    const tracks = six.map(trackOf);
    expect(six).toHaveLength(6);
    expect(new Set(tracks.map(({ artists }) => artists[0])).size).toBe(6);
    const points = tracks.flatMap(({ affect }) => affect?.point ?? []);
    for (const [index, point] of points.entries()) {
      expect(distance(point, asked.target.point)).toBeLessThanOrEqual(reachOf(asked.target));
      for (const other of points.slice(index + 1)) expect(distance(point, other)).toBeGreaterThan(0.08);
    }
    expect(six.every(({ draw }) => draw === null)).toBe(true);
    expect(six[0]?.reasons).toContainEqual({ kind: "rested", lastPlayedAt: null });
  }
});

test("six others are six others, until all have been shown", async () => {
  const tools = toolsOver(new FakeLibrary(scattered(400, 3)));
  const first = idsOf(await sixToChooseFrom(request({ mood: content }), tools));
  const second = idsOf(await sixToChooseFrom(request({ mood: content }), tools, first));
  expect(second).toHaveLength(6);
  expect(second.filter((id) => first.includes(id))).toEqual([]);

  const few = ["a", "b", "c", "d", "e", "f", "g"].map((id) => here(id));
  const again = await sixToChooseFrom(request({ mood: content }), toolsOver(new FakeLibrary(few)), [
    ...["a", "b", "c", "d", "e", "f"],
  ]);
  expect(again).toHaveLength(6);
  expect(idsOf(again)[0]).toBe("g");
});

test("whoever asks for others gets what suits less sooner than what they have seen, and what is there now last of all", async () => {
  const away = { valence: -0.8, arousal: -0.6 };
  const library = (ids: string) =>
    toolsOver(new FakeLibrary([...ids].map((id) => here(id, id < "r" ? {} : { at: away }))));
  const asked = request({ mood: content });
  const shown = { seen: ["a", "b", "c"], now: ["d", "e", "f"] };
  const six = await sixOthers(asked, library("abcdefgxy"), shown);
  expect(idsOf(six)[0]).toBe("g");
  expect(idsOf(six).toSorted()).toEqual(["a", "b", "c", "g", "x", "y"]);
  const few = idsOf(await sixOthers(asked, library("abcdefg"), shown)).toSorted();
  expect(few.slice(0, 3)).toEqual(["a", "b", "c"]);
  expect(few).toContain("g");
  expect(idsOf(await sixOthers(asked, library("def"), { seen: [], now: ["d", "e", "f"] }))).toHaveLength(3);
});

test("songs that have rested come before those that have not, and what plays or waits is not among them", async () => {
  const library = new FakeLibrary(["a", "b", "c", "d"].map((id) => here(id)));
  library.play("b", request().now - hourMs);
  library.play("c", request().now - 2 * hourMs);
  const six = idsOf(await sixToChooseFrom(request({ mood: content, notTracks: ["d"] }), toolsOver(library)));
  expect([six[0], six.slice(1).toSorted()]).toEqual(["a", ["b", "c"]]);
});

test("nothing that is too lively for the hour, too long or explicit is offered, however few there are", async () => {
  const library = new FakeLibrary([
    here("suits"),
    here("lively", { at: { valence: 0.5, arousal: 0.25 } }),
    here("long", { durationMs: hourMs }),
    here("explicit", { explicit: true }),
  ]);
  const asked = request({ mood: content, highestArousal: 0.2, longestMs: 600_000 });
  expect(idsOf(await sixToChooseFrom(asked, toolsOver(library)))).toEqual(["suits"]);
});

test("where a mood has fewer than six, the nearest others fill up, and say so", async () => {
  const far = { valence: -0.6, arousal: -0.4 };
  const beside = { valence: 0, arousal: -0.4 };
  const library = new FakeLibrary([
    ...["a", "b"].map((id) => here(id)),
    ...["c", "d", "e"].map((id) => here(id, { at: beside })),
    ...["f", "g", "h", "i"].map((id) => here(id, { at: far })),
  ]);
  const six = await sixToChooseFrom(request({ mood: content }), toolsOver(library));
  expect(idsOf(six).slice(0, 2).toSorted()).toEqual(["a", "b"]);
  expect(idsOf(six).slice(2, 5).toSorted()).toEqual(["c", "d", "e"]);
  expect(six).toHaveLength(6);
  for (const [index, { reasons }] of six.entries())
    expect(reasons.some((reason) => reason.kind === "widened" && reason.rule === "mood")).toBe(index > 1);
});

test("where there are fewer than six artists, one comes again, and says so", async () => {
  const library = new FakeLibrary(
    ["a", "b", "c", "d", "e", "f", "g"].map((id, index) => here(id, { artist: `Artist ${index % 4}` })),
  );
  const six = await sixToChooseFrom(request({ mood: content }), toolsOver(library));
  expect(new Set(idsOf(six)).size).toBe(6);
  expect(new Set(six.slice(0, 4).map((pick) => trackOf(pick).artists[0])).size).toBe(4);
  for (const [index, { reasons }] of six.entries())
    expect(reasons.some((reason) => reason.kind === "widened" && reason.rule === "artist")).toBe(index > 3);
});

test.each(["elated", "content", "calm", "gloomy", "tense", "even"] as const)(
  "of a library like the demo's, four songs a mood by eight artists, there are always six when it is %s",
  async (label) => {
    const demo = Object.entries(labelPoints).flatMap(([mood, at], place) =>
      [0, 1, 2, 3].map((n) => ({ id: `${mood} ${n}`, at, artist: `Artist ${(place * 4 + n) % 8}` })),
    );
    for (let seed = 0; seed < 10; seed += 1) {
      const library = new FakeLibrary(demo);
      for (const { id } of demo) library.play(id, request().now - 60_000);
      const { valence, arousal } = labelPoints[label];
      const notTracks = [0, 1, 2].map((n) => `${label} ${n}`);
      const asked = request({ mood: moodAt(valence, arousal), notTracks });
      expect(await sixToChooseFrom(asked, toolsOver(library, seed))).toHaveLength(6);
    }
  },
);

test("what a guest wishes for comes first, and others fill up the six", async () => {
  const library = new FakeLibrary([
    ...["a", "b"].map((id) => here(id, { language: "de" })),
    ...["c", "d", "e", "f", "g"].map((id) => here(id, { language: "en" })),
  ]);
  const asked = request({ mood: content, wishes: { languages: ["de"], artists: [] } });
  const six = await sixToChooseFrom(asked, toolsOver(library));
  expect(idsOf(six).slice(0, 2).toSorted()).toEqual(["a", "b"]);
  expect(six).toHaveLength(6);
  expect(six[0]?.reasons).toContainEqual({ kind: "preferred", what: "language", value: "de", by: "guest" });
  expect(six[5]?.reasons).toContainEqual({ kind: "widened", rule: "language" });
});

const suiting = (six: readonly SixPick[]) => six.map(({ suits }) => suits);

test("with six that suit and have rested all six do, though that takes artists again who were heard lately", async () => {
  const gloomy = ["v", "w", "x", "y", "z"].map((id) => here(id, { at: labelPoints.gloomy }));
  const few = ["a", "b", "c", "d", "e", "f"].map((id, n) => here(id, { artist: `Artist ${n % 2}` }));
  const heard = here("heard", { artist: "Artist 0" });
  const library = new FakeLibrary([...gloomy, ...few, heard]);
  library.play("heard", request().now - 5 * 60_000);
  const asked = request({ mood: content, artistRestMs: 30 * 60_000, lastArtists: ["Artist 0"] });
  const six = await sixToChooseFrom(asked, toolsOver(library), ["a", "b"]);
  expect(idsOf(six).toSorted()).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(suiting(six)).toEqual(Array(6).fill(true));
});

test("those that do not suit are told apart, come last, and each says what gave way", async () => {
  const library = new FakeLibrary([
    ...["a", "b"].map((id) => here(id)),
    ...["heard", "again"].map((id) => here(id)),
    ...["y", "z"].map((id) => here(id, { at: labelPoints.gloomy })),
  ]);
  library.play("heard", request().now - hourMs);
  library.play("again", request().now - 2 * hourMs);
  const six = await sixToChooseFrom(request({ mood: content }), toolsOver(library));
  expect(suiting(six)).toEqual([true, true, false, false, false, false]);
  const gaveWay = six.map(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === "widened" ? [reason.rule] : [])),
  );
  expect(gaveWay).toEqual([[], [], ["rest"], ["rest"], ["mood"], ["mood"]]);
});

test("a wished artist is among the six wherever they stand and however lately they were heard, after what suits", async () => {
  const library = new FakeLibrary([
    ...["a", "b", "c", "d", "e", "f"].map((id) => here(id)),
    here("wished", { artist: "Solo", at: labelPoints.gloomy }),
  ]);
  library.play("wished", request().now - hourMs);
  const asked = request({ mood: content, wishes: { languages: [], artists: ["solo"] } });
  const six = await sixToChooseFrom(asked, toolsOver(library));
  expect(suiting(six)).toEqual([true, true, true, true, true, false]);
  expect(idsOf(six)[5]).toBe("wished");
  expect(six[5]?.reasons).toContainEqual({ kind: "preferred", what: "artist", value: "Solo", by: "guest" });
});

const inPolish = { wishes: { languages: ["pl"], artists: [] } };
const polish = (id: string, given: Partial<FakeTrack> = {}) =>
  here(id, { language: "pl", at: labelPoints.gloomy, ...given });
const english = ["a", "b", "c", "d", "e", "f", "g"].map((id) => here(id, { language: "en" }));
const spoken = (six: readonly SixPick[]) => six.map((pick) => trackOf(pick).languages[0]);

test("a wished language that no song of this mood is in is half of the six, by three artists, each told as another mood", async () => {
  const songs = [...["v", "w", "x", "y"].map((id) => polish(id)), polish("again", { artist: "by v" })];
  const library = new FakeLibrary([...english, ...songs]);
  const six = await sixToChooseFrom(request({ mood: content, ...inPolish }), toolsOver(library));
  expect(spoken(six)).toEqual(["en", "en", "en", "pl", "pl", "pl"]);
  expect(suiting(six)).toEqual([true, true, true, false, false, false]);
  expect(new Set(six.map((pick) => trackOf(pick).artists[0])).size).toBe(6);
  for (const { reasons } of six.slice(3)) {
    expect(reasons).toContainEqual({ kind: "widened", rule: "mood" });
    expect(reasons).toContainEqual({ kind: "preferred", what: "language", value: "pl", by: "guest" });
  }
});

test("those in it that suit count, what lies just outside comes before another mood, and all six may be in it that suit", async () => {
  const { at } = here("of the mood");
  const beside = polish("beside", { at: { valence: 0, arousal: -0.4 } });
  const few = [polish("suits", { at }), beside, polish("far"), polish("further")];
  const asked = request({ mood: content, ...inPolish });
  const six = await sixToChooseFrom(asked, toolsOver(new FakeLibrary([...english, ...few])));
  expect(idsOf(six).filter((id) => id.length > 1)).toEqual(["suits", "beside", expect.stringMatching("^f")]);

  const many = ["1", "2", "3", "4", "5", "6"].map((id) => polish(id, { at }));
  const all = await sixToChooseFrom(asked, toolsOver(new FakeLibrary([...english, ...many, ...few])));
  expect(spoken(all)).toEqual(Array(6).fill("pl"));
  expect(suiting(all)).toEqual(Array(6).fill(true));
});

test("the owner's languages, which are no wish of this moment, bring no song of another mood", async () => {
  const library = new FakeLibrary([...english, ...["v", "w", "x"].map((id) => polish(id))]);
  const six = await sixToChooseFrom(request({ mood: content, languages: ["pl"] }), toolsOver(library));
  expect(suiting(six)).toEqual(Array(6).fill(true));
});

test("in an empty library there are none", async () => {
  expect(await sixToChooseFrom(request(), toolsOver(new FakeLibrary([])))).toEqual([]);
});

test("six to ask for are six whose rest is not in the way, and the artists that come are not among them", async () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
  const library = new FakeLibrary(names.map((id) => here(id)));
  const asked = request({ mood: content, comingArtists: ["by a"], artistRestMs: 0 });
  library.play("b", asked.now - asked.restMs / 4);
  library.play("c", asked.now - (3 * asked.restMs) / 4);
  const six = await sixToAskFor(asked, toolsOver(library));
  // Half of its rest is behind the third: it may be asked for, and comes only where others are too few.
  expect(idsOf(six).filter((id) => ["a", "b", "c"].includes(id))).toEqual([]);
  expect(six).toHaveLength(6);
  const few = new FakeLibrary(["a", "b", "c", "d"].map((id) => here(id)));
  few.play("b", asked.now - asked.restMs / 4);
  few.play("c", asked.now - (3 * asked.restMs) / 4);
  expect(idsOf(await sixToAskFor(asked, toolsOver(few))).toSorted()).toEqual(["c", "d"]);
});

test("of six to ask for no artist is there twice, unless there were fewer than six", async () => {
  const artistsOf = async (ids: string) => {
    const library = new FakeLibrary(
      [...ids].map((id) => here(id, { artist: id < "c" ? "Ada" : id < "e" ? "Bo" : id })),
    );
    const six = await sixToAskFor(request({ mood: content }), toolsOver(library));
    return six.map((pick) => trackOf(pick).artists[0]).toSorted();
  };
  expect(await artistsOf("abcdefgh")).toEqual(["Ada", "Bo", "e", "f", "g", "h"]);
  expect(await artistsOf("abcdef")).toEqual(["Ada", "Ada", "Bo", "Bo", "e", "f"]);
  expect(await artistsOf("abcd")).toEqual(["Ada", "Ada", "Bo", "Bo"]);
});

test("six others to ask for are six others, and none where all have been shown", async () => {
  const library = new FakeLibrary(scattered(400, 3));
  const asked = request({ mood: content });
  const six = idsOf(await sixToAskFor(asked, toolsOver(library)));
  const others = idsOf(await sixToAskFor(asked, toolsOver(library, 2), six));
  expect(others).toHaveLength(6);
  expect(others.filter((id) => six.includes(id))).toEqual([]);
  const few = new FakeLibrary(["a", "b"].map((id) => here(id)));
  expect(await sixToAskFor(asked, toolsOver(few), ["a", "b"])).toEqual([]);
});

test("others to ask for suit less sooner than that they are the same again", async () => {
  const away = { valence: -0.8, arousal: -0.6 };
  const library = new FakeLibrary([
    ...["a", "b", "c", "d", "e", "f", "g"].map((id) => here(id)),
    ...["x", "y"].map((id) => here(id, { at: away })),
  ]);
  const asked = request({ mood: content });
  const others = await sixToAskFor(asked, toolsOver(library), ["a", "b", "c", "d", "e", "f"]);
  expect(idsOf(others)[0]).toBe("g");
  expect(idsOf(others).toSorted()).toEqual(["g", "x", "y"]);
  expect(others.map(({ suits }) => suits)).toEqual([true, false, false]);
});
