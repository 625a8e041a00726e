import { type IPicture, parseFromTokenizer } from "music-metadata";
import { OpenFile } from "./open-file.ts";
import { OpenFileTokenizer } from "./open-file-tokenizer.ts";

const maxBytes = 32 * 1024 * 1024;

/**
 * The bytes of a file's picture, the front cover before any other; null where there is none, or not any more. Blocks,
 * so this is for a process of its own.
 */
export async function embeddedPicture(path: string): Promise<Uint8Array | null> {
  let file: OpenFile | null = null;
  try {
    file = new OpenFile(path);
    if (!file.isFile) return null;
    const { common } = await parseFromTokenizer(new OpenFileTokenizer(file), { duration: false });
    return choose((common.picture ?? []).filter(({ data }) => data.length > 0 && data.length <= maxBytes));
  } catch {
    // Whatever is wrong with the file, the scan says so; a page only wants to know whether there is a picture.
    return null;
  } finally {
    file?.close();
  }
}

function choose(pictures: readonly IPicture[]): Uint8Array | null {
  const front = pictures.find(({ type }) => type !== undefined && /front/i.test(type));
  return (front ?? pictures[0])?.data ?? null;
}
