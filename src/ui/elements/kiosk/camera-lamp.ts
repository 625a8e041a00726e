import { css, html } from "lit";
import { isLooking } from "../../facts/camera-status.ts";
import type { CameraView } from "../../facts/camera-view.ts";
import { words } from "../../words/words.ts";

/** The light that tells whether the camera is looking, wherever it stands. */
export function cameraLamp(camera: CameraView) {
  const looking = isLooking(camera);
  return html`<span
    class="lamp"
    role="img"
    data-testid="camera-light"
    data-looking=${String(looking)}
    aria-label=${looking ? words.camera.lightOn : words.camera.lightOff}
  ></span>`;
}

export const cameraLampStyles = css`
  .lamp {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 6px;
    border-radius: 50%;
    box-shadow: inset 0 0 0 2.5px var(--ink-soft);
  }
  .lamp[data-looking="true"] {
    background: var(--lamp);
    box-shadow:
      0 0 0 2px rgb(20 12 18 / 0.55),
      0 0 0 7px color-mix(in oklab, var(--lamp) 30%, transparent);
  }
`;
