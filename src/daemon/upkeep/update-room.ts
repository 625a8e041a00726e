import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { freeBytes } from "../../library/free-space.ts";
import { keepFreeBytes } from "../../library/upload/landing.ts";

const MB = 1024 * 1024;
/** As scripts/lib/unpack.sh and systemd/update-wanted ask for them, once a release is here. */
const unpackedBytes = 1_200 * MB;
const takenOverBytes = 50 * MB;

/** Where an update writes: what is sent lies in `data`, and is copied, with the data itself, to `copies`. */
export interface UpdatePlaces {
  data: string;
  programs: string;
  copies: string;
}

/** What is there of disks. */
export interface Disks {
  free(folder: string): Promise<number>;
  /** Which one a folder is on, or will be. */
  of(folder: string): Promise<number>;
}

export const realDisks: Disks = { free: freeBytes, of: diskOf };

/** The folder whose disk lacks most for a whole update with a release of this size, `come` of which is here already. */
export async function updateLack(
  places: UpdatePlaces,
  release: { bytes: number; come: number },
  disks: Disks,
): Promise<{ folder: string; bytes: number } | null> {
  const { bytes, come } = release;
  const wants = [
    // Some of it stays free for what else is written.
    { folder: places.data, bytes: bytes - come + keepFreeBytes },
    { folder: places.programs, bytes: unpackedBytes },
    { folder: places.copies, bytes: bytes + takenOverBytes + (await bytesOfFiles(dirname(places.data))) },
  ];
  const perDisk = new Map<number, { folder: string; bytes: number }>();
  for (const { folder, bytes } of wants) {
    const disk = await disks.of(folder);
    const before = perDisk.get(disk);
    if (before === undefined) perDisk.set(disk, { folder, bytes });
    else before.bytes += bytes;
  }
  let worst: { folder: string; bytes: number } | null = null;
  for (const { folder, bytes } of perDisk.values()) {
    const lack = bytes - (await disks.free(folder));
    if (lack > (worst?.bytes ?? 0)) worst = { folder, bytes: lack };
  }
  return worst;
}

/** Of the database and what lies beside it: folders are not copied. */
async function bytesOfFiles(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isFile()) bytes += (await stat(join(folder, entry.name)).catch(() => null))?.size ?? 0;
  return bytes;
}

async function diskOf(folder: string): Promise<number> {
  try {
    return (await stat(folder)).dev;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(folder) === folder) throw error;
    return diskOf(dirname(folder));
  }
}
