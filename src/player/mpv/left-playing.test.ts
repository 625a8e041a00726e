import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type Bookmark, BookmarkFile } from "../bookmark.ts";
import { mpvDecks } from "../decks/mpv-decks.ts";
import { silentWav } from "../devices/silence.ts";
import { Player, type PlayerEvent } from "../player.ts";
import { pickNumber, quiet } from "../testing.ts";
import { askMpv, endAllIn, mpvIn, pidIn, request, runs, smallDaemon, soon, tellMpv } from "./testing-mpv.ts";

let folder: string;
let songs: string[];
const undo: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-left-"));
  // Last of all: what a test started may still write there.
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  songs = [1, 2, 3].map((n) => join(folder, `${n}.wav`));
  for (const song of songs) await writeFile(song, silentWav(60_000));
});
afterEach(async () => {
  for (const stop of undo.splice(0)) await stop();
  await endAllIn(folder);
});

const monotonic = () => performance.now();
const bookmarkFile = () => new BookmarkFile({ file: join(folder, "bookmark.json"), monotonic, log: quiet });

/** The daemon after the one that crashed. */
function nextPlayer(log = quiet) {
  let asked = 0;
  const player = new Player({
    outputs: [
      {
        name: "null",
        output: mpvDecks({ audioDevice: "null", socketDir: folder, log, crossfadeMs: () => 0 }),
      },
    ],
    clock: { now: Date.now, monotonic },
    resolve: async (item) => ({ path: item.kind === "announcement" ? item.title : "", gainDb: null }),
    next: async () => {
      asked += 1;
      return { ...pickNumber(100 + asked), item: { kind: "announcement", title: songs[2] ?? "" } };
    },
    bookmark: bookmarkFile(),
    volume: 0.9,
    log,
  });
  const events: PlayerEvent[] = [];
  player.on((event) => event.type !== "changed" && events.push(event));
  undo.push(() => player.stop());
  return { player, events };
}

/** What the daemon has noted by now would outlive it. */
const bookmarked = (fits: (bookmark: Bookmark) => boolean = () => true): Promise<void> =>
  soon(async () => {
    const bookmark = await bookmarkFile().read();
    if (bookmark === null || !fits(bookmark)) throw new Error(`noted is ${JSON.stringify(bookmark)}`);
  });

const seekBesideUs = (seconds: number) => tellMpv(folder, ["seek", seconds, "absolute", "exact"]);

