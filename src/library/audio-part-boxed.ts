import type { FileHandle } from "node:fs/promises";
import type { AudioPart, NoAudio } from "./audio-part.ts";
import { bytesAt } from "./file-bytes.ts";

/** Far more parts than any real file has; a file with more was made to keep us busy. */
const maxParts = 20_000;

/** After the last metadata block; each frame begins with fourteen set bits. */
export async function findFlacAudio(
  file: FileHandle,
  start: number,
  size: number,
): Promise<AudioPart | NoAudio> {
  let position = start + 4;
  for (let blocks = 0; blocks < maxParts; blocks++) {
    const head = await bytesAt(file, position, 4);
    if (head.length < 4) return cutShort;
    position += 4 + head.readUIntBE(1, 3);
    if (head.readUInt8(0) & 0x80) break;
  }
  const sync = await bytesAt(file, position, 2);
  if (sync.length < 2) return cutShort;
  if ((sync.readUInt16BE(0) & 0xfffe) !== 0xfff8)
    return { problem: "holds no FLAC frame where its first one should be" };
  return { container: "FLAC", from: position, to: size, declaredBytes: null };
}

/** The first page with a position after the header pages, whose position is 0 (or none, inside a long packet). */
export async function findOggAudio(
  file: FileHandle,
  start: number,
  size: number,
): Promise<AudioPart | NoAudio> {
  let position = start;
  for (let pages = 0; pages < maxParts && position < size; pages++) {
    const head = await bytesAt(file, position, 27 + 255);
    if (head.length < 27) return cutShort;
    if (head.toString("latin1", 0, 4) !== "OggS") return { problem: "has a broken Ogg page near its start" };
    const granule = head.readBigInt64LE(6);
    if (granule > 0n) return { container: "Ogg", from: position, to: size, declaredBytes: null };
    const segments = head.readUInt8(26);
    const body = head.subarray(27, 27 + segments).reduce((sum, lace) => sum + lace, 0);
    position += 27 + segments + body;
  }
  return cutShort;
}

/** The `mdat` boxes; without a `moov` box nothing can tell what is in them. */
export async function findM4aAudio(
  file: FileHandle,
  start: number,
  size: number,
): Promise<AudioPart | NoAudio> {
  let position = start;
  let from = 0;
  let to = 0;
  let declared = 0;
  let hasIndex = false;
  for (let boxes = 0; boxes < maxParts && position + 8 <= size; boxes++) {
    const head = await bytesAt(file, position, 16);
    const type = head.toString("latin1", 4, 8);
    const short = head.readUInt32BE(0);
    const long = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short;
    const length = short === 0 ? size - position : long;
    if (length < 8) return { problem: "has a box of an impossible size" };
    if (type === "moov") hasIndex = true;
    if (type === "mdat") {
      from ||= position;
      to = Math.min(size, position + length);
      declared += length;
    }
    position += length;
  }
  if (!hasIndex) return { problem: "lacks its index (moov): it was cut short or is still being written" };
  if (from === 0) return { problem: "has an index but no sound (mdat)" };
  return { container: "M4A", from, to, declaredBytes: declared };
}

export async function findWavAudio(
  file: FileHandle,
  start: number,
  size: number,
): Promise<AudioPart | NoAudio> {
  let position = start + 12;
  for (let chunks = 0; chunks < maxParts && position + 8 <= size; chunks++) {
    const head = await bytesAt(file, position, 8);
    const length = head.readUInt32LE(4);
    const from = position + 8;
    if (head.toString("latin1", 0, 4) === "data") {
      // Programs that write to a pipe, and RF64, leave 0 or all ones here: then it goes to the end.
      const known = length !== 0 && length < 0xffff_fff0;
      const to = known ? Math.min(size, from + length) : size;
      return { container: "WAV", from, to, declaredBytes: known ? length : null };
    }
    position = from + length + (length % 2);
  }
  return { problem: "holds no sound (no data chunk)" };
}

const cutShort: NoAudio = { problem: "ends before its first sound: it was cut short" };
