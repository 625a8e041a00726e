import { readdir, readFile, realpath, statfs } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Drive } from "../../protocol/music-in.ts";

/** Where the kernel tells of mounts and disks; other folders for tests. */
export interface KernelFolders {
  mountinfo: string;
  sys: string;
  byLabel: string;
  byUuid: string;
}

/** What tells one drive from another, for the daemon alone. */
export interface MountedDrive extends Drive {
  /** As the kernel numbers it while it is plugged in: `8:17`. */
  device: string;
  /** Of its file system, wherever it is plugged in; null where it has none. */
  uuid: string | null;
}

const kernel: KernelFolders = {
  mountinfo: "/proc/self/mountinfo",
  sys: "/sys",
  byLabel: "/dev/disk/by-label",
  byUuid: "/dev/disk/by-uuid",
};

interface Mount {
  device: string;
  path: string;
  source: string;
}

/**
 * Sticks, cards and disks that are mounted and could be pulled out: those that the kernel calls removable, what hangs
 * on USB, and SD cards; but never the disk that the system itself runs from. Where the kernel doesn't tell, none.
 */
export async function removableDrives(where: KernelFolders = kernel): Promise<readonly MountedDrive[]> {
  const mounts = mountsIn(await text(where.mountinfo));
  const disks = await Promise.all(mounts.map((mount) => diskOf(mount, where.sys)));
  const ofSystem = new Set(disks.filter((_, index) => isOfSystem(mounts[index] as Mount)));
  const [labels, uuids] = [await namesIn(where.byLabel), await namesIn(where.byUuid)];
  const seen = new Set<string>();
  const drives: MountedDrive[] = [];
  for (const [index, mount] of mounts.entries()) {
    const disk = disks[index] ?? null;
    if (disk === null || ofSystem.has(disk) || seen.has(mount.device) || !(await canBePulled(disk))) continue;
    seen.add(mount.device);
    const room = await roomOf(mount.path);
    const { path, device } = mount;
    const name = basename(mount.source);
    const label = labels.get(name) ?? basename(path);
    if (room) drives.push({ path, device, label, uuid: uuids.get(name) ?? null, ...room });
  }
  return drives;
}

/** proc(5): id, parent, device, root, mount point, options, optional fields, `-`, type, source. */
function mountsIn(mountinfo: string): Mount[] {
  return mountinfo.split("\n").flatMap((line) => {
    const [before = "", after = ""] = line.split(" - ");
    const [, , device, root, path] = before.split(" ");
    const [, source] = after.split(" ");
    // Only whole file systems on disks, not folders of them that are mounted elsewhere.
    if (!device || !path || root !== "/" || !source?.startsWith("/dev/")) return [];
    return [{ device, path: unescaped(path), source: unescaped(source) }];
  });
}

/** The kernel writes spaces and the like as `\040`, udev as `\x20`. */
function unescaped(text: string): string {
  return text.replace(/\\x([0-9a-f]{2})|\\([0-7]{3})/g, (_, hex?: string, octal?: string) =>
    String.fromCharCode(hex === undefined ? Number.parseInt(octal ?? "", 8) : Number.parseInt(hex, 16)),
  );
}

function isOfSystem({ path }: Mount): boolean {
  return path === "/" || /^\/(boot|usr|var|home|etc|opt|srv)(\/|$)/.test(path);
}

/** The folder in /sys of the whole disk that a mount is on. */
async function diskOf({ device, source }: Mount, sys: string): Promise<string | null> {
  const folder =
    (await real(join(sys, "dev/block", device))) ?? (await real(join(sys, "class/block", basename(source))));
  if (folder === null) return null;
  return (await text(join(folder, "partition"))) === "" ? folder : dirname(folder);
}

async function canBePulled(disk: string): Promise<boolean> {
  if (/\/usb\d+\//.test(disk)) return true;
  if ((await text(join(disk, "removable"))).trim() === "1") return true;
  return (await text(join(disk, "device/type"))).trim() === "SD";
}

/** By the device that each of them is a link to. */
async function namesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const name of await readdir(folder).catch(() => [])) {
    const device = await real(join(folder, name));
    if (device !== null) names.set(basename(device), unescaped(name));
  }
  return names;
}

async function roomOf(path: string): Promise<Pick<Drive, "totalBytes" | "freeBytes"> | null> {
  try {
    const { blocks, bavail, bsize } = await statfs(path);
    return { totalBytes: blocks * bsize, freeBytes: bavail * bsize };
  } catch {
    // Pulled out while this looked.
    return null;
  }
}

const text = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");
const real = (path: string): Promise<string | null> => realpath(path).catch(() => null);