describe("a daemon that was killed", () => {
  test("leaves its music playing, and the next one goes on with the same mpv, song and volume", async () => {
    const { pid, end } = await smallDaemon({ socketDir: folder, songs });
    await bookmarked();
    await end("SIGKILL");
    expect(await runs(pid)).toBe(true);
    const before = Number(await askMpv(folder, "time-pos"));
    const { player, events } = nextPlayer();
    await player.start();
    expect(await pidIn(folder)).toBe(pid);
    expect(player.state).toMatchObject({ volume: 0.5, actual: { state: "playing", pick: { id: "0" } } });
    await expect.poll(() => askMpv(folder, "time-pos")).toBeGreaterThan(before);
    expect(await askMpv(folder, "pause")).toBe(false);
    expect(events).toMatchObject([{ type: "began", pick: { id: "0" } }]);
  });

  test.each([0, 5_000])(
    "in the next song meanwhile (a crossfade of %s ms), that one is gone on with, and the one before has finished",
    async (crossfadeMs) => {
      const { end } = await smallDaemon({ socketDir: folder, songs, crossfadeMs });
      await bookmarked((bookmark) => bookmark.next?.pick.id === "1");
      await expect.poll(() => askMpv(folder, "path", "mpv-null-b")).toBe(songs[1]);
      await end("SIGKILL");
      await seekBesideUs(59.8);
      await expect.poll(() => askMpv(folder, "path")).toBe(songs[1]);
      const { player, events } = nextPlayer();
      await player.start();
      expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1" } });
      expect(events).toMatchObject([
        { type: "ended", pick: { id: "0" }, end: { how: "finished" } },
        { type: "began", pick: { id: "1" } },
      ]);
      expect(await askMpv(folder, "path")).toBe(songs[1]);
      await expect.poll(() => askMpv(folder, "path", "mpv-null-b")).toBe(songs[2]);
      expect(await askMpv(folder, "pause", "mpv-null-b")).toBe(true);
    },
  );

  test("for long: both songs that its mpv had are told as played, and another one sounds without a new mpv", async () => {
    const { pid, end } = await smallDaemon({ socketDir: folder, songs });
    await bookmarked((bookmark) => bookmark.next?.pick.id === "1");
    await end("SIGKILL");
    await seekBesideUs(59.8);
    await expect.poll(() => askMpv(folder, "path")).toBe(songs[1]);
    await expect.poll(() => askMpv(folder, "time-pos")).toBeLessThan(50);
    await seekBesideUs(59.8);
    await expect.poll(() => askMpv(folder, "idle-active")).toBe(true);
    const { player, events } = nextPlayer();
    await player.start();
    expect(events).toMatchObject([
      { type: "ended", pick: { id: "0" }, end: { how: "finished" } },
      { type: "began", pick: { id: "1" }, alone: true },
      { type: "ended", pick: { id: "1" }, end: { how: "finished" } },
      { type: "began", pick: { id: "101" }, alone: false },
    ]);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "101" } });
    expect(await pidIn(folder)).toBe(pid);
  });

  test("for long, and closed when the next one starts: what sounded is told all the same", async () => {
    const { pid, end } = await smallDaemon({ socketDir: folder, songs: songs.slice(0, 1) });
    await bookmarked();
    await end("SIGKILL");
    await seekBesideUs(59.8);
    await expect.poll(() => askMpv(folder, "idle-active")).toBe(true);
    const { player, events } = nextPlayer();
    await player.start("closed");
    expect(events).toMatchObject([{ type: "ended", pick: { id: "0" }, end: { how: "finished" } }]);
    expect(await runs(pid)).toBe(false);
  });

  test("with its mpv: the song comes back within ten seconds of its place", async () => {
    const { pid, end } = await smallDaemon({ socketDir: folder, songs });
    await seekBesideUs(30);
    await bookmarked(({ positionMs }) => positionMs > 29_000);
    const place = Number(await askMpv(folder, "time-pos")) * 1_000;
    await end("SIGKILL");
    process.kill(pid, "SIGKILL");
    const { player } = nextPlayer();
    await player.start();
    const { actual } = player.state;
    expect(actual).toMatchObject({ state: "playing", pick: { id: "0" } });
    expect(Math.abs(("positionMs" in actual ? actual.positionMs : 0) - place)).toBeLessThan(10_000);
  });

  test("whose mpv hangs: it is ended, and a new one comes back to the song", async () => {
    const { pid, end } = await smallDaemon({ socketDir: folder, songs });
    await bookmarked();
    await end("SIGKILL");
    process.kill(pid, "SIGSTOP");
    const { player } = nextPlayer();
    await player.start();
    expect(await runs(pid)).toBe(false);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "0" } });
  });

  test("where it is closed when the next one starts: the music ends", async () => {
    const { pid, end } = await smallDaemon({ socketDir: folder, songs });
    await end("SIGKILL");
    const { player } = nextPlayer();
    await player.start("closed");
    expect(await runs(pid)).toBe(false);
    expect(player.state).toMatchObject({ intended: "closed", actual: { because: "closed" } });
  });
});

test("a daemon that crashes of a bug leaves its music playing too", async () => {
  const { pid, end } = await smallDaemon({ socketDir: folder, songs });
  await end("SIGUSR2");
  expect(await runs(pid)).toBe(true);
});

test("a daemon that is stopped takes its music with it, and the next one comes back to the song", async () => {
  const { pid, end } = await smallDaemon({ socketDir: folder, songs });
  await end("SIGTERM");
  expect(await runs(pid)).toBe(false);
  const { player } = nextPlayer();
  await player.start();
  // Its volume is the one of the settings again: somebody may have changed them in between.
  expect(player.state).toMatchObject({ volume: 0.9, actual: { state: "playing", pick: { id: "0" } } });
});

