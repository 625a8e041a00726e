import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createConnection, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { type Cost, ProcessCost } from "./process-cost.ts";

const run = promisify(execFile);

export interface ScanCost extends Cost {
  seconds: number;
  files: number;
}

export interface MpdFigures {
  version: string;
  first: ScanCost;
  again: ScanCost;
}

/** Null where MPD is not installed. */
export async function mpdVersion(): Promise<string | null> {
  try {
    const { stdout } = await run("mpd", ["--version"]);
    return /Daemon ([\d.]+)/.exec(stdout)?.[1] ?? "?";
  } catch {
    return null;
  }
}

/** Has MPD, as Debian ships it, read the same music into a new database, and look through it again. */
export async function scanWithMpd(music: string, folder: string, version: string): Promise<MpdFigures> {
  await mkdir(folder);
  const socket = join(folder, "socket");
  await writeFile(
    join(folder, "mpd.conf"),
    `music_directory "${music}"
db_file "${join(folder, "database")}"
bind_to_address "${socket}"
log_file "${join(folder, "log")}"
audio_output {
  type "null"
  name "none"
}
`,
  );
  const process = spawn("mpd", ["--no-daemon", join(folder, "mpd.conf")], { stdio: "ignore" });
  const ended = once(process, "exit");
  try {
    const client = await connect(socket);
    const first = await update(client, process.pid as number);
    const again = await update(client, process.pid as number);
    client.end();
    return { version, first, again };
  } finally {
    process.kill();
    await ended;
  }
}

async function connect(path: string): Promise<Socket> {
  for (let tries = 0; ; tries++) {
    const socket = createConnection(path);
    try {
      await once(socket, "connect");
      await once(socket, "data");
      return socket;
    } catch (error) {
      if (tries === 100) throw error;
      await delay(100);
    }
  }
}

async function update(client: Socket, pid: number): Promise<ScanCost> {
  const cost = new ProcessCost(pid);
  await cost.begin();
  const startedAt = performance.now();
  await ask(client, "update");
  while (/^updating_db:/m.test(await ask(client, "status"))) await delay(50);
  const seconds = (performance.now() - startedAt) / 1000;
  const files = Number(/^songs: (\d+)/m.exec(await ask(client, "stats"))?.[1] ?? 0);
  return { seconds, files, ...(await cost.end()) };
}

async function ask(client: Socket, command: string): Promise<string> {
  let answer = "";
  client.write(`${command}\n`);
  while (!/^(OK|ACK .*)\n$/m.test(answer)) answer += String((await once(client, "data"))[0]);
  return answer;
}
