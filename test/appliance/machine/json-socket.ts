import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { until } from "./until.ts";

interface Answer {
  return?: unknown;
  error?: { desc: string };
}

/** QEMU's monitor and its guest agent speak alike: a command is a line of JSON, and so is its answer; one at a time. */
export class JsonSocket {
  readonly #name: string;
  readonly #socket: Socket;
  #turn: Promise<unknown> = Promise.resolve();
  #answered: (answer: Answer) => unknown = () => undefined;
  #gone: () => void = () => undefined;
  #lastId = 0;

  private constructor(name: string, socket: Socket) {
    this.#name = name;
    this.#socket = socket;
    const lines = createInterface({ input: socket });
    lines.on("line", (line) => {
      // The agent marks the beginning of an answer after a reset with a byte that is no JSON.
      const begin = line.indexOf("{");
      if (begin < 0) return;
      const message = JSON.parse(line.slice(begin)) as Answer & { event?: string; QMP?: object };
      if (message.event === undefined && message.QMP === undefined) this.#answered(message);
    });
    // It ends with the machine, politely or not; whoever waits for an answer is told.
    socket.on("error", () => undefined);
    lines.on("error", () => undefined);
    socket.once("close", () => this.#gone());
  }

  static async open(name: string, path: string): Promise<JsonSocket> {
    const socket = await until(
      `${name} at ${path}`,
      async () => {
        const attempt = connect(path);
        return once(attempt, "connect").then(
          () => attempt,
          () => null,
        );
      },
      20_000,
    );
    return new JsonSocket(name, socket);
  }

  /** Rejects with the other side's own words, or where no answer comes in time. */
  async ask<T>(execute: string, given: object = {}, limitMs = 60_000): Promise<T> {
    const before = this.#turn;
    const asked = before
      .catch(() => undefined)
      .then(() => this.#exchange(execute, given, limitMs, () => true));
    this.#turn = asked;
    const answer = await asked;
    if (answer.error) throw new Error(`${this.#name} refused ${execute}: ${answer.error.desc}`);
    return answer.return as T;
  }

  /**
   * For the agent, which may answer later to what was asked before it ran: whatever comes before the answer to this
   * very question counts for nothing.
   */
  async sync(limitMs: number): Promise<void> {
    this.#lastId += 1;
    const id = this.#lastId;
    await this.#exchange("guest-sync", { id }, limitMs, (answer) => answer.return === id);
  }

  close(): void {
    this.#socket.destroy();
  }

  async #exchange(
    execute: string,
    given: object,
    limitMs: number,
    isMeant: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const { promise, resolve, reject } = promiseParts<Answer>();
    this.#answered = (answer) => isMeant(answer) && resolve(answer);
    this.#gone = () => reject(new Error(`${this.#name} went away without an answer to ${execute}.`));
    if (this.#socket.destroyed) this.#gone();
    const timer = setTimeout(
      () => reject(new Error(`${this.#name} left ${execute} without an answer for ${limitMs / 1000} s.`)),
      limitMs,
    );
    this.#socket.write(`${JSON.stringify({ execute, arguments: given })}\n`);
    return promise.finally(() => clearTimeout(timer));
  }
}

/** Node 20 has no Promise.withResolvers. */
function promiseParts<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
