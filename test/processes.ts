import { readdirSync, readFileSync } from "node:fs";

/** The processes below one, by what their command line says. Linux only, as the appliance is. */
export function descendants(pid: number): { pid: number; command: string }[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid: Number(name), parent, command }];
      } catch {
        return []; // It ended between the listing and the look.
      }
    });
  const below = (of: number): typeof children =>
    children.filter(({ parent }) => parent === of).flatMap((child) => [child, ...below(child.pid)]);
  return below(pid);
}

/** One that has ended, but that the system has not cleared away yet, has no command line. */
export function runs(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch {
    return false;
  }
}

export function findProcess(below: number, what: RegExp): number | undefined {
  return descendants(below).find(({ command }) => what.test(command))?.pid;
}
