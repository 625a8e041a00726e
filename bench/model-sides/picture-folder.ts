import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { classOfFolder } from "./class-names.ts";
import { decodePicture } from "./decode-picture.ts";
import type { LabelledPicture, LabelledSet } from "./labelled.ts";
import { Unusable } from "./unusable.ts";

const PICTURES = /\.(jpe?g|jpe|jfif|png|webp|bmp|tiff?|gif|avif)$/i;
const MOST_BYTES = 256 * 1024 * 1024;
/** Folders in folders; deeper ones are no data set. */
const DEEPEST = 8;

/**
 * Pictures sorted into folders by class. Where a folder holds one that is called like an expression, every folder
 * in it is a class, and what lies deeper belongs to it; other folders (train, test, a data set's name) are only
 * looked into.
 */
export async function pictureFolder(folder: string, classes: readonly string[]): Promise<LabelledSet> {
  const root = resolve(folder);
  const pictures: LabelledPicture[] = [];
  const leftOut: Record<string, number> = {};
  const visited = new Set<string>();

  const add = (path: string, label: number | null, className: string): void => {
    if (label === null) leftOut[className] = (leftOut[className] ?? 0) + 1;
    else pictures.push({ name: relative(root, path), label, decode: (opencv) => decode(path, opencv) });
  };

  /** `within` is the class whose folder this is or lies in; null above the classes. */
  const walk = async (
    path: string,
    within: { label: number | null; name: string } | null,
    depth: number,
  ): Promise<void> => {
    // A link may lead back to where the walk came from.
    const real = await realpath(path);
    if (visited.has(real) || depth > DEEPEST) return;
    visited.add(real);
    const { folders, files } = await list(path);
    for (const name of files)
      add(
        join(path, name),
        within?.label ?? null,
        within?.name ?? (path === root ? "(no folder)" : basename(path)),
      );
    const named = folders.map((name) => ({ name, label: classOfFolder(name, classes) }));
    const areClasses = within === null && named.some(({ label }) => label !== null);
    for (const one of named) await walk(join(path, one.name), areClasses ? one : within, depth + 1);
  };

  if (!(await stat(root).catch(() => null))?.isDirectory())
    throw new Unusable(
      `${folder} is no folder that can be read: --faces takes one with a folder for each class.`,
    );
  await walk(root, null, 0);
  if (pictures.length === 0)
    throw new Unusable(
      `${folder} holds no picture in a folder that is called like one of ${classes.join(", ")}${said(leftOut)}.`,
    );
  return { name: basename(root), pictures, leftOut };
}

/** What lies in a folder, links followed, in the order of names; neither hidden things nor what is no picture. */
async function list(path: string): Promise<{ folders: string[]; files: string[] }> {
  const folders: string[] = [];
  const files: string[] = [];
  const entries = (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const kind = await kindOf(path, entry);
    if (kind === "folder") folders.push(entry.name);
    else if (kind === "file" && PICTURES.test(entry.name)) files.push(entry.name);
  }
  return { folders, files };
}

async function kindOf(path: string, entry: Dirent): Promise<"folder" | "file" | null> {
  const it = entry.isSymbolicLink() ? await stat(join(path, entry.name)).catch(() => null) : entry;
  if (it?.isDirectory()) return "folder";
  return it?.isFile() ? "file" : null;
}

async function decode(path: string, opencv: Parameters<LabelledPicture["decode"]>[0]) {
  const file = await stat(path).catch(() => null);
  if (!file?.isFile() || file.size > MOST_BYTES) return null;
  const bytes = await readFile(path).catch(() => null);
  return bytes && decodePicture(bytes, opencv);
}

function said(leftOut: Readonly<Record<string, number>>): string {
  const names = Object.keys(leftOut);
  return names.length > 0 ? `; there are pictures in ${names.join(", ")}` : "";
}
