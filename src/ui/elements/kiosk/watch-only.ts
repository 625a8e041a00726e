import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** In place of the controls, where this browser may use none: where songs are chosen. */
@customElement("watch-only")
export class WatchOnly extends LitElement {
  /** Of the guests' page; null where phones have none. */
  @property({ attribute: false }) address: string | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      a {
        display: inline-grid;
        place-items: center;
        min-height: 44px;
        padding: 0 20px;
        border-radius: 999px;
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--line);
        color: var(--ink);
        text-decoration: none;
      }
    `,
  ];

  protected override render() {
    const { only, byPhone } = words.watch;
    return html`
      <p data-testid="watch-only">${only}</p>
      ${this.address === null ? nothing : html`<a href=${this.address}>${byPhone}</a>`}
    `;
  }
}
