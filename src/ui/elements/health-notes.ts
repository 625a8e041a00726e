import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Component } from "../../protocol/health.ts";
import type { Note } from "../facts/notes.ts";
import { words } from "../words/words.ts";
import { icons } from "./icons.ts";
import { baseStyles } from "./styles/base-styles.ts";

export interface Way {
  href: string;
  text: string;
}

export type Ways = Readonly<Partial<Record<Component, Way>>>;

/** What is not right, and what to do about it where that is to be told: the worst of it, or all. */
@customElement("health-notes")
export class HealthNotes extends LitElement {
  @property({ attribute: false }) notes: readonly Note[] = [];
  @property({ type: Boolean, reflect: true }) full = false;
  /** Read aloud when it comes and when it changes: not on the kiosk, where it goes and comes with the controls. */
  @property({ type: Boolean }) live = false;
  /** Where a part's own cure is done, on a page whose reader may. */
  @property({ attribute: false }) ways: Ways = {};

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
      a {
        display: flex;
        align-items: center;
        width: fit-content;
        min-height: 48px;
        color: inherit;
        font-weight: 620;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  #way({ component }: Note) {
    const way = this.ways[component];
    return way === undefined ? nothing : html`<a href=${way.href}>${way.text}</a>`;
  }

  protected override render() {
    const shown = this.full ? this.notes : this.notes.slice(0, 1);
    const more = this.notes.length - shown.length;
    return html`
      <div data-testid="notes" data-count=${this.notes.length} role=${this.live ? "status" : nothing}>
        <ul aria-label=${words.notes.label}>
        ${shown.map(
          (note) => html`
            <li data-component=${note.component} data-severity=${note.severity}>
              ${icons.warning}
              <p><b>${note.what}</b> ${note.cure === "" ? nothing : html`<span class="soft">${note.cure}</span>`} ${this.#way(note)}</p>
              ${more > 0 ? html`<p class="soft">${words.notes.more(more)}</p>` : nothing}
            </li>
          `,
        )}
        </ul>
      </div>
    `;
  }
}
