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
  // Not a pipe, a device, a folder or a link of that name: as the scan has it.
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  const byLowerCase = new Map(files.map(({ name }) => [name.toLowerCase(), name]));
  const name = names.find((each) => byLowerCase.has(each));
  return name === undefined ? null : join(folder, byLowerCase.get(name) ?? name);
}
