import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { affectName } from "../../../protocol/circumplex.ts";
import type { Affect } from "../../../protocol/mood.ts";
import { dialAffect, dialPoint } from "../../facts/dial-geometry.ts";
import { dialGradient } from "../../facts/dial-gradient.ts";
import { sliderNumber } from "../../facts/slider-number.ts";
import { words } from "../../words/words.ts";
import { KeySwitch } from "../key-switch.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { onPlateStyles } from "../styles/on-plate-styles.ts";
import { affectDiscStyles } from "./affect-disc-styles.ts";
import { AffectEvent } from "./affect-event.ts";
import { DiscLabels } from "./disc-labels.ts";

/** Arrow keys are gathered for this long, so that a held key is one wish. */
const KEYS_SETTLE_MS = 500;
const KEY_STEP = 0.1;
const SIDES = ["up", "right", "down", "left"] as const;
const RIM = dialGradient();
const ARROWS: Readonly<Record<string, readonly [valence: number, arousal: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const MIDDLE: Affect = { valence: 0, arousal: 0 };

/**
 * The circumplex to point at, by finger or by arrow keys. It shows the point that it is given and says where
 * somebody points; what that means is its owner's affair. Drawings on it go into the slot, below the puck.
 */
@customElement("affect-disc")
export class AffectDisc extends LitElement {
  /** Null shows no puck. */
  @property({ attribute: false }) point: Affect | null = null;
  /** What a screen reader is told of the point, where that is not all of its way. */
  @property({ attribute: false }) told: Affect | null = null;
  /** Whether a person chose the point. */
  @property({ type: Boolean }) chosen = false;
  @property({ type: Boolean }) disabled = false;
  @property() label = "";
  @property() shortcut = "";
  @query(".dial") private dial!: HTMLElement;
  readonly #keys = new KeySwitch(this);
  #pointed: Affect | null = null;
  /** The finger that drags; null where none does. */
  #finger: number | null = null;
  #settle: ReturnType<typeof setTimeout> | undefined;

  static override styles = [baseStyles, onPlateStyles, affectDiscStyles];

  constructor() {
    super();
    new DiscLabels(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settle);
  }

  override focus(): void {
    this.dial.focus();
  }

  protected override render() {
    const shown = this.point ?? MIDDLE;
    const told = this.told ?? shown;
    const { x, y } = dialPoint(shown);
    return html`
      <div
        class="dial"
        style=${styleMap({ background: RIM })}
        role="slider"
        tabindex=${this.disabled ? "-1" : "0"}
        data-testid="affect-disc"
        aria-label=${this.label}
        aria-valuemin="-1"
        aria-valuemax="1"
        aria-valuenow=${sliderNumber(told.valence, told.arousal)}
        aria-valuetext=${this.point === null ? words.dial.unset : words.dial.at(words.music[affectName(told)], told)}
        aria-disabled=${String(this.disabled)}
        aria-keyshortcuts=${this.#keys.of(this.shortcut)}
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#cancel}
        @keydown=${this.#key}
        @blur=${this.#settled}
      >
        ${SIDES.map((side) => html`<span class=${side}>${words.dial[side]}</span>`)}
        <slot></slot>
        ${
          this.point === null
            ? nothing
            : html`<div
                class="puck ${this.chosen ? "set" : ""}"
                style=${styleMap({ left: `${x * 100}%`, top: `${y * 100}%` })}
              ></div>`
        }
      </div>
    `;
  }

  readonly #down = (event: PointerEvent): void => {
    if (this.disabled || !event.isPrimary) return;
    this.#finger = event.pointerId;
    this.#forgetKeys();
    this.dial.setPointerCapture(event.pointerId);
    this.#point(event, false);
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#finger === event.pointerId) this.#point(event, false);
  };

  readonly #up = (event: PointerEvent): void => {
    if (this.#finger !== event.pointerId) return;
    this.#finger = null;
    this.#point(event, true);
  };

  readonly #cancel = (event: PointerEvent): void => {
    if (this.#finger !== event.pointerId) return;
    this.#finger = null;
    this.#tell(null, true);
  };

  /** The keys are done; so is who goes elsewhere, or the word would fall on whatever is chosen next. */
  readonly #settled = (): void => {
    const pointed = this.#pointed;
    if (pointed === null) return;
    this.#forgetKeys();
    this.#tell(pointed, true);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (!arrow || this.disabled) return;
    event.preventDefault();
    const from = this.#pointed ?? this.point ?? MIDDLE;
    const moved = {
      valence: from.valence + KEY_STEP * arrow[0],
      arousal: from.arousal + KEY_STEP * arrow[1],
    };
    const affect = dialAffect(dialPoint(moved));
    this.#pointed = affect;
    this.#tell(affect, false);
    clearTimeout(this.#settle);
    this.#settle = setTimeout(this.#settled, KEYS_SETTLE_MS);
  };

  #forgetKeys(): void {
    clearTimeout(this.#settle);
    this.#pointed = null;
  }

  #point(event: PointerEvent, final: boolean): void {
    const box = this.dial.getBoundingClientRect();
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    this.#tell(dialAffect(at), final);
  }

  #tell(affect: Affect | null, final: boolean): void {
    this.dispatchEvent(new AffectEvent(affect, final));
  }
}
