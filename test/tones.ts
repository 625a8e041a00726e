import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { wavHeader } from "../src/player/devices/wav-header.ts";

const RATE = 8_000;

/** As many small songs in a folder as one likes, each with a sound of its own, which say nothing of their moods. */
export async function writeTones(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index += 1)
    await writeFile(join(folder, `Tuning Fork - Tone ${index + 1}.wav`), tone(100 + index));
}

/** A second of a tone as WAV, 8 bits. */
function tone(hertz: number): Buffer {
  const samples = Buffer.from(
    Array.from({ length: RATE }, (_, at) =>
      Math.round(128 + 90 * Math.sin((2 * Math.PI * hertz * at) / RATE)),
    ),
  );
  return Buffer.concat([wavHeader({ rate: RATE, bits: 8, bytes: RATE }), samples]);
}
