import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { RunningDaemon } from "../test/running-daemon.ts";
import { Unusable } from "./model-sides/unusable.ts";
import { writeLongSongs } from "./writes-sides/long-songs.ts";
import { ChangedFiles, WrittenBytes } from "./writes-sides/written-bytes.ts";

export const title =
  "Bytes that the daemon and its children write to the disk in an hour of music, for SD cards";
/** The kernel counts by the process: who writes because of one, and what a file system adds, is not in it. */
const leftOut =
  "Counted are the daemon and its children; journald's own writes and the file system's (its journal, its tables) are not.";
export const help = `npm run bench -- writes [--minutes N] [--skips N] [--song-seconds N]   10 minutes, no skips and songs of 210 s unless told otherwise.
${leftOut}`;

export interface WritesFigures {
  minutes: number;
  songs: number;
  songSeconds: number;
  mbPerHour: number;
  mbPerHourByProgram: Record<string, number>;
  /** The backup of a night, of which an hour has its share. */
  backupMb: number;
  /** Of the data folder, how often in an hour. */
  changesPerHour: Record<string, number>;
}

const lookEveryMs = 250;
/** A backup is made once in so many. */
const nightHours = 24;

export async function run(args: readonly string[]): Promise<WritesFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: "string" }, skips: { type: "string" }, "song-seconds": { type: "string" } },
  });
  const minutes = Number(values.minutes ?? 10);
  const skips = Number(values.skips ?? 0);
  const songSeconds = Number(values["song-seconds"] ?? 210);
  if (!(minutes > 0)) throw new Unusable(`--minutes takes a number above 0, not ${values.minutes}.`);
  if (!(Number.isInteger(skips) && skips >= 0))
    throw new Unusable(`--skips takes a whole number, not ${values.skips}.`);
  if (!(songSeconds > 0))
    throw new Unusable(`--song-seconds takes a number above 0, not ${values["song-seconds"]}.`);
  // In memory, as on an appliance.
  const runtime = await mkdtemp("/dev/shm/mien-writes-");
  const music = join(runtime, "music");
  // The demo pieces are short, and what is written goes by the song.
  await writeLongSongs(music, { count: 24, seconds: songSeconds });
  const daemon = await RunningDaemon.start(["--music", music, "--output", "null"], {
    environment: { XDG_RUNTIME_DIR: runtime },
  });
  try {
    await daemon.until("music", ({ player }) => player.actual.state === "playing", 120_000);
    // What is done once for a new library is no hour of music.
    await daemon.set({ analyseSound: false });
    await daemon.command({ do: "switchCamera", on: false });
    await daemon.until(
      "the library to be read",
      ({ library: { scan, covers } }) => scan === null && covers === null,
      300_000,
    );
    // As it is after each night; the first one would be made ten minutes after the start.
    const backupBytes = await backUp(daemon);
    await delay(5_000);
    const written = new WrittenBytes(daemon.pid);
    const files = new ChangedFiles(daemon.dataFolder);
    const songs = new Set<string>();
    const from = performance.now();
    const lastsMs = minutes * 60_000;
    for (let skipped = 0; performance.now() - from < lastsMs; ) {
      await delay(lookEveryMs);
      written.look();
      files.look();
      const { actual } = daemon.state.player;
      if (actual.state === "playing") songs.add(actual.pick.id);
      if (skipped < skips && performance.now() - from > (lastsMs * (skipped + 1)) / (skips + 1)) {
        skipped++;
        await daemon.command({ do: "skip" });
      }
    }
    const perHour = 3_600_000 / (performance.now() - from);
    const megabytes = (bytes: number) => Math.round((bytes * perHour) / 1e4) / 100;
    const byProgram = { ...written.byProgram, "backup, by the night": backupBytes / nightHours / perHour };
    return {
      minutes,
      songs: songs.size,
      songSeconds,
      mbPerHour: megabytes(Object.values(byProgram).reduce((sum, bytes) => sum + bytes, 0)),
      mbPerHourByProgram: mapped(byProgram, megabytes),
      backupMb: Math.round(backupBytes / 1e4) / 100,
      changesPerHour: mapped(Object.fromEntries(files.changes), (changes) => Math.round(changes * perHour)),
    };
  } finally {
    await daemon.stop();
    await rm(runtime, { recursive: true, force: true });
  }
}

/**
 * Makes one, and answers how large it is: by its file, because its process is gone before anybody could ask what it wrote,
 * and counts as written by the daemon from then on.
 */
async function backUp(daemon: RunningDaemon): Promise<number> {
  const made = await fetch(`${daemon.url}/api/backups`, { method: "POST" });
  if (!made.ok) throw new Error(`The backup was refused: ${await made.text()}`);
  const { backups } = await daemon.get<{ backups: readonly { bytes: number }[] }>("/api/backups");
  return backups[0]?.bytes ?? 0;
}

export function table(figures: WritesFigures): string {
  const { minutes, songs, songSeconds, mbPerHour, mbPerHourByProgram, backupMb, changesPerHour } = figures;
  const rows = (values: Record<string, number>, unit: string) =>
    Object.entries(values)
      .sort(([, a], [, b]) => b - a)
      .map(([name, value]) => `  ${name.padEnd(28)}${String(value).padStart(8)} ${unit}`);
  return [
    `${mbPerHour} MB an hour are written by the daemon and its children while music plays (${minutes} min, ${songs} songs of ${songSeconds} s)`,
    ...rows(mbPerHourByProgram, "MB"),
    `One backup, as each night makes it, has ${backupMb} MB`,
    "Files of the data folder are changed in an hour",
    ...rows(changesPerHour, "times"),
    leftOut,
  ].join("\n");
}

function mapped(values: Record<string, number>, to: (value: number) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]));
}
