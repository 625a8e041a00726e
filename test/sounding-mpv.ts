import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { MpvIpc } from "../src/player/mpv/mpv-ipc.ts";

/**
 * The process of the one mpv that can be heard, of those whose sockets lie somewhere in this folder. Where a song just
 * begins, or gives way to another, it is the one that sounds then.
 */
export async function soundingMpv(folder: string): Promise<number> {
  for (let tries = 0; ; tries++) {
    const sounding = await soundingMpvs(folder);
    const [pid] = sounding;
    if (pid !== undefined && sounding.length === 1) return pid;
    if (tries > 600) throw new Error(`there is not one mpv that sounds: ${sounding.join(" ") || "none"}`);
    await delay(100);
  }
}

async function soundingMpvs(folder: string): Promise<number[]> {
  const sockets = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /mpv-[^/]*\.sock$/.test(file))
    .map((file) => join(folder, file));
  const sounding: number[] = [];
  for (const socket of sockets) if (await sounds(socket)) sounding.push(pidAt(socket));
  return sounding;
}

const pidAt = (socket: string): number =>
  Number(readFileSync(socket.replace(/sock$/, "pid"), "utf8").split(" ")[0]);

async function sounds(socket: string): Promise<boolean> {
  const ipc = await MpvIpc.connect(socket);
  if (ipc === null) return false;
  const [paused, position] = await Promise.all(
    ["pause", "time-pos"].map((name) => ipc.request(["get_property", name])),
  );
  ipc.close();
  return paused?.data === false && typeof position?.data === "number";
}
