import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { SoundListener } from "../../src/library/sound/sound-listener.ts";

const run = promisify(execFile);
const seconds = 180;
/** `getconf CLK_TCK` on every Linux that Node runs on. */
const ticksPerSecond = 100;
const rounds = 5;

/** Seconds of one core for a song of three minutes: medians of some rounds. */
export interface Cost {
  format: string;
  listening: number;
  /** The yardstick: ffmpeg decodes the whole song and throws it away. */
  decoding: number;
}

const formats = [
  { format: "MP3, 245 kbit/s", ending: "mp3", encoder: ["-c:a", "libmp3lame", "-q:a", "0"] },
  { format: "FLAC", ending: "flac", encoder: ["-c:a", "flac"] },
  { format: "Ogg Vorbis, 192 kbit/s", ending: "ogg", encoder: ["-c:a", "libvorbis", "-b:a", "192k"] },
  { format: "AAC in M4A, 192 kbit/s", ending: "m4a", encoder: ["-c:a", "aac", "-b:a", "192k"] },
];

/** Of this song, played over and over until it is long enough. */
export async function costOf(song: string): Promise<readonly Cost[]> {
  const folder = await mkdtemp(join(tmpdir(), "mien-bench-sound-"));
  const listener = new SoundListener();
  try {
    const costs: Cost[] = [];
    for (const { format, ending, encoder } of formats) {
      const path = join(folder, `song.${ending}`);
      const looped = ["-v", "error", "-stream_loop", "-1", "-i", song, "-map", "0:a", "-t", String(seconds)];
      await run("ffmpeg", [...looped, ...encoder, path]);
      // The thread's start is not the song's.
      await listener.listen(path, seconds * 1_000);
      const listening = await medianCoreSeconds(async () => {
        const heard = await listener.listen(path, seconds * 1_000);
        if (heard.is !== "estimated") throw new Error(`${path} could not be listened to: ${heard.is}.`);
      });
      const decoding = await medianCoreSeconds(() =>
        run("ffmpeg", ["-v", "error", "-threads", "1", "-i", path, "-map", "0:a", "-f", "null", "-"]),
      );
      costs.push({ format, listening, decoding });
    }
    return costs;
  } finally {
    await listener.stop();
    await rm(folder, { recursive: true });
  }
}

async function medianCoreSeconds(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = coreSeconds();
    await work();
    took.push(coreSeconds() - before);
  }
  return took.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Of this process with all its threads, and of the processes that it started and that have ended. */
function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  // Behind the name, which may hold anything: fields 16 and 17 of proc(5), counted from 3.
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (user + system) / 1e6 + (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}
