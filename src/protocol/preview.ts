import type { Seen } from "./vision.ts";

/** One picture for the admin who aims the camera. It lies nowhere but in memory, and only until it is sent. */
export interface Shot {
  seen: Seen;
  /** A JPEG; empty where a recording has no pictures. */
  picture: Buffer;
}

/** More a second than these are never made: enough to aim by. */
export const SHOTS_PER_SECOND = 5;

/** Two lengths, big-endian, of the JSON and of the picture that follow. */
const HEAD_BYTES = 8;
/** Neither a picture of the preview nor what is told of it comes near this. */
const MOST_BYTES = 4 * 1024 * 1024;

/** As vision writes it to its socket. One byte from the other end asks for one shot. */
export function packShot({ seen, picture }: Shot): Buffer {
  const json = Buffer.from(JSON.stringify(seen));
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(json.length, 0);
  head.writeUInt32BE(picture.length, 4);
  return Buffer.concat([head, json, picture]);
}

/** Null as long as `bytes` do not hold a whole one. @throws RangeError for what vision never writes */
export function unpackShot(bytes: Buffer): { shot: Shot; rest: Buffer } | null {
  if (bytes.length < HEAD_BYTES) return null;
  const [jsonBytes, pictureBytes] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
  const end = HEAD_BYTES + jsonBytes + pictureBytes;
  if (end > MOST_BYTES) throw new RangeError(`A shot of ${end} bytes is none of vision's.`);
  if (bytes.length < end) return null;
  const json = bytes.toString("utf8", HEAD_BYTES, HEAD_BYTES + jsonBytes);
  return {
    shot: { seen: JSON.parse(json), picture: bytes.subarray(HEAD_BYTES + jsonBytes, end) },
    rest: bytes.subarray(end),
  };
}
