import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Affect } from "../../protocol/mood.ts";
import { moodColours } from "../facts/mood-colours.ts";
import { hex } from "../facts/oklab.ts";

/** Smaller moves of the mood are not worth a repaint of the whole screen. */
const LEAST_MOVE = 0.08;
/** As long as the CSS transition below. */
const FADE_MS = 2_400;

/** The weather before anything is known. */
const DUSK: Affect = { valence: 0, arousal: 0 };

interface Layer {
  affect: Affect;
  style: Readonly<Record<string, string>>;
}

function layer(affect: Affect): Layer {
  const { sky, mid, low, base } = moodColours(affect);
  const style = { "--sky": hex(sky), "--mid": hex(mid), "--low": hex(low), "--base": hex(base) };
  return { affect, style };
}

/**
 * The colours behind everything. Two still layers: a change paints the hidden one and fades it in, which costs a
 * small machine one paint and a blend, and nothing at all while the mood stays.
 */
@customElement("mood-weather")
export class MoodWeather extends LitElement {
  /** Null while no mood is known; the first one is there at once. */
  @property({ attribute: false }) affect: Affect | null = null;
  @state() private bottom: Layer = layer(DUSK);
  @state() private top: Layer = layer(DUSK);
  @state() private topShown = false;
  #known = false;
  #fading: ReturnType<typeof setTimeout> | undefined;

  static override styles = css`
    :host,
    div {
      position: fixed;
      inset: 0;
      z-index: -1;
    }
    div {
      background:
        linear-gradient(180deg, rgb(18 10 16 / 0.02), rgb(18 10 16 / 0.14) 55%, rgb(18 10 16 / 0.5)),
        radial-gradient(68% 82% at 26% 4%, var(--sky), color-mix(in srgb, var(--sky) 70%, transparent) 32%, color-mix(in srgb, var(--sky) 22%, transparent) 70%, transparent),
        radial-gradient(70% 92% at 86% 34%, var(--mid), color-mix(in srgb, var(--mid) 68%, transparent) 38%, color-mix(in srgb, var(--mid) 20%, transparent) 74%, transparent),
        radial-gradient(74% 84% at 36% 104%, var(--low), color-mix(in srgb, var(--low) 66%, transparent) 40%, color-mix(in srgb, var(--low) 20%, transparent) 76%, transparent),
        var(--base);
    }
    .top {
      opacity: 0;
      transition: opacity 2.4s linear;
    }
    .top.shown {
      opacity: 1;
    }
    @media (prefers-reduced-motion: reduce) {
      .top {
        transition: none;
      }
    }
  `;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#fading);
    this.#fading = undefined;
  }

  protected override willUpdate(): void {
    if (this.affect === null || this.#fading !== undefined) return;
    if (!this.#known) {
      this.#known = true;
      this.bottom = layer(this.affect);
    }
    const { valence, arousal } = (this.topShown ? this.top : this.bottom).affect;
    const move = Math.hypot(this.affect.valence - valence, this.affect.arousal - arousal);
    if (move < LEAST_MOVE) return;
    if (this.topShown) this.bottom = layer(this.affect);
    else this.top = layer(this.affect);
    this.topShown = !this.topShown;
    this.#fading = setTimeout(() => {
      this.#fading = undefined;
      this.requestUpdate();
    }, FADE_MS);
  }

  protected override render() {
    return html`
      <div style=${styleMap(this.bottom.style)}></div>
      <div class="top ${this.topShown ? "shown" : ""}" style=${styleMap(this.top.style)}></div>
    `;
  }
}
