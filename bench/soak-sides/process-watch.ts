import { readdirSync, readFileSync } from "node:fs";
import { descendants } from "../../test/processes.ts";
import { type Slope, slopeOf } from "./slope.ts";

export interface ProcessFigures {
  name: string;
  /** How many there were, one after another: more than one is a restart. */
  lives: number;
  /** Resident memory, in MB. */
  firstMb: number;
  lastMb: number;
  /** Once it is warm: allocators and caches grow for some minutes, and then they have what they need. Null before that. */
  slopeMb: Slope | null;
  firstDescriptors: number;
  lastDescriptors: number;
  mostDescriptors: number;
  threads: number;
}

interface Sample {
  atMs: number;
  pid: number;
  /** Since the process was started. */
  ageMs: number;
  rssMb: number;
  descriptors: number;
  threads: number;
}

const names: readonly [RegExp, string][] = [
  [/vision\/main/, "vision"],
  [/mpv-[a-z0-9]+-b\.sock/, "mpv, second deck"],
  [/^\S*mpv /, "mpv"],
];

/** Of fewer a slope is chance. */
const leastForSlope = 5;

/** What the daemon and every process below it take. */
export class ProcessWatch {
  readonly #daemon: number;
  readonly #warmAfterMs: number;
  readonly #samples = new Map<string, Sample[]>();

  constructor(daemon: number, warmAfterMs: number) {
    this.#daemon = daemon;
    this.#warmAfterMs = warmAfterMs;
  }

  look(atMs: number): void {
    this.#note("daemon", this.#daemon, atMs);
    for (const { pid, command } of descendants(this.#daemon)) {
      const name = names.find(([pattern]) => pattern.test(command))?.[1];
      // Helpers such as a listing of the sound cards come and go.
      if (name !== undefined) this.#note(name, pid, atMs);
    }
  }

  figures(): ProcessFigures[] {
    return [...this.#samples].flatMap(([name, samples]) => {
      const [first, last] = [samples[0], samples.at(-1)];
      if (first === undefined || last === undefined) return [];
      return {
        name,
        lives: new Set(samples.map(({ pid }) => pid)).size,
        firstMb: first.rssMb,
        lastMb: last.rssMb,
        slopeMb: warmSlope(samples, this.#warmAfterMs),
        firstDescriptors: first.descriptors,
        lastDescriptors: last.descriptors,
        mostDescriptors: Math.max(...samples.map(({ descriptors }) => descriptors)),
        threads: last.threads,
      };
    });
  }

  #note(name: string, pid: number, atMs: number): void {
    const sample = sampleOf(pid, atMs);
    if (sample !== null) this.#samples.set(name, [...(this.#samples.get(name) ?? []), sample]);
  }
}

/** Of the last one of that name: one that was started again is warming up again. */
function warmSlope(samples: readonly Sample[], warmAfterMs: number): Slope | null {
  const pid = samples.at(-1)?.pid;
  const warm = samples.filter((sample) => sample.pid === pid && sample.ageMs >= warmAfterMs);
  return warm.length < leastForSlope
    ? null
    : slopeOf(warm.map(({ atMs, rssMb }) => ({ atMs, value: rssMb })));
}

function sampleOf(pid: number, atMs: number): Sample | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
    const descriptors = readdirSync(`/proc/${pid}/fd`).length;
    const ageMs = ageOf(pid);
    return { atMs, pid, ageMs, rssMb: field("VmRSS") / 1_024, descriptors, threads: field("Threads") };
  } catch {
    return null; // It has ended.
  }
}

/** The 22nd field is when it was started, in hundredths of a second; the second one is a name, which may have spaces. */
function ageOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  const upSeconds = Number.parseFloat(readFileSync("/proc/uptime", "utf8"));
  return upSeconds * 1_000 - Number(fields[19]) * 10;
}
