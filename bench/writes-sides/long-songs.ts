import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const moods = ["happy", "calm", "sad", "energetic"];

/** So many songs of that length, a tone each, small and with a mood. */
export async function writeLongSongs(
  folder: string,
  { count, seconds }: { count: number; seconds: number },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let n = 1; n <= count; n += 1)
    await promisify(execFile)("ffmpeg", [
      ...[
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        `sine=frequency=${100 + 20 * n}:sample_rate=8000:duration=${seconds}`,
      ],
      ...["-metadata", `title=Tone ${n}`, "-metadata", `artist=Tuning Fork ${n}`],
      ...["-metadata", `mood=${moods[n % moods.length]}`, "-b:a", "16k", join(folder, `${n}.mp3`)],
    ]);
}
