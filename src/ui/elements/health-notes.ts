import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Note } from "../facts/notes.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import { icons } from "./icons.ts";

/**
 * What is not right and what to do about it: the worst in a line, or all of it, in the daemon's own
 * words, for somebody who is there.
 */
@customElement("health-notes")
export class HealthNotes extends LitElement {
  @property({ attribute: false }) notes: readonly Note[] = [];
  @property({ type: Boolean }) full = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: var(--space-3);
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--space-3);
        align-items: start;
        font-size: var(--text-s);
        line-height: 1.3;
      }
      svg {
        width: 24px;
        height: 24px;
        fill: var(--warn);
      }
      b {
        font-weight: 650;
      }
      .soft {
        color: var(--ink-soft);
      }
    `,
  ];

  protected override render() {
    const shown = this.full ? this.notes : this.notes.slice(0, 1);
    const more = this.notes.length - shown.length;
    return html`
      <ul data-testid="notes" data-count=${this.notes.length} role="status" aria-label=${words.notes.label}>
        ${shown.map(
          (note, index) => html`
            <li data-component=${note.component} data-severity=${note.severity}>
              ${icons.warning}
              <p>
                <b>${note.what}</b> <span class="soft">${this.full ? note.detail : note.cure}</span>
              </p>
              ${more > 0 && index === shown.length - 1 ? html`<p class="soft">${words.notes.more(more)}</p>` : nothing}
            </li>
          `,
        )}
      </ul>
    `;
  }
}
