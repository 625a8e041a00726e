import { execFileSync } from "node:child_process";
import { copyFile, mkdir, open, rename, rm, symlink, truncate, utimes, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { makeMusic, temporaryFolder } from "../testing-music.ts";
import { Scanner, type ScannerOptions } from "./scanner.ts";
import { RememberedFiles } from "./testing-remembered.ts";

const bench = await temporaryFolder();
const [songA, songB] = await Promise.all([
  makeMusic(join(bench, "a.mp3"), { tone: 440 }),
  makeMusic(join(bench, "b.ogg"), { tone: 550 }),
]);

let folder: string;
let store: RememberedFiles;
let warnings: string[];

beforeEach(async () => {
  folder = await temporaryFolder();
  store = new RememberedFiles();
  warnings = [];
});

function scanner(options: Partial<ScannerOptions> = {}): Scanner {
  const log = { warn: (_: object, text: string) => warnings.push(text) };
  return new Scanner({ store, log, onProgress: () => undefined, settleMs: 0, ...options });
}

const reasonOf = (name: string) => store.rows.get(join(folder, name))?.track.unplayable;
const songs = () => [...store.rows.keys()].map((path) => relative(folder, path)).sort();

test("every music file below a folder becomes a row, and nothing else does", async () => {
  await mkdir(join(folder, "deep/er"), { recursive: true });
  await copyFile(songA, join(folder, "one.MP3"));
  await copyFile(songB, join(folder, "deep/er/two.ogg"));
  await copyFile(songA, join(folder, "._one.mp3"));
  await copyFile(songA, join(folder, ".hidden.mp3"));
  await writeFile(join(folder, "notes.txt"), "no music");
  const report = await scanner().scan([folder]);
  expect(songs()).toEqual(["deep/er/two.ogg", "one.MP3"]);
  expect(report).toMatchObject({
    roots: [{ root: folder, state: "read", detail: null, found: 2 }],
    found: 2,
    read: 2,
    added: 2,
    unplayable: 0,
  });
});

test("a second scan opens only what has changed by size or time", async () => {
  const path = join(folder, "one.mp3");
  await copyFile(songA, path);
  await copyFile(songB, join(folder, "two.ogg"));
  await scanner().scan([folder]);
  expect(await scanner().scan([folder])).toMatchObject({ found: 2, read: 0, missing: 0 });
  await utimes(path, new Date(), new Date(Date.now() + 5_000));
  expect(await scanner().scan([folder])).toMatchObject({ found: 2, read: 1, changed: 1 });
});

test("a file that moved is the same song: its content hash stays, and the old path is missing", async () => {
  const [old, now] = [join(folder, "one.mp3"), join(folder, "renamed.mp3")];
  await copyFile(songA, old);
  await scanner().scan([folder]);
  await rename(old, now);
  expect(await scanner().scan([folder])).toMatchObject({ moved: 1, missing: 1, added: 0 });
  expect(store.rows.get(now)?.contentHash).toBe(store.rows.get(old)?.contentHash);
  expect([...store.missing]).toEqual([old]);
});

test("a folder that is not there is said to be missing, and when it is back nothing is read again", async () => {
  const root = join(folder, "usb");
  await mkdir(root);
  await copyFile(songA, join(root, "one.mp3"));
  await scanner().scan([root]);
  await rename(root, join(folder, "unplugged"));
  const gone = await scanner().scan([root]);
  // Its songs are not marked one by one: whoever scans takes the whole root out, and puts it back at once.
  expect(gone).toMatchObject({ roots: [{ root, state: "missing" }], missing: 0 });
  expect(gone.roots[0]?.detail).toContain(`${root} is not there: plug in`);
  expect(warnings).toEqual([gone.roots[0]?.detail]);
  await rename(join(folder, "unplugged"), root);
  expect(await scanner().scan([root])).toMatchObject({ roots: [{ state: "read" }], found: 1, read: 0 });
});

test("a mount point whose drive is gone is an empty folder, and counts as missing", async () => {
  await copyFile(songA, join(folder, "one.mp3"));
  await scanner().scan([folder]);
  await rm(join(folder, "one.mp3"));
  const report = await scanner().scan([folder]);
  expect(report.roots).toMatchObject([
    { state: "missing", detail: expect.stringContaining("mount its drive") },
  ]);
  expect(store.missing.size).toBe(0);
});

test("a file named as a folder is told from a folder", async () => {
  const path = join(folder, "one.mp3");
  await copyFile(songA, path);
  const { roots } = await scanner().scan([path]);
  expect(roots).toMatchObject([{ state: "missing", detail: expect.stringContaining("is not a folder") }]);
});

test("links out of the folder are followed, links inside it and loops are not", async () => {
  const elsewhere = await temporaryFolder();
  await copyFile(songB, join(elsewhere, "far.ogg"));
  await symlink(folder, join(elsewhere, "back"));
  await copyFile(songA, join(folder, "one.mp3"));
  await symlink(elsewhere, join(folder, "away"));
  await symlink(folder, join(folder, "loop"));
  await symlink(join(folder, "one.mp3"), join(folder, "again.mp3"));
  await symlink(join(folder, "nowhere.mp3"), join(folder, "dangling.mp3"));
  await symlink("self.mp3", join(folder, "self.mp3"));
  await scanner().scan([folder]);
  expect(songs()).toEqual(["away/far.ogg", "dangling.mp3", "one.mp3", "self.mp3"]);
  expect(reasonOf("dangling.mp3")).toContain("a link that leads to nothing");
  expect(reasonOf("self.mp3")).toContain("a link that leads round in circles");
});

test("pipes and devices with a song's name are never opened, and told by what they are", async () => {
  execFileSync("mkfifo", [join(folder, "pipe.mp3")]);
  await symlink("/dev/zero", join(folder, "zero.mp3"));
  await copyFile(songA, join(folder, "one.mp3"));
  expect(await scanner().scan([folder])).toMatchObject({ found: 3, unplayable: 2 });
  expect(reasonOf("pipe.mp3")).toContain("no file but a pipe");
  expect(reasonOf("zero.mp3")).toContain("no file but a device");
});

test("a name that is no UTF-8 becomes a row that says so", async () => {
  await copyFile(
    songA,
    Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from(".mp3")]),
  );
  expect(await scanner().scan([folder])).toMatchObject({ read: 1, unplayable: 1 });
  expect([...store.rows.values()][0]?.track.unplayable).toContain("no valid UTF-8: rename it");
  expect(await scanner().scan([folder])).toMatchObject({ found: 1, read: 0 });
});