describe("an mpv of an earlier daemon", () => {
  test("whose song is not wanted plays no second longer than until the next one begins", async () => {
    const { pid, end } = await smallDaemon({ socketDir: folder, songs });
    await end("SIGKILL");
    const { output, started } = await mpvIn(folder);
    expect(started).toEqual({ ok: true });
    expect(output.adopted).toEqual([songs[0]]);
    await output.load(request(songs[1] ?? ""));
    expect(await pidIn(folder)).toBe(pid);
    expect(await askMpv(folder, "path")).toBe(songs[1]);
  });

  test("for another device is ended first, so that two songs never sound at once", async () => {
    const { pid, end } = await smallDaemon({ socketDir: folder, songs });
    await end("SIGKILL");
    await mpvIn(folder, { audioDevice: "alsa/nosuchcard" });
    expect(await runs(pid)).toBe(false);
  });

  test.each([1, 20])(
    "that no record tells of and that does not answer, as number %s in its line, is ended first",
    async (times) => {
      const { pid, end } = await smallDaemon({ socketDir: folder, songs });
      await end("SIGKILL");
      await rm(join(folder, "mpv-null.pid"));
      process.kill(pid, "SIGSTOP");
      // Whoever asks one that hangs waits in its line, and when that is full the system tells the next to come again.
      const socket = join(folder, "mpv-null.sock");
      for (let time = 1; time < times; time++) {
        const asking = connect(socket).on("error", () => undefined);
        onTestFinished(() => void asking.destroy());
      }
      const { started } = await mpvIn(folder);
      expect(started).toEqual({ ok: true });
      expect(await runs(pid)).toBe(false);
    },
  );

  test("that was started in another way is ended first", async () => {
    const socket = join(folder, "mpv-null.sock");
    const other = spawn("mpv", ["--idle=yes", "--ao=null", `--input-ipc-server=${socket}`], {
      stdio: "ignore",
    });
    onTestFinished(() => void other.kill("SIGKILL"));
    await writeFile(join(folder, "mpv-null.pid"), `${other.pid} 1 1\n`);
    const { started } = await mpvIn(folder);
    expect(started).toEqual({ ok: true });
    expect(await runs(other.pid ?? 0)).toBe(false);
  });

  test("whose daemon still runs is left alone", async () => {
    const { daemon, pid } = await smallDaemon({ socketDir: folder, songs });
    const { started } = await mpvIn(folder);
    expect(started).toMatchObject({ ok: false, detail: expect.stringContaining(`${daemon.pid}`) });
    expect(await runs(pid)).toBe(true);
  });

  test("whose process id went to another program harms nobody", async () => {
    const bystander = spawn("sleep", ["60"]);
    onTestFinished(() => void bystander.kill("SIGKILL"));
    await writeFile(join(folder, "mpv-null.pid"), `${bystander.pid} 1 1\n`);
    const { started } = await mpvIn(folder);
    expect(started).toEqual({ ok: true });
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  });

  test("whose process id went to a program that only looks like it harms nobody either", async () => {
    const socket = `--input-ipc-server=${join(folder, "mpv-null.sock")}`;
    const lookalike = spawn("sh", ["-c", "echo looks; read -r line", socket], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    onTestFinished(() => void lookalike.kill("SIGKILL"));
    await once(lookalike.stdout, "data");
    // All that differs is when it began.
    await writeFile(join(folder, "mpv-null.pid"), `${lookalike.pid} 1 1 1\n`);
    const { started } = await mpvIn(folder);
    expect(started).toEqual({ ok: true });
    expect(lookalike.exitCode ?? lookalike.signalCode).toBeNull();
  });
});

test("a bookmark that is no bookmark is as good as none", async () => {
  for (const text of ["", "{", "null", '{"bookmark":{"song":{"path":1}}}']) {
    await writeFile(join(folder, "bookmark.json"), text);
    expect(await bookmarkFile().read()).toBeNull();
  }
});

test("a bookmark of before the machine was started anew forgets that the music was paused", async () => {
  const song = { pick: pickNumber(1), path: "/music/1" };
  const bookmark = {
    song,
    next: null,
    positionMs: 5,
    heardMs: 4,
    volume: 1,
    crashed: true,
    notedAt: 7,
  } as const;
  await bookmarkFile().note({ ...bookmark, intended: "paused" });
  expect(await bookmarkFile().read()).toEqual({ ...bookmark, intended: "paused" });
  const file = join(folder, "bookmark.json");
  await writeFile(file, (await readFile(file, "utf8")).replace(/"run":"[^"]*"/, '"run":"an earlier one"'));
  expect(await bookmarkFile().read()).toEqual({ ...bookmark, intended: "playing" });
});
