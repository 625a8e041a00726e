import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";

/** What the daemon would not do, in its own words, for a few seconds. */
@customElement("rejection-toast")
export class RejectionToast extends LitElement {
  @property() reason: string | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        inset: auto 12px calc(var(--edge) + 84px);
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
        box-shadow: 0 12px 36px rgb(10 5 10 / 0.45);
      }
      p:empty {
        display: none;
      }
    `,
  ];

  protected override render() {
    return html`<p role="alert" data-testid="rejection">${this.reason === null ? "" : words.rejected(this.reason)}</p>`;
  }
}
