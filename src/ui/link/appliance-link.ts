import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ClientMessage, Command, ServerMessage } from "../../protocol/messages.ts";
import { refused } from "../facts/refused.ts";
import { useTimeZone } from "../languages/tables.ts";
import { backoffMs } from "./backoff.ts";
import { type Picture, receive, standStill } from "./link-state.ts";

/** After this long without a word the page asks for a snapshot: a Wi-Fi that is gone closes no socket. */
const QUIET_MS = 30_000;
/** So long a snapshot may take, before the connection counts as lost. */
const ANSWER_MS = 5_000;
/** The daemon's word for the end of the session that the socket was opened with. */
const SIGNED_OUT = 4_001;
/** So long a rejection is shown. */
const REJECTION_MS = 5_000;

export interface LinkOptions {
  host: ReactiveControllerHost;
  /** Opens a socket to the daemon. */
  connect: () => WebSocket;
}

/** The page's one connection to the daemon: keeps the picture, and comes back by itself. */
export class ApplianceLink implements ReactiveController {
  /** `connecting` until the first snapshot; `lost` while the picture is an old one. */
  phase: "connecting" | "open" | "lost" = "connecting";
  picture: Picture | null = null;
  /** How often there was a connection: what was asked by other ways may be old after each. */
  opened = 0;
  /** The daemon's words for what it did not do, for a few seconds. */
  rejection: string | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #connect: () => WebSocket;
  #socket: WebSocket | null = null;
  #attempt = 0;
  #nextId = 1;
  #resyncing = false;
  /** Opened anew on purpose, so that nobody need be told of a lost connection. */
  #renewed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor({ host, connect }: LinkOptions) {
    this.#host = host;
    this.#connect = connect;
    host.addController(this);
  }

  hostConnected(): void {
    this.#open();
  }

  hostDisconnected(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#watch);
    clearTimeout(this.#forget);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /**
   * Nothing is kept for later: a tap that could not be sent then must not act a minute later.
   * @returns whether there was a connection
   */
  command(command: Command): boolean {
    if (this.phase !== "open") return false;
    this.#send({ type: "command", id: this.#nextId++, command });
    return true;
  }

  /** Somebody has signed in or out: a socket keeps the cookies that it was opened with. */
  reopen(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    clearTimeout(this.#retry);
    this.#renewed = true;
    this.#open();
  }

  #open(): void {
    const socket = this.#connect();
    this.#socket = socket;
    this.#resyncing = false;
    this.#expect(ANSWER_MS, () => this.#lose(socket));
    // An event of a socket that has been given up means nothing any more.
    socket.addEventListener("close", ({ code }: CloseEvent) => {
      if (this.#socket !== socket) return;
      if (code === SIGNED_OUT) this.reopen();
      else this.#lose(socket);
    });
    socket.addEventListener("message", (event: MessageEvent) => {
      if (this.#socket === socket) this.#hear(String(event.data));
    });
  }

  #hear(text: string): void {
    this.#expect(QUIET_MS, () => {
      this.#resync();
      const socket = this.#socket;
      if (socket) this.#expect(ANSWER_MS, () => this.#lose(socket));
    });
    const message = parse(text);
    switch (message?.type) {
      case "snapshot":
        this.#resyncing = false;
        this.#attempt = 0;
        if (this.phase !== "open" || this.#renewed) this.opened += 1;
        this.#renewed = false;
        this.phase = "open";
        this.#take(message);
        break;
      case "patch":
        this.#take(message);
        break;
      case "rejected":
        this.#reject(refused(message.reason, message));
        break;
      default:
        // Not JSON, or from a newer daemon: a snapshot puts things right.
        this.#resync();
    }
  }

  #take(message: Exclude<ServerMessage, { type: "rejected" }>): void {
    const { picture, resync } = receive(this.picture, message, performance.now());
    this.picture = picture;
    if (picture !== null) useTimeZone(picture.state.timeZone);
    if (resync) this.#resync();
    else this.#host.requestUpdate();
  }

  #reject(reason: string): void {
    this.rejection = reason;
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => {
      this.rejection = null;
      this.#host.requestUpdate();
    }, REJECTION_MS);
    this.#host.requestUpdate();
  }

  #resync(): void {
    if (this.#resyncing) return;
    this.#resyncing = true;
    this.#send({ type: "resync" });
  }

  #send(message: ClientMessage): void {
    const socket = this.#socket;
    if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify(message));
  }

  #lose(socket: WebSocket): void {
    this.#socket = null;
    socket.close();
    clearTimeout(this.#watch);
    if (this.phase === "open" && this.picture) this.picture = standStill(this.picture, performance.now());
    this.phase = this.picture === null ? "connecting" : "lost";
    this.#retry = setTimeout(() => this.#open(), backoffMs(this.#attempt++, Math.random()));
    this.#host.requestUpdate();
  }

  #expect(withinMs: number, otherwise: () => void): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(otherwise, withinMs);
  }
}

/** Null for what is no JSON object with a type. */
function parse(text: string): ServerMessage | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "type" in value ? (value as ServerMessage) : null;
  } catch {
    return null;
  }
}
