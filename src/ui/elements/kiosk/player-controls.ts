import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { icons } from "../icons.ts";
import { KeySwitch } from "../key-switch.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** How long what was asked for stands before the daemon's word outranks it. */
const PENDING_MS = 2_000;

/** Play or pause, and the next song. It shows what the player should do: as was just asked, else as the daemon says. */
@customElement("player-controls")
export class PlayerControls extends LitElement {
  @property({ type: Boolean }) playing = false;
  @property({ type: Boolean }) disabled = false;
  /** Whether there is a song that can be skipped. */
  @property({ type: Boolean }) skippable = false;
  /** Whether it shall play, between a touch and the daemon's word on it. */
  @state() private asked: boolean | null = null;
  readonly #keys = new KeySwitch(this);
  #pending: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        /* As the keys of a player lie, in every script. */
        direction: ltr;
        gap: var(--space-4);
        align-items: center;
      }
      button {
        width: clamp(72px, 6.4vw, 92px);
        height: clamp(72px, 6.4vw, 92px);
        padding: 0;
      }
      @media (max-height: 540px) {
        button {
          width: 64px;
          height: 64px;
        }
      }
      .main svg {
        width: 34px;
        height: 34px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.disabled || (changed.has("playing") && this.playing === this.asked)) this.#forget();
  }

  get #shown(): boolean {
    return this.asked ?? this.playing;
  }

  protected override render() {
    return html`
      <button
        class="main"
        data-testid="play-pause"
        aria-label=${this.#shown ? words.controls.pause : words.controls.play}
        aria-keyshortcuts=${this.#keys.of("Space")}
        ?disabled=${this.disabled}
        @click=${this.#toggle}
      >
        ${this.#shown ? icons.pause : icons.play}
      </button>
      <button
        data-testid="skip"
        aria-label=${words.controls.skip}
        aria-keyshortcuts=${this.#keys.of("N")}
        ?disabled=${this.disabled || !this.skippable}
        @click=${this.#skip}
      >
        ${icons.skip}
      </button>
    `;
  }

  readonly #toggle = (): void => {
    const play = !this.#shown;
    this.dispatchEvent(new CommandEvent({ do: play ? "play" : "pause" }));
    clearTimeout(this.#pending);
    this.asked = play;
    this.#pending = setTimeout(() => this.#forget(), PENDING_MS);
  };

  #forget(): void {
    clearTimeout(this.#pending);
    this.asked = null;
  }

  readonly #skip = (): void => {
    this.dispatchEvent(new CommandEvent({ do: "skip" }));
  };
}
