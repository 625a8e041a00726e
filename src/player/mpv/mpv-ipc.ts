import { connect, type Socket } from "node:net";

/** `timeout` and `closed` are our own words for what went wrong; others are mpv's. */
export type MpvReply = { ok: true; data: unknown } | { ok: false; data: null; error: string };

/** A message that nobody asked for, such as `end-file` or `property-change`. */
export type MpvEvent = Readonly<Record<string, unknown>> & { event: string };

export type MpvCommand = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Long for a busy Pi, short for a person who waits: mpv answers within a millisecond or not at all. */
const requestTimeoutMs = 2_000;

/** mpv's longest answers, its lists of devices and tags, are a hundredth of it. */
const longestLine = 2 ** 20;

/** mpv's JSON IPC over its Unix socket: one line is one message, and every request settles in time. */
export class MpvIpc {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (reply: MpvReply) => void>();
  #onEvent: (event: MpvEvent) => void = () => undefined;
  #onClosed: () => void = () => undefined;
  #lastId = 0;
  #rest = "";

  private constructor(socket: Socket) {
    this.#socket = socket;
    // A character may lie across two chunks, and so may a message.
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => this.#read(chunk));
    socket.on("close", () => this.#closed());
  }

  /** null where nobody listens there (yet). */
  static connect(path: string): Promise<MpvIpc | null> {
    return new Promise((resolve) => {
      const socket = connect(path);
      // An error is always followed by `close`, which is what the client goes by.
      socket.on("error", () => resolve(null));
      socket.on("connect", () => resolve(new MpvIpc(socket)));
    });
  }

  /** Say who listens before the first request. */
  listen(onEvent: (event: MpvEvent) => void, onClosed: () => void): void {
    this.#onEvent = onEvent;
    this.#onClosed = onClosed;
  }

  request(command: MpvCommand, timeoutMs = requestTimeoutMs): Promise<MpvReply> {
    if (this.#socket.destroyed) return Promise.resolve({ ok: false, data: null, error: "closed" });
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const settle = (reply: MpvReply): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(reply);
      };
      const timer = setTimeout(() => settle({ ok: false, data: null, error: "timeout" }), timeoutMs);
      this.#waiting.set(id, settle);
      this.#socket.write(`${JSON.stringify({ command, request_id: id })}\n`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: string): void {
    const lines = (this.#rest + chunk).split("\n");
    this.#rest = lines.pop() ?? "";
    // Whoever never ends a line would fill the memory.
    if (this.#rest.length > longestLine) this.#socket.destroy();
    for (const line of lines) if (line !== "") this.#take(line);
  }

  #take(line: string): void {
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      // Whoever writes this is not mpv, or no longer in its right mind.
      this.#socket.destroy();
      return;
    }
    if (typeof message !== "object" || message === null) return;
    if ("event" in message) {
      this.#onEvent(message as MpvEvent);
      return;
    }
    const { request_id: id, error, data } = message as Record<string, unknown>;
    const settle = this.#waiting.get(Number(id));
    settle?.(error === "success" ? { ok: true, data } : { ok: false, data: null, error: String(error) });
  }

  #closed(): void {
    for (const settle of [...this.#waiting.values()]) settle({ ok: false, data: null, error: "closed" });
    this.#onClosed();
  }
}
