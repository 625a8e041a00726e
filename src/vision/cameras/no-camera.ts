import type { CameraKind } from "../../protocol/vision.ts";
import type { Camera, CameraFailure } from "./camera.ts";

/** A source that can't even be told what it is. */
export class NoCamera implements Camera {
  readonly kind: CameraKind;
  readonly name: string;
  readonly #failure: CameraFailure;

  /** `kind` is what it was most likely meant to be. */
  constructor(options: { kind: CameraKind; name: string; failure: CameraFailure }) {
    this.kind = options.kind;
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
