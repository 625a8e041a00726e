import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import { CommandEvent } from "./command-event.ts";
import { icons } from "./icons.ts";
import { KeySwitch } from "./key-switch.ts";

/** While a finger moves, at most this often. */
const SEND_EVERY_MS = 150;
/** How long a set volume stands before the daemon's word outranks it. */
const PENDING_MS = 1_500;

/** How loud. It follows the finger at once, and the daemon's word as soon as that comes. */
@customElement("volume-slider")
export class VolumeSlider extends LitElement {
  /** 0 to 1, as the daemon says it. */
  @property({ type: Number }) volume = 0;
  @property({ type: Boolean }) disabled = false;
  @state() private wanted: number | null = null;
  readonly #keys = new KeySwitch(this);
  #dragging = false;
  #sentAt = 0;
  #pending: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-width: 0;
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
    return html`
      ${icons.quiet}
      <input
        type="range"
        data-testid="volume"
        min="0"
        max="1"
        step="0.01"
        style=${styleMap({ "--share": String(volume) })}
        .value=${String(volume)}
        ?disabled=${this.disabled}
        aria-label=${words.controls.volume}
        aria-valuetext=${words.controls.percent(volume)}
        aria-keyshortcuts=${this.#keys.of("ArrowUp ArrowDown M")}
        @input=${this.#drag}
        @change=${this.#drop}
      />
      ${icons.loud}
    `;
  }

  readonly #drag = (event: Event): void => {
    this.#dragging = true;
    clearTimeout(this.#pending);
    this.wanted = Number((event.target as HTMLInputElement).value);
    if (performance.now() - this.#sentAt >= SEND_EVERY_MS) this.#send(this.wanted);
  };

  readonly #drop = (event: Event): void => {
    this.#dragging = false;
    const wanted = Number((event.target as HTMLInputElement).value);
    this.wanted = wanted;
    this.#pending = setTimeout(() => {
      this.wanted = null;
    }, PENDING_MS);
    this.#send(wanted);
  };

  #send(volume: number): void {
    this.#sentAt = performance.now();
    this.dispatchEvent(new CommandEvent({ do: "setVolume", volume }));
  }
}
