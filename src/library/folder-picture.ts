import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** In order of preference, as players and taggers name them. */
const stems = ["cover", "folder", "front", "albumart", "album"];
const endings = ["jpg", "jpeg", "png", "webp"];
const names = stems.flatMap((stem) => endings.map((ending) => `${stem}.${ending}`));

/** Whether a picture of this name would be a cover for the music beside it. */
export function isFolderPictureName(name: string): boolean {
  return names.includes(name.toLowerCase());
}

/** Small, because a scan goes through one folder after the other. */
let last: { folder: string; modified: number; picture: string | null } | null = null;

/** The path of the cover picture that lies beside a music file, or null. */
export async function folderPicture(musicPath: string): Promise<string | null> {
  const folder = dirname(musicPath);
  const { mtimeMs } = await stat(folder);
  if (last?.folder !== folder || last.modified !== mtimeMs)
    last = { folder, modified: mtimeMs, picture: await findPicture(folder) };
  return last.picture;
}

async function findPicture(folder: string): Promise<string | null> {
  const entries = await readdir(folder);
  const byLowerCase = new Map(entries.map((name) => [name.toLowerCase(), name]));
  for (const name of names) {
    const real = byLowerCase.get(name);
    // Not a pipe, a device or a folder of that name.
    if (real && (await stat(join(folder, real))).isFile()) return join(folder, real);
  }
  return null;
}
