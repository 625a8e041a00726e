import { afterEach, beforeEach, expect, test } from "vitest";
import type { Track } from "../../protocol/music.ts";
import { somebody } from "../people/testing.ts";
import { openTestStore, playBegun, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.remove());

const later = Number.MAX_SAFE_INTEGER;

async function put(title: string): Promise<Track> {
  await opened.store.library.put([scannedFile(`/music/${title}.mp3`, { track: { title } })]);
  const { tracks } = await opened.store.library.list({ search: title, limit: 1, offset: 0 });
  if (tracks[0] === undefined) throw new Error(`${title} made no track.`);
  return tracks[0];
}

const known = async (): Promise<string[]> =>
  (await opened.store.library.stamps("/music", "", 5000)).map(({ path }) => path);

test("files that have been missing for too long are forgotten, with tracks that nobody heard or spoke of", async () => {
  const { library, plays } = opened.store;
  const [quiet, heard, placed, blocked, present] = await Promise.all(
    ["quiet", "heard", "placed", "blocked", "present"].map(put),
  );
  if (!quiet || !heard || !placed || !blocked || !present) throw new Error("A track is missing.");
  await plays.begin(playBegun("pick-1", heard));
  await library.correct([placed.id], { valence: 0, arousal: 0 });
  await library.block({ track: blocked.id }, true);
  await library.markMissing(["quiet", "heard", "placed", "blocked"].map((title) => `/music/${title}.mp3`));

  expect(await library.forgetMissing(Date.now() - 60_000)).toBe(0);
  expect(await known()).toHaveLength(5);
  expect(await library.forgetMissing(later)).toBe(4);
  expect(await library.forgetMissing(later)).toBe(0);
  expect(await known()).toEqual(["/music/present.mp3"]);
  expect(await library.track(quiet.id)).toBeNull();
  for (const { id } of [heard, placed, blocked]) expect(await library.track(id)).toMatchObject({ id });
  expect(await plays.recent(1)).toMatchObject([{ trackId: heard.id }]);
  expect(await library.counts()).toEqual({ tracks: 1, unplayable: 0 });
});

test("songs that lie elsewhere than in a folder are counted by the files that are there now", async () => {
  const { library } = opened.store;
  const [one, both] = [await put("one"), await put("both")];
  await library.put([
    scannedFile("/music of mine/both.mp3", {
      contentHash: "hash of /music/both.mp3",
      root: "/music of mine",
    }),
  ]);
  const ids = [one.id, both.id, "nobody"];
  expect(await library.countElsewhere(ids, "/music")).toBe(1);
  expect(await library.countElsewhere(ids, "/music of mine/")).toBe(2);
  expect(await library.countElsewhere(ids, "/music of")).toBe(2);
  expect(await library.countElsewhere([], "/music")).toBe(0);
  await library.markMissing(["/music of mine/both.mp3"]);
  expect(await library.countElsewhere(ids, "/music")).toBe(0);
  await library.markPresent(["/music of mine/both.mp3"]);
  expect(await library.countElsewhere(ids, "/music")).toBe(1);
  await library.keepOnly(["/music"]);
  expect(await library.countElsewhere(ids, "/music")).toBe(0);
});

test("files that somebody took away are forgotten at once, present or missing, and their other copies are not", async () => {
  const { library, plays } = opened.store;
  const [quiet, heard, copied] = [await put("quiet"), await put("heard"), await put("copied")];
  await library.put([
    scannedFile("/stick/copied.mp3", { contentHash: "hash of /music/copied.mp3", root: "/stick" }),
  ]);
  expect(await library.files([copied.id, "nobody", quiet.id])).toEqual([
    ["/music/copied.mp3", "/stick/copied.mp3"],
    [],
    ["/music/quiet.mp3"],
  ]);
  await plays.begin(playBegun("pick-1", heard));
  await library.markMissing(["/music/quiet.mp3"]);
  const paths = ["quiet", "heard", "copied", "never"].map((title) => `/music/${title}.mp3`);
  expect(await library.forget(paths)).toBe(3);
  expect(await known()).toEqual([]);
  expect(await library.track(quiet.id)).toBeNull();
  expect(await library.track(heard.id)).toMatchObject({ id: heard.id });
  expect(await library.path(copied.id)).toBe("/stick/copied.mp3");
  expect((await library.list({ search: null, limit: 10, offset: 0 })).tracks.map(({ id }) => id)).toEqual([
    copied.id,
  ]);
});

test("what somebody likes, or never wants to hear, they still do when the song comes back", async () => {
  const { library, people } = opened.store;
  const [liked, disliked] = [await put("liked"), await put("disliked")];
  await people.add(somebody("Anna"));
  await people.setTaste("Anna", liked.id, "favourite");
  await people.setTaste("Anna", disliked.id, "blocked");
  await library.markMissing(["/music/liked.mp3", "/music/disliked.mp3"]);
  expect(await library.forgetMissing(later)).toBe(2);
  expect([(await put("liked")).id, (await put("disliked")).id]).toEqual([liked.id, disliked.id]);
  expect(await people.tastes("Anna")).toEqual({ favourite: [liked.id], blocked: [disliked.id] });
});

test("a track stays as long as one of its files does", async () => {
  const { library } = opened.store;
  const track = await put("song");
  const copy = scannedFile("/stick/song.mp3", {
    ...{ contentHash: "hash of /music/song.mp3", root: "/stick" },
    track: { title: "song" },
  });
  await library.put([copy]);
  await library.markMissing(["/stick/song.mp3"]);
  expect(await library.forgetMissing(later)).toBe(1);
  expect(await library.track(track.id)).toEqual(track);
  expect(await library.path(track.id)).toBe("/music/song.mp3");
});

test("files of a folder that the settings no longer name are forgotten too, thousands of them in turns", async () => {
  const { library } = opened.store;
  const files = Array.from({ length: 2500 }, (_, index) => scannedFile(`/music/${index}.mp3`));
  await library.put(files);
  expect(await library.keepOnly(["/other"])).toBe(2500);
  expect(await library.counts()).toEqual({ tracks: 0, unplayable: 0 });
  expect(await library.forgetMissing(later)).toBe(2500);
  expect(await library.keepOnly(["/music"])).toBe(0);
  expect(await known()).toEqual([]);
});

test("a stick that comes back has its songs again without being read", async () => {
  const { library } = opened.store;
  const track = await put("song");
  await library.markMissing(["/music/song.mp3"]);
  expect(await library.stamps("/music", "", 10)).toMatchObject([{ isMissing: true, readWith: "1" }]);
  expect(await library.markPresent(["/music/song.mp3", "/music/never.mp3"])).toBe(1);
  expect(await library.markPresent(["/music/song.mp3"])).toBe(0);
  expect(await library.path(track.id)).toBe("/music/song.mp3");
  expect((await library.list({ search: "song", limit: 5, offset: 0 })).tracks).toEqual([track]);
});
