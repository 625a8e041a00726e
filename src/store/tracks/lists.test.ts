import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Affect } from "../../protocol/mood.ts";
import type { AffectSource } from "../../protocol/music.ts";
import type { ListQuery } from "../library-tables.ts";
import { openTestStore, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;

const song = (title: string, from: AffectSource | null, point: Affect, unplayable: string | null = null) =>
  scannedFile(`/music/${title}.mp3`, {
    track: { title, unplayable, affect: from && { point, confidence: 0.5, from } },
  });

beforeAll(async () => {
  opened = await openTestStore();
  await opened.store.library.put([
    song("delta song", "tag", { valence: 0.9, arousal: 0.9 }),
    song("alpha song", "genre", { valence: 0.1, arousal: 0 }),
    song("charlie song", null, { valence: 0, arousal: 0 }),
    song("bravo tune", "tag", { valence: 0, arousal: 0.2 }),
    song("echo song", null, { valence: 0, arousal: 0 }, "It is empty."),
    song("gone song", "tag", { valence: 0, arousal: 0 }),
  ]);
  await opened.store.library.markMissing(["/music/gone song.mp3"]);
});
afterAll(() => opened.remove());

const calm = { shortestMs: null, longestMs: null, hours: [{ allowExplicit: false, highestArousal: 0.1 }] };

const anyHour = [{ allowExplicit: true, highestArousal: null }];

const list = async (query: Partial<ListQuery>) => {
  const { tracks, ...rest } = await opened.store.library.list({
    search: null,
    limit: 10,
    offset: 0,
    ...query,
  });
  return { ...rest, titles: tracks.map(({ title }) => title.split(" ")[0]) };
};

describe("a list", () => {
  test.each<[string, Partial<ListQuery>, string[]]>([
    ["by title", {}, ["alpha", "bravo", "charlie", "delta", "echo"]],
    ["the newest first", { order: "newest" }, ["echo", "bravo", "charlie", "alpha", "delta"]],
    ["of what a tag placed", { filter: { from: "tag" } }, ["bravo", "delta"]],
    ["of what nobody placed", { filter: { from: "none" } }, ["charlie", "echo"]],
    ["of what can't be played", { filter: { unplayable: true } }, ["echo"]],
    ["of what nobody placed and can be played", { filter: { from: "none", unplayable: false } }, ["charlie"]],
    ["nearest to a point", { filter: { near: { valence: 0, arousal: 0 } } }, ["alpha", "bravo", "delta"]],
    ["of a mood", { filter: { mood: "even" } }, ["alpha", "bravo"]],
    ["of a mood, of what is calm enough", { filter: { mood: "even", rules: calm } }, ["alpha"]],
    ["of what may be played by rules", { filter: { rules: calm } }, ["alpha"]],
    [
      "nearest to a point, of what a tag placed",
      { filter: { near: { valence: 0, arousal: 0 }, from: "tag" } },
      ["bravo", "delta"],
    ],
    ["of a search, of what nobody placed", { search: "song", filter: { from: "none" } }, ["charlie", "echo"]],
    [
      "of a search, nearest to a point",
      { search: "song", filter: { near: { valence: 1, arousal: 1 } } },
      ["delta", "alpha"],
    ],
    [
      "of a search among the newest goes by what fits",
      { search: "song", order: "newest" },
      [...["delta", "alpha", "charlie", "echo"]],
    ],
  ])("%s", async (_, query, titles) => {
    expect(await list(query)).toEqual({ total: titles.length, more: false, partial: false, titles });
    const page = await list({ ...query, limit: 1, offset: 1 });
    expect(page).toEqual({ total: titles.length, more: false, partial: false, titles: titles.slice(1, 2) });
  });

  test("has nothing behind its end, and takes no negative page", async () => {
    expect(await list({ offset: 9 })).toEqual({ total: 5, more: false, partial: false, titles: [] });
    expect(await list({ limit: -1, offset: -1 })).toEqual({
      total: 5,
      more: false,
      partial: false,
      titles: [],
    });
  });
});

test("pages for an export hold every track that is there, with a file of it", async () => {
  const { library } = opened.store;
  const first = await library.page(0, 3);
  expect(first.map(({ path }) => path)).toEqual([
    ...["/music/delta song.mp3", "/music/alpha song.mp3", "/music/charlie song.mp3"],
  ]);
  const rest = await library.page(first.at(-1)?.seq ?? 0, 10);
  expect(rest.map(({ track }) => track.title)).toEqual(["bravo tune", "echo song"]);
});

describe("a search that thousands answer", () => {
  let large: TestStore;
  beforeAll(async () => {
    large = await openTestStore();
    await large.store.library.put(
      Array.from({ length: 1500 }, (_, index) =>
        scannedFile(`/music/${index}.mp3`, {
          track: { title: index === 1400 ? "Love" : `All my love ${index}`, artists: [`Lover ${index % 7}`] },
        }),
      ),
    );
  });
  afterAll(() => large.remove());

  test("ends at a thousand and says that there are more", async () => {
    const found = await large.store.library.list({ search: "lov", limit: 50, offset: 975 });
    expect(found).toMatchObject({ total: 1000, more: true });
    expect(found.tracks).toHaveLength(25);
    expect(await large.store.library.list({ search: "lov", limit: 5, offset: 1000 })).toMatchObject({
      tracks: [],
    });
  });

  test("begins with the title that begins so, and repeats nothing on its pages", async () => {
    const titles: string[] = [];
    for (let offset = 0; offset < 1000; offset += 100) {
      const { tracks } = await large.store.library.list({ search: "lov", limit: 100, offset });
      titles.push(...tracks.map(({ title }) => title));
    }
    expect(titles[0]).toBe("Love");
    expect(new Set(titles).size).toBe(1000);
  });
});

test("a list by rules has nothing that is blocked, nor by whom, and follows what is moved", async () => {
  const { library } = opened.store;
  const even = {
    filter: { near: { valence: 0, arousal: 0 }, mood: "even" as const, rules: { ...calm, hours: anyHour } },
  };
  const { tracks } = await library.list({ search: "bravo", limit: 1, offset: 0 });
  const { id = "" } = tracks[0] ?? {};
  expect((await list(even)).titles).toEqual(["alpha", "bravo"]);
  await library.block({ track: id }, true);
  expect((await list(even)).titles).toEqual(["alpha"]);
  await library.block({ track: id }, false);
  await library.correct([id], { valence: 0.7, arousal: 0.55 });
  expect((await list(even)).titles).toEqual(["alpha"]);
  await library.correct([id], null);
  expect((await list(even)).titles).toEqual(["alpha", "bravo"]);
});
