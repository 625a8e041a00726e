import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { styleMap } from "lit/directives/style-map.js";
import type { VolumeBounds } from "../../../protocol/state.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { icons } from "../icons.ts";
import { KeySwitch } from "../key-switch.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** While a finger moves, at most this often. */
const SEND_EVERY_MS = 150;
/** How long a set volume stands before the daemon's word outranks it. */
const PENDING_MS = 1_500;

/** How long it is said why the volume goes no further. */
const TOLD_MS = 5_000;

/** How loud. It follows the finger at once, and the daemon's word as soon as that comes. */
@customElement("volume-slider")
export class VolumeSlider extends LitElement {
  /** 0 to 1, as the daemon says it. */
  @property({ type: Number }) volume = 0;
  /** As far as it goes now; the ends beyond are dim, and a finger there is told why. */
  @property({ attribute: false }) bounds: VolumeBounds = { floor: 0, ceiling: 1, because: null };
  @property({ type: Boolean }) disabled = false;
  @state() private wanted: number | null = null;
  @state() private telling = false;
  readonly #keys = new KeySwitch(this);
  #dragging = false;
  #sentAt = 0;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #told: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        position: relative;
        align-items: center;
        gap: var(--slider-gap, var(--space-3));
        min-width: 0;
      }
      /* Louder is to the right in every script, as on the track. */
      :host(:dir(rtl)) {
        flex-direction: row-reverse;
      }
      /* What is out of reach now, at both ends of the track. */
      .track {
        display: grid;
        position: relative;
        flex: 1 1 0;
        min-width: 0;
      }
      .track::before,
      .track::after {
        position: absolute;
        z-index: 1;
        top: 50%;
        left: 0;
        /* Up to the knob, which is 30 pixels wide, where it stands at the end of its way. */
        width: calc((100% - 30px) * var(--floor));
        height: 10px;
        border-radius: 5px;
        background: rgb(20 12 18 / 0.62);
        translate: 0 -50%;
        content: "";
        pointer-events: none;
      }
      .track::after {
        right: 0;
        left: auto;
        width: calc((100% - 30px) * (1 - var(--ceiling)));
      }
      [role="status"]:not(:empty) {
        position: absolute;
        z-index: 2;
        inset: auto 0 calc(100% + 6px) auto;
        width: max-content;
        max-width: min(420px, 90vw);
        padding: 10px 18px;
        border-radius: 14px;
        background: var(--night);
        box-shadow: inset 0 0 0 1px var(--line);
        font-size: var(--text-s);
        line-height: 1.25;
        pointer-events: none;
      }
      svg {
        flex: none;
        width: 28px;
        height: 28px;
        fill: var(--ink-soft);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pending);
    clearTimeout(this.#told);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // A slider that is disabled under a finger never tells that the finger was lifted.
    if (this.disabled) {
      this.#dragging = false;
      this.wanted = null;
    }
    // Echoes of the way there are not yet the word that was asked for.
    const arrived = this.wanted !== null && Math.abs(this.volume - this.wanted) < 0.005;
    if (changed.has("volume") && !this.#dragging && arrived) this.wanted = null;
  }

  protected override render() {
    const volume = this.wanted ?? this.volume;
    const { floor, ceiling } = this.bounds;
    const why = words.controls.bounds(this.bounds);
    return html`
      ${icons.quiet}
      <span class="track" style=${styleMap({ "--floor": String(floor), "--ceiling": String(ceiling) })}>
        <input
          type="range"
          data-testid="volume"
          min="0"
          max="1"
          step="0.01"
          style=${styleMap({ "--share": String(volume) })}
          .value=${live(String(volume))}
          ?disabled=${this.disabled}
          aria-label=${words.controls.volume}
          aria-valuetext=${words.controls.percent(volume)}
          aria-description=${why === "" ? nothing : why}
          aria-keyshortcuts=${this.#keys.of("ArrowUp ArrowDown M")}
          @input=${this.#drag}
          @change=${this.#drop}
        />
      </span>
      ${icons.loud}
      <p role="status" data-testid="volume-bounds">${this.telling ? why : ""}</p>
    `;
  }

  /** As far as a finger may go; told why where it wants further. */
  #within(wanted: number): number {
    const { floor, ceiling, because } = this.bounds;
    const reached = Math.min(ceiling, Math.max(floor, wanted));
    if (because !== null && reached !== wanted) {
      this.telling = true;
      // The knob stands where the finger is, also where nothing else has changed.
      this.requestUpdate();
      clearTimeout(this.#told);
      this.#told = setTimeout(() => {
        this.telling = false;
      }, TOLD_MS);
    }
    return reached;
  }

  /** As if a finger let go there: by key. */
  moveTo(volume: number): void {
    if (this.disabled) return;
    this.#dragging = false;
    this.#settle(volume);
  }

  readonly #drag = (event: Event): void => {
    this.#dragging = true;
    clearTimeout(this.#pending);
    this.wanted = this.#within(Number((event.target as HTMLInputElement).value));
    if (performance.now() - this.#sentAt >= SEND_EVERY_MS) this.#send(this.wanted);
  };

  readonly #drop = (event: Event): void => {
    this.#dragging = false;
    this.#settle(Number((event.target as HTMLInputElement).value));
  };

  #settle(volume: number): void {
    const wanted = this.#within(volume);
    this.wanted = wanted;
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => {
      this.wanted = null;
    }, PENDING_MS);
    this.#send(wanted);
  }

  #send(volume: number): void {
    this.#sentAt = performance.now();
    this.dispatchEvent(new CommandEvent({ do: "setVolume", volume }));
  }
}
