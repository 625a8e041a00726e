import { afterEach, beforeEach, expect, test } from "vitest";
import type { Track } from "../../protocol/music.ts";
import { openTestStore, playBegun, scannedFile, type TestStore } from "../testing.ts";
import { mostTastes } from "./people-tables.ts";
import { somebody } from "./testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
  for (const name of ["Anna", "Ben"]) await opened.store.people.add(somebody(name));
});
afterEach(() => opened.remove());

async function someTracks(count: number): Promise<readonly Track[]> {
  const { library } = opened.store;
  await library.put(
    Array.from({ length: count }, (_, n) => scannedFile(`/${n}.mp3`, { track: { title: `${n}` } })),
  );
  return (await library.list({ search: null, limit: count, offset: 0 })).tracks;
}

test("songs are told with their titles, to whom they are one's own", async () => {
  const { people } = opened.store;
  const [a, b] = await someTracks(2);
  if (a === undefined || b === undefined) throw new Error("There are two songs.");
  await people.setTaste("Anna", a.id, "favourite");
  await people.setTaste("Ben", b.id, "blocked");
  const named = ({ id, title, artists }: Track) => ({ id, title, artists });
  expect(await people.songs("Anna")).toEqual({ favourite: [named(a)], blocked: [] });
  expect(await people.songs("Ben")).toEqual({ favourite: [], blocked: [named(b)] });
});

test("nobody names more songs than the picker can ask about; what is there can be changed all the same", async () => {
  const { people } = opened.store;
  const tracks = (await someTracks(mostTastes + 1)).map(({ id }) => id);
  const [one = "", ...others] = tracks;
  const outcomes = new Set<string>();
  for (const id of others) outcomes.add(await people.setTaste("Anna", id, "favourite"));
  expect([...outcomes]).toEqual(["kept"]);
  expect(await people.setTaste("Anna", one, "favourite")).toBe("full");
  expect(await people.setTaste("Anna", others[0] ?? "", "favourite")).toBe("kept");
  expect(await people.setTaste("Anna", one, "blocked")).toBe("kept");
  expect(await people.setTaste("Anna", others[0] ?? "", null)).toBe("kept");
  expect(await people.setTaste("Anna", one, "favourite")).toBe("kept");
  expect((await people.tastes("Anna")).favourite).toHaveLength(mostTastes);
});

test("a history is read page by page, newest first, and forgotten without what was played", async () => {
  const { people, plays } = opened.store;
  const [track] = await someTracks(1);
  if (track === undefined) throw new Error("There is a song.");
  // As UUIDv7: in the order of time.
  const ids = ["p1", "p2", "p3", "p4", "p5"];
  for (const [n, id] of ids.entries()) {
    await plays.begin(playBegun(id, track, { startedAt: n }));
    await people.heard(id, n === 2 ? ["Ben"] : ["Anna", "Ben"]);
  }
  const page = async (before: string | null, limit = 2) =>
    (await people.history("Anna", { before, limit })).map(({ id }) => id);
  expect([await page(null), await page("p4"), await page("p1")]).toEqual([["p5", "p4"], ["p2", "p1"], []]);
  expect(await people.history("Anna", { before: "p2", limit: 1 })).toEqual([
    { id: "p1", track: track.id, title: "0", artists: ["The Examples"], startedAt: 0, heardMs: null },
  ]);
  await people.forgetHistory("Anna");
  expect(await page(null)).toEqual([]);
  expect((await people.export("Anna"))?.history).toEqual([]);
  expect(await people.history("Ben", { before: null, limit: 9 })).toHaveLength(5);
  expect(await plays.recent(9)).toHaveLength(5);
});
