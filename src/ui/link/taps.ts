import type { TapMessage } from "../../protocol/people.ts";
import { backoffMs } from "./backoff.ts";

/** Hears of cards at the kiosk, and comes back by itself. Only the appliance's own screen is told of them. */
export class Taps {
  readonly #connect: () => WebSocket;
  readonly #heard: (message: TapMessage) => void;
  #socket: WebSocket | null = null;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: { connect: () => WebSocket; heard: (message: TapMessage) => void }) {
    this.#connect = options.connect;
    this.#heard = options.heard;
  }

  start(): void {
    if (this.#socket !== null) return;
    clearTimeout(this.#retry);
    const socket = this.#connect();
    this.#socket = socket;
    socket.addEventListener("open", () => {
      this.#attempt = 0;
    });
    socket.addEventListener("message", ({ data }: MessageEvent) => {
      const message = parse(String(data));
      if (message !== null) this.#heard(message);
    });
    socket.addEventListener("close", () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#retry = setTimeout(() => this.start(), backoffMs(this.#attempt++, Math.random()));
    });
  }

  stop(): void {
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}

/** Null for what this page does not know. */
function parse(text: string): TapMessage | null {
  try {
    const value = JSON.parse(text) as Partial<TapMessage> | null;
    return value?.type === "in" || value?.type === "out" || value?.type === "unknown"
      ? (value as TapMessage)
      : null;
  } catch {
    return null; // Not JSON: from a newer daemon, perhaps.
  }
}
