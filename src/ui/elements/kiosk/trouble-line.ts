import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { forGuests, type Note } from "../../facts/notes.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { dialogStyles } from "../styles/dialog-styles.ts";
import "../health-notes.ts";
import { icons } from "../icons.ts";
import { openAtOnce } from "../open-modal.ts";
import { scrollHint } from "../styles/scroll-hint.ts";

/** The worst of what is not right, in one line among the controls; all of it, with what to do, is a touch away. */
@customElement("trouble-line")
export class TroubleLine extends LitElement {
  @property({ attribute: false }) notes: readonly Note[] = [];
  /** An admin is there, who reads what to do right away where there is room for it. */
  @property({ type: Boolean }) admin = false;
  /** Nobody is there any more. */
  @property({ type: Boolean }) resting = false;
  @query("dialog") private dialog!: HTMLDialogElement | null;

  static override styles = [
    baseStyles,
    dialogStyles,
    scrollHint(".body"),
    css`
      :host {
        font-size: var(--text-s);
      }
      :host(:not([hidden])) {
        display: block;
      }
      .line {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-3);
        line-height: 1.25;
      }
      .line svg {
        width: 24px;
        height: 24px;
        fill: var(--warn);
      }
      .line button {
        min-height: 44px;
        padding: 0 18px;
        font-size: var(--text-s);
      }
      b {
        font-weight: 650;
      }
      .soft {
        color: var(--ink-soft);
      }
      @media (max-aspect-ratio: 4/5), (max-height: 540px) {
        .line .soft {
          display: none;
        }
      }
      /* On the 7-inch touchscreen its button reaches into the gaps about it: the songs need the height. */
      @media (min-aspect-ratio: 4/5) and (max-height: 540px) {
        :host {
          margin-block: -6px;
        }
      }
    `,
  ];

  protected override willUpdate(): void {
    this.hidden = this.notes.length === 0;
    if (this.resting) this.#close();
  }

  protected override render() {
    if (this.notes.length === 0) return nothing;
    const { label, more, forOwner, whatToDo } = words.notes;
    const told = this.admin ? this.notes : forGuests(this.notes);
    const [worst] = told;
    const rest = told.length > 1 ? more(told.length - 1) : "";
    return html`
      <div class="line" data-testid="trouble">
        ${icons.warning}
        <p id="trouble">
          <b>${worst?.what ?? forOwner}</b> <span class="soft">${worst?.cure ?? ""} ${rest}</span>
        </p>
        <button data-testid="what-to-do" aria-haspopup="dialog" aria-describedby="trouble" @click=${this.#open}>${whatToDo}</button>
      </div>
      <dialog aria-labelledby="title" data-testid="troubles">
        <header role="presentation">
          <h2 id="title">${label}</h2>
          <button data-testid="trouble-close" @click=${this.#close}>${words.controls.close}</button>
        </header>
        <div class="body" tabindex="0"><health-notes full .notes=${this.notes}></health-notes></div>
      </dialog>
    `;
  }

  readonly #open = (): void => {
    if (this.dialog) openAtOnce(this.dialog, { informs: true });
  };

  readonly #close = (): void => this.dialog?.close();
}
