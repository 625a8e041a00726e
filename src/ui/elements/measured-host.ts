import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Measure, measureAgain, whenResized } from "./after-layout.ts";

export type MeasuredElement = ReactiveControllerHost & HTMLElement;

/** Measures its host whenever that may look otherwise: another size, other words, another font (after-layout.ts). */
export class MeasuredHost implements ReactiveController {
  readonly #host: MeasuredElement;
  readonly #measure: Measure;
  #stop: (() => void) | null = null;

  constructor(host: MeasuredElement, measure: Measure) {
    this.#host = host;
    this.#measure = measure;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = whenResized(this.#host, this.#measure);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }

  hostUpdated(): void {
    measureAgain(this.#host);
  }
}
