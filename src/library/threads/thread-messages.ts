/** The first message. `ready` is the thread's place below /proc. */
export interface ThreadReady {
  ready: string;
}

/**
 * `reply` is JSON, because objects take several times as long on their way between threads; `failed` is a bug or a
 * disk error that no single file answers for.
 */
export type ThreadReply = { ok: true; reply: string } | { ok: false; failed: string };

/**
 * Two counters in memory that both threads see, so that the daemon can tell how far a thread is without a message for
 * each file: `beats` changes with every file or folder, `at` is the index in the batch, -1 before and after one.
 */
export const beats = 0;
export const at = 1;
