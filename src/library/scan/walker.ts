import {
  ReplaceableThread,
  type ReplaceableThreadOptions,
  type ThreadLoss,
} from "../threads/replaceable-thread.ts";
import type { FoldersChanged, WalkerData, WalkerReplies, WalkerRequest } from "./walker-messages.ts";

/** A folder on a network or a disk that has to spin up answers late, but a dead mount never. */
const patienceMs = 30_000;

export interface WalkerOptions {
  /** Told of folders in which something has changed, of null when there are too many; left out, nothing is watched. */
  onChanged?: ((folders: readonly string[] | null) => void) | undefined;
  settleMs: number;
}

/** The thread that goes through folders, and stays to watch them. */
export class Walker {
  readonly #thread: ReplaceableThread;
  readonly #isWatching: boolean;

  constructor({ onChanged, settleMs }: WalkerOptions) {
    this.#isWatching = onChanged !== undefined;
    this.#thread = new ReplaceableThread({
      entry: new URL("./walker-worker.js", import.meta.url),
      data: (progress) => ({ progress, watch: onChanged !== undefined, settleMs }) satisfies WalkerData,
      heapMb: 256,
      onNews: (news) => onChanged?.((news as FoldersChanged).changed),
    } satisfies ReplaceableThreadOptions);
  }

  async ask<Kind extends WalkerRequest["do"]>(
    request: WalkerRequest & { do: Kind },
  ): Promise<{ reply: WalkerReplies[Kind] } | ThreadLoss> {
    return this.#thread.ask(request, patienceMs);
  }

  /** Ends the thread where it has nothing to watch. */
  async rest(): Promise<void> {
    if (!this.#isWatching) await this.#thread.rest();
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}
