import { ReplaceableThread } from "../replaceable-thread.ts";
import type { Sniffed } from "./sniff.ts";
import type { SniffRequest } from "./sniff-worker.ts";

const patienceMs = 5_000;
const idleMs = 10_000;
const heapMb = 64;

/** Looks into files that were sent, in a thread of its own, one after the other. */
export class Sniffer {
  readonly #thread = new ReplaceableThread({
    entry: new URL("./sniff-worker.js", import.meta.url),
    data: (progress) => progress,
    heapMb,
  });
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  sniff(path: string, name: string): Promise<Sniffed> {
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

  async #ask(request: SniffRequest): Promise<Sniffed> {
    const answer = await this.#thread.ask<Sniffed>(request, patienceMs);
    if ("reply" in answer) return answer.reply;
    return { fault: `${request.name} can't be read (${answer.detail}): it is damaged.` };
  }
}
