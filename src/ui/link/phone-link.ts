import type { ReactiveController, ReactiveControllerHost } from "lit";
import type {
  FoundSong,
  OfferedSong,
  PhoneMessage,
  PhoneOwn,
  PhoneRefusal,
  PhoneRoom,
} from "../../protocol/guests.ts";
import type { MoodLabel } from "../../protocol/mood.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import { useTimeZone } from "../languages/tables.ts";
import { backoffMs } from "./backoff.ts";
import type { PositionMark } from "./link-state.ts";

/** The daemon's words for why a socket is none; see http/sockets/phone-socket.ts. */
const OFF = 4_003;
const UNKNOWN = 4_004;
const CROWDED = 1_013;
/** How often a page looks that is off, or has no room. */
const LOOK_AGAIN_MS = 10_000;
/** So long hello and the first word may take. */
const ANSWER_MS = 10_000;

/** `unreachable` only while nothing was ever heard; later the page shows what it knows, as `lost`. */
export type PhonePhase = "connecting" | "open" | "lost" | "off" | "crowded" | "address" | "unreachable";

export type PhoneAnswer<T = undefined> =
  | { ok: true; value: T }
  | { ok: false; refusal: PhoneRefusal | { because: "unreachable" } };

/** A guest's phone and the appliance: says hello, hears what plays and what is its own, asks and votes. */
export class PhoneLink implements ReactiveController {
  phase: PhonePhase = "connecting";
  room: PhoneRoom | null = null;
  /** When the room was told, by the daemon's clock. */
  toldAt: EpochMs = 0;
  own: PhoneOwn = { mine: [], voted: false, again: null, left: 0, gone: null };
  /** Mien knows this phone no more: what it waited for does not wait any more. True until it asks for something. */
  forgotten = false;
  position: PositionMark = { positionMs: 0, markedAt: 0 };
  readonly #host: ReactiveControllerHost;
  #socket: WebSocket | null = null;
  #attempt = 0;
  #isConnected = false;
  /** Which hello is the newest: what an earlier one brings comes too late. */
  #hello = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    document.addEventListener("visibilitychange", this.#seen);
    void this.#begin();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    document.removeEventListener("visibilitychange", this.#seen);
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /** Now, and not in a while. */
  again(): void {
    void this.#begin();
  }

  async ask(track: Id): Promise<PhoneAnswer> {
    const answer = await this.#tell("POST", "/api/guest/requests", { track });
    if (answer.ok) this.forgotten = false;
    return answer;
  }

  takeBack(request: Id): Promise<PhoneAnswer> {
    return this.#tell("DELETE", `/api/guest/requests/${encodeURIComponent(request)}`);
  }

  vote(pick: Id, skip: boolean): Promise<PhoneAnswer> {
    return this.#tell("PUT", `/api/guest/votes/${encodeURIComponent(pick)}`, { skip });
  }

  /** `nearly` where nothing is called so, and these are what may have been meant. */
  search(
    words: string,
    signal: AbortSignal,
  ): Promise<PhoneAnswer<{ songs: readonly FoundSong[]; nearly: boolean }>> {
    return this.#tell("GET", `/api/guest/songs?words=${encodeURIComponent(words)}`, undefined, signal);
  }

  /** A page of the songs of this mood; `next` is where the next one begins. */
  ofMood(
    mood: MoodLabel,
    from: number,
    signal: AbortSignal,
  ): Promise<PhoneAnswer<{ songs: readonly FoundSong[]; next: number | null }>> {
    return this.#tell("GET", `/api/guest/moods/${mood}?from=${from}`, undefined, signal);
  }

  /** Six others than these; fewer, or none, where there are no more. */
  others(shown: readonly Id[]): Promise<PhoneAnswer<{ songs: readonly OfferedSong[] }>> {
    return this.#tell("POST", "/api/guest/others", { shown });
  }