test("names in any script keep their order, so that nothing counts as missing", async () => {
  const names = ["a.mp3", "a", "a b.mp3", "Z.mp3", "ä.mp3", "ﬀ.mp3", "😀.mp3", "日本.mp3"];
  for (const name of names)
    if (name.endsWith(".mp3")) await copyFile(songA, join(folder, name));
    else await mkdir(join(folder, name));
  await copyFile(songA, join(folder, "a/inner.mp3"));
  await scanner().scan([folder]);
  expect(await scanner().scan([folder])).toMatchObject({ found: 8, read: 0, missing: 0 });
});

test("a file that the parser never gets through costs its time, a reason, and no other file", async () => {
  const frames = join(bench, "vbr.mp3");
  await makeMusic(frames, { extra: ["-q:a", "0", "-write_xing", "0"] });
  const endless = join(folder, "b-endless.mp3");
  await copyFile(frames, endless);
  // Sparse, so that it costs no disk: its varying bit rate asks for a search through a hundred thousand million zeros,
  // which no processor is through with in its time.
  await truncate(endless, 100_000_000_000);
  // But not in the middle, where it is looked for holes.
  const file = await open(endless, "r+");
  await file.write("sound", 50_000_000_000);
  await file.close();
  await copyFile(songA, join(folder, "a.mp3"));
  await copyFile(songB, join(folder, "c.ogg"));
  const patient = scanner({ patienceMs: 2_000 });
  expect(await patient.scan([folder])).toMatchObject({ read: 3, added: 3, unplayable: 1 });
  expect(store.rows.get(endless)?.track.unplayable).toBe(
    "Reading the file did not end within 2 s: it is damaged, or its disk is. It is tried again later.",
  );
  expect(await patient.scan([folder])).toMatchObject({ read: 0 });
  expect(await scanner({ patienceMs: 2_000 }).scan([folder])).toMatchObject({ read: 1, unplayable: 1 });
});

test("scans asked for while one runs become one more, with the last folders", async () => {
  await copyFile(songA, join(folder, "one.mp3"));
  const other = await temporaryFolder();
  await copyFile(songB, join(other, "two.ogg"));
  const reader = scanner();
  const [first, second, third] = await Promise.all([
    reader.scan([folder]),
    reader.scan([folder]),
    reader.scan([folder, other]),
  ]);
  expect(first).toMatchObject({ found: 1, read: 1 });
  expect(third).toBe(second);
  expect(second).toMatchObject({ found: 2, read: 1 });
});

test("a folder inside another one is read once", async () => {
  await mkdir(join(folder, "inner"));
  await copyFile(songA, join(folder, "inner/one.mp3"));
  const { roots, found } = await scanner().scan([join(folder, "inner"), folder, `${folder}/`]);
  expect(roots.map(({ root }) => root)).toEqual([folder]);
  expect(found).toBe(1);
});

test("stopping ends a scan at once, and marks nothing as missing", async () => {
  for (let n = 0; n < 200; n++) await copyFile(songA, join(folder, `${n}.mp3`));
  await scanner().scan([folder]);
  for (const path of store.rows.keys()) await utimes(path, new Date(), new Date(Date.now() + 9_000));
  const put = store.put.bind(store);
  store.put = (rows) => {
    void reader.stop();
    return put(rows);
  };
  const reader = scanner();
  const report = await reader.scan([folder]);
  expect(report.read).toBeGreaterThan(0);
  expect(report.read).toBeLessThan(200);
  expect(store.missing.size).toBe(0);
  expect(await reader.scan([folder])).toMatchObject({ found: 0, read: 0 });
  expect(store.missing.size).toBe(0);
});

test("progress begins with nothing done, never goes back and ends with everything done", async () => {
  for (let n = 0; n < 70; n++) await copyFile(songA, join(folder, `${n}.mp3`));
  const steps: { done: number; of: number }[] = [];
  await scanner({ onProgress: (step) => steps.push(step) }).scan([folder]);
  const done = steps.map((step) => step.done);
  expect(done[0]).toBe(0);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(steps.at(-1)).toEqual({ done: 70, of: 70 });
});
