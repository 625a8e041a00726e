import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Language } from "../../languages/languages.ts";
import { adminWords, type Way, ways } from "../../words/admin-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "../language-choice.ts";

/** The way from each of the owner's pages to all others, on a phone and on a low screen behind one button; and the globe. */
@customElement("page-ways")
export class PageWays extends LitElement {
  @property() current: Way = "overview";
  /** Languages to choose from. */
  @property({ attribute: false }) offered: readonly Language[] = [];

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        align-items: start;
        gap: var(--space-2);
        flex: 1 0 100%;
        order: -1;
        min-width: 0;
        font-size: 16px;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
      }
      a,
      summary {
        display: inline-grid;
        place-items: center;
        min-height: 44px;
        padding: 0 14px;
        border-radius: 999px;
        color: var(--ink-soft);
        text-decoration: none;
        white-space: nowrap;
      }
      a:hover {
        color: var(--ink);
      }
      a[aria-current] {
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--line);
        color: var(--ink);
      }
      .wide {
        flex: 1;
      }
      language-choice {
        --globe: 44px;
        /* Below the head, where it was opened. */
        --languages-block: calc(76px + var(--above-page, 0px)) auto;
      }
      .kiosk {
        margin-inline-start: auto;
      }
      details {
        display: none;
      }
      summary {
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--line);
        color: var(--ink);
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      /* It pushes the page down, and covers nothing. */
      details nav {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 2px;
        width: min(82vw, 420px);
        margin-block-start: var(--space-2);
        /* The globe stays where it is, beside the button. */
        margin-inline-end: calc(-44px - var(--space-2));
      }
      details a {
        place-items: center start;
      }
      details .kiosk {
        margin: 0;
      }
      @media (max-width: 899px), (max-height: 560px) {
        :host {
          flex: none;
          order: 0;
        }
        .wide {
          display: none;
        }
        details {
          display: block;
        }
      }
    `,
  ];

  protected override render() {
    return html`
      <nav class="wide" aria-label=${adminWords.pages}>${this.#links()}</nav>
      <details>
        <summary data-testid="pages">${adminWords.pages}</summary>
        <nav aria-label=${adminWords.pages}>${this.#links()}</nav>
      </details>
      <language-choice .offered=${this.offered}></language-choice>
    `;
  }

  #links() {
    return html`${ways.map(
      ({ way, path }) =>
        html`<a href=${path} aria-current=${way === this.current ? "page" : nothing}>${adminWords.ways[way]}</a>`,
    )}<a class="kiosk" href="/">${adminWords.toKiosk}</a>`;
  }
}
