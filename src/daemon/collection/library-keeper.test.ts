import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Scanner } from "../../library/scan/scanner.ts";
import { makeMusic } from "../../library/testing-music.ts";
import { StoreError } from "../../store/store.ts";
import { openTestStore, type TestStore } from "../../store/testing.ts";
import { systemClock } from "../clock.ts";
import { silentLog } from "../testing.ts";
import { LibraryKeeper } from "./library-keeper.ts";

let base: string;
let kept: TestStore;
let keeper: LibraryKeeper;
let folders: string[];
let onChange: () => void;
let fillsUp: boolean;

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), "mien-keeper-"));
  mkdirSync(join(base, "demo"));
  await makeMusic(join(base, "demo", "demo.mp3"), { seconds: 2, tags: { genre: "Pop" } });
  folders = [join(base, "mine")];
  onChange = () => undefined;
  fillsUp = false;
  kept = await openTestStore();
  keeper = makeKeeper();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await keeper.stop();
  await kept.remove();
  rmSync(base, { recursive: true });
});

const makeKeeper = () =>
  new LibraryKeeper({
    store: kept.store,
    folders: () => folders,
    demoFillsUp: () => fillsUp,
    rescanMinutes: () => 60,
    settleMs: 0,
    demoFolder: join(base, "demo"),
    clock: systemClock,
    log: silentLog,
    onChange: () => onChange(),
  });

const addSong = (genre: string) =>
  makeMusic(join(base, "mine", "song.mp3"), { seconds: 2, tone: 550, tags: { genre } });

test("without a folder of the owner's the demo pieces are the library", async () => {
  folders = [];
  await keeper.scan();
  expect(keeper.health).toEqual({ state: "ok" });
  expect(keeper.state).toMatchObject({ tracks: 1, unplayable: 0, demo: true, scan: null });
});

test("while it is looked through for the first time there may be music in a moment, and afterwards there is or is not", async () => {
  mkdirSync(join(base, "mine"));
  await addSong("Pop");
  expect(keeper.mayFindMusic).toBe(false);
  const scanning = keeper.scan();
  expect(keeper.mayFindMusic).toBe(true);
  await scanning;
  expect([keeper.hasMusic, keeper.mayFindMusic]).toEqual([true, false]);
  const again = keeper.scan();
  expect(keeper.mayFindMusic).toBe(false);
  await again;
});

test("while a folder is missing the demo pieces play, and its disk is noticed when it is connected", async () => {
  await keeper.scan();
  expect(keeper.health).toMatchObject({ state: "degraded", reason: "folder-missing", named: "mine" });
  expect(keeper.missingOf(folders)).toEqual(folders);
  expect(keeper.state).toMatchObject({ tracks: 1, demo: true });

  mkdirSync(join(base, "mine"));
  await addSong("Pop");
  await expect.poll(() => keeper.health).toEqual({ state: "ok" });
  expect(keeper.state).toMatchObject({ tracks: 1, demo: false });
});

test("a folder that was looked for and is not there is known, while the folders named before are still scanned", async () => {
  const scanned = keeper.scan();
  const mistyped = `${join(base, "Musik")}/`;
  folders = [mistyped, join(base, "demo")];
  void keeper.scan();
  await keeper.lookFor(folders);
  expect(keeper.missingOf(folders)).toEqual([mistyped]);
  await expect.poll(() => keeper.state.scan).toBe(null);
  expect(keeper.missingOf(folders)).toEqual([mistyped]);
  await scanned;
  expect(keeper.missingOf(folders)).toEqual([mistyped]);
});

test("a folder that is mended is not named again, before its scan or after it", async () => {
  await keeper.scan();
  mkdirSync(join(base, "mine"));
  await addSong("Pop");
  await keeper.lookFor(folders);
  expect(keeper.missingOf(folders)).toEqual([]);
  await keeper.scan();
  expect(keeper.missingOf(folders)).toEqual([]);
});

test("music that nobody can play gives way to the demo pieces", async () => {
  mkdirSync(join(base, "mine"));
  writeFileSync(join(base, "mine", "broken.mp3"), "not a song ".repeat(4_000));
  await keeper.scan();
  expect(keeper.state).toMatchObject({ tracks: 2, unplayable: 1, demo: true });
  expect(keeper.health).toMatchObject({ state: "degraded", reason: "library-empty" });
});

test("music that tells no mood gives way to the demo pieces, and that is said", async () => {
  mkdirSync(join(base, "mine"));
  await addSong("Unheard-of");
  await keeper.scan();
  expect(keeper.hasMusic).toBe(true);
  expect(keeper.state).toMatchObject({ tracks: 2, unplayable: 0, demo: true });
  expect(keeper.health).toMatchObject({
    reason: "library-empty",
    detail: expect.stringContaining("tells a mood"),
  });
});

