import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay, setInterval as every } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type LoopDelay, LoopMeter } from "../src/daemon/loop-meter.ts";
import { openStore } from "../src/store/open.ts";
import { RunningDaemon } from "../test/running-daemon.ts";
import { makeLibrary } from "./library-sides/make-library.ts";
import { type MpdFigures, mpdVersion, type ScanCost, scanWithMpd } from "./library-sides/mpd.ts";
import { ProcessCost } from "./library-sides/process-cost.ts";
import { Unusable } from "./model-sides/unusable.ts";

export const title = "a large library is read for the first time and again, beside MPD (--files N)";
export const help = `npm run bench -- library [--files N] [--json]

Makes N files (100,000 unless told otherwise) in six formats with real tags in a temporary folder (TMPDIR), has the
whole daemon read them for the first time and once more, then MPD in the same run, and removes them.
MPD is Debian's package: sudo apt-get install --no-install-recommends mpd && sudo systemctl disable --now mpd mpd.socket`;

const longestMs = 60 * 60_000;

export interface LibraryFigures {
  files: number;
  megabytes: number;
  first: ScanCost;
  again: ScanCost;
  /** In the worst minute of either. */
  loop: LoopDelay;
  /** The same of this bench's own, nearly idle process: what the machine itself delays. */
  yardstick: LoopDelay;
  /** How many wanted to run at once while the files were read for the first time, on how many cores. */
  machine: { load: number; cores: number };
  /** Null where it is not installed. */
  mpd: MpdFigures | null;
}

export async function run(args: readonly string[]): Promise<LibraryFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: { files: { type: "string", default: "100000" } },
  });
  const files = Number(values.files);
  if (!Number.isInteger(files) || files < 100)
    throw new Unusable(`--files takes a whole number from 100 on, not ${values.files}.`);
  const version = await mpdVersion();
  const library = await makeLibrary(files);
  const work = await mkdtemp(join(tmpdir(), "mien-bench-"));
  try {
    const mien = await scanWithMien(library.folder, join(work, "data"), files);
    const mpd = version === null ? null : await scanWithMpd(library.folder, join(work, "mpd"), version);
    return { files, megabytes: Math.round(library.bytes / 1e6), ...mien, mpd };
  } finally {
    await library.remove();
    await rm(work, { recursive: true, force: true });
  }
}

async function scanWithMien(
  music: string,
  dataFolder: string,
  files: number,
): Promise<Pick<LibraryFigures, "first" | "again" | "loop" | "yardstick" | "machine">> {
  await withoutAnalysis(dataFolder);
  const daemon = await RunningDaemon.start(["--music", music, "--output", "null"], { dataFolder });
  const ending = new AbortController();
  try {
    const cost = new ProcessCost(daemon.pid);
    await cost.begin();
    const loops: LoopDelay[] = [];
    const yardsticks: LoopDelay[] = [];
    const meter = new LoopMeter();
    meter.start();
    const watched = watch(ending.signal, async () => {
      yardsticks.push(meter.delay);
      loops.push((await daemon.get<{ eventLoop: LoopDelay }>("/api/health")).eventLoop);
    });
    const first = { ...(await scanned(daemon, 1)), ...(await cost.end()) };
    if (first.files !== files) throw new Error(`Of ${files} files ${first.files} were read.`);
    const machine = { load: Math.round(loadavg()[0] ?? 0), cores: availableParallelism() };
    await cost.begin();
    const asked = await fetch(`${daemon.url}/api/library/scan`, { method: "POST" });
    if (!asked.ok) throw new Error(`The daemon won't scan: ${await asked.text()}`);
    const again = { ...(await scanned(daemon, 2)), ...(await cost.end()) };
    ending.abort();
    await watched;
    meter.stop();
    return { first, again, loop: worstOf(loops), yardstick: worstOf(yardsticks), machine };
  } finally {
    ending.abort();
    await daemon.stop();
  }
}

/** Looks now and then, until the end. */
async function watch(signal: AbortSignal, look: () => Promise<void>): Promise<void> {
  try {
    for await (const _ of every(5_000, undefined, { signal })) await look();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Listening to songs and making thumbnails wait for the scan, but not for the second one. */
async function withoutAnalysis(dataFolder: string): Promise<void> {
  const store = await openStore({ file: join(dataFolder, "mien.db"), log: console });
  await store.settings.put({ analyseSound: false });
  await store.close();
}

/** The figures of the daemon's nth scan, once it is over. */
async function scanned(daemon: RunningDaemon, nth: number): Promise<{ seconds: number; files: number }> {
  for (const startedAt = performance.now(); performance.now() - startedAt < longestMs; await delay(20)) {
    const entry = daemon.log.filter(({ msg }) => msg === "library scanned")[nth - 1];
    if (entry) return { seconds: Number(entry.tookMs) / 1000, files: Number(entry.found) };
  }
  throw new Error("The scan has not ended within an hour.");
}

function worstOf(loops: readonly LoopDelay[]): LoopDelay {
  return {
    p99Ms: Math.max(0, ...loops.map(({ p99Ms }) => p99Ms)),
    maxMs: Math.max(0, ...loops.map(({ maxMs }) => maxMs)),
  };
}

export function table(figures: LibraryFigures): string {
  const { files, megabytes, first, again, loop, yardstick, machine, mpd } = figures;
  const row = (name: string, mien: string, theirs: string) =>
    `  ${name.padEnd(34)}${mien.padStart(14)}${theirs.padStart(14)}`;
  const both = (name: string, of: (cost: ScanCost) => string, which: "first" | "again") =>
    row(name, of(which === "first" ? first : again), mpd ? of(mpd[which]) : "");
  const seconds = (cost: ScanCost) => `${cost.seconds.toFixed(1)} s`;
  const cpu = (cost: ScanCost) => `${cost.cpuSeconds.toFixed(1)} s`;
  const memory = (cost: ScanCost) => `${cost.mostMb.toFixed(0)} MB`;
  return [
    `${files} files, ${megabytes} MB`,
    row("", "Mien", mpd ? `MPD ${mpd.version}` : ""),
    both("read for the first time", seconds, "first"),
    both("  files a second", (cost) => (cost.files / cost.seconds).toFixed(0), "first"),
    both("  processor time", cpu, "first"),
    both("  memory at most", memory, "first"),
    both("again, nothing changed", seconds, "again"),
    both("  processor time", cpu, "again"),
    both("  memory at most", memory, "again"),
    row("event loop late, 99 % and longest", `${loop.p99Ms}, ${loop.maxMs} ms`, ""),
    row("  of a process with nothing to do", `${yardstick.p99Ms}, ${yardstick.maxMs} ms`, ""),
    `  The machine had ${machine.load} things to do at once meanwhile, on ${machine.cores} cores.`,
    ...(mpd
      ? [`  MPD knows ${mpd.first.files} of them.`]
      : ["  MPD is not installed: npm run bench -- library --help says how it stands beside."]),
  ].join("\n");
}
