import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import { CommandEvent } from "./command-event.ts";
import { icons } from "./icons.ts";
import { KeySwitch } from "./key-switch.ts";

/** Play or pause, and the next song. It shows what the player should do, as the daemon says it. */
@customElement("player-controls")
export class PlayerControls extends LitElement {
  @property({ type: Boolean }) playing = false;
  @property({ type: Boolean }) disabled = false;
  /** Whether there is a song that can be skipped. */
  @property({ type: Boolean }) skippable = false;
  readonly #keys = new KeySwitch(this);

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

  protected override render() {
    return html`
      <button
        class="main"
        data-testid="play-pause"
        aria-label=${this.playing ? words.controls.pause : words.controls.play}
        aria-keyshortcuts=${this.#keys.of("Space")}
        ?disabled=${this.disabled}
        @click=${this.#toggle}
      >
        ${this.playing ? icons.pause : icons.play}
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
    this.dispatchEvent(new CommandEvent({ do: this.playing ? "pause" : "play" }));
  };

  readonly #skip = (): void => {
    this.dispatchEvent(new CommandEvent({ do: "skip" }));
  };
}
