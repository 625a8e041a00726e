import { parseBuffer } from "music-metadata";

const types = ["audio/mpeg", "audio/flac", "audio/ogg", "audio/mp4", "audio/wav"];

/** Has music-metadata load the parts of itself that Mien needs: it does so with the first file of each type. */
export async function loadParsers(): Promise<void> {
  const none = new Uint8Array(64);
  // Nothing can be read from nothing, and each parser says so.
  await Promise.allSettled(types.map((mimeType) => parseBuffer(none, { mimeType }, { duration: false })));
}
