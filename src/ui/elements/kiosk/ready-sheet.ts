import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Picture } from "../../link/link-state.ts";
import { whenIdle } from "../../when-idle.ts";

/**
 * Keeps the controls in the page, hidden, while nobody touches it, so that a touch has only to show them: to make them
 * takes longer than a finger waits. They are made when the page has nothing else to do, and made anew after each use, so
 * that nobody finds what somebody else left open. Without a moment for that, a touch makes them as it comes.
 */
export class ReadySheet implements ReactiveController {
  /** What the hidden controls show; null where there are none. Fresh enough to be a small step from what is true. */
  picture: Picture | null = null;
  /** Where they were when they were last in use, as styles: laid out in that place they need not be laid out again. */
  place: Readonly<Record<string, string>> = {};
  readonly #host: ReactiveControllerHost;
  readonly #sheet: () => HTMLElement | null;
  #newest: Picture | null = null;
  #undo: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, sheet: () => HTMLElement | null) {
    this.#host = host;
    this.#sheet = sheet;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** `touched`: the controls are in use, and show what is true at any time. */
  follow(newest: Picture | null, touched: boolean): void {
    if (touched || newest === null) {
      this.#stop();
      this.picture = null;
    } else if (this.#undo === null && this.picture?.state.sixPicks !== newest.state.sixPicks) {
      // The six are what takes long to draw, and change seldom; moods and times change with every word.
      this.#undo = whenIdle(this.#makeReady);
    }
    this.#newest = newest;
  }

  /** The controls are about to go. */
  remember(): void {
    const sheet = this.#sheet();
    if (sheet === null) return;
    const { left, top, width, height } = sheet.getBoundingClientRect();
    this.place = { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
  }

  readonly #makeReady = (): void => {
    this.#undo = null;
    this.picture = this.#newest;
    this.#host.requestUpdate();
  };

  #stop(): void {
    this.#undo?.();
    this.#undo = null;
  }
}
