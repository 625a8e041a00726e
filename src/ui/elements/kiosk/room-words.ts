import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isLooking } from "../../facts/camera-status.ts";
import type { CameraView } from "../../facts/camera-view.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { cameraLamp, cameraLampStyles } from "./camera-lamp.ts";

/** Somebody wants to know what is sensed and kept. */
export class FactsEvent extends Event {
  static readonly type = "mien-facts";

  constructor() {
    super(FactsEvent.type, { bubbles: true, composed: true });
  }
}

/** How the room looks, and the light that tells whether the camera is looking. */
@customElement("room-words")
export class RoomWords extends LitElement {
  @property() text = "";
  @property() camera: CameraView = "unknown";
  /** Somebody is at the controls, and on a phone they need the room. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** What the camera does, as whoever is seen is told it. */
  @property() status = "";
  /** An admin looks through the camera. */
  @property({ type: Boolean }) watched = false;

  static override styles = [
    baseStyles,
    cameraLampStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        column-gap: var(--space-4);
        min-width: 0;
      }
      /* All of the words, so that a finger finds it; what they look like is words. */
      button {
        display: grid;
        grid-auto-flow: row;
        place-items: start;
        align-content: center;
        justify-content: start;
        gap: 0;
        justify-self: start;
        max-width: 100%;
        min-width: 44px;
        min-height: 44px;
        padding: 0;
        border-radius: 12px;
        background: none;
        box-shadow: none;
        text-align: start;
        white-space: normal;
      }
      @media (hover: hover) {
        button:not(.main, :disabled):hover {
          box-shadow: none;
        }
      }
      button:active {
        background: none;
      }
      .looks,
      .privacy {
        display: block;
      }
      .looks {
        font: 620 var(--text-l) / 1.12 var(--display);
        letter-spacing: -0.01em;
        text-wrap: balance;
      }
      .privacy {
        margin-top: 3px;
        font-size: max(17px, var(--text-s));
        line-height: 1.2;
        text-wrap: balance;
        color: var(--ink-soft);
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.22em;
        text-decoration-color: color-mix(in oklab, currentColor 55%, transparent);
      }
      button:hover .privacy {
        text-decoration-color: currentColor;
      }
      .watched {
        color: var(--warn);
      }
      /* The 7-inch touchscreen: the songs above need the height more. */
      @media (max-height: 540px) {
        .looks {
          font-size: 20px;
        }
        .privacy {
          margin-top: 0;
          font-size: 15px;
        }
      }
      @media (max-aspect-ratio: 4/5) and (max-width: 699px) {
        :host([compact]) .looks {
          font-size: 20px;
        }
        :host([compact]) .privacy {
          margin-top: 0;
          font-size: 14px;
        }
      }
    `,
  ];

  protected override render() {
    const looking = isLooking(this.camera);
    return html`
      ${cameraLamp(this.camera)}
      <button data-testid="facts" aria-haspopup="dialog" @click=${this.#ask}>
        <span class="looks" data-testid="looks">${this.text}</span>
        <span class="privacy ${looking && this.watched ? "watched" : ""}" data-testid="privacy">${this.status}</span>
        <span class="visually-hidden">${words.camera.about}</span>
      </button>
    `;
  }

  readonly #ask = (): void => {
    this.dispatchEvent(new FactsEvent());
  };
}
