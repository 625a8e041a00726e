import { dirname } from "node:path";
import { ReplaceableThread, type ThreadLoss } from "../threads/replaceable-thread.ts";
import type { Sniffed } from "./sniff.ts";
import type { SniffRequest } from "./sniff-worker.ts";

const patienceMs = 5_000;
const idleMs = 10_000;
const heapMb = 64;

/** Nobody could look into it, which says nothing about the file; why, in one sentence. */
export interface NotSniffed {
  lost: string;
}

/** Looks into files that were sent, in a thread of its own, one after the other. */
export class Sniffer {
  readonly #thread = new ReplaceableThread({
    entry: new URL("./sniff-worker.js", import.meta.url),
    data: (progress) => progress,
    heapMb,
  });
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  sniff(path: string, name: string): Promise<Sniffed | NotSniffed> {
    clearTimeout(this.#idle);
    const turn = this.#last.then(() => this.#ask({ path, name }));
    const over = () => {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => void this.#thread.rest(), idleMs).unref();
    };
    // The next one's turn comes whatever became of this one.
    this.#last = turn.then(over, over);
    return turn;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#thread.stop();
  }

  async #ask(request: SniffRequest): Promise<Sniffed | NotSniffed> {
    const answer = await this.#thread.ask<Sniffed>(request, patienceMs);
    if ("reply" in answer) return answer.reply;
    return lossOf(answer, request);
  }
}

/** A file that a thread hangs on or dies of is the file's own fault; the rest is the machine's. */
function lossOf({ lost, detail }: ThreadLoss, { path, name }: SniffRequest): Sniffed | NotSniffed {
  if (lost === "stopped") return { lost: "Mien is ending: send the file again when it is back." };
  if (lost === "held") return { lost: `The disk of ${dirname(path)} does not answer: look at it.` };
  if (lost === "failed")
    return { lost: `${name} can't be read where it was put (${detail}): check the disk.` };
  return { fault: `${name} can't be read (${detail}): it is damaged.` };
}
