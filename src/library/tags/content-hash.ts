import { createHash, type Hash } from "node:crypto";
import type { AudioPart } from "./audio-part.ts";
import type { OpenFile } from "./open-file.ts";

const sampleBytes = 32 * 1024;
const room = Buffer.allocUnsafeSlow(3 * sampleBytes);

/** Start, middle and end of the sound: 96 KB however long it is. Valid until the next call. */
export function samplesOf(file: OpenFile, { from, to }: AudioPart): readonly [Buffer, Buffer, Buffer] {
  const last = Math.max(from, to - sampleBytes);
  const sample = (slot: number, position: number) => {
    const target = room.subarray(
      slot * sampleBytes,
      slot * sampleBytes + Math.min(sampleBytes, to - position),
    );
    return target.subarray(0, file.copy(target, position));
  };
  return [sample(0, from), sample(1, from + Math.floor((last - from) / 2)), sample(2, last)];
}

/**
 * SHA-256, in hexadecimal, of the sound's size and its samples: stays the same when the file is moved or its tags
 * are edited.
 */
export function contentHash(samples: readonly Buffer[], { container, from, to }: AudioPart): string {
  const hash = createHash("sha256").update(`${container} ${to - from}\n`);
  for (const sample of samples)
    if (container === "Ogg") addPageBodies(hash, sample);
    else hash.update(sample);
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
