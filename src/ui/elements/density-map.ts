import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { MoodMap } from "../../protocol/library.ts";
import type { MoodLabel } from "../../protocol/mood.ts";
import { CENTRES } from "../facts/affect-name.ts";
import { densityDots } from "../facts/density-dots.ts";
import { dialPoint } from "../facts/dial-geometry.ts";
import { dialGradient } from "../facts/dial-gradient.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";

const GROUND = dialGradient();

/** The circumplex with a dot wherever there is music, the larger the more; moods that run dry are ringed. */
@customElement("density-map")
export class DensityMap extends LitElement {
  @property({ attribute: false }) cells: MoodMap["cells"] = [];
  /** Moods that can't fill an hour. */
  @property({ attribute: false }) thin: readonly MoodLabel[] = [];
  @property() label = "";

  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
        display: block;
        aspect-ratio: 1;
        width: 100%;
        border-radius: 50%;
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .ground,
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        border-radius: 50%;
      }
      .ground {
        opacity: 0.75;
      }
      .dot {
        fill: var(--ink);
      }
      .thin {
        fill: rgb(20 12 18 / 0.35);
        stroke: var(--warn);
        stroke-width: 0.7;
        stroke-dasharray: 2.4 1.8;
      }
      .side {
        position: absolute;
        padding: 0 8px;
        border-radius: 999px;
        background: rgb(20 12 18 / 0.55);
        font-size: var(--text-s);
      }
      .up {
        top: 4%;
        left: 50%;
        translate: -50%;
      }
      .down {
        bottom: 4%;
        left: 50%;
        translate: -50%;
      }
      .right {
        right: 5%;
        top: 50%;
        translate: 0 -50%;
      }
      .left {
        left: 5%;
        top: 50%;
        translate: 0 -50%;
      }
    `,
  ];

  protected override render() {
    return html`
      <div class="ground" style=${styleMap({ background: GROUND })}></div>
      <svg viewBox="0 0 100 100" role="img" aria-label=${this.label}>
        ${this.thin.map((label) => {
          const { x, y } = dialPoint(CENTRES[label]);
          return svg`<circle class="thin" cx=${x * 100} cy=${y * 100} r="11"></circle>`;
        })}
        ${densityDots(this.cells).map(
          ({ x, y, r, opacity }) =>
            svg`<circle class="dot" cx=${x} cy=${y} r=${r} opacity=${opacity}></circle>`,
        )}
      </svg>
      ${(["up", "right", "down", "left"] as const).map(
        (side) => html`<span class="side ${side}">${words.dial[side]}</span>`,
      )}
    `;
  }
}
