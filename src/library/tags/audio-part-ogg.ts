import type { AudioPart, NoAudio } from "./audio-part.ts";
import type { OpenFile } from "./open-file.ts";

/** Far more pages than any real file's head has; a file with more was made to keep us busy. */
const maxPages = 20_000;
/** A page has at most 65,307 bytes. */
const tailBytes = 64 * 1024;

/** From the first page with a position after the header pages, whose position is 0 (or none, inside a long packet). */
export function findOggAudio(file: OpenFile, start: number): AudioPart | NoAudio {
  let position = start;
  for (let pages = 0; pages < maxPages && position < file.size; pages++) {
    const head = file.bytesAt(position, 27 + 255);
    if (head.length < 27) return cutShort;
    if (head.toString("latin1", 0, 4) !== "OggS") return { problem: "has a broken Ogg page near its start" };
    if (head.readBigInt64LE(6) > 0n) {
      const breaksOff = endsInPage(file, position);
      return { container: "Ogg", from: position, to: file.size, share: null, breaksOff };
    }
    position += pageLength(head);
  }
  return cutShort;
}

/** Ogg declares no length, but its last page has to be whole. */
function endsInPage(file: OpenFile, from: number): boolean {
  const room = Buffer.allocUnsafe(Math.min(tailBytes, file.size - from));
  const tail = room.subarray(0, file.copy(room, file.size - room.length));
  const last = tail.lastIndexOf("OggS", tail.length, "latin1");
  return last < 0 || last + 27 > tail.length || last + pageLength(tail.subarray(last)) > tail.length;
}

/** Of a page that begins here, as far as its head is there. */
function pageLength(head: Buffer): number {
  const segments = head.readUInt8(26);
  const laces = head.subarray(27, 27 + segments);
  return 27 + segments + laces.reduce((sum, lace) => sum + lace, 0);
}

const cutShort: NoAudio = { problem: "ends before its first sound: it was cut short" };
