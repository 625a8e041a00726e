import { describe, expect, test } from "vitest";
import { pickerVersion, pickNext } from "./picker.ts";
import type { PickRequest } from "./request.ts";
import {
  FakeLibrary,
  type FakeTrack,
  hourMs,
  moodAt,
  request,
  scattered,
  toolsOver,
} from "./testing-library.ts";

const smiling = moodAt(0.7, 0.5);
const near = { valence: 0.65, arousal: 0.45 };
const opposite = { valence: -0.7, arousal: -0.5 };
const track = (id: string, overrides: Partial<FakeTrack> = {}): FakeTrack => ({
  id,
  at: near,
  artist: `by ${id}`,
  ...overrides,
});

async function pick(library: FakeLibrary, overrides: Partial<PickRequest>) {
  const result = await pickNext(request({ mood: smiling, ...overrides }), toolsOver(library));
  const item = result?.pick.item;
  const widened = result?.pick.reasons.flatMap((reason) => (reason.kind === "widened" ? [reason.rule] : []));
  return { id: item?.kind === "track" ? item.track.id : null, widened, ...result };
}

describe("by the rules", () => {
  test("a song that suits is picked, with its reasons, its probability and what else could have been", async () => {
    const library = new FakeLibrary([track("a"), track("b", { at: opposite }), track("c")]);
    library.play("a", request().now - 4 * hourMs);
    library.play("c", request().now - hourMs);
    const { pick: chosen, slate } = await pick(library, { looks: { kind: "nobody" } });
    const distance = expect.closeTo(Math.hypot(0.05, 0.05), 9);
    const score = expect.any(Number);
    expect(chosen).toEqual({
      id: "pick-1",
      item: { kind: "track", track: expect.objectContaining({ id: "a" }) },
      pickedAt: request().now,
      reasons: [
        { kind: "suits", target: smiling.affect, distance },
        { kind: "mood", label: "even", basis: "faces", looks: { kind: "nobody" }, policy: "match" },
        { kind: "rested", lastPlayedAt: request().now - 4 * hourMs },
      ],
      draw: { pickerVersion, probability: 1, candidates: 1, score },
    });
    expect(slate).toEqual({
      pickerVersion,
      target: smiling.affect,
      candidates: [
        {
          trackId: "a",
          distance,
          restMs: 4 * hourMs,
          closeness: score,
          novelty: score,
          trust: score,
          preference: 1,
          score,
          probability: 1,
        },
      ],
    });
  });

  test("the same seed, library and history give the same picks; another seed gives others", async () => {
    const run = async (seed: number) => {
      const library = new FakeLibrary(scattered(300, 5));
      const tools = toolsOver(library, seed);
      const ids: string[] = [];
      for (let song = 0; song < 30; song += 1) {
        const result = await pickNext(request({ now: request().now + song * 200_000 }), tools);
        const id = result?.slate.candidates[0]?.trackId ?? "";
        if (result?.pick.item.kind === "track") ids.push(result.pick.item.track.id);
        library.play(id, request().now + song * 200_000);
      }
      return ids;
    };
    expect(await run(7)).toEqual(await run(7));
    expect(await run(7)).not.toEqual(await run(8));
  });

  test("what was never heard goes before what was heard today, and that before what just rested", async () => {
    const library = new FakeLibrary([track("new"), track("morning"), track("just")]);
    library.play("morning", request().now - 12 * hourMs);
    library.play("just", request().now - 3 * hourMs);
    const { slate } = await pick(library, {});
    expect(slate?.candidates.map(({ trackId }) => trackId)).toEqual(["new", "morning", "just"]);
  });

  test("without adventure the best is taken; with it the rest get their turn", async () => {
    const library = new FakeLibrary(scattered(300, 9));
    const taken = async (adventure: number) => {
      const ids = new Set<string | null>();
      const tools = toolsOver(library, 3);
      for (let draw = 0; draw < 60; draw += 1) {
        const item = (await pickNext(request({ adventure }), tools))?.pick.item;
        ids.add(item?.kind === "track" ? item.track.id : null);
      }
      return ids.size;
    };
    expect(await taken(0)).toBe(1);
    expect(await taken(0.3)).toBeGreaterThan(8);
    expect(await taken(1)).toBeGreaterThan(await taken(0.1));
  });

  test("what the store should not have given is not picked", async () => {
    const library = new FakeLibrary([
      track("explicit", { explicit: true }),
      track("broken", { unplayable: "it ends after its header" }),
      track("playing"),
    ]);
    const tools = { ...toolsOver(library), candidates: async () => library.all() };
    const result = await pickNext(request({ notTracks: ["playing"] }), tools);
    expect(result?.slate.candidates.map(({ trackId }) => trackId)).toEqual(["playing"]);
  });

  test("nothing to play is no pick, and a store that fails is heard", async () => {
    expect(await pickNext(request(), toolsOver(new FakeLibrary([])))).toBeNull();
    const failing = {
      ...toolsOver(new FakeLibrary([])),
      candidates: () => Promise.reject(new Error("gone")),
    };
    await expect(pickNext(request(), failing)).rejects.toThrow("gone");
  });

  test("the store is asked once while the rules hold", async () => {
    const library = new FakeLibrary(scattered(300, 2));
    await pick(library, {});
    expect(library.asked).toHaveLength(1);
  });
});

