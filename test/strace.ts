import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A process that was watched, with what it did as the kernel saw it. */
export interface Traced {
  pid: number;
  /** Files that it opened to write, made, renamed to or linked, and sockets that it listens at. */
  written: ReadonlySet<string>;
  /** Whom it spoke to, whoever began: `inet 192.0.2.1:53`, `unix "/run/x"`. */
  addresses: ReadonlySet<string>;
  /** The largest piece that it sent or wrote at once, in bytes, by where it went. */
  largestWrites: ReadonlyMap<string, number>;
}

const calls = [
  ...["clone", "clone3", "fork", "vfork", "open", "openat", "openat2", "creat", "mkdir", "mkdirat"],
  ...["rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "truncate"],
  ...[
    "bind",
    "connect",
    "sendto",
    "sendmsg",
    "sendmmsg",
    "write",
    "writev",
    "pwrite64",
    "pwritev",
    "sendfile",
  ],
];

/** Why nothing can be watched here; null where it can. */
export function whyNoStrace(): string | null {
  const { error, status, stderr } = spawnSync("strace", ["-f", "-o", "/dev/null", "true"], {
    encoding: "utf8",
  });
  if (error) return "strace is not installed";
  return status === 0 ? null : `strace may watch nothing here: ${stderr.trim()}`;
}

/**
 * What starts a program under strace, which writes a file for each thread into this folder. The program is the one that
 * was started, and strace stands beside it (`-D`): signals and the exit are its own. No byte of what is written is kept (`-s 0`).
 */
export const traceInto = (folder: string): [string, ...string[]] => [
  ...(["strace", "-D", "-ff", "--seccomp-bpf", "-qq", "-yy", "-s", "0"] as const),
  ...[
    "-e",
    `trace=${calls.map((call) => `?${call}`).join()}`,
    "-e",
    "signal=none",
    "-o",
    join(folder, "thread"),
  ],
];

export async function readTraces(folder: string): Promise<Traced[]> {
  const threads = new Map<number, string[]>();
  for (const name of await readdir(folder))
    threads.set(Number(name.split(".").at(-1)), (await readFile(join(folder, name), "utf8")).split("\n"));
  const processOf = new Map<number, number>();
  for (const [tid, lines] of threads)
    for (const line of lines) {
      const child = /^(clone3?|fork|vfork)\(.* = (\d+)$/.exec(line);
      if (child?.[2] !== undefined && line.includes("CLONE_THREAD")) processOf.set(Number(child[2]), tid);
    }
  const root = (tid: number): number => {
    const parent = processOf.get(tid);
    return parent === undefined ? tid : root(parent);
  };
  const processes = new Map<
    number,
    { written: Set<string>; addresses: Set<string>; largestWrites: Map<string, number> }
  >();
  for (const [tid, lines] of threads) {
    const pid = root(tid);
    const kept = processes.get(pid) ?? { written: new Set(), addresses: new Set(), largestWrites: new Map() };
    processes.set(pid, kept);
    for (const line of lines) {
      if (/ = -1 E(?!INPROGRESS)/.test(line)) continue;
      for (const path of writtenIn(line)) kept.written.add(path);
      const address = addressIn(line);
      if (address !== null) kept.addresses.add(address);
      const [, to, size] = sent.exec(line) ?? [];
      if (to !== undefined && size !== undefined)
        kept.largestWrites.set(where(to), Math.max(kept.largestWrites.get(where(to)) ?? 0, Number(size)));
    }
  }
  return [...processes].map(([pid, kept]) => ({ pid, ...kept }));
}

/** With `-yy` the kernel's own word stands behind every descriptor: `21</data/mien.db>`, `5<TCP:[127.0.0.1:1->127.0.0.1:2]>`. */
const sent = /^(?:p?writev?|pwrite64|send(?:to|msg|file))\(\d+<(.*?)>, .* = (\d+)$/;

/** A socket by its path where it has one; which inode it is says nothing. */
const where = (descriptor: string): string => descriptor.replace(/^(UNIX[^:]*):\[[\d>-]*,?/, "$1:[");

function writtenIn(line: string): readonly string[] {
  if (line.startsWith("bind(")) return /sun_path="([^"]*)"/.exec(line)?.slice(1) ?? [];
  if (/^(open|openat|openat2|creat)\(/.test(line)) {
    if (!/O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|^creat/.test(line)) return [];
    return [/ = \d+<(.*)>$/.exec(line)?.[1]?.replace(/<char .*>$/, "") ?? line];
  }
  if (!/^(rename|link|symlink|truncate|mkdir)/.test(line)) return [];
  // What a file is called now is the last that is said of it.
  return [/"([^"]*)"[^"]*$/.exec(line)?.[1] ?? line];
}

function addressIn(line: string): string | null {
  const peer = /^\w+\(\d+<(?:TCP|UDP)(?:v6)?:\[.*?->(.*?)\]>/.exec(line)?.[1];
  if (peer !== undefined) return `inet ${peer.replace(/^\[(.*)\]/, "$1")}`;
  if (!/^(connect|send(to|msg|mmsg))\(/.test(line)) return null;
  const inet = /sin6?_port=htons\((\d+)\).*?(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]*)"/.exec(line);
  if (inet) return `inet ${inet[2]}:${inet[1]}`;
  const unix = /sun_path=(@?"[^"]*")/.exec(line);
  if (unix) return `unix ${unix[1]}`;
  return null;
}
