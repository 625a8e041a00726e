import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing-music.ts";
import { deleteFile, UploadFolder } from "./upload-folder.ts";

let base: string;
let uploads: string;
beforeEach(async () => {
  base = await temporaryFolder();
  uploads = join(base, "uploads");
  await mkdir(uploads);
});

async function put(path: string): Promise<string> {
  const file = join(base, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, "sound");
  return file;
}

describe("what lies in the folder for uploads", () => {
  test("is an upload, and nothing beside it is, whatever its name begins with", () => {
    const folder = new UploadFolder("/data/music", ["/music"]);
    expect(folder.holds("/data/music/Album/Song.mp3")).toBe(true);
    for (const path of ["/data/music", "/data/music2/Song.mp3", "/music/Song.mp3", "/data/Song.mp3"])
      expect(folder.holds(path)).toBe(false);
  });

  test("is the owner's own where they named the same folder, or one in it; not where they named one around it", () => {
    expect(new UploadFolder("/music", ["/music/"]).holds("/music/Song.mp3")).toBe(false);
    const around = new UploadFolder("/music/uploads", ["/music"]);
    expect(around.holds("/music/uploads/Song.mp3")).toBe(true);
    expect(around.holds("/music/Song.mp3")).toBe(false);
    const within = new UploadFolder("/disk", ["/disk/collection"]);
    expect(within.holds("/disk/collection/Song.mp3")).toBe(false);
    expect(within.holds("/disk/Song.mp3")).toBe(true);
  });
});

describe("where a file really lies", () => {
  const located = async (path: string, named: readonly string[] = []) =>
    (await new UploadFolder(uploads, named).real()).locate(path);

  test("is told with the links on the way to it followed, and it itself left as it is", async () => {
    const song = await put("uploads/Album/song.mp3");
    await symlink(join(uploads, "Album"), join(uploads, "Same"));
    expect(await located(join(uploads, "Same/song.mp3"))).toEqual({ at: song });
    const outside = await put("own/song.mp3");
    await symlink(outside, join(uploads, "link.mp3"));
    expect(await located(join(uploads, "link.mp3"))).toEqual({ at: join(uploads, "link.mp3") });
  });

  test("is told also where the folder for uploads is named by a link", async () => {
    const song = await put("uploads/song.mp3");
    await symlink(uploads, join(base, "named"));
    const named = await new UploadFolder(join(base, "named"), []).real();
    expect(await named.locate(join(base, "named/song.mp3"))).toEqual({ at: song });
  });

  test("is no upload where a link, or two dots, lead out, or to the owner's own music", async () => {
    await put("own/song.mp3");
    await symlink(join(base, "own"), join(uploads, "Album"));
    for (const path of ["Album/song.mp3", "../own/song.mp3", "Album/../own/song.mp3"])
      expect(await located(`${uploads}/${path}`)).toBe("not-upload");
    await put("uploads/collection/song.mp3");
    await symlink(join(uploads, "collection"), join(base, "mine"));
    await symlink(join(uploads, "collection"), join(uploads, "Other"));
    // Its real name is in the settings under no link.
    expect(await located(join(uploads, "Other/song.mp3"), [join(uploads, "collection")])).toBe("not-upload");
  });

  test("is the owner's own by whichever of a folder's names they gave it", async () => {
    const song = await put("uploads/collection/song.mp3");
    await symlink(join(uploads, "collection"), join(base, "mine"));
    expect(await located(song, [join(base, "mine")])).toBe("not-upload");
    await symlink(uploads, join(base, "all"));
    expect(await located(song, [join(base, "all")])).toBe("not-upload");
    const named = await new UploadFolder(join(base, "all"), [uploads]).real();
    expect(await named.locate(join(base, "all/collection/song.mp3"))).toBe("not-upload");
    // Around it, or beside it.
    expect(await located(song, [base, join(base, "other")])).toEqual({ at: song });
  });

  test("is the owner's own through a mount that shows the same folder", async (context) => {
    const song = await put("uploads/collection/song.mp3");
    const mine = join(base, "mine");
    await mkdir(mine);
    try {
      execFileSync("mount", ["--bind", join(uploads, "collection"), mine], { stdio: "ignore" });
    } catch {
      return context.skip("this user may mount nothing");
    }
    try {
      expect(await located(song, [mine])).toBe("not-upload");
    } finally {
      execFileSync("umount", [mine]);
    }
  });

  test("can't be told where the folder is empty, as that of a disk that was taken away, or the name is no text", async () => {
    await expect(located(join(uploads, "Album/song.mp3"))).rejects.toThrow("ENOENT");
    await put("uploads/other.mp3");
    expect(await located(join(uploads, "Album/song.mp3"))).toBe("gone");
    await expect(located(join(uploads, "s\ufffdng.mp3"))).rejects.toThrow("ENOENT");
  });

  test("is nowhere where its folder has gone; without the folder for uploads nothing can be told", async () => {
    await put("uploads/other.mp3");
    expect(await located(join(uploads, "Gone/song.mp3"))).toBe("gone");
    await expect(new UploadFolder(join(base, "unplugged"), []).real()).rejects.toThrow("ENOENT");
  });
});

test("a link is deleted itself, and what it leads to stays; what is gone already is no fault", async () => {
  const song = await put("own/song.mp3");
  const link = join(uploads, "link.mp3");
  await symlink(song, link);
  await deleteFile(link);
  await deleteFile(link);
  expect(await readdir(uploads)).toEqual([]);
  expect(await readFile(song, "utf8")).toBe("sound");
});

test("empty folders go up to the folder for uploads; one with anything in it stays", async () => {
  const folder = await new UploadFolder(uploads, []).real();
  await put("uploads/One/cover.jpg");
  await mkdir(join(uploads, "One/Two/Three"), { recursive: true });
  await folder.tidy(join(uploads, "One/Two/Three/song.mp3"));
  expect(await readdir(uploads, { recursive: true })).toEqual(["One", "One/cover.jpg"]);
  await mkdir(join(base, "uploads/Empty"));
  await folder.tidy(join(uploads, "Empty/song.mp3"));
  await folder.tidy(join(uploads, "song.mp3"));
  expect(await readdir(uploads)).toEqual(["One"]);
});
