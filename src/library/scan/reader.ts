import type { ScannedFile } from "../../protocol/library.ts";
import { brokenFile } from "../tags/read-track.ts";
import { ReplaceableThread, type ThreadLoss } from "../threads/replaceable-thread.ts";
import type { ReaderReply, ReaderRequest } from "./reader-messages.ts";
import type { FoundFile } from "./walked.ts";

export interface ReaderOptions {
  /** How long one file may take. */
  patienceMs?: number;
  /** Told of each file that the thread hung or died on. */
  onStuck?: (path: string) => void;
}

const defaultPatienceMs = 2_000;

/** A thread in which music files are opened, whatever is in them. */
export class Reader {
  readonly #patienceMs: number;
  readonly #onStuck: (path: string) => void;
  readonly #thread: ReplaceableThread;

  constructor({ patienceMs = defaultPatienceMs, onStuck = () => undefined }: ReaderOptions = {}) {
    this.#patienceMs = patienceMs;
    this.#onStuck = onStuck;
    this.#thread = new ReplaceableThread({
      entry: new URL("./reader-worker.js", import.meta.url),
      data: (progress) => progress,
      heapMb: 128,
    });
  }

  /** Rows for these files, fewer where some have gone; one that the thread hangs or dies on has that as its reason. */
  async read(root: string, files: readonly FoundFile[]): Promise<readonly ScannedFile[] | ThreadLoss> {
    const guilty: ScannedFile[] = [];
    let rest = files;
    for (;;) {
      const request: ReaderRequest = { root, files: rest };
      const answer = await this.#thread.ask<ReaderReply>(request, this.#patienceMs);
      if ("reply" in answer) return [...guilty, ...answer.reply];
      const culprit = rest[answer.at];
      if (!culprit || (answer.lost !== "stuck" && answer.lost !== "crashed")) return answer;
      this.#onStuck(culprit.path);
      guilty.push(brokenFile(culprit, root, this.#reason(answer), { readAgain: true }));
      // Those before it are read once more: that costs milliseconds, and nothing has to be kept for it.
      rest = rest.filter((file) => file !== culprit);
    }
  }

  /** Ends the thread and gives its memory back. The next request starts another. */
  rest(): Promise<void> {
    return this.#thread.rest();
  }

  /** Ends the thread at once and for good; a request under way is lost. */
  stop(): Promise<void> {
    return this.#thread.stop();
  }

  #reason({ lost, detail }: ThreadLoss): string {
    return lost === "stuck"
      ? `Reading the file did not end within ${this.#patienceMs / 1000} s: it is damaged, or its disk is. It is tried again later.`
      : `Reading the file ended the reader (${detail}): it is damaged. Replace it.`;
  }
}
