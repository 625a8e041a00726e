import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CameraView } from "../../facts/camera-view.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** How the room looks, and the light that tells whether the camera is looking. */
@customElement("room-words")
export class RoomWords extends LitElement {
  @property() text = "";
  @property() camera: CameraView = "unknown";
  /** Somebody is at the controls, and on a phone they need the room. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Only whether people smile is read. */
  @property({ type: Boolean }) smilesOnly = false;

  /** An admin looks through the camera. */
  @property({ type: Boolean }) watched = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        column-gap: var(--space-4);
        min-width: 0;
      }
      .lamp {
        width: 16px;
        height: 16px;
        margin: 6px;
        border-radius: 50%;
        box-shadow: inset 0 0 0 2.5px var(--ink-soft);
      }
      .lamp[data-looking="true"] {
        background: var(--lamp);
        box-shadow:
          0 0 0 2px rgb(20 12 18 / 0.55),
          0 0 0 7px color-mix(in oklab, var(--lamp) 30%, transparent);
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
    // While it closes it still looks, and the light says so.
    const looking = this.camera === "looking" || this.camera === "closing";
    const watched = looking && this.watched;
    const privacy = watched
      ? words.camera.watched
      : this.camera === "looking" && this.smilesOnly
        ? words.camera.looksForSmiles
        : words.camera[this.camera];
    return html`
      <span
        class="lamp"
        role="img"
        data-testid="camera-light"
        data-looking=${String(looking)}
        aria-label=${looking ? words.camera.lightOn : words.camera.lightOff}
      ></span>
      <div>
        <p class="looks" data-testid="looks">${this.text}</p>
        <p class="privacy ${watched ? "watched" : ""}" data-testid="privacy">${privacy}</p>
      </div>
    `;
  }
}
