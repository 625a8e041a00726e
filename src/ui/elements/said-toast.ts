import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "./base-styles.ts";

const SHOWN_MS = 6_000;

/** What was done, or not done and why, for a few seconds. */
@customElement("said-toast")
export class SaidToast extends LitElement {
  @property() text = "";
  @property() kind: "done" | "refused" = "done";
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        inset: auto 12px 20px;
        z-index: 4;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      p {
        max-width: 40em;
        padding: 14px 24px;
        border-radius: 28px;
        background: var(--ink);
        color: #24101c;
        font-size: var(--text-s);
        font-weight: 600;
        overflow-wrap: anywhere;
        box-shadow: 0 12px 36px rgb(10 5 10 / 0.45);
      }
      p:empty {
        display: none;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    return html`<p role=${this.kind === "refused" ? "alert" : "status"} data-testid="said">${this.text}</p>`;
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    if (this.text === "") return;
    this.#timer = setTimeout(() => this.dispatchEvent(new Event("mien-forgotten")), SHOWN_MS);
  }
}