test("music that told no mood takes the place of the demo pieces as soon as somebody gives it one", async () => {
  mkdirSync(join(base, "mine"));
  await addSong("Unheard-of");
  await keeper.scan();
  const { library } = kept.store;
  const { tracks } = await library.list({ search: null, limit: 10, offset: 0 });
  const mine = tracks.filter(({ affect }) => affect === null).map(({ id }) => id);
  expect(await library.correct(mine, { valence: 0.5, arousal: 0.2 }, "person")).toBe(1);
  await keeper.placed();
  await expect.poll(() => keeper.health).toEqual({ state: "ok" });
  expect(keeper.state).toMatchObject({ tracks: 1, demo: false });
});

test("beside few songs the demo pieces are there all the while, and one look goes once through the folders", async () => {
  fillsUp = true;
  folders = [];
  await keeper.scan();
  mkdirSync(join(base, "mine"));
  folders = [join(base, "mine")];
  const scans = vi.spyOn(Scanner.prototype, "scan");
  const keepOnly = vi.spyOn(kept.store.library, "keepOnly");
  const seen = new Set<string>();
  onChange = () => seen.add(`${keeper.state.tracks} with demo: ${keeper.state.demo}`);
  await addSong("Pop");
  await keeper.scan();
  expect(keeper.health).toEqual({ state: "ok" });
  expect([...seen]).toEqual(["1 with demo: true", "2 with demo: true"]);
  seen.clear();
  await keeper.scan();
  expect([...seen]).toEqual(["2 with demo: true"]);
  expect(scans).toHaveBeenCalledTimes(2);
  for (const [roots] of keepOnly.mock.calls) expect(roots).toContain(join(base, "demo"));
  // After a start, too.
  await keeper.stop();
  keeper = makeKeeper();
  keepOnly.mockClear();
  await keeper.scan();
  expect(keeper.state).toMatchObject({ tracks: 2, demo: true });
  for (const [roots] of keepOnly.mock.calls) expect(roots).toContain(join(base, "demo"));
});

test("of few uploads none of which tells a mood just that is said, with their own number", async () => {
  fillsUp = true;
  mkdirSync(join(base, "mine"));
  await addSong("Unheard-of");
  await keeper.scan();
  expect(keeper.state).toMatchObject({ tracks: 2, demo: true });
  expect(keeper.health).toMatchObject({
    reason: "library-empty",
    detail: expect.stringContaining("None of the 1 files"),
  });
});

test("ten songs that are given a place one by one cost two looks: for the first one and for the tenth", async () => {
  fillsUp = true;
  mkdirSync(join(base, "mine"));
  const tones = Array.from({ length: 10 }, (_, index) => 300 + 40 * index);
  await Promise.all(
    tones.map((tone) =>
      makeMusic(join(base, "mine", `${tone}.mp3`), { seconds: 1, tone, tags: { genre: "Unheard-of" } }),
    ),
  );
  await keeper.scan();
  const { library } = kept.store;
  const { tracks } = await library.list({ search: null, limit: 20, offset: 0 });
  const mine = tracks.filter(({ affect }) => affect === null).map(({ id }) => id);
  expect(mine).toHaveLength(10);
  const scans = vi.spyOn(Scanner.prototype, "scan");
  const after: [number, boolean][] = [];
  for (const id of mine) {
    await library.correct([id], { valence: 0.5, arousal: 0.2 }, "person");
    await keeper.placed();
    after.push([scans.mock.calls.length, keeper.state.demo]);
  }
  expect(after).toEqual([...Array.from({ length: 9 }, () => [1, true]), [2, false]]);
  expect(keeper.health).toEqual({ state: "ok" });
  expect(keeper.state.tracks).toBe(10);
});

test("a drive that is pulled out takes its songs along within ten seconds, and brings them back at once", async () => {
  const stick = join(base, "stick");
  mkdirSync(join(base, "mine"));
  mkdirSync(stick);
  await addSong("Pop");
  await makeMusic(join(stick, "other.mp3"), { seconds: 2, tone: 660, tags: { genre: "Pop" } });
  folders = [join(base, "mine"), stick];
  await keeper.scan();
  expect(keeper.state.tracks).toBe(2);
  const put = vi.spyOn(kept.store.library, "put");

  renameSync(stick, `${stick} pulled out`);
  await expect.poll(() => keeper.state.tracks).toBe(1);
  await expect.poll(() => keeper.health).toMatchObject({ state: "degraded", reason: "folder-missing" });

  renameSync(`${stick} pulled out`, stick);
  await expect.poll(() => keeper.state.tracks).toBe(2);
  await expect.poll(() => keeper.health).toEqual({ state: "ok" });
  expect(put).not.toHaveBeenCalled();
});

