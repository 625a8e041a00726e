import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { ownScreenWords } from "../words/own-screen-words.ts";
import { baseStyles } from "./styles/base-styles.ts";
import { onPlateStyles } from "./styles/on-plate-styles.ts";

/** Says that the screen is about to go back to what plays; above dialogs as well. Whatever is touched, it stays. */
@customElement("rest-note")
export class RestNote extends LitElement {
  static override styles = [
    baseStyles,
    onPlateStyles,
    css`
      :host {
        position: fixed;
        inset: auto 0 20px;
        width: max-content;
        max-width: min(720px, 100vw - 24px);
        margin: 0 auto;
        padding: 14px 26px;
        border: 0;
        border-radius: 28px;
        /* As the keys: it stands beside the page, whose colours by day and by night it does not know. */
        background: #1d121a;
        box-shadow:
          inset 0 0 0 1px var(--line),
          0 20px 60px rgb(10 5 10 / 0.5);
        font-size: max(18px, var(--text-s));
        line-height: 1.3;
        text-align: center;
        text-wrap: balance;
        pointer-events: none;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = "manual";
    this.showPopover();
  }

  protected override render() {
    return html`<p role="alert" data-testid="goes-back">${ownScreenWords.goesBack}</p>`;
  }
}
