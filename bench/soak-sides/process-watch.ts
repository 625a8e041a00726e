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
  /** In the second half of the time: allocators and caches grow for some minutes, and then they have what they need. */
  slopeMb: Slope;
  firstDescriptors: number;
  lastDescriptors: number;
  mostDescriptors: number;
  threads: number;
}

interface Sample {
  atMs: number;
  pid: number;
  rssMb: number;
  descriptors: number;
  threads: number;
}

const names: readonly [RegExp, string][] = [
  [/vision\/main/, "vision"],
  [/mpv-[a-z0-9]+-b\.sock/, "mpv, second deck"],
  [/^\S*mpv /, "mpv"],
];

/** What the daemon and every process below it take. */
export class ProcessWatch {
  readonly #daemon: number;
  readonly #samples = new Map<string, Sample[]>();

  constructor(daemon: number) {
    this.#daemon = daemon;
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
        slopeMb: slopeOf(
          samples.slice(samples.length >> 1).map(({ atMs, rssMb }) => ({ atMs, value: rssMb })),
        ),
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

function sampleOf(pid: number, atMs: number): Sample | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
    const descriptors = readdirSync(`/proc/${pid}/fd`).length;
    return { atMs, pid, rssMb: field("VmRSS") / 1_024, descriptors, threads: field("Threads") };
  } catch {
    return null; // It has ended.
  }
}
