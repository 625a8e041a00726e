import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Heard, SoundRequest } from "./sound-messages.ts";

export interface SoundListenerOptions {
  /** How long one song may take, by the clock; ffmpeg has limits of its own below this. */
  patienceMs?: number;
  /** Stands in for the thread's own, in tests. */
  entry?: URL;
}

/** A song takes 0.6 s (x86-64), and ten times that on a Pi that has other things to do. */
const defaultPatienceMs = 300_000;
const endMs = 500;

/**
 * Listens to songs, one at a time, in a thread of its own and on the lowest priority. The thread starts with the first
 * song, is replaced when it hangs or dies, and holds at most 60 MB.
 */
export class SoundListener {
  readonly #patienceMs: number;
  readonly #entry: URL;
  #thread: Worker | null = null;
  #stopped = false;

  constructor({ patienceMs = defaultPatienceMs, entry }: SoundListenerOptions = {}) {
    this.#patienceMs = patienceMs;
    this.#entry = entry ?? new URL("./sound-worker.js", import.meta.url);
  }

  /** Never rejects: whatever is in the file, and whatever becomes of the thread, is an answer. */
  async listen(path: string, durationMs: number): Promise<Heard> {
    if (this.#stopped) return { is: "crashed", reason: "Listening was stopped." };
    this.#thread ??= this.#newThread();
    const thread = this.#thread;
    const heard = await this.#ask(thread, { path, durationMs });
    if (heard.is === "crashed" && this.#thread === thread) await this.rest();
    return heard;
  }

  /** Ends the thread and gives its memory back. The next song starts another. */
  async rest(): Promise<void> {
    const thread = this.#thread;
    if (thread === null) return;
    this.#thread = null;
    // One that waits for a disk which has gone can take long to end: nobody waits more than a moment for it.
    await Promise.race([thread.terminate(), sleep(endMs, undefined, { ref: false })]);
    thread.unref();
  }

  /** For good, at once; the song under way is given up. Its ffmpeg ends on the closed pipe. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.rest();
  }

  #newThread(): Worker {
    const thread = new Worker(this.#entry, { resourceLimits: { maxOldGenerationSizeMb: 64 } });
    // Also between two songs, when nobody asks.
    const gone = (): void => {
      if (this.#thread === thread) this.#thread = null;
    };
    return thread.on("error", gone).on("exit", gone);
  }

  #ask(thread: Worker, request: SoundRequest): Promise<Heard> {
    return new Promise((resolve) => {
      const settle = (heard: Heard): void => {
        clearTimeout(timer);
        thread.off("message", settle).off("error", died).off("exit", ended);
        resolve(heard);
      };
      const lost = (reason: string): void => settle({ is: "crashed", reason });
      const died = (error: Error): void => lost(`Listening to it ended the thread (${error.message}).`);
      const ended = (): void => lost("The thread ended while it was listened to.");
      const timer = setTimeout(
        () => lost(`Listening to it did not end within ${this.#patienceMs / 1_000} s.`),
        this.#patienceMs,
      );
      thread.on("message", settle).on("error", died).on("exit", ended);
      thread.postMessage(request);
    });
  }
}
