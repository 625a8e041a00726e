import { spawn } from "node:child_process";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Piece } from "./piece.ts";
import { sampleRate } from "./voices.ts";

export interface Recording {
  piece: Piece;
  left: Float32Array;
  right: Float32Array;
  lufs: number;
  cover: Buffer;
}

/** ReplayGain 2.0's reference. */
const referenceLufs = -18;

/**
 * Writes an MP3 (joint stereo, about 130 kbit/s) with its tags and cover. The bit rate varies because at a constant one
 * LAME turns everything down by half a decibel. The name appears when the file is whole.
 */
export async function encode(path: string, { piece, left, right, lufs, cover }: Recording): Promise<void> {
  // Named with a dot, so that a scan that runs meanwhile leaves them alone.
  const part = join(dirname(path), `.${basename(path)}.part.mp3`);
  const picture = `${part}.jpg`;
  try {
    await writeFile(picture, cover);
    const tags = Object.entries({
      title: piece.title,
      artist: piece.artist,
      album: piece.album,
      genre: piece.genre,
      date: String(piece.year),
      TMOO: piece.moodWord,
      TBPM: String(piece.bpm),
      language: "zxx",
      copyright: "CC0 1.0: made by Mien, free for everybody",
      comment: "Made by Mien, CC0",
      REPLAYGAIN_TRACK_GAIN: `${(referenceLufs - lufs).toFixed(2)} dB`,
    }).flatMap(([name, value]) => ["-metadata", `${name}=${value}`]);
    await ffmpeg(interleaved(left, right), [
      ...["-f", "f32le", "-ar", String(sampleRate), "-ac", "2", "-i", "pipe:0", "-i", picture],
      ...["-map", "0", "-map", "1", "-c:v", "copy", "-disposition:v", "attached_pic"],
      ...["-metadata:s:v", "title=Cover", "-metadata:s:v", "comment=Cover (front)"],
      ...["-c:a", "libmp3lame", "-q:a", "4", "-joint_stereo", "1", "-id3v2_version", "4", ...tags, part],
    ]);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
    await rm(picture, { force: true });
  }
}

async function ffmpeg(sound: Buffer, args: readonly string[]): Promise<void> {
  const child = spawn("ffmpeg", ["-v", "error", "-y", ...args], { stdio: ["pipe", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (text: Buffer) => {
    complaint += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", (error) =>
      reject(new Error(`ffmpeg can't be started (${error.message}): install it.`)),
    );
    child.on("close", resolve);
  });
  const [fed, code] = await Promise.allSettled([pipeline([sound], child.stdin), ended]);
  if (code.status === "rejected") throw code.reason;
  if (code.value !== 0 || fed.status === "rejected")
    throw new Error(`ffmpeg could not write the MP3: ${complaint.trim() || "it ended early"}.`);
}

function interleaved(left: Float32Array, right: Float32Array): Buffer {
  const both = new Float32Array(left.length * 2);
  for (let n = 0; n < left.length; n++) {
    both[2 * n] = left[n] ?? 0;
    both[2 * n + 1] = right[n] ?? 0;
  }
  return Buffer.from(both.buffer);
}
