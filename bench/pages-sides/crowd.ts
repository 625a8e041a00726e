import { type ChildProcess, fork } from "node:child_process";
import { within } from "../recovery-sides/within.ts";

/** What a crowd takes for any order; it says nothing of how long one may take. */
const LIMIT_MS = 300_000;

/** Many pages or phones in a process of their own, which answers every order with a word. */
export class Crowd<Order extends { do: string }, Word> {
  readonly #of: string;
  readonly #process: ChildProcess;

  /** `of` phones, say; `main` is the script that makes them. */
  constructor(of: string, main: URL) {
    this.#of = of;
    this.#process = fork(main);
  }

  /** Rejects where the process is gone, ends before it has answered, or never does. */
  async ask(order: Order, limitMs = LIMIT_MS): Promise<Word> {
    const child = this.#process;
    const asked = `the crowd of ${this.#of} to answer "${order.do}"`;
    const undo: (() => void)[] = [];
    const answer = new Promise<Word>((resolve, reject) => {
      const gone = (code: number | null, signal: string | null): void =>
        reject(
          new Error(`The crowd of ${this.#of} ended (${signal ?? code}) before "${order.do}" was answered.`),
        );
      const heard = (word: unknown): void => resolve(word as Word);
      child.once("message", heard).once("exit", gone);
      undo.push(() => child.off("message", heard).off("exit", gone));
      if (child.exitCode !== null || child.signalCode !== null) gone(child.exitCode, child.signalCode);
      else child.send(order, (error) => error && reject(error));
    });
    try {
      return await within(asked, limitMs, answer);
    } finally {
      for (const one of undo) one();
    }
  }

  stop(): void {
    this.#process.kill();
  }
}
