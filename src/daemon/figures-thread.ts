import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Serial } from "../player/serial.ts";
import type { PolicyEffect } from "../protocol/figures.ts";
import type { PlayEffect } from "../protocol/library.ts";
import type { JudgedMap, MapQuestion } from "../recommend/map.ts";

/** So many in one message that copying them holds the daemon's loop for under a millisecond. */
const PLAYS_PER_MESSAGE = 500;

/** What the thread is told; the last message of a question is the one that is answered. */
export type FiguresMessage =
  | { type: "plays"; plays: readonly PlayEffect[] }
  | { type: "effects" }
  | { type: "map"; question: MapQuestion };

/**
 * Reckons what would hold the daemon's loop for too long: the effect of 5,000 songs takes some 100 ms of CPU and the map
 * some 10, and a Pi takes four times that. A thread for each question, which goes with its memory, and one at a time.
 */
export class FiguresThread {
  readonly #serial = new Serial();

  /** What each policy that was heard did to the room. */
  effectsOf(plays: readonly PlayEffect[]): Promise<readonly PolicyEffect[]> {
    return this.#ask([...inParts(plays), { type: "effects" }]);
  }

  /** What each mood can fill. */
  judgeMap(question: MapQuestion): Promise<JudgedMap> {
    return this.#ask([{ type: "map", question }]);
  }

  #ask<Answer>(messages: readonly FiguresMessage[]): Promise<Answer> {
    return this.#serial.run(async () => {
      const worker = new Worker(new URL("./figures-worker.js", import.meta.url), {
        name: "figures",
        resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
      });
      try {
        const [[answer]] = await Promise.all([once(worker, "message"), send(worker, messages)]);
        return answer as Answer;
      } finally {
        await worker.terminate();
      }
    });
  }
}

async function send(worker: Worker, messages: readonly FiguresMessage[]): Promise<void> {
  for (const message of messages) {
    worker.postMessage(message);
    await nextTurn();
  }
}

function* inParts(plays: readonly PlayEffect[]): Generator<FiguresMessage> {
  for (let from = 0; from < plays.length; from += PLAYS_PER_MESSAGE)
    yield { type: "plays", plays: plays.slice(from, from + PLAYS_PER_MESSAGE) };
}
