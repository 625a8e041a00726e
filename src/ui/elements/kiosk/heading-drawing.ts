import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Direction } from "../../../protocol/state.ts";
import { heading } from "../../facts/heading.ts";

/** Where the music is heading, drawn over the disc: a ring where songs suit, and the way of a glide. */
@customElement("heading-drawing")
export class HeadingDrawing extends LitElement {
  @property({ attribute: false }) direction: Direction | null = null;

  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      overflow: hidden;
      border-radius: 50%;
      pointer-events: none;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
      stroke: var(--ink);
    }
    .ring {
      stroke-width: 0.9;
      stroke-dasharray: 2.6 2.2;
      opacity: 0.75;
    }
    .way {
      stroke-width: 1;
      opacity: 0.7;
    }
    .station {
      fill: var(--ink);
      stroke: none;
    }
    .station.behind {
      opacity: 0.45;
    }
    .station.ahead {
      fill: #24101c;
      stroke: var(--ink);
      stroke-width: 0.9;
    }
  `;

  protected override render() {
    if (this.direction === null) return nothing;
    const { ring, stations } = heading(this.direction);
    return html`
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="ring" cx=${ring.x} cy=${ring.y} r=${ring.r}></circle>
        ${stations.length > 1 ? svg`<polyline class="way" points=${stations.map(({ x, y }) => `${x},${y}`).join(" ")}></polyline>` : nothing}
        ${stations.map(({ x, y, at }) => svg`<circle class="station ${at}" cx=${x} cy=${y} r=${at === "here" ? 2.6 : 1.8}></circle>`)}
      </svg>
    `;
  }
}
