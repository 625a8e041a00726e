import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { UploadKeeper } from "../src/daemon/collection/upload-keeper.ts";
import { silentWav } from "../src/player/devices/silence.ts";
import { MpvOutput } from "../src/player/mpv/mpv.ts";
import { MpvInstance } from "../src/player/mpv/mpv-instance.ts";
import { loadInto } from "../src/player/mpv/mpv-load.ts";
import { allIn, pidIn, request, soon } from "../src/player/mpv/testing-mpv.ts";
import { Player, type PlayerEvent } from "../src/player/player.ts";
import { ReachableFiles } from "../src/player/reachable-files.ts";
import { pickNumber, quiet, visitor } from "../src/player/testing.ts";
import { openStore } from "../src/store/open.ts";
import { hangingMount } from "../src/vision/testing-hung-mount.ts";
import { RunningDaemon, root } from "./running-daemon.ts";

// Music on a share whose server is away: the real player with a real mpv, and a file system that really hangs.

let folder: string;
let mount: ReturnType<typeof hangingMount>;
/** Whoever waits for a share can't be ended before it is let go. */
const letGo: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-share-"));
  mount = hangingMount(join(folder, "share"));
  await writeFile(join(folder, "song.wav"), silentWav(60_000));
});
afterEach(async () => {
  for (const each of letGo.splice(0)) await each();
  mount?.undo();
  await rm(folder, { recursive: true, force: true });
});

test("songs of a share that hangs give way to one from elsewhere, and the player goes on heeding people", async ({
  skip,
}) => {
  if (!mount) return skip("needs root and /dev/fuse");
  const titles = ["share/1.wav", "share/album/2.wav", "song.wav", "share/3.wav", "song.wav"];
  let asked = 0;
  const files = new ReachableFiles();
  const player = new Player({
    outputs: [
      { name: "null", output: new MpvOutput({ audioDevice: "null", socketDir: folder, log: quiet, files }) },
    ],
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async (item) =>
      item.kind === "announcement" ? { path: join(folder, item.title), gainDb: null } : null,
    next: async () => {
      const title = titles[asked] ?? "song.wav";
      asked += 1;
      return { ...pickNumber(asked), item: { kind: "announcement", title } };
    },
    volume: 0.5,
    log: quiet,
  });
  const ends: (PlayerEvent & { type: "ended" })[] = [];
  player.on((event) => void (event.type === "ended" && ends.push(event)));
  onTestFinished(() => player.stop());
  const plays = (id: string) =>
    soon(() => expect(player.state.actual).toMatchObject({ state: "playing", pick: { id } }));

  await player.start();
  await plays("3");
  expect(ends.map(({ pick, end }) => [pick.id, end.how])).toEqual([
    ["1", "stopped"],
    ["2", "stopped"],
  ]);
  expect(player.health).toEqual({ state: "ok" });
  await player.skip(visitor);
  await plays("5");
  await player.pause(visitor);
  expect(player.state.actual).toMatchObject({ state: "paused", pick: { id: "5" } });
  await player.close({ kind: "schedule" });
  expect(player.state.intended).toBe("closed");
});

test("a share that hangs once mpv has the song is to blame for that, and its mpv plays no other song", async ({
  skip,
}) => {
  if (!mount) return skip("needs root and /dev/fuse");
  const places = { socket: join(folder, "mpv.sock"), record: join(folder, "mpv.pid") };
  const args = [
    "--no-config",
    "--idle=yes",
    "--no-terminal",
    "--ao=null",
    `--input-ipc-server=${places.socket}`,
  ];
  const instance = await MpvInstance.start({ binary: "mpv", args, places });
  if (!(instance instanceof MpvInstance)) throw new Error(instance.detail);
  onTestFinished(() => instance.end());
  let looks = 0;
  const files = new ReachableFiles({
    look: () => (++looks === 1 ? Promise.resolve("there") : new Promise(() => undefined)),
  });
  const loaded = await loadInto(instance, request(join(folder, "share/1.wav")), { timeoutMs: 300, files });
  expect(loaded).toMatchObject({ ok: false, because: "unavailable" });
  expect(instance.over).toBe(true);
});

