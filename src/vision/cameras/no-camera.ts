import type { Camera, CameraFailure } from "./camera.ts";

/** A source that can't even be told what it is. */
export class NoCamera implements Camera {
  readonly kind = "file";
  readonly name: string;
  readonly #failure: CameraFailure;

  constructor(options: { name: string; failure: CameraFailure }) {
    this.name = options.name;
    this.#failure = options.failure;
  }

  async open(): Promise<CameraFailure> {
    return this.#failure;
  }

  async next(): Promise<never> {
    throw new Error("what never opened was read");
  }

  close(): void {
    // Nothing was opened.
  }
}
