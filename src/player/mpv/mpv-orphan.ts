import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { MpvIpc } from "./mpv-ipc.ts";
import { beganAt, commandLineOf, isAlive, isListenedTo, startedWith } from "./process-facts.ts";

export interface MpvPlaces {
  /** Where mpv listens. Always the same for one audio device, so that the next daemon finds what this one left. */
  socket: string;
  /** Holds the process id of the mpv that listens there, that of the daemon it belongs to, and when each began. */
  record: string;
}

export function mpvPlaces(socketDir: string, audioDevice: string, deck: "a" | "b" = "a"): MpvPlaces {
  const plain = /^[a-z0-9]{1,16}$/.test(audioDevice);
  const name = plain ? audioDevice : createHash("sha256").update(audioDevice).digest("hex").slice(0, 12);
  return placesNamed(socketDir, deck === "a" ? `mpv-${name}` : `mpv-${name}-b`);
}

const placesNamed = (dir: string, name: string): MpvPlaces => ({
  socket: join(dir, `${name}.sock`),
  record: join(dir, `${name}.pid`),
});

/** The mpv of this daemon by its socket, for where there is no record of it. */
const ours = new Map<string, number>();

/** A full disk takes none: then mpv itself is asked at its socket, which needs no room. */
export async function recordProcess(places: MpvPlaces, pid: number): Promise<void> {
  ours.set(places.socket, pid);
  const [owner, mpv] = await Promise.all([beganAt(process.pid), beganAt(pid)]);
  try {
    await writeFile(places.record, `${pid} ${process.pid} ${owner} ${mpv}\n`);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["ENOSPC", "EDQUOT"].includes(code)) throw error;
  }
}

/** The mpv that an earlier daemon left at this place, started just as we would start it; null where there is none. */
export async function findOrphan(places: MpvPlaces, args: readonly string[]): Promise<number | null> {
  const { pid, owned } = await readRecord(places);
  if (pid === null || owned || !(await listensAt(pid, places.socket))) return null;
  const commandLine = await commandLineOf(pid);
  // One of another sandbox does not show how it was started; its socket says what it plays to.
  if (commandLine === null) return pid;
  return commandLine.slice(1).join("\0") === args.join("\0") ? pid : null;
}

/**
 * Ends every mpv that an earlier daemon left behind, whatever device it plays to, so that two songs never sound at
 * once; but those at the places that are kept. Answers their process ids, or a sentence where one can't be ended.
 */
export async function endOrphans(
  socketDir: string,
  own: MpvPlaces,
  kept: readonly MpvPlaces[] = [],
): Promise<number[] | string> {
  const ended: number[] = [];
  const files = await readdir(socketDir);
  const names = files.flatMap((file) => /^(mpv-[a-z0-9-]+)\.(?:pid|sock)$/.exec(file)?.[1] ?? []);
  for (const name of new Set(names)) {
    const places = placesNamed(socketDir, name);
    if (kept.some(({ record }) => record === places.record)) continue;
    const result = await endOrphan(places, own);
    if (typeof result === "string") return result;
    if (result !== null) ended.push(result);
  }
  return ended;
}

async function endOrphan(places: MpvPlaces, own: MpvPlaces): Promise<number | null | string> {
  const { pid, owner, owned } = await readRecord(places);
  if (pid === null || !(await listensAt(pid, places.socket))) return null;
  if (owned && owner === process.pid) {
    // Another output of this same daemon.
    if (places.socket !== own.socket) return null;
  } else if (owned) {
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

/**
 * Whether this process is an mpv at this socket: its id may have gone to another program since. One that has ended
 * but was not waited for has an empty command line: it makes no sound any more. In a sandbox (systemd's PrivateUsers
 * with ProtectProc) each start of the daemon sees its own processes alone, but may signal the others all the same:
 * there it counts that the id is alive, and that somebody holds the socket, which lies in a folder of our own.
 */
export async function listensAt(pid: number, socket: string): Promise<boolean> {
  const commandLine = await commandLineOf(pid);
  if (commandLine !== null) return commandLine.includes(listeningAt(socket));
  return isAlive(pid) && isListenedTo(socket);
}

/**
 * `owned` where the daemon that it belongs to still runs. A process with the id of either that began at another time is
 * somebody else's.
 */
async function readRecord(places: MpvPlaces): Promise<{ pid: number | null; owner: number; owned: boolean }> {
  const text = await readOrNothing(places.record);
  if (text === "") {
    const pid = await askedAt(places.socket);
    const owned = pid !== null && ours.get(places.socket) === pid;
    return { pid, owner: owned ? process.pid : 0, owned };
  }
  const [pid = 0, owner = 0, ownerBegan = 0, mpvBegan = 0] = text.split(" ").map(Number);
  const owned = owner > 1 && ownerBegan > 0 && (await beganAt(owner)) === ownerBegan;
  // Where the system does not show it, or an earlier version has not noted it, the socket alone tells.
  const began = pid > 1 && mpvBegan > 0 ? await beganAt(pid) : 0;
  const another = began > 0 && began !== mpvBegan;
  return { pid: pid > 1 && !another ? pid : null, owner, owned };
}

/** Which process an mpv without a record is; null where none listens. */
async function askedAt(socket: string): Promise<number | null> {
  const ipc = await MpvIpc.connect(socket);
  const reply = await ipc?.request(["get_property", "pid"]);
  ipc?.close();
  if (typeof reply?.data === "number" && reply.data > 1) return reply.data;
  // One that hangs does not say, and may go on at any time: the system knows which it is.
  return (await isListenedTo(socket)) ? startedWith(listeningAt(socket)) : null;
}

const listeningAt = (socket: string): string => `--input-ipc-server=${socket}`;

const readOrNothing = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");
