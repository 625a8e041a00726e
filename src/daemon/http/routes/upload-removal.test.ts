import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeMusic, makePicture, temporaryFolder } from "../../../library/testing-music.ts";
import type { OwnersTrack, UploadsDeleted } from "../../../protocol/music-in.ts";
import { scannedFile } from "../../../store/testing.ts";
import { joy, playingOf, titleOf, trackCalled } from "../../testing.ts";
import { makeTestServer, type TestServer } from "../testing.ts";

const source = await temporaryFolder();
const song = await makeMusic(join(source, "song.mp3"), { tone: 300 });
const other = await makeMusic(join(source, "other.flac"), { tone: 500, tags: { genre: "Ambient" } });
const picture = await makePicture(join(source, "cover.png"));

let under: TestServer;
let base: string;
let folder: string;
let own: string;
beforeEach(async () => {
  base = await temporaryFolder();
  folder = join(base, "uploads");
  own = join(base, "own");
  await mkdir(folder);
  await mkdir(own);
  under = await makeTestServer({ uploadFolder: folder, musicFolders: [own], usualMood: joy });
});
afterEach(() => under.remove());

const upload = async (path: string, file: string) =>
  under.server.inject({
    method: "PUT",
    url: `/api/library/uploads?path=${encodeURIComponent(path)}`,
    headers: { host: "localhost:7373", "content-type": "audio/mpeg" },
    payload: await readFile(file),
  });

async function put(path: string, file = song): Promise<string> {
  const to = join(base, path);
  await mkdir(dirname(to), { recursive: true });
  await copyFile(file, to);
  return to;
}

/** Looks the folders through, as if what lies in them lay there for a while. */
async function scan(): Promise<void> {
  const all = await readdir(base, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile());
  for (const { parentPath, name } of files)
    await utimes(join(parentPath, name), 1_700_000_000, 1_700_000_000);
  await under.appliance.library.scan();
}

const listed = async (): Promise<readonly OwnersTrack[]> =>
  (await under.get("/api/library/tracks")).json().tracks;
const idOf = async (title: string): Promise<string> => (await trackCalled(under, title)).id;

