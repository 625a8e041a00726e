import type { AudioPart, NoAudio } from "./audio-part.ts";
import type { OpenFile } from "./open-file.ts";

/** Far more parts than any real file has; a file with more was made to keep us busy. */
const maxParts = 20_000;

/** The `mdat` boxes; without a `moov` box nothing can tell what is in them. */
export function findM4aAudio(file: OpenFile, start: number): AudioPart | NoAudio {
  const { size } = file;
  let position = start;
  let from = 0;
  let to = 0;
  let declared = 0;
  let hasIndex = false;
  for (let boxes = 0; boxes < maxParts && position + 8 <= size; boxes++) {
    const head = file.bytesAt(position, 16);
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
  return { container: "M4A", from, to, share: (to - from) / declared, breaksOff: false };
}

export function findWavAudio(file: OpenFile, start: number): AudioPart | NoAudio {
  const { size } = file;
  let position = start + 12;
  for (let chunks = 0; chunks < maxParts && position + 8 <= size; chunks++) {
    const head = file.bytesAt(position, 8);
    const length = head.readUInt32LE(4);
    const from = position + 8;
    if (head.toString("latin1", 0, 4) === "data") {
      // Programs that write to a pipe, and RF64, leave 0 or all ones here: then it goes to the end.
      const known = length !== 0 && length < 0xffff_fff0;
      const to = known ? Math.min(size, from + length) : size;
      return { container: "WAV", from, to, share: known ? (to - from) / length : null, breaksOff: false };
    }
    position = from + length + (length % 2);
  }
  return { problem: "holds no sound (no data chunk)" };
}
