import type { ReactiveController, ReactiveControllerHost } from "lit";

// It imports nothing, as goes-back.ts does.

/** Screen readers move the focus without a key or a finger. What scrolls is nobody's: a log does so by itself. */
export const SIGNS = ["pointerdown", "pointermove", "keydown", "input", "focusin", "wheel"] as const;
/** So often at most. Half of the shortest `walkedAwaySeconds`, so that no hand that stays there is taken for gone. */
const EVERY_MS = 5_000;

export interface TellsTouchesOptions {
  /** Whether the page takes time to read: an admin is signed in for longer there (src/daemon/people/sessions.ts). */
  reads: boolean;
  /** Whether a sign is somebody's. */
  counts?: (event: Event) => boolean;
  /** This is Mien's own screen no more, and may be again. Without it nothing is told from then on. */
  refused?: () => void;
}

/**
 * Tells the daemon that somebody touches Mien's own screen: it hears of commands and of what is sent by itself, and not of
 * who reads there or types. The first touch is told at once, and the last one of each five seconds at their end.
 */
export class TellsTouches implements ReactiveController {
  readonly #reads: boolean;
  readonly #counts: (event: Event) => boolean;
  readonly #refused: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isUntold = false;
  /** Where the pointer was: what moves under one that lies still moves no hand. */
  #at = "";

  constructor(host: ReactiveControllerHost, { reads, counts = () => true, refused }: TellsTouchesOptions) {
    this.#reads = reads;
    this.#counts = counts;
    this.#refused = refused ?? (() => this.hostDisconnected());
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of SIGNS) window.addEventListener(type, this.#touched, { capture: true, passive: true });
    window.addEventListener("pagehide", this.#left);
    // Whoever opened it has touched a link, on a page that takes less time.
    if (this.#reads) void this.#tell(true);
  }

  hostDisconnected(): void {
    for (const type of SIGNS) window.removeEventListener(type, this.#touched, { capture: true });
    window.removeEventListener("pagehide", this.#left);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #touched = (event: Event): void => {
    if (event.type === "pointermove") {
      const { screenX, screenY } = event as PointerEvent;
      const [before, at] = [this.#at, `${screenX} ${screenY}`];
      this.#at = at;
      if (before === "" || before === at) return;
    }
    if (!this.#counts(event)) return;
    if (this.#timer === undefined) void this.#tell(this.#reads);
    else this.#isUntold = true;
  };

  /** By a link that somebody has just touched; and what comes next says for itself whether it takes time to read. */
  readonly #left = (): void => {
    if (this.#isUntold || (this.#reads && this.#timer !== undefined)) void this.#tell(false);
  };

  async #tell(reads: boolean): Promise<void> {
    this.#isUntold = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isUntold) void this.#tell(this.#reads);
    }, EVERY_MS);
    try {
      const { status } = await fetch("/api/session/touched", {
        ...{ method: "POST", headers: { "content-type": "application/json" } },
        ...{ body: JSON.stringify({ reads }), keepalive: true },
      });
      if (status === 403) this.#refused();
    } catch {
      // Mien can't be reached: the next touch is told.
    }
  }
}
