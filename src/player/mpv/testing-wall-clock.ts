import { execFile } from "node:child_process";
import { chmod, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const source = join(import.meta.dirname, "../../../../src/player/mpv/testing-wall-clock.c");

/** An mpv, to be run as `binary`, whose wall clock can be set without that of the machine, and ours beside it. */
export async function mpvWithClock(folder: string) {
  const [binary, library, file] = ["mpv-with-clock", "wall-clock.so", "wall-clock"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await promisify(execFile)("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl"]);
  let movedMs = 0;
  const setBy = async (byMs: number): Promise<void> => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(movedMs + byMs) * 1_000_000n);
    // In place, because it is mapped; nothing is cut off in between.
    const written = await open(file, "r+");
    await written.write(bytes, 0, bytes.length, 0);
    await written.close();
    movedMs += byMs;
  };
  await writeFile(file, Buffer.alloc(8));
  await writeFile(binary, `#!/bin/sh\nLD_PRELOAD=${library} WALL_CLOCK=${file} exec mpv "$@"\n`);
  await chmod(binary, 0o755);
  return { binary, setBy, now: () => Date.now() + movedMs };
}
