import { readFile } from "node:fs/promises";

/** Linux counts processor time in these, on all that Mien runs on. */
const ticksPerSecond = 100;
const sampleEveryMs = 200;

export interface Cost {
  /** Of all cores together. */
  cpuSeconds: number;
  /** The most that was resident at any look, in megabytes of a million bytes. */
  mostMb: number;
}

/** What a process takes, from its start or from the last `begin` on; what it has started does not count. */
export class ProcessCost {
  readonly #pid: number;
  #from = 0;
  #most = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(pid: number) {
    this.#pid = pid;
  }

  async begin(): Promise<void> {
    clearInterval(this.#timer);
    this.#from = await this.#cpuSeconds();
    this.#most = 0;
    await this.#sample();
    this.#timer = setInterval(() => void this.#sample(), sampleEveryMs);
  }

  async end(): Promise<Cost> {
    clearInterval(this.#timer);
    await this.#sample();
    return { cpuSeconds: (await this.#cpuSeconds()) - this.#from, mostMb: this.#most / 1e6 };
  }

  async #sample(): Promise<void> {
    const status = await readFile(`/proc/${this.#pid}/status`, "latin1").catch(() => "");
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    this.#most = Math.max(this.#most, kilobytes * 1024);
  }

  async #cpuSeconds(): Promise<number> {
    const stat = await readFile(`/proc/${this.#pid}/stat`, "latin1");
    // The name before it may hold anything, a parenthesis too.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }
}
