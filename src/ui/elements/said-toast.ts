import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../words/words.ts";
import { baseStyles } from "./styles/base-styles.ts";
import { toastStyles } from "./styles/toast-styles.ts";

const SHOWN_MS = 6_000;
/** A longer text takes longer to be read. */
const SHOWN_MS_PER_LETTER = 90;
/** Longer where it can be taken back: somebody has to read it, find the button and reach it. */
const SHOWN_WITH_UNDO_MS = 20_000;

/** What was done or not done, and why. */
export interface Said {
  text: string;
  kind: "done" | "refused";
  undo: (() => void) | null;
  /** It was not taken back for as long as it was there. */
  gone?: (() => void) | null;
}

/** What was just done, or not done and why, for a few seconds; and the way back where there is one. */
@customElement("said-toast")
export class SaidToast extends LitElement {
  @property({ attribute: false }) said: Said | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    toastStyles,
    css`
      :host {
        inset: auto 12px 20px;
      }
      div {
        display: flex;
        align-items: center;
        gap: var(--space-4);
      }
      button {
        min-height: 44px;
        padding: 0 20px;
        background: none;
        box-shadow: inset 0 0 0 2px currentColor;
        pointer-events: auto;
      }
      button:focus-visible {
        outline-color: currentColor;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(): void {
    // Whatever stands beside it makes room.
    this.toggleAttribute("shown", this.said !== null);
  }

  protected override render() {
    const { said } = this;
    const text = (kind: Said["kind"]): string => (said?.kind === kind ? said.text : "");
    // Both are always there, so that a screen reader notices when one begins to speak.
    return html`
      <div class=${said === null ? "visually-hidden" : "toast"} data-testid="said">
        <p role="status">${text("done")}</p>
        <p role="alert">${text("refused")}</p>
        ${
          said?.undo
            ? html`<button data-testid="undo-change" @click=${said.undo}>${words.corrections.undo}</button>`
            : nothing
        }
      </div>
    `;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("said")) return;
    clearTimeout(this.#timer);
    if (this.said === null) return;
    const { text, undo } = this.said;
    const shownMs = undo ? SHOWN_WITH_UNDO_MS : Math.max(SHOWN_MS, SHOWN_MS_PER_LETTER * text.length);
    this.#timer = setTimeout(() => this.dispatchEvent(new Event("mien-forgotten")), shownMs);
  }
}
