import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { Track } from "../../protocol/music.ts";
import { embeddedPicture } from "../tags/embedded-picture.ts";
import { folderPicture } from "../tags/folder-picture.ts";

const maxBytes = 32 * 1024 * 1024;

export interface CoverPicture {
  bytes: Uint8Array;
  /** SHA-256 in hexadecimal: the songs of an album have the same. */
  hash: string;
}

/** The picture in a music file or beside it; null where there is none any more, or one of more than 32 MB. */
export async function coverPicture(
  path: string,
  cover: NonNullable<Track["cover"]>,
): Promise<CoverPicture | null> {
  const bytes = cover === "embedded" ? await embeddedPicture(path) : await beside(path);
  return bytes && { bytes, hash: createHash("sha256").update(bytes).digest("hex") };
}

async function beside(path: string): Promise<Uint8Array | null> {
  try {
    const picture = await folderPicture(path);
    if (picture === null) return null;
    // Non-blocking, because opening a pipe that took the picture's place would wait for a writer.
    const file = await open(picture, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await file.stat();
      return stats.isFile() && stats.size <= maxBytes ? await file.readFile() : null;
    } finally {
      await file.close();
    }
  } catch {
    // The folder has gone since the scan.
    return null;
  }
}
