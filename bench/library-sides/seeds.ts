import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Sound of each format without tags, to write tags around. */
export const seedFormats = ["mp3", "flac", "m4a", "ogg", "opus", "wav"] as const;
export type SeedFormat = (typeof seedFormats)[number];
export type Seeds = Readonly<Record<SeedFormat, Buffer>>;

const encoders: Readonly<Record<SeedFormat, readonly string[]>> = {
  mp3: ["-c:a", "libmp3lame", "-b:a", "128k", "-id3v2_version", "0"],
  flac: ["-c:a", "flac"],
  m4a: ["-c:a", "aac", "-b:a", "128k"],
  ogg: ["-c:a", "libvorbis", "-q:a", "4"],
  opus: ["-c:a", "libopus", "-b:a", "128k"],
  wav: ["-c:a", "pcm_s16le"],
};

/** Encoded once; whoever has no ffmpeg gets its own words for it. */
export async function makeSeeds(folder: string): Promise<Seeds> {
  const made = await Promise.all(
    seedFormats.map(async (format) => {
      const path = join(folder, `seed.${format}`);
      const seconds = format === "wav" || format === "flac" ? 1.2 : 4;
      // Noise, because a tone would pack into next to nothing.
      const source = `anoisesrc=d=${seconds}:c=pink:a=0.3:seed=1:r=${format === "wav" ? 22_050 : 44_100}`;
      const bare = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"];
      await run("ffmpeg", [
        ...["-v", "error", "-y", "-f", "lavfi", "-i", source, "-ac", "1"],
        ...encoders[format],
        ...bare,
        path,
      ]);
      return [format, await readFile(path)] as const;
    }),
  );
  return Object.fromEntries(made) as unknown as Seeds;
}

/** A JPEG of some 30 KB, as large as many embedded covers are. */
export async function makeCover(folder: string): Promise<Buffer> {
  const path = join(folder, "cover.jpg");
  await run("ffmpeg", [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=640x640,noise=alls=12:all_seed=1"],
    ...["-frames:v", "1", "-q:v", "9", path],
  ]);
  return readFile(path);
}
