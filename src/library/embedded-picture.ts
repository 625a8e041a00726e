import { parseFile } from "music-metadata";

/** The bytes of a file's picture, the front cover before any other; null where there is none. */
export async function embeddedPicture(path: string): Promise<Uint8Array | null> {
  const { common } = await parseFile(path, { duration: false });
  const pictures = (common.picture ?? []).filter(({ data }) => data.length > 0);
  const front = pictures.find(({ type }) => type !== undefined && /front/i.test(type));
  return (front ?? pictures[0])?.data ?? null;
}
