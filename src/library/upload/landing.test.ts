import { execFileSync } from "node:child_process";
import { mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { freeBytes } from "../free-space.ts";
import { temporaryFolder } from "../testing-music.ts";
import { type Incoming, Landing } from "./landing.ts";

// Real, but where a test reckons with a disk that nobody else writes to meanwhile.
vi.mock(import("../free-space.ts"), async (original) => ({ freeBytes: vi.fn((await original()).freeBytes) }));

afterEach(() => void vi.mocked(freeBytes).mockReset());

const mounted: string[] = [];
afterAll(() => {
  for (const disk of mounted) execFileSync("umount", [disk]);
});

async function begun(landing: Landing, bytes: Buffer): Promise<Incoming> {
  const incoming = await landing.begin(bytes.length);
  if ("fault" in incoming) throw new Error(incoming.detail);
  return incoming;
}

async function land(landing: Landing, names: readonly string[], text: string) {
  const bytes = Buffer.from(text);
  const incoming = await begun(landing, bytes);
  await incoming.write(bytes);
  await incoming.flush();
  return incoming.keep(names);
}

/** All files, those on their way too. */
async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

test("a file has its name only once it is whole", async () => {
  const folder = join(await temporaryFolder(), "not there yet");
  const landing = new Landing({ folder });
  const incoming = await begun(landing, Buffer.alloc(6));
  await incoming.write(Buffer.from("abc"));
  expect(await filesIn(folder)).toEqual([incoming.path.slice(folder.length + 1)]);
  expect(incoming.path).toContain("/.mien-incoming/");
  await incoming.write(Buffer.from("def"));
  await incoming.flush(new Date("2020-02-02"));
  expect(await incoming.keep(["Album", "Song.mp3"])).toEqual({
    names: ["Album", "Song.mp3"],
    wasHere: false,
  });
  expect(await filesIn(folder)).toEqual(["Album/Song.mp3"]);
  expect(await readFile(join(folder, "Album/Song.mp3"), "utf8")).toBe("abcdef");
  expect((await stat(join(folder, "Album/Song.mp3"))).mtime).toEqual(new Date("2020-02-02"));
});

test("nothing that is there is ever replaced: another gets a number, the same stays alone", async () => {
  const folder = await temporaryFolder();
  const landing = new Landing({ folder });
  await land(landing, ["Song.mp3"], "one");
  expect(await land(landing, ["Song.mp3"], "two")).toEqual({ names: ["Song (2).mp3"], wasHere: false });
  expect(await land(landing, ["Song.mp3"], "two")).toEqual({ names: ["Song (2).mp3"], wasHere: true });
  await mkdir(join(folder, "Folder.mp3"));
  expect((await land(landing, ["Folder.mp3"], "one")).names).toEqual(["Folder (2).mp3"]);
  expect((await filesIn(folder)).sort()).toEqual(["Folder (2).mp3", "Song (2).mp3", "Song.mp3"]);
});

test("what is dropped leaves nothing, and its room is free again", async () => {
  const folder = await temporaryFolder();
  const landing = new Landing({ folder, keepFreeBytes: 0 });
  vi.mocked(freeBytes).mockResolvedValue(5_000);
  const incoming = await begun(landing, Buffer.alloc(3_000));
  expect(await landing.room()).toBe(2_000);
  await incoming.write(Buffer.alloc(1_000));
  await incoming.drop();
  expect(await filesIn(folder)).toEqual([]);
  expect(await landing.room()).toBe(5_000);
});

test("what would not fit is refused before its first byte, with the numbers", async () => {
  const folder = await temporaryFolder();
  const refusal = await new Landing({ folder }).begin(Number.MAX_SAFE_INTEGER);
  expect(refusal).toMatchObject({ fault: "no-room", detail: expect.stringMatching(/room for \d+ MB/) });
  expect(await filesIn(folder)).toEqual([]);
});

test("of two that begin at the same time only one gets the room that is there for one", async () => {
  const landing = new Landing({ folder: await temporaryFolder(), keepFreeBytes: 0 });
  vi.mocked(freeBytes).mockResolvedValue(5_000);
  const [one, other] = await Promise.all([landing.begin(3_000), landing.begin(3_000)]);
  expect(one).not.toHaveProperty("fault");
  expect(other).toMatchObject({ fault: "no-room" });
});

test("what a process left behind is cleared, of that process or of all", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, ".mien-incoming"));
  for (const name of ["11-1.part", "11-2.part", "112-1.part"])
    await writeFile(join(folder, ".mien-incoming", name), "half");
  const landing = new Landing({ folder });
  await landing.clear(11);
  expect(await filesIn(folder)).toEqual([".mien-incoming/112-1.part"]);
  await landing.clear();
  expect(await filesIn(folder)).toEqual([]);
  await new Landing({ folder: join(folder, "nowhere") }).clear();
});

test("what comes down while an earlier run's is cleared stays, of this process and of one that works for it", async () => {
  const folder = await temporaryFolder();
  const landing = new Landing({ folder });
  const incoming = await begun(landing, Buffer.from("abc"));
  const parts = join(folder, ".mien-incoming");
  await writeFile(join(parts, `7-${landing.run}-1.part`), "of a copy");
  // The process of an earlier run may have had the same number.
  await writeFile(join(parts, `${process.pid}-0123456789ab-1.part`), "half");
  // The settings named another folder for a while.
  await new Landing({ folder }).clear();
  expect((await readdir(parts)).sort()).toEqual(
    [incoming.path.slice(parts.length + 1), `7-${landing.run}-1.part`].sort(),
  );
  await incoming.write(Buffer.from("abc"));
  await incoming.flush();
  expect(await incoming.keep(["Song.mp3"])).toEqual({ names: ["Song.mp3"], wasHere: false });
});

test("a folder that can't be written is told with its name", async () => {
  const folder = join(await temporaryFolder(), "taken");
  await writeFile(folder, "a file where the folder should be");
  expect(await new Landing({ folder }).begin(10)).toMatchObject({
    fault: "unwritable",
    detail: expect.stringContaining(folder),
  });
});

test("a disk that fills up meanwhile rejects the write, and dropping leaves nothing", async () => {
  const folder = await temporaryFolder();
  // Every write there fails for want of space, by the kernel's own word.
  const landing = new Landing({ folder, open: (_path, flags) => open("/dev/full", flags) });
  const incoming = await begun(landing, Buffer.alloc(3));
  await expect(incoming.write(Buffer.from("abc"))).rejects.toMatchObject({ code: "ENOSPC" });
  await incoming.drop();
  expect(await filesIn(folder)).toEqual([]);
});

test("on a real disk of two megabytes, the same", async (context) => {
  const disk = await temporaryFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], { stdio: "ignore" });
    mounted.push(disk);
  } catch {
    return context.skip("this user may mount no disk");
  }
  const landing = new Landing({ folder: disk, keepFreeBytes: 0 });
  expect(await landing.begin(3_000_000)).toMatchObject({ fault: "no-room" });
  const incoming = await begun(landing, Buffer.alloc(1_500_000));
  await writeFile(join(disk, "filler"), Buffer.alloc(1_500_000));
  await expect(incoming.write(Buffer.alloc(1_500_000))).rejects.toMatchObject({ code: "ENOSPC" });
  await incoming.drop();
  expect(await filesIn(disk)).toEqual(["filler"]);
});