async function remove(...tracks: readonly string[]): Promise<UploadsDeleted> {
  const answer = await under.send("DELETE", "/api/library/uploads", { tracks });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function filesBelow(place: string): Promise<string[]> {
  const all = await readdir(join(base, place), { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(base.length + place.length + 2))
    .sort();
}

/** A track of which the library has this path, whatever the disk has. */
async function known(path: string, title: string): Promise<string> {
  await under.appliance.store.library.put([
    scannedFile(path, {
      root: base,
      track: { title, affect: { point: joy, confidence: 1, from: "tag" } },
    }),
  ]);
  return idOf(title);
}

const notUploaded = {
  why: "Mien deletes nothing from your own music folders.",
  code: "not-uploaded",
};

describe("an upload", () => {
  test("is deleted, and gone from the library at once; its empty folder goes, the folder's cover stays", async () => {
    await put("own/mine.flac", other);
    await upload("Trio/Été/song.mp3", song);
    await upload("Trio/cover.png", picture);
    await scan();
    expect((await listed()).map(({ title, upload = false }) => [title, upload])).toEqual([
      ["mine", false],
      ["song", true],
    ]);
    const id = await idOf("song");
    expect(await remove(id)).toEqual({ deleted: 1, kept: [] });
    expect((await listed()).map(({ title }) => title)).toEqual(["mine"]);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(["Trio"]));
    expect(await filesBelow("uploads")).toEqual(["Trio/cover.png"]);
    // Nobody has heard it or spoken of it: nothing of it is left, and nothing is missed.
    await scan();
    expect((await under.get(`/api/library/tracks/${id}`)).statusCode).toBe(404);
    expect(under.appliance.library.health).toEqual({ state: "ok" });
    expect(await filesBelow("own")).toEqual(["mine.flac"]);
  });

  test("that somebody placed keeps its place for when it is uploaded again, and is in no list until then", async () => {
    await upload("song.mp3", song);
    await scan();
    const id = await idOf("song");
    await under.send("POST", "/api/library/corrections", { tracks: [id], point: joy });
    await remove(id);
    await scan();
    expect(await listed()).toEqual([]);
    expect((await upload("song.mp3", song)).statusCode).toBe(201);
    await scan();
    expect(await listed()).toMatchObject([{ id, affect: { from: "person", point: joy }, upload: true }]);
  });

  test("may be sent again right after it was deleted, also where another one has its name meanwhile", async () => {
    await upload("same.mp3", song);
    await scan();
    await remove(await idOf("same"));
    expect((await upload("same.flac", other)).json()).toMatchObject({ result: "kept" });
    const elsewhere = await makeMusic(join(source, "third.mp3"), { tone: 700 });
    expect((await upload("same.mp3", elsewhere)).json()).toMatchObject({ result: "kept", path: "same.mp3" });
    expect((await upload("same.mp3", song)).json()).toMatchObject({
      result: "kept",
      path: "same (2).mp3",
    });
  });

  test("is told to owners alone", async () => {
    await upload("song.mp3", song);
    await scan();
    expect(await listed()).toMatchObject([{ upload: true }]);
    const outside = await under.fromOutside("GET", "/api/library/tracks");
    expect(outside.json().tracks).toHaveLength(1);
    expect(outside.body).not.toContain("upload");
  });

  test("that is gone already counts as deleted, and so does one that the library does not know any more", async () => {
    const file = await put("uploads/Album/song.mp3");
    await writeFile(join(folder, "cover.png"), "");
    await scan();
    const id = await idOf("song");
    await rm(dirname(file), { recursive: true });
    expect(await remove(id, id)).toEqual({ deleted: 1, kept: [] });
    expect(await remove(id)).toEqual({ deleted: 1, kept: [] });
    expect(await listed()).toEqual([]);
  });
});

describe("never deleted is", () => {
  test("a song in the owner's own folders, also where an upload is deleted with the same touch", async () => {
    await put("own/mine.flac", other);
    await upload("song.mp3", song);
    await scan();
    const [mine, uploaded] = [await idOf("mine"), await idOf("song")];
    expect(await remove(mine, uploaded)).toEqual({ deleted: 1, kept: [{ id: mine, ...notUploaded }] });
    expect(await filesBelow("own")).toEqual(["mine.flac"]);
    expect(await filesBelow("uploads")).toEqual([]);
  });

  test("the copy in the owner's own folder of a song that was copied in as well", async () => {
    await put("own/mine.mp3");
    await put("uploads/copy.mp3");
    await scan();
    const [track] = await listed();
    // It would not be gone with that.
    expect(track?.upload).toBeUndefined();
    expect(await remove(track?.id ?? "")).toEqual({ deleted: 1, kept: [] });
    expect([await filesBelow("own"), await filesBelow("uploads")]).toEqual([["mine.mp3"], []]);
    expect(await listed()).toHaveLength(1);
  });

  test("what lies where a link or two dots lead; a link that is a song itself goes, not what it leads to", async () => {
    await put("own/mine.mp3");
    await symlink(own, join(folder, "Album"));
    await symlink(join(own, "mine.mp3"), join(folder, "link.mp3"));
    const linked = await known(join(folder, "Album/mine.mp3"), "through a link");
    const dotted = await known(`${folder}/../own/mine.mp3`, "by two dots");
    const link = await known(join(folder, "link.mp3"), "a link");
    expect(await remove(linked, dotted, link)).toEqual({
      deleted: 1,
      kept: [linked, dotted].map((id) => ({ id, ...notUploaded })),
    });
    expect(await filesBelow("own")).toEqual(["mine.mp3"]);
    expect(await filesBelow("uploads")).toEqual(["Album"]);
  });

  test("what a folder holds that the owner named by another name, or anything while one does not answer", async () => {
    await put("uploads/collection/song.mp3");
    await symlink(join(folder, "collection"), join(base, "mine"));
    await under.remove();
    const musicFolders = [own, join(base, "not there"), join(base, "mine")];
    under = await makeTestServer({ uploadFolder: folder, musicFolders, usualMood: joy });
    await scan();
    const id = await idOf("song");
    expect(await remove(id)).toEqual({ deleted: 0, kept: [{ id, ...notUploaded }] });
    const late = Object.assign(new Error("late"), { code: "ETIMEDOUT", syscall: "stat" });
    vi.spyOn(under.appliance.library, "identify").mockRejectedValue(late);
    expect((await remove(id)).kept).toMatchObject([{ id, named: { why: "ETIMEDOUT" } }]);
    expect(await filesBelow("uploads")).toEqual(["collection/song.mp3"]);
  });

  test("what the disk does not let go: it is said why, and the song is in the library as before", async () => {
    // Something that is no file, under a file's name: even for whoever may do everything.
    await mkdir(join(folder, "song.mp3"));
    await writeFile(join(folder, "song.mp3/inside"), "something");
    vi.spyOn(under.appliance.library, "scan").mockResolvedValue();
    const id = await known(join(folder, "song.mp3"), "stuck");
    const { deleted, kept } = await remove(id);
    expect(deleted).toBe(0);
    expect(kept).toEqual([
      {
        ...{ id, code: "upload-stays", named: { why: expect.stringMatching(/^E[A-Z]+$/) } },
        why: expect.stringMatching(/^Its disk does not let the file go \(E/),
      },
    ]);
    expect(await listed()).toMatchObject([{ id }]);
  });

  test("anything on a disk that takes no writes: no song is ended for that", async (context) => {
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "ignore" });
    } catch {
      return context.skip("this user may mount no disk");
    }
    try {
      await put("uploads/song.mp3");
      await scan();
      execFileSync("mount", ["-o", "remount,ro", folder]);
      const withdraw = vi.spyOn(under.appliance.programme.corrections, "withdraw");
      const { deleted, kept } = await remove(await idOf("song"));
      expect([deleted, kept]).toMatchObject([0, [{ named: { why: "EROFS" } }]]);
      expect(withdraw).not.toHaveBeenCalled();
      expect(await listed()).toHaveLength(1);
    } finally {
      execFileSync("umount", [folder]);
    }
  });

  test("anything where the folder for uploads is not there, as its disk may be unplugged", async () => {
    const id = await known(join(folder, "song.mp3"), "unplugged");
    await rm(folder, { recursive: true });
    expect((await remove(id)).kept).toMatchObject([{ id, code: "upload-stays" }]);
  });
});

