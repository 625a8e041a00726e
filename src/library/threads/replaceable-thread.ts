import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { at, beats, type ThreadReady, type ThreadReply } from "./thread-messages.ts";

/**
 * Why there is no reply: it went round in circles and was ended; it is held by the system, as by a disk that doesn't
 * answer, and can't be ended; it died; it was stopped by us; the request failed as a whole.
 */
export interface ThreadLoss {
  lost: "stuck" | "held" | "crashed" | "stopped" | "failed";
  detail: string;
}

const startPatienceMs = 30_000;
const lookMs = 100;
/** A thread that runs ends at once when it is told to; one that sits in a system call doesn't. */
const endMs = 500;
/** So long a thread that hung may take to end, on a machine that is too busy to let it. */
const longestEndMs = 30_000;
/** Times its patience: then it is lost, however busy the machine is. */
const longestWait = 15;
/** Each keeps its memory until its disk answers. */
const maxHeld = 2;

export interface ReplaceableThreadOptions {
  entry: URL;
  /** Made anew for each thread; `progress` is the memory that it shares with it. */
  data: (progress: Int32Array) => unknown;
  heapMb: number;
  /** What it says without having been asked. */
  onNews?: (news: unknown) => void;
}

/**
 * A worker thread that does what may never end. It starts with the first request, does one thing at a time, and is
 * replaced when it hangs or dies.
 */
export class ReplaceableThread {
  readonly #options: ReplaceableThreadOptions;
  #thread: Thread | null = null;
  #held = 0;
  #stopped = false;

  constructor(options: ReplaceableThreadOptions) {
    this.#options = options;
  }

  /** `at` is where in the batch it was lost, -1 where it had not begun. */
  async ask<Reply>(
    request: unknown,
    patienceMs: number,
  ): Promise<{ reply: Reply } | (ThreadLoss & { at: number })> {
    if (this.#stopped) return { lost: "stopped", detail: "The thread was stopped.", at: -1 };
    if (this.#held >= maxHeld)
      return { lost: "held", detail: "Other threads still wait for their disks.", at: -1 };
    this.#thread ??= new Thread(this.#options);
    const thread = this.#thread;
    const answer = await thread.ask(request, patienceMs);
    if ("reply" in answer) return { reply: answer.reply as Reply };
    if (this.#thread === thread) this.#thread = null;
    const ended = await this.#end(thread, longestEndMs);
    if (this.#stopped) return { ...answer, lost: "stopped" };
    return answer.lost === "stuck" && !ended ? { ...answer, lost: "held" } : answer;
  }

  /** Ends the thread and gives its memory back. The next request starts another. */
  async rest(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    if (thread) await this.#end(thread);
  }

  /** Ends the thread at once and for good; a request under way is lost. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.rest();
  }

  /** False where it waits for a disk, or ends in its own time. */
  async #end(thread: Thread, withinMs = endMs): Promise<boolean> {
    let isOver = false;
    const ended = thread.end().then(() => {
      isOver = true;
    });
    for (let waitedMs = endMs; ; waitedMs += endMs) {
      await Promise.race([ended, sleep(endMs, undefined, { ref: false })]);
      if (isOver) return true;
      if (thread.waitsForDisk || waitedMs >= withinMs || this.#stopped) break;
    }
    this.#held++;
    void ended.then(() => this.#held--);
    return false;
  }
}

type Answer = { reply: unknown } | (ThreadLoss & { at: number });

/** One worker thread from its start to its end. */
class Thread {
  readonly #progress = new Int32Array(new SharedArrayBuffer(8));
  readonly #worker: Worker;
  /** Where the system tells of it; null until it is ready. */
  #task: string | null = null;
  #loss: ThreadLoss | null = null;
  #settle: ((answer: Answer) => void) | null = null;

  constructor({ entry, data, heapMb, onNews }: ReplaceableThreadOptions) {
    // A thread that dies before it has begun dies on no file.
    Atomics.store(this.#progress, at, -1);
    this.#worker = new Worker(entry, {
      workerData: data(this.#progress),
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 8 },
    });
    this.#worker.on("message", (message: ThreadReady | ThreadReply) => {
      if ("ready" in message) this.#task = message.ready;
      else if (!("ok" in message)) onNews?.(message);
      else if (message.ok) this.#settle?.({ reply: JSON.parse(message.reply) });
      else this.#lose("failed", message.failed);
    });
    this.#worker.on("error", (error) => this.#lose("crashed", error.message));
    this.#worker.on("exit", () => this.#lose("stopped", "The thread has ended."));
  }

  ask(request: unknown, patienceMs: number): Promise<Answer> {
    if (this.#settle) throw new Error("A thread does one thing at a time: await the request before.");
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

  /** In a system call that nothing can end but the disk's answer. */
  get waitsForDisk(): boolean {
    return readTask(this.#task)?.state === "D";
  }

  async end(): Promise<void> {
    this.#worker.unref();
    await this.#worker.terminate();
  }

  #watch(patienceMs: number): NodeJS.Timeout {
    let beat = Atomics.load(this.#progress, beats);
    let quietMs = 0;
    let looks = 0;
    let task = readTask(this.#task);
    let wasReady = this.#task !== null;
    return setInterval(() => {
      const now = Atomics.load(this.#progress, beats);
      const taskNow = readTask(this.#task);
      const isReady = this.#task !== null;
      // Counted in looks, not by the clock: a whole process that was suspended is not a thread that hangs. That it has
      // started is a sign of life, too: what that took is nothing that a file is to blame for.
      if (now === beat && isReady === wasReady) {
        looks++;
        quietMs += ownMs(task, taskNow);
      } else quietMs = looks = 0;
      beat = now;
      task = taskNow;
      wasReady = isReady;
      const patience = isReady ? patienceMs : startPatienceMs;
      if (quietMs >= patience || looks * lookMs >= patience * longestWait)
        this.#lose("stuck", `No sign of life for ${looks * lookMs} ms.`);
    }, lookMs);
  }

  #lose(lost: ThreadLoss["lost"], detail: string): void {
    this.#loss ??= { lost, detail };
    this.#settle?.({ lost, detail, at: Atomics.load(this.#progress, at) });
  }
}

/** What the system tells of a thread: what it is doing, and for how long it has run. */
interface Task {
  /** A letter of proc(5): R wants to run, S sleeps, D waits for a disk. */
  state: string;
  ranMs: number;
}

/** Null where it is not ready yet, or the system doesn't tell. */
function readTask(place: string | null): Task | null {
  if (place === null) return null;
  try {
    const stat = readFileSync(`/proc/${place}/stat`, "latin1");
    const [ranNs] = readFileSync(`/proc/${place}/schedstat`, "latin1").split(" ");
    return { state: stat.charAt(stat.lastIndexOf(")") + 2), ranMs: Number(ranNs) / 1e6 };
  } catch {
    return null;
  }
}

/** Of the time between two looks, what is the thread's own doing, and not that of a machine too busy to run it. */
function ownMs(before: Task | null, now: Task | null): number {
  if (!before || now?.state !== "R") return lookMs;
  return Math.min(lookMs, now.ranMs - before.ranMs);
}
