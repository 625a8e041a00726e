import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Note } from "../facts/notes.ts";
import { words } from "../words/words.ts";
import { icons } from "./icons.ts";
import { baseStyles } from "./styles/base-styles.ts";

/**
 * What is not right and what to do about it: the worst, or all of it for somebody who is there. Between the controls
 * of an upright or a low screen there is room for the worst one's headline only; at rest it says the rest.
 */
@customElement("health-notes")
export class HealthNotes extends LitElement {
  @property({ attribute: false }) notes: readonly Note[] = [];
  @property({ type: Boolean, reflect: true }) full = false;

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
      :host([full]) .more,
      :host(:not([full])) li + li {
        display: none;
      }
      @media (max-aspect-ratio: 4/5), (max-height: 540px) {
        :host([full]) .more {
          display: block;
        }
        :host([full]) .cure,
        :host([full]) li + li {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const more = this.notes.length - 1;
    return html`
      <div data-testid="notes" data-count=${this.notes.length} role="status">
        <ul aria-label=${words.notes.label}>
        ${this.notes.map(
          (note, index) => html`
            <li data-component=${note.component} data-severity=${note.severity}>
              ${icons.warning}
              <p><b>${note.what}</b> <span class="soft cure">${note.cure}</span></p>
              ${more > 0 && index === 0 ? html`<p class="soft more">${words.notes.more(more)}</p>` : nothing}
            </li>
          `,
        )}
        </ul>
      </div>
    `;
  }
}
