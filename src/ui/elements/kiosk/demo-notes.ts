import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** Small labels for what stands in for the real thing. */
@customElement("demo-notes")
export class DemoNotes extends LitElement {
  @property({ attribute: false }) labels: readonly string[] = [];

  static override styles = [
    baseStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      li {
        padding: 3px 12px;
        border-radius: 999px;
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--line);
        font-size: max(14px, calc(var(--text-s) * 0.86));
      }
    `,
  ];

  protected override render() {
    return html`
      <ul data-testid="demo" aria-label=${words.demo.label}>
        ${this.labels.map((label) => html`<li>${label}</li>`)}
      </ul>
    `;
  }
}
