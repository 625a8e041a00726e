import type { AudioPart, NoAudio } from "./audio-part.ts";
import type { OpenFile } from "./open-file.ts";

/** Some encoders and download tools leave this much padding or junk between the tag and the first frame. */
const searchBytes = 128 * 1024;
/** Where nearly every first frame lies, with two that follow it. */
const usualBytes = 8 * 1024;

const kbitsV1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const kbitsV2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const hertzV1 = [44_100, 48_000, 32_000];

/** The offset after any ID3v2 tags at the start of a file. */
export function skipId3v2(file: OpenFile): number {
  let position = 0;
  // More than a few tags in a row is a file made to keep us busy.
  for (let tags = 0; tags < 4 && position < file.size; tags++) {
    const head = file.bytesAt(position, 10);
    if (head.length < 10 || head.toString("latin1", 0, 3) !== "ID3") break;
    const body = head.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
    const footer = head.readUInt8(5) & 0x10 ? 10 : 0;
    position += 10 + body + footer;
  }
  return position;
}

/** Layer III frames from `start`; random bytes don't pass, because three frames have to follow one another. */
export function findMp3Audio(file: OpenFile, start: number): AudioPart | NoAudio {
  if (start >= file.size) return { problem: "ends within its own tag: it was cut short" };
  const { head, offset } =
    searchFrame(file, start, usualBytes) ?? searchFrame(file, start, searchBytes) ?? noFrame;
  if (offset === null) return { problem: "holds no sound in any of the formats that Mien reads" };
  const contents = tableOfContents(head.subarray(offset));
  // The table is a frame without sound, and some taggers write it anew.
  const from = start + offset + (contents?.length ?? 0);
  const to = beforeEndTags(file, from);
  const declared = contents?.declaredBytes ?? null;
  return { container: "MP3", from, to, share: declared ? (to - from) / declared : null, breaksOff: false };
}

const noFrame = { head: Buffer.alloc(0), offset: null };

function searchFrame(file: OpenFile, start: number, length: number): { head: Buffer; offset: number } | null {
  const room = Buffer.allocUnsafe(Math.min(length, file.size - start));
  const head = room.subarray(0, file.copy(room, start));
  const offset = firstFrame(head, start + head.length === file.size);
  return offset === null ? null : { head, offset };
}

interface Frame {
  length: number;
  /** Version, layer and sampling rate: the same in all frames of one file. */
  kind: number;
  mono: boolean;
  v1: boolean;
}

function frameAt(bytes: Buffer, offset: number): Frame | null {
  if (offset + 4 > bytes.length) return null;
  const word = bytes.readUInt32BE(offset);
  const version = (word >>> 19) & 3;
  const kbitIndex = (word >>> 12) & 15;
  const hertz = hertzV1[(word >>> 10) & 3];
  const layerIII = ((word >>> 17) & 3) === 1;
  if (word >>> 21 !== 0x7ff || version === 1 || !layerIII || hertz === undefined) return null;
  const v1 = version === 3;
  const kbits = (v1 ? kbitsV1 : kbitsV2)[kbitIndex];
  if (!kbits) return null;
  const rate = v1 ? hertz : version === 2 ? hertz / 2 : hertz / 4;
  const length = Math.floor(((v1 ? 144_000 : 72_000) * kbits) / rate) + ((word >>> 9) & 1);
  return { length, kind: (word & 0x001e0c00) >>> 0, mono: ((word >>> 6) & 3) === 3, v1 };
}

function firstFrame(bytes: Buffer, isWholeRest: boolean): number | null {
  for (let offset = bytes.indexOf(0xff); offset >= 0; offset = bytes.indexOf(0xff, offset + 1)) {
    const first = frameAt(bytes, offset);
    if (first && framesFollow(bytes, offset, first, isWholeRest)) return offset;
  }
  return null;
}

function framesFollow(bytes: Buffer, offset: number, first: Frame, isWholeRest: boolean): boolean {
  let next = offset + first.length;
  for (let seen = 1; seen < 3; seen++) {
    if (isWholeRest && next >= bytes.length) return seen > 1;
    const frame = frameAt(bytes, next);
    if (!frame || frame.kind !== first.kind) return false;
    next += frame.length;
  }
  return true;
}

/** The Xing or Info header, which LAME and ffmpeg write into a first frame of its own. */
function tableOfContents(frame: Buffer): { length: number; declaredBytes: number | null } | null {
  const first = frameAt(frame, 0);
  if (!first) return null;
  const sideInfo = first.v1 ? (first.mono ? 17 : 32) : first.mono ? 9 : 17;
  const at = 4 + sideInfo;
  const name = frame.toString("latin1", at, at + 4);
  if ((name !== "Xing" && name !== "Info") || frame.length < at + 16) return null;
  const flags = frame.readUInt32BE(at + 4);
  if (!(flags & 2)) return { length: first.length, declaredBytes: null };
  const all = frame.readUInt32BE(at + 8 + (flags & 1 ? 4 : 0));
  return { length: first.length, declaredBytes: Math.max(0, all - first.length) };
}

function beforeEndTags(file: OpenFile, from: number): number {
  let to = file.size;
  const id3v1 = file.bytesAt(to - 128, 3);
  if (to - 128 > from && id3v1.toString("latin1") === "TAG") to -= 128;
  const ape = file.bytesAt(Math.max(0, to - 32), 32);
  if (ape.length === 32 && ape.toString("latin1", 0, 8) === "APETAGEX") {
    const hasHeader = (ape.readUInt32LE(20) & 0x8000_0000) !== 0;
    const bytes = ape.readUInt32LE(12) + (hasHeader ? 32 : 0);
    if (to - bytes > from) to -= bytes;
  }
  return to;
}
