import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { CoverJob, CoverReply, CoverRequest } from "../../src/library/covers/cover-messages.ts";
import { processTimeMs } from "../../src/library/covers/process-time.ts";
import { beNice } from "../../src/library/threads/niceness.ts";

/** The process that makes thumbnails, started as the daemon does, with an eye on its memory. */
export class MeasuredMaker {
  readonly #child: ChildProcess;

  constructor(folder: string) {
    const entry = fileURLToPath(new URL("../../src/library/covers/cover-main.js", import.meta.url));
    this.#child = fork(entry, [folder], {
      execArgv: ["--max-old-space-size=128", "--max-semi-space-size=1"],
    });
  }

  /** Without its niceness, where this user may, so that a busy machine lets it work. */
  async start(): Promise<void> {
    await this.make([]);
    try {
      beNice(0, this.#child.pid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_SYSTEM_ERROR") throw error;
    }
  }

  /** Of the cores, with all threads. */
  get workMs(): number {
    return processTimeMs(this.#child.pid ?? 0) ?? 0;
  }

  make(jobs: readonly CoverJob[]): Promise<readonly (string | null)[]> {
    return new Promise((resolve, reject) => {
      const hear = (reply: CoverReply) => {
        if ("at" in reply) return;
        this.#child.off("message", hear);
        if ("hashes" in reply) resolve(reply.hashes);
        else reject(new Error(reply.failed.detail));
      };
      this.#child.on("message", hear);
      this.#child.send({ jobs } satisfies CoverRequest);
    });
  }

  /** The most that it ever had in memory. */
  async peakMb(): Promise<number> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  }

  async end(): Promise<void> {
    this.#child.disconnect();
    await once(this.#child, "exit");
  }
}
