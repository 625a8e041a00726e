import type { CameraState } from "../../protocol/state.ts";
import { cameraStatus } from "./camera-status.ts";
import type { CameraView } from "./camera-view.ts";

/**
 * What a screen reader is told once somebody has switched the camera, here or elsewhere: the button under their finger is
 * another one, and nothing else says that it was heard. Not while the camera opens or closes, nor what it does at the start.
 */
export class CameraNews {
  #wanted: CameraState["wanted"] | null = null;
  #isAwaited = false;
  #text = "";

  in(camera: CameraState, view: CameraView): string {
    if (this.#wanted !== null && camera.wanted !== this.#wanted) {
      this.#isAwaited = true;
      this.#text = "";
    }
    this.#wanted = camera.wanted;
    if (this.#isAwaited && view !== "opening" && view !== "closing" && view !== "unknown") {
      this.#isAwaited = false;
      this.#text = cameraStatus(view, camera);
    }
    return this.#text;
  }
}
