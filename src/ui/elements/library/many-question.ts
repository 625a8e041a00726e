import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { type LibraryChange, questionFor } from "../../link/library-changes.ts";
import { libraryWords } from "../../words/library-words.ts";
import { openAtOnce } from "../open-modal.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { dialogStyles } from "../styles/dialog-styles.ts";

/** Asks before many songs are changed at once, and says how many. `mien-sure` is the owner's yes. */
@customElement("many-question")
export class ManyQuestion extends LitElement {
  @property({ attribute: false }) change: LibraryChange | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .ways button {
        min-height: 48px;
        padding: 0 20px;
        font-size: var(--text-s);
      }
    `,
  ];

  protected override render() {
    const question = this.change && questionFor(this.change);
    return html`<dialog aria-labelledby="question" @close=${this.#closed}>
      ${
        question === null
          ? nothing
          : html`<header><h2 id="question" data-testid="question">${question.text}</h2></header>
              <div class="body">
                <p>${libraryWords.many.after}</p>
                <div class="ways">
                  <button class="main" data-testid="sure" @click=${this.#sure}>${question.yes}</button>
                  <button data-testid="not-sure" @click=${this.#close}>${libraryWords.many.no}</button>
                </div>
              </div>`
      }
    </dialog>`;
  }

  protected override updated(): void {
    if (this.change !== null) openAtOnce(this.dialog);
  }

  readonly #sure = (): void => {
    this.#close();
    this.dispatchEvent(new Event("mien-sure"));
  };

  readonly #close = (): void => this.dialog.close();

  /** By Escape, too. */
  readonly #closed = (): void => {
    this.dispatchEvent(new Event("close"));
  };
}
