import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { settingsWords } from "../../words/settings-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "./field-styles.ts";

/** Lines of text, such as folders or names: each goes with a touch, a new one comes with Enter. */
@customElement("text-list")
export class TextList extends LitElement {
  @property({ attribute: false }) value: readonly string[] = [];
  @property() label = "";
  @property({ type: Number }) longest = 200;
  @property({ type: Number }) most = 100;
  @state() private double = false;
  @query("input") private input!: HTMLInputElement;
  /** The newest one, while nobody knows whether it is taken. */
  #added: string | null = null;

  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      li,
      .new {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-3);
      }
      li span {
        padding-inline-start: 4px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override render() {
    const { list, faults } = settingsWords;
    return html`
      ${
        this.value.length === 0
          ? nothing
          : html`<ul>
              ${this.value.map(
                (text) => html`<li>
                  <span dir="auto">${text}</span>
                  <button
                    data-testid="remove"
                    aria-label=${list.removeOf(text)}
                    @click=${() => this.#tell(this.value.filter((each) => each !== text))}
                  >
                    ${list.remove}
                  </button>
                </li>`,
              )}
            </ul>`
      }
      <div class="new" ?hidden=${this.value.length >= this.most}>
        <input
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          data-testid="new"
          maxlength=${this.longest}
          aria-label=${list.addTo(this.label)}
          placeholder=${list.new}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === "Enter") this.#add();
          }}
        />
        <button data-testid="add" aria-label=${list.addTo(this.label)} @click=${this.#add}>
          ${list.add}
        </button>
      </div>
      ${this.double ? html`<p class="fault" role="alert">${faults.there}</p>` : nothing}
    `;
  }

  readonly #add = (): void => {
    const text = this.input.value.trim();
    this.double = this.value.includes(text);
    if (text === "" || this.double) {
      this.input.focus();
      return;
    }
    this.input.value = "";
    this.#tell([...this.value, text]);
    this.#added = text;
  };

  /** The list was refused: what was added last is to be written otherwise, and stands in the way of nothing else. */
  giveBack(): void {
    const added = this.#added;
    this.#added = null;
    if (added === null || this.value.at(-1) !== added) return;
    this.value = this.value.slice(0, -1);
    if (this.input.value === "") this.input.value = added;
  }

  #tell(value: readonly string[]): void {
    this.value = value;
    this.#added = null;
    this.double = false;
    this.dispatchEvent(new Event("change"));
  }
}
