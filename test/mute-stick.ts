import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/**
 * A stick that lists these files and hangs where one of them is read, or opened already, or where it is asked for its
 * room, so hard that whoever asks can't be ended: a FUSE file system with a program at its other end. Null where this may
 * not be done; it takes root and /dev/fuse.
 */
export async function muteStick(
  folder: string,
  names: readonly string[],
  hangsAt: "read" | "open" | "room" = "read",
): Promise<{ undo: () => void } | null> {
  mkdirSync(folder);
  const main = join(import.meta.dirname, "mute-stick-main.js");
  const program = spawn(process.execPath, [main, hangsAt, folder, ...names], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const isThere = await Promise.race([
    once(program.stdout, "data").then(() => true),
    once(program, "exit").then(() => false),
  ]);
  if (!isThere) return null;
  const undo = (): void => {
    // Whoever still waits is told at last that there is nobody.
    program.kill("SIGKILL");
    spawnSync("umount", ["-l", folder]);
  };
  return { undo };
}