test("a song that is put into a folder is there after seconds, one that is taken out is gone", async () => {
  const song = join(base, "mine", "new.mp3");
  mkdirSync(join(base, "mine"));
  await addSong("Pop");
  await keeper.scan();
  await makeMusic(song, { seconds: 2, tone: 880, tags: { genre: "Pop" } });
  await expect.poll(() => keeper.state.tracks).toBe(2);
  rmSync(song);
  await expect.poll(() => keeper.state.tracks).toBe(1);
});

test("when the last song is taken out of the folders, the demo pieces stand in", async () => {
  mkdirSync(join(base, "mine"));
  await addSong("Pop");
  await keeper.scan();
  expect(keeper.state).toMatchObject({ tracks: 1, demo: false });
  rmSync(join(base, "mine", "song.mp3"));
  await keeper.scan([join(base, "mine")]);
  expect(keeper.hasMusic).toBe(true);
  expect(keeper.state).toMatchObject({ tracks: 1, demo: true });
  expect(keeper.health).toMatchObject({ state: "degraded" });
});

test("songs of a drive that is not mounted are not said to be there while its mount point is looked through", async () => {
  const stick = join(base, "stick");
  mkdirSync(join(base, "mine"));
  mkdirSync(stick);
  await addSong("Pop");
  await makeMusic(join(stick, "other.mp3"), { seconds: 2, tone: 660, tags: { genre: "Pop" } });
  folders = [join(base, "mine"), stick];
  await keeper.scan();
  rmSync(join(stick, "other.mp3"));
  await keeper.scan();
  expect(keeper.state.tracks).toBe(1);
  const seen: number[] = [];
  onChange = () => seen.push(keeper.state.tracks);
  await keeper.scan();
  expect(new Set(seen)).toEqual(new Set([1]));
});

test("a folder that is there but of no use is looked through again before long, one that is away is not", async () => {
  await keeper.scan();
  expect(keeper.health).toMatchObject({ reason: "folder-missing", retryAt: null });
  mkdirSync(join(base, "mine"));
  writeFileSync(join(base, "mine", "notes.txt"), "no music");
  await addSong("Pop");
  await keeper.scan();
  rmSync(join(base, "mine", "song.mp3"));
  await keeper.scan();
  expect(keeper.health).toMatchObject({ reason: "folder-missing", retryAt: expect.any(Number) });
});

test("how far a scan is and how long it still takes is told, and is over when it is over", async () => {
  mkdirSync(join(base, "mine"));
  await addSong("Pop");
  const told: (typeof keeper.state.scan)[] = [];
  onChange = () => told.push(keeper.state.scan);
  await keeper.scan();
  expect(told).toContainEqual(expect.objectContaining({ done: 1, of: 1 }));
  expect(keeper.state.scan).toBeNull();
});

test("asked again while it reads, it goes once more with the folders as they are then", async () => {
  mkdirSync(join(base, "mine"));
  await addSong("Pop");
  folders = [];
  const first = keeper.scan();
  folders = [join(base, "mine")];
  await Promise.all([first, keeper.scan()]);
  expect(keeper.state).toMatchObject({ tracks: 1, demo: false });
});

test.each([
  ["disk-full", "disk-full"],
  ["unavailable", "store-unavailable"],
] as const)("a store that answers %s is said, with the time of the next try", async (fault, reason) => {
  kept.store.library.put = () => Promise.reject(new StoreError(fault, "Make room."));
  await keeper.scan();
  expect(keeper.health).toMatchObject({ state: "degraded", reason, retryAt: expect.any(Number) });
  expect(keeper.state.scan).toBeNull();
});

test("a scan that is cut short by a stop says nothing about the library", async () => {
  mkdirSync(join(base, "mine"));
  await addSong("Pop");
  const scanned = keeper.scan();
  await keeper.stop();
  await scanned;
  expect(keeper.health).toEqual({ state: "starting" });
});

test("a store that fails while it is stopped is no bug", async () => {
  kept.store.library.keepOnly = () => Promise.reject(new StoreError("disk-full", "Make room."));
  const scanned = keeper.scan();
  await keeper.stop();
  await scanned;
});

test("a folder that is an address with a password is told without it", async () => {
  folders = ["/smb://guest:pa55@nas/music"];
  await keeper.scan();
  expect(JSON.stringify(keeper.health)).not.toContain("pa55");
});
