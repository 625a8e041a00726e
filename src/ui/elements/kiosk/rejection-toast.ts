import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { toastStyles } from "../styles/toast-styles.ts";

/** What the daemon would not do, and why, for a few seconds. */
@customElement("rejection-toast")
export class RejectionToast extends LitElement {
  @property() reason: string | null = null;

  static override styles = [
    baseStyles,
    toastStyles,
    css`
      :host {
        inset: auto 12px;
      }
    `,
  ];

  protected override render() {
    const { reason } = this;
    return html`<p class=${reason === null ? "visually-hidden" : "toast"} role="alert" data-testid="rejection">
      ${reason === null ? "" : words.rejected(reason)}
    </p>`;
  }
}