describe("when no song is left by the rules", () => {
  const ago = (library: FakeLibrary, minutes: Readonly<Record<string, number>>) => {
    for (const [id, each] of Object.entries(minutes)) library.play(id, request().now - each * 60_000);
    return library;
  };
  const sad = ["s1", "s2", "s3", "s4"].map((id) => track(id, { at: opposite }));

  test("first the circle grows by half", async () => {
    const beside = { valence: 0.3, arousal: 0.1 };
    const library = new FakeLibrary([track("a"), track("b", { at: beside }), ...sad]);
    expect(await pick(ago(library, { a: 60 }), {})).toMatchObject({ id: "b", widened: ["mood"] });
  });

  test("then the rest is halved, before a song from another corner of the map", async () => {
    const library = new FakeLibrary([track("a"), track("b"), ...sad]);
    expect(await pick(ago(library, { a: 95, b: 50 }), {})).toMatchObject({ id: "a", widened: ["rest"] });
    expect(await pick(ago(library, { a: 65, b: 50 }), {})).toMatchObject({ widened: ["rest"] });
  });

  test("then songs that suit come back in turn, those heard longest ago first", async () => {
    const happy = ["a", "b", "c", "d", "e", "f"].map((id) => track(id));
    const library = ago(new FakeLibrary([...happy, ...sad]), { a: 6, b: 5, c: 4, d: 3, e: 2, f: 1 });
    const { widened, slate } = await pick(library, {});
    expect(widened).toEqual(["rest"]);
    expect(slate?.candidates.map(({ trackId }) => trackId)).toEqual(["a", "b"]);
  });

  test("of four that suit, each comes back after two others, however many are known to be playing", async () => {
    const library = new FakeLibrary([...["a", "b", "c", "d"].map((id) => track(id)), ...sad]);
    ago(library, { a: 4, b: 3, c: 2, d: 1 });
    for (const notTracks of [["d"], ["d", "d"], ["c", "d"]])
      expect(await pick(library, { notTracks })).toMatchObject({ id: "a", widened: ["rest"] });
    ago(library, { a: 0 });
    for (const notTracks of [["a"], ["d", "a"]])
      expect(await pick(library, { notTracks })).toMatchObject({ id: "b", widened: ["rest"] });
  });

  test("where too few songs suit to go round, the nearest others come", async () => {
    const beyond = track("even", { at: { valence: -0.2, arousal: 0 } });
    const library = ago(new FakeLibrary([track("a"), track("b"), beyond, ...sad]), { a: 6, b: 5 });
    expect(await pick(library, {})).toMatchObject({ id: "even", widened: ["mood"] });
  });

  test("who sings along with an artist who must rest need not rest with them", async () => {
    const duets = Array.from({ length: 300 }, (_, n) =>
      track(`duet ${n}`, { artist: "Ana", featuring: "Bo" }),
    );
    const farther = track("his own", { artist: "Bo", at: { valence: 0.4, arousal: 0.4 } });
    const library = new FakeLibrary([...duets, farther, track("hers", { artist: "Ana" })]);
    library.play("hers", request().now - hourMs / 2);
    const { id, widened } = await pick(library, { artistRestMs: hourMs });
    expect([id, widened, library.asked.length]).toEqual(["his own", [], 1]);
  });

  test("the same artist comes again only when nobody else is there", async () => {
    const [one, two, three] = ["one", "two", "three"].map((id) => track(id, { artist: "Solo" }));
    const mine = [one, two, three].filter((each) => each !== undefined);
    const overrides = { lastArtists: ["solo"], notTracks: ["one"] };
    const alone = await pick(new FakeLibrary(mine), overrides);
    expect(alone.widened).toEqual(["artist"]);
    expect(["two", "three"]).toContain(alone.id);
    const joined = await pick(new FakeLibrary([...mine, ...sad]), overrides);
    expect(joined.widened).toEqual(["mood"]);
  });

  test("of two songs the other is played, and only a single one twice in a row", async () => {
    const two = ago(new FakeLibrary([track("a"), track("b")]), { a: 1, b: 5 });
    expect(await pick(two, { notTracks: ["a"] })).toMatchObject({ id: "b" });
    expect(await pick(two, { notTracks: ["a", "b"] })).toMatchObject({ id: "a" });
    const single = ago(new FakeLibrary([track("a")]), { a: 1 });
    expect(await pick(single, { notTracks: ["a"] })).toMatchObject({ id: "a", widened: ["rest"] });
  });

  test("plays from before the clock was set back keep no song out for good", async () => {
    const library = ago(new FakeLibrary([track("a")]), { a: -600 });
    expect(await pick(library, {})).toMatchObject({ id: "a", widened: ["rest"] });
  });
});
