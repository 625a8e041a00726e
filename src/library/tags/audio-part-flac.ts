import type { AudioPart, NoAudio } from "./audio-part.ts";
import type { OpenFile } from "./open-file.ts";

/** Far more blocks than any real file has; a file with more was made to keep us busy. */
const maxBlocks = 20_000;
/** The last frame's head lies in here but for recordings in the highest rates, which then declare nothing. */
const tailBytes = 128 * 1024;
/** Of music on CDs it does in here. */
const usualTailBytes = 32 * 1024;

/** After the last metadata block; each frame begins with fourteen set bits. */
export function findFlacAudio(file: OpenFile, start: number): AudioPart | NoAudio {
  const info = Buffer.from(file.bytesAt(start + 8, 34));
  let position = start + 4;
  for (let blocks = 0; blocks < maxBlocks; blocks++) {
    const head = file.bytesAt(position, 4);
    if (head.length < 4) return cutShort;
    position += 4 + head.readUIntBE(1, 3);
    if (head.readUInt8(0) & 0x80) break;
  }
  const sync = file.bytesAt(position, 2);
  if (sync.length < 2) return cutShort;
  if ((sync.readUInt16BE(0) & 0xfffe) !== 0xfff8)
    return { problem: "holds no FLAC frame where its first one should be" };
  const share = shareThere(file, position, info);
  return { container: "FLAC", from: position, to: file.size, share, breaksOff: false };
}

/** By the number that the last frame carries, against all samples that the head declares. */
function shareThere(file: OpenFile, from: number, info: Buffer): number | null {
  if (info.length < 34) return null;
  const samples = (info.readUInt8(13) & 15) * 2 ** 32 + info.readUInt32BE(14);
  if (samples === 0) return null;
  let reached: number | null = null;
  for (const length of [usualTailBytes, tailBytes]) {
    reached = lastSample(file, Math.max(from, file.size - length), info.readUInt16BE(0), samples);
    // Less than that may be a head that stands there by chance, before the last one: the longer tail tells.
    if (reached === samples) break;
  }
  return reached === null ? null : reached / samples;
}

/** The number of the sample behind the last frame whose head lies behind this place; null where there is none. */
function lastSample(file: OpenFile, from: number, fixedSize: number, samples: number): number | null {
  const room = Buffer.allocUnsafe(file.size - from);
  const tail = room.subarray(0, file.copy(room, from));
  let reached: number | null = null;
  for (let at = tail.indexOf(0xff); at >= 0; at = tail.indexOf(0xff, at + 1)) {
    const end = endOfFrame(tail, at, fixedSize);
    // A head that stands there by chance may carry any number: one that is too high tells nothing.
    if (end !== null && end <= samples) reached = Math.max(reached ?? 0, end);
  }
  return reached;
}

/** The number of the first sample behind the frame whose head is here; null where there is no head. */
function endOfFrame(bytes: Buffer, at: number, fixedSize: number): number | null {
  // The longest head takes 16 bytes.
  if (at + 16 > bytes.length || (bytes.readUInt8(at + 1) & 0xfe) !== 0xf8) return null;
  const sizeCode = bytes.readUInt8(at + 2) >> 4;
  const rateCode = bytes.readUInt8(at + 2) & 15;
  if (sizeCode === 0 || rateCode === 15 || bytes.readUInt8(at + 3) & 1) return null;
  const number = codedNumber(bytes, at + 4);
  if (!number) return null;
  let next = at + 4 + number.length;
  const size =
    sizeCode === 6
      ? bytes.readUInt8(next) + 1
      : sizeCode === 7
        ? bytes.readUInt16BE(next) + 1
        : sizeCode === 1
          ? 192
          : sizeCode < 6
            ? 576 << (sizeCode - 2)
            : 256 << (sizeCode - 8);
  next += sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0;
  next += rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0;
  if (crc8(bytes.subarray(at, next)) !== bytes[next]) return null;
  const countsSamples = (bytes.readUInt8(at + 1) & 1) === 1;
  return (countsSamples ? number.value : number.value * fixedSize) + size;
}

/** As UTF-8 encodes letters, but for numbers of up to 36 bits. */
function codedNumber(bytes: Buffer, at: number): { value: number; length: number } | null {
  const first = bytes.readUInt8(at);
  const ones = Math.clz32(~(first << 24));
  if (ones === 0) return { value: first, length: 1 };
  if (ones === 1 || ones > 7) return null;
  let value = first & (0x7f >> ones);
  for (let index = 1; index < ones; index++) {
    const next = bytes.readUInt8(at + index);
    if ((next & 0xc0) !== 0x80) return null;
    value = value * 64 + (next & 0x3f);
  }
  return { value, length: ones };
}

function crc8(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80 ? ((sum << 1) ^ 7) & 0xff : sum << 1;
  }
  return sum;
}

const cutShort: NoAudio = { problem: "ends before its first sound: it was cut short" };
