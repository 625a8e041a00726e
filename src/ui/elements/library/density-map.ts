import { html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { LibraryMap } from "../../../protocol/figures.ts";
import type { Affect } from "../../../protocol/mood.ts";
import { glows, stars, thinSquares } from "../../facts/density-drawing.ts";
import { dialGradient } from "../../facts/dial-gradient.ts";
import { minutesText } from "../../facts/map-view.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { onPlateStyles } from "../styles/on-plate-styles.ts";
import { densityMapStyles } from "./density-map-styles.ts";

const GROUND = dialGradient();
/** Names stand a little nearer to the middle than their moods, so that they stay on the disc. */
const INWARDS = 0.9;
/** Beside the middle: "balanced" and the bright moods would stand in each other's way. */
const NAME_OF_EVEN: Affect = { valence: -0.16, arousal: 0.04 };
const LAST_WORD = /(?<=\s\S+) (?=\S+$)/;
/** Arcs just outside the disc for what its sides mean; that below runs the other way, or it would stand on its head. */
const SIDES = [
  ["up", "M14.6 14.6A50 50 0 0 1 85.4 14.6", -2.2],
  ["right", "M85.4 14.6A50 50 0 0 1 85.4 85.4", -2.2],
  ["down", "M14.6 85.4A50 50 0 0 0 85.4 85.4", 5.6],
  ["left", "M14.6 85.4A50 50 0 0 1 14.6 14.6", -2.2],
] as const;

/** The circumplex as a night sky: stars where there is music, a shore round what runs dry, and what each mood has. */
@customElement("density-map")
export class DensityMap extends LitElement {
  @property({ attribute: false }) map: LibraryMap | null = null;
  @property() label = "";

  static override styles = [baseStyles, onPlateStyles, densityMapStyles];

  protected override render() {
    const { cells = [], thin = [], moods = [] } = this.map ?? {};
    return html`
      <div class="ground" style=${styleMap({ background: GROUND })}></div>
      <svg viewBox="-9 -9 118 118" role="img" aria-label=${this.label}>
        <defs>
          <clipPath id="disc"><circle cx="50" cy="50" r="50"></circle></clipPath>
          <filter id="soft" x="-10%" y="-10%" width="120%" height="120%">
            <feGaussianBlur stdDeviation="2.4"></feGaussianBlur>
          </filter>
          <filter id="shore" x="-20%" y="-20%" width="140%" height="140%">
            <feGaussianBlur stdDeviation="3.6"></feGaussianBlur>
            <feComponentTransfer result="land">
              <feFuncA type="linear" slope="18" intercept="-8.5"></feFuncA>
            </feComponentTransfer>
            <feMorphology in="land" operator="erode" radius="0.45" result="inner"></feMorphology>
            <feComposite in="land" in2="inner" operator="out" result="rim"></feComposite>
            <feFlood class="rim"></feFlood>
            <feComposite in2="rim" operator="in" result="line"></feComposite>
            <feFlood class="dry"></feFlood>
            <feComposite in2="inner" operator="in" result="dry"></feComposite>
            <feMerge><feMergeNode in="dry"></feMergeNode><feMergeNode in="line"></feMergeNode></feMerge>
          </filter>
        </defs>
        <g clip-path="url(#disc)">
          <g class="glow" filter="url(#soft)">
            ${glows(cells).map(
              ({ x, y, opacity }) => svg`<circle cx=${x} cy=${y} r="3.4" opacity=${opacity}></circle>`,
            )}
          </g>
          <g filter="url(#shore)">
            ${thinSquares(thin).map(
              ({ x, y, side }) => svg`<rect x=${x} y=${y} width=${side} height=${side}></rect>`,
            )}
          </g>
          <path class="stars" d=${stars(cells)}></path>
        </g>
        ${SIDES.map(
          ([side, arc, away]) => svg`
            <path id="arc-${side}" d=${arc} fill="none"></path>
            <text class="side" dy=${away}>
              <textPath href="#arc-${side}" startOffset="50%">${words.dial[side]}</textPath>
            </text>`,
        )}
        ${moods.map((fill) => this.#name(fill))}
      </svg>
    `;
  }

  #name({ label, minutes, fillsAnHour }: LibraryMap["moods"][number]) {
    const { valence, arousal } = label === "even" ? NAME_OF_EVEN : labelPoints[label];
    const [x, y] = [50 + 50 * INWARDS * valence, 50 - 50 * INWARDS * arousal];
    // "bright and", "lively": a line each.
    const lines = words.music[label].split(LAST_WORD);
    return svg`
      <text class="name ${fillsAnHour ? "" : "thin"}" x=${x} y=${y}>
        ${lines.map((line, index) => svg`<tspan x=${x} dy=${index === 0 ? `${0.3 - 0.55 * lines.length}em` : "1.05em"}>${line}</tspan>`)}
        <tspan class="minutes" x=${x} dy="1.15em">${minutesText(minutes)}</tspan>
      </text>
    `;
  }
}
