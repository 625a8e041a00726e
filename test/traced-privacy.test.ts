import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { looking, playing } from "./demo-daemon.ts";
import { findProcess } from "./processes.ts";
import { RunningDaemon } from "./running-daemon.ts";
import { readTraces, type Traced, traceInto, whyNoStrace } from "./strace.ts";

// The promise that no picture is kept and nothing is sent away, as the kernel saw a whole run: every file that any of
// Mien's processes opened to write, and everybody that they spoke to.

const reason = whyNoStrace();
if (reason !== null) console.log(`The run is not watched: ${reason}.`);

/** What a report of an observation comes to, several times over; the smallest picture of the reel has 300 times as much. */
const LARGEST_REPORT = 16 * 1024;

/** What is no file: the terminal, nothing, and memory that goes with its process. */
const noFile = /^\/dev\/(null|tty|pts\/|shm\/|zero)|^\/memfd:|^(socket|pipe|anon_inode):/;

let folder: string;
let traces: Traced[];
let vision: Traced | undefined;

beforeAll(async () => {
  if (reason !== null) return;
  folder = await mkdtemp(join(tmpdir(), "mien-traced-"));
  const [threads, dataFolder] = [join(folder, "threads"), join(folder, "data")];
  await Promise.all([mkdir(threads), mkdir(dataFolder), mkdir(join(folder, "tmp"))]);
  const daemon = await RunningDaemon.start(["--demo", "--output", "null"], {
    dataFolder,
    by: traceInto(threads),
    // As on an appliance: without what keeps libraries from collecting what is run.
    environment: { HOME: folder, TMPDIR: join(folder, "tmp"), XDG_CACHE_HOME: undefined, CI: undefined },
  });
  let visionPid: number | undefined;
  try {
    await daemon.until("music", playing);
    await daemon.until("a camera that looks", looking);
    await daemon.until("faces that are read", ({ room }) => room.faces > 0 && room.looks.kind !== "nobody");
    visionPid = findProcess(daemon.pid, /vision\/main\.js/);
    // Whatever writes by being asked to.
    await daemon.set({ moodHalfLifeMs: 1_000 });
    const { id } = playingSong(daemon);
    await daemon.command({ do: "skip" });
    await daemon.until("another song", (state) => playing(state) && playingSong({ state }).id !== id);
    const track = playingSong(daemon).track;
    for (const path of [`/api/library/tracks/${track}/cover?size=small`, "/api/plays.csv", "/metrics"])
      expect((await fetch(daemon.url + path)).status).toBe(200);
    expect((await fetch(`${daemon.url}/api/backups`, { method: "POST" })).ok).toBe(true);
    await daemon.command({ do: "switchCamera", on: false });
    await daemon.until("a camera that is off", ({ camera }) => !camera.looking);
  } finally {
    await daemon.stop({ keepData: true });
  }
  traces = await readTraces(threads);
  vision = traces.find(({ pid }) => pid === visionPid);
  console.log(told(traces, folder));
});
afterAll(async () => {
  if (reason === null) await rm(folder, { recursive: true, force: true });
});

test.skipIf(reason !== null)(
  "vision writes no file at all, and sends nothing that a picture would fit into",
  () => {
    expect(vision).toBeDefined();
    expect([...(vision?.written ?? [])].filter((path) => !noFile.test(path))).toEqual([]);
    // It was seen at all: its reports went to the daemon.
    expect(vision?.largestWrite).toBeGreaterThan(100);
    expect(vision?.largestWrite).toBeLessThan(LARGEST_REPORT);
  },
);

test.skipIf(reason !== null)("nobody writes anywhere but into the data and runtime folders", () => {
  const files = traces.flatMap(({ written }) => [...written]).filter((path) => !noFile.test(path));
  expect(files.some((path) => path.endsWith("mien.db"))).toBe(true);
  // SQLite sorts what is large in a file without a name: it is unlinked as soon as it is open.
  const ours = (path: string) =>
    path.startsWith(`${folder}/data/`) || path.startsWith(`${folder}/tmp/etilqs_`);
  expect(files.filter((path) => !ours(path))).toEqual([]);
});

test.skipIf(reason !== null)("nothing is sent to any address but those of the machine itself", () => {
  const away = traces
    .flatMap(({ addresses }) => [...addresses])
    .filter((address) => !/^unix |^inet (127\.|::1:|::ffff:127\.)/.test(address));
  expect(away).toEqual([]);
});

function playingSong({ state }: Pick<RunningDaemon, "state">): { id: string; track: string } {
  const { actual } = state.player;
  if (!("pick" in actual) || actual.pick.item.kind !== "track") throw new Error(`It is ${actual.state}.`);
  return { id: actual.pick.id, track: actual.pick.item.track.id };
}

/** Both lists, each entry once, with ids and numbers that differ from run to run left out. */
function told(all: readonly Traced[], folder: string): string {
  const plain = (text: string) =>
    text
      .replace(folder, "…")
      .replace(/(?<=\/)[0-9a-f]{2}(\/[0-9a-f]{32,})?(?=[./]|$)/g, "HASH")
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
      .replace(/\d{3,}/g, "N");
  const list = (of: (traced: Traced) => ReadonlySet<string>) =>
    [...new Set(all.flatMap((traced) => [...of(traced)].map(plain)))].toSorted().map((each) => `  ${each}`);
  return [
    `${all.length} processes were watched.`,
    "Files written:",
    ...list(({ written }) => written),
    "Addresses spoken to:",
    ...list(({ addresses }) => addresses),
  ].join("\n");
}
