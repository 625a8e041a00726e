import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long the page stays open after the last touch: long enough to read six titles to somebody else. */
const REST_AFTER_MS = 60_000;
/** Screen readers move the focus without a key or a finger. */
const SIGNS = ["pointerdown", "pointermove", "keydown", "input", "focusin"] as const;

/** Whether somebody is at the page just now: then it shows its controls. */
export class Touched implements ReactiveController {
  now = false;
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of SIGNS) window.addEventListener(type, this.#prolong, { passive: true });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    for (const type of SIGNS) window.removeEventListener(type, this.#prolong);
  }

  wake(): void {
    this.now = true;
    this.#prolong();
    this.#host.requestUpdate();
  }

  rest(): void {
    clearTimeout(this.#timer);
    this.now = false;
    this.#host.requestUpdate();
  }

  readonly #prolong = (): void => {
    if (!this.now) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rest(), REST_AFTER_MS);
  };
}
