import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { MoodMap } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";
import { densityDots, thinSquares } from "../facts/density-dots.ts";
import { dialGradient } from "../facts/dial-gradient.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";

const GROUND = dialGradient();

/** The circumplex with a dot wherever there is music, the larger the more; where it runs dry it is hatched. */
@customElement("density-map")
export class DensityMap extends LitElement {
  @property({ attribute: false }) cells: MoodMap["cells"] = [];
  /** Middles of squares from where no hour could be filled. */
  @property({ attribute: false }) thin: readonly Affect[] = [];
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
        fill: url(#hatched);
      }
      .hatch {
        fill: var(--warn);
        opacity: 0.75;
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
        <defs>
          <pattern id="hatched" width="2.6" height="2.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hatch" width="0.5" height="2.6"></rect>
          </pattern>
        </defs>
        ${thinSquares(this.thin).map(
          ({ x, y, side }) => svg`<rect class="thin" x=${x} y=${y} width=${side} height=${side}></rect>`,
        )}
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
