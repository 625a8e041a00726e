import type { ReactiveController, ReactiveControllerHost } from "lit";

/** After so long with nobody to see it the screen dims: whoever only bends down comes back to a bright one. */
const DIM_AFTER_MS = 3 * 60_000;
const STEP_MS = 60_000;
/** How far from its place the page goes, in CSS pixels: less than any of its edges is wide. */
const REACH_PX = 5;
/** Of two numbers without a common divisor comes a path that is in every place between before it repeats. */
const STEPS_ACROSS = 47;
const STEPS_DOWN = 61;

/**
 * Looks after the panel of a screen that shows the same page for years: dims it while nobody is there, and moves what
 * stands still aside by a pixel now and then, so that nothing burns in. Sets the host's attribute `dimmed` and its
 * properties `--aside-x` and `--aside-y`; the styles do the rest.
 */
export class ScreenCare implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #steps: ReturnType<typeof setInterval> | undefined;
  #dimming: ReturnType<typeof setTimeout> | undefined;
  #step = 0;
  #isStill = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#steps = setInterval(() => this.#moveOn(), STEP_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#steps);
    this.#brighten();
  }

  /** `empty`: nobody is there, as far as can be known. `touched`: nothing may move from under a finger. */
  follow({ empty, touched }: { empty: boolean; touched: boolean }): void {
    this.#isStill = touched;
    if (!empty || touched) this.#brighten();
    else this.#dimming ??= setTimeout(() => this.#host.toggleAttribute("dimmed", true), DIM_AFTER_MS);
  }

  #brighten(): void {
    clearTimeout(this.#dimming);
    this.#dimming = undefined;
    this.#host.toggleAttribute("dimmed", false);
  }

  #moveOn(): void {
    if (this.#isStill) return;
    this.#step += 1;
    this.#host.style.setProperty("--aside-x", aside(this.#step / STEPS_ACROSS));
    this.#host.style.setProperty("--aside-y", aside(this.#step / STEPS_DOWN));
  }
}

/** Whole pixels, so that letters stay sharp, and never more than one from the step before. */
function aside(turns: number): string {
  return `${Math.round(REACH_PX * Math.sin(2 * Math.PI * turns))}px`;
}
