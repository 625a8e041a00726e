import { readFile, stat } from "node:fs/promises";
import sharp from "sharp";
import { folderPicture } from "./folder-picture.ts";
import { Reader } from "./reader.ts";

export interface Cover {
  type: "image/jpeg" | "image/webp";
  bytes: Buffer;
}

const maxSidePx = 1024;
/** As many as a good phone's camera has; a decompression bomb has thousands of millions in a few kilobytes. */
const maxPixels = 50_000_000;
const maxBytes = 32 * 1024 * 1024;
const idleMs = 10_000;

// Each cover is asked for once and kept by the browser: a cache here would only hold memory.
sharp.cache(false);

const reader = new Reader();
let last: Promise<unknown> = Promise.resolve();
let idle: NodeJS.Timeout | undefined;

/**
 * The picture in a music file or beside it, within a square of `sidePx` (1 to 1024; never enlarged), as a JPEG. Null
 * where there is none that can be shown: gone, damaged, too big, or no JPEG, PNG, WebP or GIF.
 * The file is taken apart in the reader's thread, the picture in libvips' threads, one after the other.
 */
export async function readCover(
  path: string,
  kind: "embedded" | "folder",
  sidePx: number,
): Promise<Cover | null> {
  const picture = kind === "embedded" ? await inTurn(() => embedded(path)) : await beside(path);
  if (!picture || !isPicture(picture)) return null;
  const side = Math.max(1, Math.min(maxSidePx, Math.round(sidePx)));
  try {
    const bytes = await sharp(picture, { limitInputPixels: maxPixels, failOn: "truncated" })
      .timeout({ seconds: 5 })
      .autoOrient()
      .resize(side, side, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#111" })
      .jpeg({ quality: 82, progressive: true })
      .toBuffer();
    return { type: "image/jpeg", bytes };
  } catch {
    // libvips' reasons for refusing a picture help nobody: the song plays without one.
    return null;
  }
}

/** Six picks ask for six covers at once; one thread that reads them in turn is enough, and goes when it is idle. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  clearTimeout(idle);
  const turn = last.then(work, work);
  last = turn.finally(() => {
    clearTimeout(idle);
    idle = setTimeout(() => void reader.rest(), idleMs).unref();
  });
  return turn;
}

async function embedded(path: string): Promise<Uint8Array | null> {
  const answer = await reader.picture(path);
  return "lost" in answer ? null : answer.bytes;
}

async function beside(path: string): Promise<Uint8Array | null> {
  try {
    const picture = await folderPicture(path);
    if (picture === null || (await stat(picture)).size > maxBytes) return null;
    return await readFile(picture);
  } catch {
    // The folder has gone since the scan.
    return null;
  }
}

/** sharp would also run SVG and other formats with far more code behind them. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return /^(\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF.{4}WEBP)/s.test(head);
}