test("the mpv that a hung share has cost is replaced at once, and no speaker is said to be lost", async ({
  skip,
}) => {
  if (!mount) return skip("needs root and /dev/fuse");
  let looks = 0;
  const files = new ReachableFiles({
    look: (path) =>
      path.endsWith("song.wav") || ++looks === 1 ? Promise.resolve("there") : new Promise(() => undefined),
  });
  const warnings: string[] = [];
  const log = { info: () => undefined, warn: (_: object, message: string) => void warnings.push(message) };
  const output = new MpvOutput({ audioDevice: "null", socketDir: folder, log, files });
  const titles = ["share/1.wav", "song.wav"];
  let asked = 0;
  const player = new Player({
    outputs: [{ name: "null", output }],
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async (item) =>
      item.kind === "announcement" ? { path: join(folder, item.title), gainDb: null } : null,
    next: async () => {
      const title = titles[asked] ?? "song.wav";
      asked += 1;
      return { ...pickNumber(asked), item: { kind: "announcement", title } };
    },
    volume: 0.5,
    log,
  });
  onTestFinished(() => player.stop());
  const health = new Set<string>();
  player.on(() => void health.add(player.health.state));

  const started = player.start();
  const hung = await soon(() => pidIn(folder));
  await started;
  await soon(() => expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "2" } }));
  expect(warnings).toEqual(["song is out of reach"]);
  expect([...health]).not.toContain("degraded");
  expect(await pidIn(folder)).not.toBe(hung);
  expect(await allIn(folder)).toHaveLength(1);
});

test("a folder for uploads on a share that hangs keeps neither the first song nor the look at other folders waiting", async ({
  skip,
}) => {
  if (!mount) return skip("needs root and /dev/fuse");
  const uploads = join(folder, "share");
  const keeper = new UploadKeeper({
    library: { pathsOfSounds: async (hashes) => hashes.map(() => null) },
    folder: () => uploads,
    isLasting: () => true,
    onMusic: () => undefined,
  });
  onTestFinished(() => keeper.stop());
  // Music begins after this.
  await keeper.start();
  // It is looked for with the others, and found to be missing.
  expect(await keeper.foldersWith(["/music"])).toEqual(["/music", uploads]);
});

test("whoever sends a file to a share that hangs is told so, and no more of them wait than may come at once", async ({
  skip,
}) => {
  if (!mount) return skip("needs root and /dev/fuse");
  const uploads = join(folder, "share");
  const keeper = new UploadKeeper({
    library: { pathsOfSounds: async (hashes) => hashes.map(() => null) },
    folder: () => uploads,
    isLasting: () => true,
    onMusic: () => undefined,
  });
  onTestFinished(() => keeper.stop());
  expect(await keeper.state()).toMatchObject({ folder: uploads, freeBytes: 0 });
  const send = () => keeper.receive(["song.mp3"], 3, Readable.from([Buffer.from("abc")]));
  const silent = { fault: "unwritable", detail: `The disk of ${uploads} does not answer: look at it.` };
  expect(await Promise.all([send(), send(), send(), send()])).toEqual([silent, silent, silent, silent]);
  expect(await send()).toMatchObject({ fault: "busy" });
  // Once it is let go they have their places back, and have left nothing.
  mount.undo();
  mount = null;
  const faults = async () => {
    const answers = await Promise.all([send(), send(), send(), send()]);
    return new Set(answers.map((answer) => "fault" in answer && answer.fault));
  };
  await expect.poll(faults).toEqual(new Set(["broken-music"]));
  expect(await readdir(join(uploads, ".mien-incoming"))).toEqual([]);
});

test("a song that the library has on a share that hangs may come by an upload, which no other waits behind", async ({
  skip,
}) => {
  if (!mount) return skip("needs root and /dev/fuse");
  const song = await readFile(join(root, "build/demo/music/Halfmoon Atlas - Lemonade Skyline.mp3"));
  const keeper = new UploadKeeper({
    library: { pathsOfSounds: async (hashes) => hashes.map(() => join(folder, "share/song.mp3")) },
    folder: () => join(folder, "uploads"),
    isLasting: () => true,
    onMusic: () => undefined,
  });
  onTestFinished(() => keeper.stop());
  const sent = await keeper.receive(["song.mp3"], song.length, Readable.from([song]));
  expect(sent).toMatchObject({ result: "kept", path: "song.mp3" });
});

