import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface MpvPlaces {
  /** Where mpv listens. Always the same for one audio device, so that the next daemon finds what this one left. */
  socket: string;
  /** Holds two process ids: the mpv that listens there, and the daemon that started it. */
  record: string;
}

export function mpvPlaces(socketDir: string, audioDevice: string): MpvPlaces {
  const plain = /^[a-z0-9]{1,16}$/.test(audioDevice);
  const name = plain ? audioDevice : createHash("sha256").update(audioDevice).digest("hex").slice(0, 12);
  return placesNamed(socketDir, `mpv-${name}`);
}

const placesNamed = (dir: string, name: string): MpvPlaces => ({
  socket: join(dir, `${name}.sock`),
  record: join(dir, `${name}.pid`),
});

export async function recordProcess(places: MpvPlaces, pid: number): Promise<void> {
  await writeFile(places.record, `${pid} ${process.pid}\n`);
}

/**
 * Ends every mpv that an earlier daemon left behind, whatever device it plays to, so that two songs never sound at
 * once. Answers their process ids, or a sentence where one can't be ended.
 */
export async function endOrphans(socketDir: string, own: MpvPlaces): Promise<number[] | string> {
  const ended: number[] = [];
  for (const file of await readdir(socketDir)) {
    const name = /^(mpv-[a-z0-9]+)\.pid$/.exec(file)?.[1];
    if (name === undefined) continue;
    const result = await endOrphan(placesNamed(socketDir, name), own);
    if (typeof result === "string") return result;
    if (result !== null) ended.push(result);
  }
  return ended;
}

async function endOrphan(places: MpvPlaces, own: MpvPlaces): Promise<number | null | string> {
  const [pid = 0, owner = 0] = (await readOrNothing(places.record)).split(" ").map(Number);
  // A process id may have gone to another program since, so the command line must name our socket.
  if (!(pid > 1) || !(await listensAt(pid, places.socket))) return null;
  if (owner === process.pid) {
    // Another output of this same daemon.
    if (places.socket !== own.socket) return null;
  } else if ((await parentOf(pid)) === owner) {
    return `another Mien (process ${owner}) plays through ${places.socket}; stop it first`;
  }
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (await listensAt(pid, places.socket))
      return `an earlier mpv (process ${pid}) can't be ended: ${String(error)}`;
  }
  for (let tries = 0; tries < 100; tries += 1) {
    if (!(await listensAt(pid, places.socket))) return pid;
    await delay(10);
  }
  return `an earlier mpv (process ${pid}) hangs in the system and can't be ended; start the machine again`;
}

/** A process that has ended but was not waited for has no command line: it makes no sound any more. */
async function listensAt(pid: number, socket: string): Promise<boolean> {
  const commandLine = await readOrNothing(`/proc/${pid}/cmdline`);
  return commandLine.split("\0").includes(`--input-ipc-server=${socket}`);
}

async function parentOf(pid: number): Promise<number> {
  return Number(/^PPid:\s*(\d+)/m.exec(await readOrNothing(`/proc/${pid}/status`))?.[1]);
}

const readOrNothing = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");
