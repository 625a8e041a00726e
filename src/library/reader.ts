import { Worker } from "node:worker_threads";
import type { ScannedFile } from "../protocol/library.ts";
import { brokenFile } from "./read-track.ts";
import { at, beats, type ReaderReplies, type ReaderReply, type ReaderRequest } from "./reader-messages.ts";
import type { FoundFile } from "./walk.ts";

export interface ReaderOptions {
  /** How long one file may take. Terminating the thread is the only way out of a parser that never ends. */
  patienceMs?: number;
}

/** Why there is no reply. */
export type ReaderLoss = { lost: "stuck" | "crashed" | "stopped" | "failed"; detail: string };

const defaultPatienceMs = 2_000;
/** A folder on a network or a disk that has to spin up answers late, but a dead mount never. */
const walkPatienceMs = 30_000;
const startPatienceMs = 30_000;
const lookMs = 100;

/**
 * The thread in which music files are opened, whatever is in them. It starts with the first request, is replaced
 * when it hangs or dies, and does one thing at a time.
 */
export class Reader {
  readonly #patienceMs: number;
  #thread: Thread | null = null;
  #stopped = false;

  constructor({ patienceMs = defaultPatienceMs }: ReaderOptions = {}) {
    this.#patienceMs = patienceMs;
  }

  /** Rows for these files, fewer where some have gone; one that the thread hangs or dies on has that as its reason. */
  async read(root: string, files: readonly FoundFile[]): Promise<readonly ScannedFile[] | ReaderLoss> {
    const guilty: ScannedFile[] = [];
    let rest = files;
    for (;;) {
      const answer = await this.#ask({ do: "read", root, files: rest }, this.#patienceMs);
      if (!("lost" in answer)) return [...guilty, ...answer.rows];
      const culprit = rest[answer.at];
      if (!culprit || answer.lost === "stopped" || answer.lost === "failed") return answer;
      guilty.push(brokenFile(culprit, root, reasonOf(answer, this.#patienceMs)));
      // Those before it are read once more: that costs milliseconds, and nothing has to be kept for it.
      rest = rest.filter((file) => file !== culprit);
    }
  }

  /** Null, or the error's code when the root can't be read. */
  walk(root: string): Promise<ReaderReplies["walk"] | ReaderLoss> {
    return this.#ask({ do: "walk", root }, walkPatienceMs);
  }

  next(limit: number): Promise<ReaderReplies["next"] | ReaderLoss> {
    return this.#ask({ do: "next", limit }, walkPatienceMs);
  }

  picture(path: string): Promise<ReaderReplies["picture"] | ReaderLoss> {
    return this.#ask({ do: "picture", path }, this.#patienceMs);
  }

  /** Ends the thread and gives its memory back. The next request starts another. */
  async rest(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.end();
  }

  /** Ends the thread at once and for good; a request under way is lost. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.rest();
  }

  async #ask<Kind extends ReaderRequest["do"]>(
    request: ReaderRequest & { do: Kind },
    patienceMs: number,
  ): Promise<ReaderReplies[Kind] | (ReaderLoss & { at: number })> {
    if (this.#stopped) return { lost: "stopped", detail: "The reader was stopped.", at: -1 };
    this.#thread ??= new Thread();
    const thread = this.#thread;
    const answer = await thread.ask(request, patienceMs);
    if (!("lost" in answer)) return answer as ReaderReplies[Kind];
    if (this.#thread === thread) this.#thread = null;
    await thread.end();
    return this.#stopped ? { ...answer, lost: "stopped" } : answer;
  }
}

function reasonOf(loss: ReaderLoss, patienceMs: number): string {
  return loss.lost === "stuck"
    ? `Reading the file did not end within ${patienceMs / 1000} s: it is damaged. Replace it.`
    : `Reading the file ended the reader (${loss.detail}): it is damaged. Replace it.`;
}

type Answer = ReaderReplies[keyof ReaderReplies] | (ReaderLoss & { at: number });

/** One worker thread from its start to its end. */
class Thread {
  readonly #progress = new Int32Array(new SharedArrayBuffer(8));
  readonly #worker: Worker;
  #ready = false;
  #loss: ReaderLoss | null = null;
  #settle: ((answer: Answer) => void) | null = null;

  constructor() {
    this.#worker = new Worker(new URL("./reader-worker.js", import.meta.url), {
      workerData: this.#progress,
      resourceLimits: { maxOldGenerationSizeMb: 192 },
    });
    this.#worker.on("message", (message: "ready" | ReaderReply) => {
      if (message === "ready") this.#ready = true;
      else if (message.ok) this.#settle?.(message.reply);
      else this.#lose("failed", message.failed);
    });
    this.#worker.on("error", (error) => this.#lose("crashed", error.message));
    this.#worker.on("exit", () => this.#lose("stopped", "The reader's thread has ended."));
  }

  ask(request: ReaderRequest, patienceMs: number): Promise<Answer> {
    if (this.#settle) throw new Error("The reader does one thing at a time: await the request before.");
    return new Promise((resolve) => {
      const watch = this.#watch(patienceMs);
      this.#settle = (answer) => {
        clearInterval(watch);
        this.#settle = null;
        resolve(answer);
      };
      if (this.#loss) this.#lose(this.#loss.lost, this.#loss.detail);
      else this.#worker.postMessage(request);
    });
  }

  /** A thread that sits in a system call can take long to end, so nobody waits more than a moment for it. */
  async end(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const moment = new Promise((resolve) => {
      timer = setTimeout(resolve, 500);
    });
    await Promise.race([this.#worker.terminate(), moment]);
    clearTimeout(timer);
    this.#worker.unref();
  }

  #watch(patienceMs: number): NodeJS.Timeout {
    let beat = Atomics.load(this.#progress, beats);
    let quietMs = 0;
    return setInterval(() => {
      const now = Atomics.load(this.#progress, beats);
      // Counted in looks, not by the clock: a whole process that was suspended is not a thread that hangs.
      quietMs = now === beat ? quietMs + lookMs : 0;
      beat = now;
      if (quietMs >= (this.#ready ? patienceMs : startPatienceMs))
        this.#lose("stuck", `No sign of life for ${quietMs} ms.`);
    }, lookMs);
  }

  #lose(lost: ReaderLoss["lost"], detail: string): void {
    this.#loss ??= { lost, detail };
    this.#settle?.({ lost, detail, at: Atomics.load(this.#progress, at) });
  }
}
