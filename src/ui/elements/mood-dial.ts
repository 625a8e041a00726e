import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Affect, Mood } from "../../protocol/mood.ts";
import { affectName } from "../facts/affect-name.ts";
import { dialAffect, dialPoint } from "../facts/dial-geometry.ts";
import { dialGradient } from "../facts/dial-gradient.ts";
import { daemonTime, type HeardClock } from "../link/link-state.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import { CommandEvent } from "./command-event.ts";
import { moodDialStyles } from "./mood-dial-styles.ts";

/** How long a person's word holds. */
const HOLD_MS = 20 * 60_000;
/** How long the puck stays where it was dropped before the daemon's word outranks it. */
const PENDING_MS = 2_000;
/** Arrow keys are gathered for this long, so that a held key is one wish. */
const KEYS_SETTLE_MS = 500;
const KEY_STEP = 0.1;
/** Where the labels stand, as fractions of the dial. */
const SIDES = [
  ["up", [0.5, 0.1]],
  ["right", [0.84, 0.5]],
  ["down", [0.5, 0.9]],
  ["left", [0.15, 0.5]],
] as const;
/** A label as near as this to the puck would show through it. */
const PUCK_HIDES = 0.24;
const RIM = dialGradient();
const ARROWS: Readonly<Record<string, readonly [valence: number, arousal: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where the music is on the map, and a way to say where it should be. */
@customElement("mood-dial")
export class MoodDial extends LitElement {
  @property({ attribute: false }) mood: Mood | null = null;
  @property({ attribute: false }) clock: HeardClock | null = null;
  @property({ type: Boolean }) disabled = false;
  /** Whether there is a camera that would lead again. */
  @property({ type: Boolean }) cameraLeads = true;
  @state() private wished: Affect | null = null;
  @query(".dial") private dial!: HTMLElement;
  #dragging = false;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #minute: ReturnType<typeof setTimeout> | undefined;

  static override styles = [baseStyles, moodDialStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pending);
    clearTimeout(this.#settle);
    clearTimeout(this.#minute);
  }

  override focus(): void {
    this.dial.focus();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.toggleAttribute("manual", this.mood?.basis === "manual");
    // The daemon has heard it: from here on its word counts. A wish that is still being made stays.
    if (changed.has("mood") && this.mood?.basis === "manual" && this.wished !== null && !this.#dragging) {
      const { valence, arousal } = this.mood.affect;
      if (Math.hypot(valence - this.wished.valence, arousal - this.wished.arousal) < 0.02) this.wished = null;
    }
  }

  protected override render() {
    const shown = this.wished ?? this.mood?.affect ?? { valence: 0, arousal: 0 };
    const { x, y } = dialPoint(shown);
    const manual = this.mood?.basis === "manual";
    const name = words.music[affectName(shown)];
    return html`
      <div
        class="dial"
        style=${styleMap({ background: RIM })}
        role="slider"
        tabindex=${this.disabled ? "-1" : "0"}
        data-testid="mood-dial"
        aria-label=${words.dial.label}
        aria-valuemin="-1"
        aria-valuemax="1"
        aria-valuenow=${shown.valence}
        aria-valuetext=${name}
        aria-disabled=${String(this.disabled)}
        aria-keyshortcuts="D"
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#cancel}
        @keydown=${this.#key}
      >
        ${SIDES.map(
          ([side, at]) =>
            html`<span class="${side} ${Math.hypot(x - at[0], y - at[1]) < PUCK_HIDES ? "hidden" : ""}"
              >${words.dial[side]}</span
            >`,
        )}
        <div
          class="puck ${manual || this.wished !== null ? "set" : ""}"
          style=${styleMap({ left: `${x * 100}%`, top: `${y * 100}%` })}
        ></div>
      </div>
      <p class="caption">${manual ? words.dial.set(name, this.#minutesLeft()) : words.dial.hint}</p>
      ${
        manual
          ? html`<button data-testid="let-camera-lead" ?disabled=${this.disabled} @click=${this.#letCameraLead}>
              ${this.cameraLeads ? words.dial.letCameraLead : words.dial.letUsualLead}
            </button>`
          : nothing
      }
    `;
  }

  protected override updated(): void {
    clearTimeout(this.#minute);
    if (this.mood?.basis === "manual") this.#minute = setTimeout(() => this.requestUpdate(), 30_000);
  }

  #minutesLeft(): number | null {
    const until = this.mood?.until ?? null;
    if (until === null || this.clock === null) return null;
    return Math.max(0, Math.ceil((until - daemonTime(this.clock, performance.now())) / 60_000));
  }

  readonly #down = (event: PointerEvent): void => {
    if (this.disabled || !event.isPrimary) return;
    this.#dragging = true;
    clearTimeout(this.#pending);
    clearTimeout(this.#settle);
    this.dial.setPointerCapture(event.pointerId);
    this.#point(event);
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#dragging) this.#point(event);
  };

  readonly #up = (event: PointerEvent): void => {
    if (!this.#dragging) return;
    this.#point(event);
    this.#dragging = false;
    this.#send();
  };

  readonly #cancel = (): void => {
    this.#dragging = false;
    this.wished = null;
  };

  readonly #key = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (!arrow || this.disabled) return;
    event.preventDefault();
    const from = this.wished ?? this.mood?.affect ?? { valence: 0, arousal: 0 };
    const moved = {
      valence: from.valence + KEY_STEP * arrow[0],
      arousal: from.arousal + KEY_STEP * arrow[1],
    };
    this.wished = dialAffect(dialPoint(moved));
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#send(), KEYS_SETTLE_MS);
  };

  #point(event: PointerEvent): void {
    const box = this.dial.getBoundingClientRect();
    this.wished = dialAffect({
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    });
  }

  #send(): void {
    if (this.wished === null) return;
    this.dispatchEvent(new CommandEvent({ do: "setMood", affect: this.wished, forMs: HOLD_MS }));
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => {
      this.wished = null;
    }, PENDING_MS);
  }

  readonly #letCameraLead = (): void => {
    this.dispatchEvent(new CommandEvent({ do: "letCameraLead" }));
  };
}
