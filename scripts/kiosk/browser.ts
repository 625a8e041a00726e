import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/**
 * A Chromium that is spoken to through two pipes (`--remote-debugging-pipe`), which nobody else on the machine can
 * reach, as they could a port. The pipes go through cage, which hands its own on to the one program that it shows.
 */
export class Browser {
  readonly exited: Promise<string>;
  readonly #process: ChildProcess;
  readonly #asked = new Map<number, (answer: Answer) => void>();
  #lastId = 0;
  #unfinished = "";
  /** The page's session; a page that was replaced has another. */
  #session: string | undefined;

  constructor(command: readonly string[]) {
    const [program = "", ...args] = command;
    this.#process = spawn(program, args, { stdio: ["inherit", "inherit", "inherit", "pipe", "pipe"] });
    this.exited = new Promise((resolve) => {
      this.#process.once("error", (error) => resolve(error.message));
      this.#process.once("exit", (code, signal) => resolve(signal ?? `status ${code}`));
    });
    const [, , , toBrowser, fromBrowser] = this.#process.stdio;
    fromBrowser?.on("data", (chunk) => this.#hear(String(chunk)));
    // It breaks when the browser ends, of which `exited` tells.
    for (const pipe of [toBrowser, fromBrowser]) pipe?.on("error", () => undefined);
    (fromBrowser as Readable | undefined)?.resume();
  }

  /**
   * The address of the page that is shown, told by the page itself once it has painted a picture: its heartbeat. null
   * where none comes in time, because its script hangs, it has crashed, or there is no page.
   */
  async heartbeat(limitMs: number): Promise<string | null> {
    const expression = "new Promise((done) => requestAnimationFrame(() => done(location.href)))";
    const answer = await this.#inPage(
      "Runtime.evaluate",
      { expression, awaitPromise: true, returnByValue: true },
      limitMs,
    );
    const { value } = (answer?.result ?? {}) as { value?: unknown };
    return typeof value === "string" ? value : null;
  }

  /** From the beginning: without the empty page a change of the fragment alone would load nothing. */
  async show(address: string): Promise<void> {
    await this.#inPage("Page.navigate", { url: "about:blank" }, 3_000);
    await this.#inPage("Page.navigate", { url: address }, 3_000);
  }

  end(): void {
    this.#process.kill("SIGKILL");
  }

  async #inPage(method: string, params: object, limitMs: number): Promise<Record<string, unknown> | null> {
    this.#session ??= await this.#attach(limitMs);
    if (this.#session === undefined) return null;
    const answer = await this.#ask(method, params, limitMs, this.#session);
    if (answer?.error) this.#session = undefined;
    return answer?.result ?? null;
  }

  async #attach(limitMs: number): Promise<string | undefined> {
    const found = await this.#ask("Target.getTargets", {}, limitMs);
    const { targetInfos = [] } = (found?.result ?? {}) as {
      targetInfos?: { type: string; targetId: string }[];
    };
    const page = targetInfos.find(({ type }) => type === "page");
    if (!page) return undefined;
    const attached = await this.#ask(
      "Target.attachToTarget",
      { targetId: page.targetId, flatten: true },
      limitMs,
    );
    return attached?.result?.sessionId as string | undefined;
  }

  /** null where no answer comes in time. */
  async #ask(method: string, params: object, limitMs: number, sessionId?: string): Promise<Answer | null> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(null), limitMs);
      const settle = (answer: Answer | null): void => {
        clearTimeout(timer);
        this.#asked.delete(id);
        resolve(answer);
      };
      this.#asked.set(id, settle);
      (this.#process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Messages end with a zero byte. */
  #hear(chunk: string): void {
    const messages = (this.#unfinished + chunk).split("\0");
    this.#unfinished = messages.pop() ?? "";
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) this.#asked.get(answer.id)?.(answer);
    }
  }
}
