import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";

// What the system shows of a process. An id alone says nothing of who has it today: ids are given out again.

/** null where there is no such process, or none that we are shown; empty where it has ended and was not waited for. */
export async function commandLineOf(pid: number): Promise<readonly string[] | null> {
  const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return text === null ? null : text.split("\0").slice(0, -1);
}

/** The process that was started with this argument; null where none is shown. */
export async function startedWith(argument: string): Promise<number | null> {
  for (const name of await readdir("/proc")) {
    const pid = Number(name);
    if (pid > 1 && (await commandLineOf(pid))?.includes(argument)) return pid;
  }
  return null;
}

/** In ticks since the machine was started; 0 for a process that is not there or not shown, or was not waited for. */
export async function beganAt(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name in brackets may hold anything, so fields are counted from behind it: state first, start as the 20th.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" ? 0 : Number(fields[19] ?? 0);
}

/** Also where it is not shown, as long as we may signal it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whether somebody has this socket open. One that is stopped lets a few wait at it, and others are told to come again. */
export function isListenedTo(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code === "EAGAIN"));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
