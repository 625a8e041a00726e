import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** A screen reader has taken it up by then; what stood longer would be read again when the language changes. */
const STANDS_MS = 5_000;

/** Says when what is shown is old, or not there yet. Silent while all is well. */
@customElement("connection-line")
export class ConnectionLine extends LitElement {
  @property() phase: "connecting" | "open" | "lost" = "connecting";
  /** It was away and is back: nobody needs to hear that all is as it always is. */
  #isBack = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        inset: calc(var(--above-page, 0px) + max(12px, env(safe-area-inset-top))) 12px auto;
        z-index: 3;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      p {
        padding: 12px 24px;
        border-radius: 28px;
        background: var(--ink);
        color: var(--on-ink);
        font-size: var(--text-s);
        font-weight: 600;
        text-align: center;
        text-wrap: balance;
        box-shadow: 0 12px 36px rgb(10 5 10 / 0.4);
      }
      /* No higher than the song that it stands beside. */
      @media (max-height: 540px) {
        p:not([data-state="connecting"]) {
          padding: 8px 16px;
        }
      }
      [data-state="connecting"] {
        position: fixed;
        inset: 0;
        display: grid;
        place-items: center;
        background: none;
        color: var(--ink);
        box-shadow: none;
        font: 620 var(--text-l) / 1.2 var(--display);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("phase")) return;
    clearTimeout(this.#timer);
    this.#isBack = this.phase === "open" && changed.get("phase") === "lost";
    if (this.#isBack) this.#timer = setTimeout(this.#settle, STANDS_MS);
  }

  readonly #settle = (): void => {
    this.#isBack = false;
    this.requestUpdate();
  };

  protected override render() {
    const text = {
      connecting: words.connection.connecting,
      open: this.#isBack ? words.connection.open : "",
      lost: `${words.connection.lost} ${words.connection.lostDetail}`,
    }[this.phase];
    return html`
      <p
        data-testid="connection"
        data-state=${this.phase}
        role="status"
        class=${this.phase === "open" ? "visually-hidden" : ""}
      >
        ${text}
      </p>
    `;
  }
}
