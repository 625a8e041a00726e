import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { cameraStatus } from "../../facts/camera-status.ts";
import { cameraForbidden, cameraView, photographsStandIn } from "../../facts/camera-view.ts";
import type { Picture } from "../../link/link-state.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { cameraLamp, cameraLampStyles } from "./camera-lamp.ts";
import "./camera-switch.ts";

/**
 * The camera's light and its switch in one line, for wherever something else than the kiosk stands on Mien's own screen:
 * there whoever is seen may close it and open it again.
 */
@customElement("camera-line")
export class CameraLine extends LitElement {
  @property({ attribute: false }) picture: Picture | null = null;
  @property({ type: Boolean }) connected = false;
  /** Says in words what the camera does, too. */
  @property({ type: Boolean }) tells = false;
  /** In the place of these, for a moment: why something was not done. */
  @property() instead = "";

  static override styles = [
    baseStyles,
    cameraLampStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }
      p {
        flex: 1;
        min-width: 0;
        line-height: 1.15;
        text-wrap: balance;
      }
      camera-switch {
        --button-edge: 16px;
        --button-height: 44px;
        flex: none;
      }
    `,
  ];

  protected override render() {
    if (this.picture === null) return nothing;
    const { camera, health, stands } = this.picture.state;
    const view = cameraView(camera, health, this.connected, stands);
    return html`
      ${cameraLamp(view)}
      ${this.tells ? html`<p role="status" data-testid="camera-does">${this.instead || cameraStatus(view, camera)}</p>` : nothing}
      ${
        photographsStandIn(camera)
          ? nothing
          : html`<camera-switch
              .wanted=${camera.wanted === "on"}
              .closesOnly=${cameraForbidden(stands) || camera.awaitsSetup}
              .disabled=${!this.connected}
            ></camera-switch>`
      }
    `;
  }
}
