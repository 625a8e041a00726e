/** A page without a heartbeat for this long is loaded again … */
const RELOAD_AFTER_MS = 10_000;
/** … and for this long, the browser is started again. */
const RESTART_AFTER_MS = 20_000;

export interface Look {
  /** The address that the page tells with its heartbeat; null without one. */
  heartbeat: string | null;
  /** Whether there is a screen to paint on: without one no page has a heartbeat. */
  screen: boolean;
  /** Whether the daemon answers, which is what an error page waits for. */
  daemonAnswers: boolean;
}

/** Decides from one look to the next what the screen needs. Owns no time: milliseconds of any monotonic clock are handed in. */
export class PageWatch {
  readonly #origin: () => string;
  /** When the page was last as it should be, or could not be because the daemon or the screen was away. */
  #wellAt: number;
  #reloadedAt: number | null = null;

  constructor(options: { origin: () => string; now: number }) {
    this.#origin = options.origin;
    this.#wellAt = options.now;
  }

  next({ heartbeat, screen, daemonAnswers }: Look, now: number): "nothing" | "reload" | "restart" {
    const shown = heartbeat?.startsWith(`${this.#origin()}/`);
    // While the daemon is away our page says so itself, and the browser's error page can't be helped.
    if (shown || !screen || (heartbeat !== null && !daemonAnswers)) {
      this.#wellAt = now;
      this.#reloadedAt = null;
      return "nothing";
    }
    if (now - this.#wellAt >= RESTART_AFTER_MS) return "restart";
    // An error page, or a page that somebody strayed to: back as soon as the daemon is there.
    const due = heartbeat !== null || now - this.#wellAt >= RELOAD_AFTER_MS;
    if (!due || this.#reloadedAt !== null) return "nothing";
    this.#reloadedAt = now;
    return "reload";
  }
}