test("a server that has the music, the uploads and the backups, and hangs, takes no folder of the machine's own along", async ({
  skip,
}) => {
  const shares = ["pop", "rock", "jazz"].map((name) => join(folder, name));
  const mounts = shares.map((share) => hangingMount(share));
  letGo.push(...mounts.map((each) => () => each?.undo()));
  if (mounts.includes(null)) return skip("needs root and /dev/fuse");
  const [data, own] = [join(folder, "data"), join(folder, "own")];
  for (const each of [data, own]) await mkdir(each);
  const piece = join(root, "build/demo/music/Halfmoon Atlas - Lemonade Skyline.mp3");
  await copyFile(piece, join(own, "song.mp3"));
  const store = await openStore({ file: join(data, "mien.db"), log: { warn: () => undefined } });
  await store.settings.put({
    musicFolders: [...shares, own],
    uploadFolder: join(folder, "pop/uploads"),
    backupFolder: join(folder, "rock/backups"),
  });
  await store.close();
  const daemon = await RunningDaemon.start(["--output", "null"], { dataFolder: data });
  letGo.push(() => daemon.crash());

  await daemon.until("music", ({ player }) => player.actual.state === "playing");
  // Its one song; the demo pieces stood in until it was found.
  await daemon.until("the machine's own folder", ({ library: { tracks, demo } }) => tracks === 1 && !demo);
  await daemon.until("word of the shares", ({ health: { library } }) => library.state === "degraded");
  expect(daemon.state.health.library).toMatchObject({ reason: "folder-missing" });
}, 150_000);

test("a stop while a share hangs is one in good order: the database is closed, and no thread that waits is waited for", async ({
  skip,
}) => {
  if (!mount) return skip("needs root and /dev/fuse");
  const [data, own] = [join(folder, "data"), join(folder, "own")];
  for (const each of [data, own]) await mkdir(each);
  await copyFile(join(root, "build/demo/music/Halfmoon Atlas - Lemonade Skyline.mp3"), join(own, "song.mp3"));
  const store = await openStore({ file: join(data, "mien.db"), log: { warn: () => undefined } });
  await store.settings.put({
    musicFolders: [join(folder, "share"), own],
    uploadFolder: join(folder, "share/uploads"),
    backupFolder: join(folder, "share/backups"),
  });
  await store.close();
  const daemon = await RunningDaemon.start(["--output", "null"], { dataFolder: data });
  // Where it fails, the test ends with the share.
  letGo.push(() => daemon.crash());
  await daemon.until("music", ({ player }) => player.actual.state === "playing");
  await daemon.until("word of the share", ({ health: { library } }) => library.state === "degraded");

  const asked = performance.now();
  expect(await daemon.stop({ keepData: true })).toBe(0);
  // After so long systemd takes SIGKILL (TimeoutStopSec).
  expect(performance.now() - asked).toBeLessThan(5_000);
  expect(daemon.log.at(-1)).toMatchObject({ msg: "stopped" });
  expect(await readdir(data)).not.toContain("mien.db-running");
  expect(await readdir(data)).not.toContain("mien.lock");
}, 150_000);

test("a damaged database gets a backup of the machine's own where the stick for backups hangs", async ({
  skip,
}) => {
  if (!mount) return skip("needs root and /dev/fuse");
  const [file, own] = [join(folder, "mien.db"), join(folder, "backups")];
  const options = { file, log: { warn: () => undefined } };
  await mkdir(own);
  const before = await openStore(options);
  await before.settings.put({ volume: 0.3 });
  const { at } = await before.care.backup({ folder: own, at: Date.now(), rotate: false });
  await before.close();
  await writeFile(file, "no database");

  // Before the first song.
  const store = await openStore({ ...options, backups: [join(folder, "share/backups"), own] });
  onTestFinished(() => store.close());
  expect(store.care.recovery).toMatchObject({ kind: "damaged", backupAt: at });
  expect(await store.settings.all()).toMatchObject({ volume: 0.3 });
}, 60_000);
