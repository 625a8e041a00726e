import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { type IPicture, parseFile } from "music-metadata";

const maxBytes = 32 * 1024 * 1024;

/** The bytes of a file's picture, the front cover before any other; null where there is none, or not any more. */
export async function embeddedPicture(path: string): Promise<Uint8Array | null> {
  try {
    // Non-blocking, because opening a pipe that took the file's place would wait for a writer.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const isFile = (await file.stat()).isFile();
    await file.close();
    if (!isFile) return null;
    const { common } = await parseFile(path, { duration: false });
    return choose((common.picture ?? []).filter(({ data }) => data.length > 0 && data.length <= maxBytes));
  } catch {
    // Whatever is wrong with the file, the scan says so; a page only wants to know whether there is a picture.
    return null;
  }
}

function choose(pictures: readonly IPicture[]): Uint8Array | null {
  const front = pictures.find(({ type }) => type !== undefined && /front/i.test(type));
  return (front ?? pictures[0])?.data ?? null;
}
