import { getSystemErrorName } from "node:util";
import type { AppState } from "../protocol/state.ts";
import { sdNotify } from "./c-functions.ts";
import type { Log } from "./log.ts";

/** Three signs of life fall into each time limit, so that one may come late. */
const SIGNS_PER_LIMIT = 3;

export interface NotifyOptions {
  /** What systemd gave this process: NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID. */
  environment: Readonly<Record<string, string | undefined>>;
  pid: number;
  /** One line for `systemctl status`. */
  status: () => string;
  log: Pick<Log, "warn">;
}

/**
 * Tells systemd that the daemon is ready, that its loop still turns, and how it is. Does nothing where systemd did not
 * ask for it. docs/decisions/systemd-notify.md tells why libsystemd is called for this.
 */
export class Notify {
  readonly #options: NotifyOptions;
  readonly #send: (message: string) => number;
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: NotifyOptions, send: (message: string) => number) {
    this.#options = options;
    this.#send = send;
  }

  /** Where systemd wants to be told and there is no libsystemd, the first word to it throws: it would end this daemon in any case. */
  static open(options: NotifyOptions): Notify {
    return new Notify(options, options.environment.NOTIFY_SOCKET ? sdNotify : () => 0);
  }

  /** From here on the watchdog is fed: by a timer of the very loop that does the work, so that a hang is a hang. */
  ready(): void {
    this.#tell(`READY=1\nSTATUS=${this.#status()}`);
    const limitMs = watchdogMs(this.#options);
    if (limitMs === null) return;
    this.#timer = setInterval(
      () => this.#tell(`WATCHDOG=1\nSTATUS=${this.#status()}`),
      limitMs / SIGNS_PER_LIMIT,
    ).unref();
  }

  /** The watchdog goes on being fed: an end that hangs is cut short by systemd's own limit. */
  stopping(): void {
    this.#tell("STOPPING=1\nSTATUS=Stopping");
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** What systemd misses it judges by itself: three signs of life in a row, and the daemon is ended. */
  #tell(message: string): void {
    const result = this.#send(message);
    if (result < 0) this.#options.log.warn({ error: getSystemErrorName(result) }, "systemd can't be told");
  }

  #status(): string {
    return oneLine(this.#options.status());
  }
}

/** Why there is no daemon: `systemctl status mien` says it, also while the safe mode plays. */
export function tellWhyNot(sentence: string, environment: NotifyOptions["environment"]): void {
  if (environment.NOTIFY_SOCKET) sdNotify(`STATUS=${oneLine(sentence)}`);
}

/** A line break would begin another assignment, and a song's title may hold anything. */
const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, " ");

/** Null where there is no watchdog, or where it is meant for another process of this service. */
function watchdogMs({ environment, pid }: NotifyOptions): number | null {
  const limitUs = Number(environment.WATCHDOG_USEC);
  const meant = environment.WATCHDOG_PID === undefined || Number(environment.WATCHDOG_PID) === pid;
  return meant && limitUs > 0 ? limitUs / 1000 : null;
}

/** "http://127.0.0.1:7373 playing; camera down (camera-absent)": where it is, what it does, and what is wrong. */
export function serviceStatus(
  address: string,
  { player, health }: Pick<AppState, "player" | "health">,
): string {
  const faults = Object.entries(health).flatMap(([part, { state, ...why }]) =>
    state === "down" || state === "degraded"
      ? [`; ${part} ${state}${"reason" in why ? ` (${why.reason})` : ""}`]
      : [],
  );
  return `${address} ${player.actual.state}${faults.join("")}`;
}