describe("what is played", () => {
  const titles = ["one", "two", "three", "four"];
  const queued = () => under.appliance.player.queue.map(titleOf);

  beforeEach(async () => {
    // The files hold no sound: a real look at them would say so.
    vi.spyOn(under.appliance.library, "scan").mockResolvedValue();
    for (const title of titles) {
      await writeFile(join(folder, `${title}.mp3`), title);
      await known(join(folder, `${title}.mp3`), title);
    }
    under.appliance.room.start();
    under.appliance.follow();
    await under.appliance.player.start();
    await expect.poll(() => under.appliance.player.queue.length).toBe(1);
  });

  test("is another song before the file goes, and nothing that waits is one that went", async () => {
    const playing = titleOf(playingOf(under));
    const [asked = "", ...rest] = titles.filter((title) => title !== playing);
    const by = { kind: "guest", sessionId: "g" } as const;
    expect(await under.appliance.programme.asking.playTrack(await idOf(asked), "next", by)).toBeNull();
    const [last = ""] = rest;
    const going = titles.filter((title) => title !== last);
    const ids = await Promise.all(going.map(idOf));
    const before: string[][] = [];
    under.appliance.player.on((event) => {
      if (event.type === "began") void filesBelow("uploads").then((files) => before.push(files));
    });
    expect(await remove(...ids)).toEqual({ deleted: 3, kept: [] });
    expect(titleOf(playingOf(under))).toBe(last);
    expect(before[0]).toHaveLength(4);
    expect(queued().filter((title) => going.includes(title))).toEqual([]);
    expect(await filesBelow("uploads")).toEqual([`${last}.mp3`]);
    const [play] = (await under.get("/api/plays?limit=2")).json().slice(-1);
    expect(play).toMatchObject({ title: playing });
  });

  test("goes on where another song is deleted, which is not chosen any more", async () => {
    const playing = titleOf(playingOf(under));
    const [waiting = ""] = queued();
    expect(await remove(await idOf(waiting))).toEqual({ deleted: 1, kept: [] });
    expect(titleOf(playingOf(under))).toBe(playing);
    await expect.poll(() => queued().length).toBe(1);
    expect(queued()).not.toContain(waiting);
  });

  test("is nothing of the uploads where all of them are deleted", async () => {
    const ids = await Promise.all(titles.map(idOf));
    expect(await remove(...ids)).toEqual({ deleted: 4, kept: [] });
    expect(await filesBelow("uploads")).toEqual([]);
    expect(queued()).toEqual([]);
    expect(under.appliance.player.state.actual.state).not.toBe("playing");
  });
});

const someId = "0".repeat(36);
test.each([
  ["no songs are named", {}, "tracks must be given."],
  ["there are none", { tracks: [] }, "tracks must hold 1 at least."],
  ["there are 501", { tracks: Array(501).fill(someId) }, "tracks may hold 500 at most."],
  ["a path is named", { tracks: ["../own"] }, expect.stringContaining("tracks")],
  ["more is told", { tracks: [someId], also: "x" }, "also is nothing that can be told here: leave it out."],
])("nothing is deleted where %s", async (_, body, sentence) => {
  const answer = await under.send("DELETE", "/api/library/uploads", body);
  expect([answer.statusCode, answer.json().error]).toEqual([400, sentence]);
});
