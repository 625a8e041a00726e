import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { cameraTap } from "../../facts/camera-tap.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { icons } from "../icons.ts";
import { keepFocus } from "../keep-focus.ts";
import { KeySwitch } from "../key-switch.ts";
import { baseStyles } from "../styles/base-styles.ts";

/**
 * Closes the camera, for anybody and at once; or asks for it again, where that may be asked. It never says more than the
 * daemon did.
 */
@customElement("camera-switch")
export class CameraSwitch extends LitElement {
  @property({ type: Boolean }) wanted = false;
  @property({ type: Boolean }) disabled = false;
  /** It would be refused: not at Mien's own screen and nobody's who may open it, or where faces may not be read. */
  @property({ type: Boolean }) closesOnly = false;
  readonly #keys = new KeySwitch(this);

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        white-space: nowrap;
      }
      button {
        width: 100%;
        min-height: var(--button-height, 64px);
        padding-inline: var(--button-edge, 22px);
        white-space: inherit;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override updated(): void {
    // What has nothing to say takes no room in a row.
    this.hidden = this.closesOnly && !this.wanted;
  }

  protected override render() {
    if (this.closesOnly && !this.wanted) return nothing;
    return html`
      <button
        data-testid="camera-switch"
        data-wanted=${this.wanted ? "on" : "off"}
        aria-keyshortcuts=${this.#keys.of("C")}
        ?disabled=${this.disabled}
        @click=${this.#switch}
      >
        ${this.wanted ? icons.eyeClosed : icons.eye}
        <span>${this.wanted ? words.camera.close : words.camera.open}</span>
      </button>
    `;
  }

  readonly #switch = (): void => {
    const command = cameraTap(this.wanted, performance.now());
    if (command !== null) this.dispatchEvent(new CommandEvent(command));
  };
}