  /** A page that stays open outlives its cookie, and the appliance may have started anew: then it says hello again. */
  async #tell<T = undefined>(...what: Parameters<typeof tell>): Promise<PhoneAnswer<T>> {
    const answer = await tell<T>(...what);
    if (!answer.ok && answer.refusal.because === "unknown" && this.#isConnected) this.again();
    return answer;
  }

  async #begin(): Promise<void> {
    clearTimeout(this.#timer);
    const which = ++this.#hello;
    const answer = await tell<{ forgotten: boolean } | undefined>(
      ...(["POST", "/api/guest", undefined, AbortSignal.timeout(ANSWER_MS)] as const),
    );
    if (!this.#isConnected || which !== this.#hello) return;
    // A page that was open knows whether anything of its own waited; another one can't.
    if (answer.ok && answer.value?.forgotten) this.forgotten = this.room === null || this.own.mine.length > 0;
    if (answer.ok) return this.#open();
    const { because } = answer.refusal;
    if (because === "off" || because === "address") this.#pause(because);
    else this.#lose();
  }

  #open(): void {
    const address = new URL("/ws/phone", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    const former = this.#socket;
    this.#socket = socket;
    former?.close();
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#closed(socket, 0, ""), ANSWER_MS);
    socket.addEventListener("close", ({ code, reason }) => this.#closed(socket, code, reason));
    socket.addEventListener("message", ({ data }) => this.#socket === socket && this.#hear(String(data)));
  }

  #hear(text: string): void {
    clearTimeout(this.#deadline);
    const message = JSON.parse(text) as PhoneMessage;
    if (message.type === "own") this.own = message.own;
    else {
      const { room, now } = message;
      const { playing } = room;
      const age = playing?.running ? Math.max(0, now - playing.at) : 0;
      this.position = { positionMs: (playing?.positionMs ?? 0) + age, markedAt: performance.now() };
      this.room = room;
      this.toldAt = now;
      useTimeZone(room.timeZone);
    }
    if (this.phase !== "open") this.#seen();
    this.phase = "open";
    this.#attempt = 0;
    this.#host.requestUpdate();
  }

  #closed(socket: WebSocket, code: number, reason: string): void {
    if (this.#socket !== socket) return;
    clearTimeout(this.#deadline);
    this.#socket = null;
    socket.close();
    if (code === OFF) this.#pause("off");
    else if (code === CROWDED) this.#pause(reason === "address" ? "address" : "crowded");
    else if (code === UNKNOWN && this.#attempt++ < 3) this.again();
    else this.#lose();
  }

  /** It is said plainly, and looked at now and then. */
  #pause(phase: "off" | "address" | "crowded"): void {
    this.phase = phase;
    this.#later(LOOK_AGAIN_MS);
  }

  #lose(): void {
    this.phase = this.room === null ? (this.#attempt > 0 ? "unreachable" : "connecting") : "lost";
    this.#later(backoffMs(this.#attempt++, Math.random()));
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#begin(), ms);
    this.#host.requestUpdate();
  }

  /** Only a page that somebody may see counts for votes; and one that comes back is there at once. */
  readonly #seen = (): void => {
    const awake = document.visibilityState === "visible";
    if (this.#socket?.readyState === WebSocket.OPEN)
      this.#socket.send(JSON.stringify({ type: "awake", awake }));
    else if (awake && (this.phase === "lost" || this.phase === "unreachable")) this.again();
  };
}

async function tell<T = undefined>(
  method: string,
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<PhoneAnswer<T>> {
  try {
    const headers = body && { "content-type": "application/json" };
    const answer = await fetch(path, {
      method,
      ...(headers && { headers, body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    if (answer.status === 204) return { ok: true, value: undefined as T };
    const value: unknown = await answer.json();
    if (answer.ok) return { ok: true, value: value as T };
    const isTold = typeof value === "object" && value !== null && "because" in value;
    return { ok: false, refusal: isTold ? (value as PhoneRefusal) : { because: "unreachable" } };
  } catch {
    // Gone from the network, or nothing that this page knows: the same to whoever holds the phone.
    return { ok: false, refusal: { because: "unreachable" } };
  }
}
