import { describe, expect, test } from "vitest";
import { pickNext } from "./picker.ts";
import type { PickRequest, Turn } from "./request.ts";
import { sixToChooseFrom } from "./six-picks.ts";
import { FakeLibrary, type FakeTrack, moodAt, request, scattered, toolsOver } from "./testing-library.ts";

const smiling = moodAt(0.7, 0.5);
const track = (id: string, overrides: Partial<FakeTrack> = {}): FakeTrack => ({
  id,
  at: { valence: 0.65, arousal: 0.45 },
  artist: `by ${id}`,
  ...overrides,
});
const turnOf = (likes: Partial<Turn> = {}): Turn => ({
  ...{ visit: "visit", tells: true, languages: [], artists: [], songs: [] },
  ...likes,
});

async function pick(tracks: readonly FakeTrack[], overrides: Partial<PickRequest>, seed = 1) {
  const library = new FakeLibrary(tracks);
  const result = await pickNext(request({ mood: smiling, ...overrides }), toolsOver(library, seed));
  if (result?.pick.item.kind !== "track") throw new Error("There is a song for every request here.");
  return { id: result.pick.item.track.id, reasons: result.pick.reasons, slate: result.slate };
}

/** How often each of these is drawn. */
async function counts(tracks: readonly FakeTrack[], overrides: Partial<PickRequest>) {
  const drawn = new Map<string, number>();
  for (let seed = 0; seed < 200; seed++) {
    const { id } = await pick(tracks, overrides, seed);
    drawn.set(id, (drawn.get(id) ?? 0) + 1);
  }
  return (id: string) => drawn.get(id) ?? 0;
}

const three = [track("de", { language: "de" }), track("fr", { language: "fr" }), track("none")];

describe("whose turn it is", () => {
  test("goes with the pick, by their visit alone", async () => {
    expect((await pick(three, { turn: turnOf() })).reasons[0]).toEqual({ kind: "turn", of: "visit" });
    expect((await pick(three, {})).reasons.map(({ kind }) => kind)).not.toContain("turn");
  });

  test("has their language come before the owner's, and gives way to what a guest chose for now", async () => {
    const turn = turnOf({ languages: ["de"] });
    expect((await pick(three, { turn, languages: ["fr"] })).id).toBe("de");
    const wishes = { languages: ["fr"], artists: [] };
    expect((await pick(three, { turn, wishes })).id).toBe("fr");
  });

  test("gives way to the mood, as every language does", async () => {
    const sad = track("de", { language: "de", at: { valence: -0.7, arousal: -0.5 } });
    const { id, reasons } = await pick([sad, track("en")], { turn: turnOf({ languages: ["de"] }) });
    expect(id).toBe("en");
    expect(reasons).toContainEqual(expect.objectContaining({ kind: "widened", rule: "language" }));
  });

  test("hears their artists and their songs sooner than others, and in place of the owner's", async () => {
    const tracks = [track("a"), track("b"), track("c"), track("d")];
    const likes = turnOf({ artists: ["by a"], songs: ["b"] });
    const count = await counts(tracks, { turn: likes, favourites: ["by d"] });
    expect(Math.min(count("a"), count("b"))).toBeGreaterThan(2 * Math.max(count("c"), count("d")));
    const ownersCount = await counts(tracks, { turn: turnOf(), favourites: ["by d"] });
    expect(ownersCount("d")).toBeGreaterThan(2 * Math.max(ownersCount("a"), ownersCount("b")));
  });

  test("has a song that they like found among sixty thousand", async () => {
    const many = scattered(60_000, 4);
    const away = ({ at }: FakeTrack) => Math.hypot(at.valence, at.arousal);
    const liked = many.find((each) => away(each) > 0.09 && away(each) < 0.11)?.id ?? "";
    const slateFor = async (turn: Turn) =>
      (await pick(many, { mood: moodAt(0, 0), turn })).slate.candidates.map(({ trackId }) => trackId);
    expect(await slateFor(turnOf({ songs: [liked] }))).toContain(liked);
    expect(await slateFor(turnOf())).not.toContain(liked);
  });

  test("is told with what they like only where they want that", async () => {
    const tracks = [track("a", { artist: "Solo", language: "de" })];
    const likes = { languages: ["de"], artists: ["solo"], songs: ["a"] };
    const told = async (turn: Turn) =>
      (await pick(tracks, { turn })).reasons.filter(({ kind }) => kind === "preferred");
    expect(await told(turnOf(likes))).toEqual([
      { kind: "preferred", what: "language", value: "de", by: "person" },
      { kind: "preferred", what: "song", value: "Piece a", by: "person" },
      { kind: "preferred", what: "artist", value: "Solo", by: "person" },
    ]);
    expect(await told(turnOf({ ...likes, tells: false }))).toEqual([]);
    const { reasons } = await pick([track("en")], { turn: turnOf({ ...likes, tells: false }) });
    expect(JSON.stringify(reasons)).not.toMatch(/language|favourites|solo/i);
  });
});

describe("a song that somebody here never wants to hear", () => {
  test("is neither chosen nor offered, however well it suits, though others suit less and have not rested", async () => {
    const far = track("far", { at: { valence: -0.7, arousal: -0.5 } });
    for (let seed = 0; seed < 20; seed++)
      expect((await pick([track("never"), far], { unwanted: ["never"] }, seed)).id).toBe("far");
    const library = new FakeLibrary([track("never"), far]);
    const asked = request({ mood: smiling, unwanted: ["never"] });
    const ids = async (there: Awaited<ReturnType<typeof sixToChooseFrom>>) =>
      (await sixToChooseFrom(asked, toolsOver(library), [], there)).map(({ item }) =>
        item.kind === "track" ? item.track.id : "",
      );
    const before = await sixToChooseFrom(request({ mood: smiling }), toolsOver(library));
    expect(await ids([])).toEqual(["far"]);
    // One that was offered before they came in.
    expect(await ids(before)).toEqual(["far"]);
  });

  test("plays all the same where it is all that there is: it is never silent", async () => {
    expect((await pick([track("never")], { unwanted: ["never"] })).id).toBe("never");
  });
});
