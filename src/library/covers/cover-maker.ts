import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CoverJob, CoverReply, CoverRequest } from "./cover-messages.ts";
import { processTimeMs } from "./process-time.ts";

/**
 * For one picture: so long the cores may work for it on a slow board (that is what a picture made to keep us busy needs
 * more of), and so long it may take in all, on a machine that is busy with other things or whose disk has to spin up.
 */
const defaultPatience = { workMs: 15_000, waitMs: 180_000 };
/** Loading sharp from a cold SD card. */
const startMs = 60_000;
const lookEveryMs = 500;
/** The process goes when nothing was wanted for so long, and its memory with it. */
const idleMs = 10_000;
const memoryMb = 128;

export type CoverAnswer =
  | { hashes: readonly (string | null)[] }
  | { failed: { code: string; detail: string } }
  | { failed: null };

export interface CoverMakerOptions {
  /** Where thumbnails are kept. */
  folder: string;
  patience?: { workMs: number; waitMs: number };
  /** The program; another one for tests. */
  entry?: string;
}

/**
 * Has thumbnails made in a process of its own, which starts with the first request and ends when it is idle. A
 * picture that this process hangs or dies on counts as none. One batch at a time: what is asked for meanwhile waits,
 * a single picture ahead of batches.
 */
export class CoverMaker {
  readonly #options: Required<CoverMakerOptions>;
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;
  #busy = false;
  #stopped = false;
  readonly #waiting: (() => void)[] = [];

  constructor(options: CoverMakerOptions) {
    const entry = fileURLToPath(new URL("./cover-main.js", import.meta.url));
    this.#options = { patience: defaultPatience, entry, ...options };
  }

  /** One hash for each job. `failed` is null once this is stopped. */
  async make(jobs: readonly CoverJob[]): Promise<CoverAnswer> {
    await this.#turn(jobs.length === 1);
    try {
      return await this.#makeAll(jobs);
    } finally {
      const next = this.#waiting.shift();
      // Handed over as it is: nobody can slip in between.
      if (next) next();
      else {
        this.#busy = false;
        this.#idle = setTimeout(() => this.#end(), idleMs).unref();
      }
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  async #turn(first: boolean): Promise<void> {
    clearTimeout(this.#idle);
    if (!this.#busy) {
      this.#busy = true;
      return;
    }
    await new Promise<void>((resolve) => {
      if (first) this.#waiting.unshift(resolve);
      else this.#waiting.push(resolve);
    });
  }

  async #makeAll(jobs: readonly CoverJob[]): Promise<CoverAnswer> {
    const guilty = new Set<number>();
    for (;;) {
      const left = [...jobs.keys()].filter((index) => !guilty.has(index));
      const answer = await this.#ask(left.map((index) => jobs[index] as CoverJob));
      if ("failed" in answer) return answer;
      if ("hashes" in answer) {
        const hashes = new Map(left.map((index, place) => [index, answer.hashes[place] ?? null]));
        return { hashes: jobs.map((_, index) => hashes.get(index) ?? null) };
      }
      const culprit = left[answer.lostAt];
      // It died before it began with any: the program itself is broken, and trying again helps nobody.
      if (culprit === undefined) return { failed: { code: "died", detail: "Thumbnails can't be made." } };
      guilty.add(culprit);
    }
  }

  #ask(jobs: readonly CoverJob[]): Promise<CoverAnswer | { lostAt: number }> {
    if (this.#stopped) return Promise.resolve({ failed: null });
    const child = this.#child ?? this.#start();
    return new Promise((resolve) => {
      let at = -1;
      const patience = new Patience(child, this.#options.patience);
      const settle = (answer: CoverAnswer | { lostAt: number }) => {
        patience.end();
        child.off("message", hear).off("close", lose).off("error", neverBegun);
        resolve(answer);
      };
      const hear = (reply: CoverReply) => {
        if (!("at" in reply)) return settle(reply);
        at = reply.at;
        patience.renew();
      };
      const lose = () => {
        settle(this.#stopped ? { failed: null } : { lostAt: at });
      };
      const neverBegun = () => child.pid === undefined && lose();
      child.on("message", hear).on("close", lose).on("error", neverBegun);
      child.send({ jobs } satisfies CoverRequest);
    });
  }

  #start(): ChildProcess {
    const { entry, folder } = this.#options;
    const child = fork(entry, [folder], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: [`--max-old-space-size=${memoryMb}`, "--max-semi-space-size=1"],
      // Ctrl+C goes to a terminal's whole group; this one is ended by the daemon, in order.
      detached: true,
    });
    // Also while it has nothing to do: whoever asks next must not wait for one that is no more.
    const gone = () => {
      if (this.#child === child) this.#child = null;
    };
    child.on("close", gone);
    // A fork that fails says so by `error` and may have no `close`; a message to a child that is just dying, too.
    child.on("error", () => {
      child.kill("SIGKILL");
      if (child.pid === undefined) gone();
    });
    this.#child = child;
    return child;
  }

  #end(): void {
    clearTimeout(this.#idle);
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }
}

/** Ends a process that is lost in one picture. */
class Patience {
  readonly #child: ChildProcess;
  readonly #timer: NodeJS.Timeout;
  #workedMs = 0;
  #since = performance.now();
  #longer = startMs;

  constructor(child: ChildProcess, { workMs, waitMs }: { workMs: number; waitMs: number }) {
    this.#child = child;
    this.#workedMs = this.#workOfChild();
    this.#timer = setInterval(() => {
      const worked = this.#workOfChild() - this.#workedMs;
      if (worked >= workMs || performance.now() - this.#since >= waitMs + this.#longer) child.kill("SIGKILL");
    }, lookEveryMs);
  }

  renew(): void {
    this.#longer = 0;
    this.#workedMs = this.#workOfChild();
    this.#since = performance.now();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #workOfChild(): number {
    return this.#child.pid === undefined ? 0 : (processTimeMs(this.#child.pid) ?? 0);
  }
}
