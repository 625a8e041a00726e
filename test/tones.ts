import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const RATE = 8_000;

/** As many small songs in a folder as one likes, each with a sound of its own, which say nothing of their moods. */
export async function writeTones(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index += 1)
    await writeFile(join(folder, `Tuning Fork - Tone ${index + 1}.wav`), tone(100 + index));
}

/** A second of a tone as WAV, 8 bits. */
function tone(hertz: number): Buffer {
  const wav = Buffer.alloc(44 + RATE);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + RATE, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(RATE, 40);
  for (let at = 0; at < RATE; at += 1)
    wav[44 + at] = Math.round(128 + 90 * Math.sin((2 * Math.PI * hertz * at) / RATE));
  return wav;
}
