import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";

/**
 * A file system that answers nothing, as a share whose server is away: mounted through FUSE, with nobody at the other
 * end. Null where this may not be done; it takes root and /dev/fuse.
 */
export function hangingMount(folder: string): { undo: () => void } | null {
  let fuse: number;
  try {
    fuse = openSync("/dev/fuse", "r+");
  } catch {
    return null;
  }
  mkdirSync(folder);
  const options = "fd=3,rootmode=040000,user_id=0,group_id=0";
  const { status } = spawnSync("mount", ["-i", "-t", "fuse", "hanging", folder, "-o", options], {
    stdio: ["ignore", "ignore", "ignore", fuse],
  });
  const undo = (): void => {
    // Whoever still waits is told at last that there is nobody.
    closeSync(fuse);
    spawnSync("umount", ["-l", folder]);
  };
  if (status === 0) return { undo };
  closeSync(fuse);
  return null;
}
