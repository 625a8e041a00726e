import { expect, test } from "vitest";
import type { SixPick } from "../protocol/music.ts";
import { sixToChooseFrom } from "./six-picks.ts";
import { FakeLibrary, type FakeTrack, moodAt, request, scattered, toolsOver } from "./testing-library.ts";

const tools = (tracks: readonly FakeTrack[]) => toolsOver(new FakeLibrary(tracks));
const content = request({ mood: moodAt(0.5, 0.1) });
const trackOf = ({ item }: SixPick) => {
  if (item.kind !== "track") throw new Error(`${item.title} is no track.`);
  return item.track;
};

test("when the music heads a little elsewhere only those are exchanged that suit no more", async () => {
  const library = tools(scattered(400, 3));
  const before = await sixToChooseFrom(content, library);
  const asked = request({ mood: moodAt(0.3, 0.2) });
  const after = await sixToChooseFrom(asked, library, [], before);
  const suits = ({ item }: SixPick) => {
    const point = item.kind === "track" ? item.track.affect?.point : undefined;
    return point !== undefined && Math.hypot(point.valence - 0.3, point.arousal - 0.2) <= 0.45;
  };
  const staying = before.filter(suits);
  expect(staying.length).toBeGreaterThan(0);
  expect(staying.length).toBeLessThan(6);
  for (const [index, pick] of before.entries())
    expect(after[index]?.id === pick.id).toBe(staying.includes(pick));
  expect(after).toHaveLength(6);
  expect(after.every(suits)).toBe(true);
  expect(new Set(after.map((pick) => trackOf(pick).artists[0])).size).toBe(6);
});

test("one that stays says why of the mood of now", async () => {
  const library = tools(scattered(400, 3));
  const before = await sixToChooseFrom(content, library);
  const asked = { ...content, mood: moodAt(0.6, 0.2), policy: "lift" as const };
  const [stayed] = await sixToChooseFrom(asked, library, [], before);
  expect(stayed?.id).toBe(before[0]?.id);
  expect(stayed?.reasons).toContainEqual(expect.objectContaining({ kind: "mood", policy: "lift" }));
});

test("in another mood all six are others, and what may not be played now never stays", async () => {
  const library = tools(scattered(400, 3));
  const before = await sixToChooseFrom(content, library);
  const ids = new Set(before.map(({ id }) => id));
  const gloomy = await sixToChooseFrom(request({ mood: moodAt(-0.5, -0.3) }), library, [], before);
  expect([gloomy.length, gloomy.filter(({ id }) => ids.has(id))]).toEqual([6, []]);
  const [first, ...rest] = before.map((pick) => trackOf(pick).id);
  const after = await sixToChooseFrom({ ...content, notTracks: [first ?? ""] }, library, [], before);
  expect(after.map((pick) => trackOf(pick).id).slice(1)).toEqual(rest);
  expect(trackOf(after[0] as SixPick).id).not.toBe(first);
});

test("what suits comes first though fewer are left that do", async () => {
  const at = (id: string, valence: number): FakeTrack => ({
    id,
    at: { valence, arousal: 0.1 },
    artist: `by ${id}`,
  });
  const library = tools([
    at("a", 0.1),
    at("b", 0.15),
    at("c", 0.9),
    at("d", -0.9),
    at("e", -0.8),
    at("f", -0.7),
  ]);
  const before = await sixToChooseFrom(content, library);
  const after = await sixToChooseFrom(request({ mood: moodAt(0.9, 0.1) }), library, [], before);
  expect(after.map(({ suits }) => suits)).toEqual([true, false, false, false, false, false]);
  expect(trackOf(after[0] as SixPick).id).toBe("c");
  expect(new Set(after.map((pick) => trackOf(pick).id)).size).toBe(6);
});
