import { createHash, type Hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { AudioPart } from "./audio-part.ts";
import { bytesAt } from "./file-bytes.ts";

const sampleBytes = 32 * 1024;

/**
 * SHA-256, in hexadecimal, of the sound's size and three samples of it (start, middle, end): reads 96 KB however
 * long the file is, and stays the same when the file is moved or its tags are edited.
 */
export async function contentHash(file: FileHandle, { container, from, to }: AudioPart): Promise<string> {
  const hash = createHash("sha256").update(`${container} ${to - from}\n`);
  const last = Math.max(from, to - sampleBytes);
  for (const position of [from, from + Math.floor((last - from) / 2), last]) {
    const sample = await bytesAt(file, position, Math.min(sampleBytes, to - position));
    if (container === "Ogg") addPageBodies(hash, sample);
    else hash.update(sample);
  }
  return hash.digest("hex");
}

/** For a file without any sound to hash: each has its own, so that two empty files are not one song. */
export function brokenHash(path: string): string {
  return createHash("sha256").update(`broken ${path}`).digest("hex");
}

/** Longer tags renumber every later Ogg page and so change its checksum: only what the pages carry counts. */
function addPageBodies(hash: Hash, sample: Buffer): void {
  let page = sample.indexOf("OggS", 0, "latin1");
  while (page >= 0 && page + 27 <= sample.length) {
    const segments = sample.readUInt8(page + 26);
    const body = page + 27 + segments;
    const lengths = sample.subarray(page + 27, body);
    const end = body + lengths.reduce((sum, lace) => sum + lace, 0);
    if (end > sample.length) {
      // A page that reaches beyond the sample still counts as far as it is there.
      hash.update(sample.subarray(body));
      return;
    }
    hash.update(sample.subarray(body, end));
    page = sample.indexOf("OggS", end, "latin1");
  }
}
