import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Command } from "../../../protocol/messages.ts";
import type { Id } from "../../../protocol/time.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { KeySwitch } from "../key-switch.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { shortScreen } from "../styles/short-screen.ts";

/** A second tap of the same finger would be about the song that has come by then, and that nobody heard. */
const SECOND_TAP_MS = 1_500;

/** What is wrong with the song that plays, one touch each. */
@customElement("song-corrections")
export class SongCorrections extends LitElement {
  @property() track: Id = "";
  /** A song of nobody known has no artist to be blocked. */
  @property({ type: Boolean }) hasArtist = false;
  @property({ type: Boolean }) disabled = false;
  @state() private isTouched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #keys = new KeySwitch(this);

  static override styles = [
    baseStyles,
    css`
      :host,
      div {
        display: flex;
        gap: clamp(8px, 0.9vw, 14px);
        min-width: 0;
      }
      button {
        min-height: 56px;
        padding: 0 clamp(12px, 1.5vw, 22px);
        font-size: var(--text-s);
      }
      /* The 7-inch touchscreen: the volume beside them has to be reached, however long a language's words are. */
      @media (max-height: 540px) {
        button {
          flex: 0 1 auto;
          min-width: min-content;
          max-width: 8.4em;
          padding: 0 8px;
          font-size: 15px;
          line-height: 1.1;
          white-space: normal;
        }
      }
      @media ${shortScreen} {
        div {
          flex-wrap: wrap;
        }
      }
      @media (max-aspect-ratio: 4/5) {
        :host,
        div {
          width: 100%;
        }
        button {
          flex: 1 1 0;
          min-width: 0;
          line-height: 1.1;
          white-space: normal;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.isTouched = false;
  }

  protected override render() {
    const resting = String(this.isTouched);
    const { wrongMood, notThisSong, notThisArtist, label } = words.corrections;
    return html`
      <div role="group" aria-label=${label}>
        <button data-testid="wrong-mood" aria-keyshortcuts=${this.#keys.of("W")} ?disabled=${this.disabled} aria-disabled=${resting} @click=${this.#wrongMood}>
          ${wrongMood}
        </button>
        <button data-testid="not-this-song" ?disabled=${this.disabled} aria-disabled=${resting} @click=${() => this.#block("song")}>
          ${notThisSong}
        </button>
        <button
          data-testid="not-this-artist"
          ?disabled=${this.disabled || !this.hasArtist}
          aria-disabled=${resting}
          @click=${() => this.#block("artist")}
        >
          ${notThisArtist}
        </button>
      </div>
    `;
  }

  readonly #wrongMood = (): void => {
    this.#say({ do: "wrongMood", track: this.track });
  };

  #block(what: "song" | "artist"): void {
    this.#say({ do: "block", track: this.track, what });
  }

  #say(command: Command): void {
    if (this.isTouched) return;
    this.isTouched = true;
    this.#timer = setTimeout(() => {
      this.isTouched = false;
    }, SECOND_TAP_MS);
    this.dispatchEvent(new CommandEvent(command));
  }
}
