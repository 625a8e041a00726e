import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { chosenLanguage } from "../languages/chosen.ts";
import { type Language, languages } from "../languages/languages.ts";
import { words } from "../words/words.ts";
import { icons } from "./icons.ts";
import { baseStyles } from "./styles/base-styles.ts";

/** Somebody wants to read another language. */
export class LanguageEvent extends Event {
  static readonly type = "mien-language";
  readonly language: Language;

  constructor(language: Language) {
    super(LanguageEvent.type, { bubbles: true, composed: true });
    this.language = language;
  }
}

/**
 * Of two languages the other one, a touch away; of more a globe, and behind it each in its own words: whoever needs it
 * can't read the others.
 */
@customElement("language-choice")
export class LanguageChoice extends LitElement {
  @property({ attribute: false }) offered: readonly Language[] = [];
  @query("[popover]") private list!: HTMLElement | null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      button {
        font-size: var(--text-s);
      }
      .globe {
        width: var(--globe, 64px);
        min-width: 0;
        min-height: var(--globe, 64px);
        padding: 0;
      }
      [popover] {
        position: fixed;
        inset-block: var(--languages-block, auto calc(var(--edge) + 80px));
        inset-inline: 0;
        margin: 0 auto;
        grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
        gap: var(--space-3);
        width: min(640px, calc(100vw - 2 * var(--edge)));
        max-height: calc(100dvh - 110px);
        padding: var(--space-4);
        border: 0;
        border-radius: 28px;
        background: var(--sheet);
        box-shadow:
          inset 0 0 0 1px var(--line),
          0 30px 90px rgb(10 5 10 / 0.6);
        color: inherit;
        overflow-y: auto;
      }
      [popover]:popover-open {
        display: grid;
      }
      [aria-pressed="true"] {
        background: var(--ink);
        color: var(--on-ink);
        box-shadow: none;
      }
    `,
  ];

  protected override render() {
    if (this.offered.length < 2) return nothing;
    const now = chosenLanguage();
    const [other, more] = this.offered.filter((language) => language !== now);
    if (other !== undefined && more === undefined) return this.#other(other);
    return html`
      <button class="globe" data-testid="languages" popovertarget="list" aria-label=${words.languages.label}>
        ${icons.globe}
      </button>
      <div id="list" popover role="group" aria-label=${words.languages.label}>
        ${this.offered.map(
          (language) => html`<button
            data-testid="speak-${language}"
            lang=${language}
            aria-pressed=${String(language === now)}
            @click=${() => this.#choose(language)}
          >
            <span dir="auto">${languages[language].name}</span>
          </button>`,
        )}
      </div>
    `;
  }

  #other(language: Language) {
    const { name, short } = languages[language];
    return html`<button
      class="globe"
      data-testid="speak-${language}"
      lang=${language}
      @click=${() => this.#choose(language)}
    >
      ${short} <span class="visually-hidden">${name}</span>
    </button>`;
  }

  #choose(language: Language): void {
    this.list?.hidePopover();
    this.dispatchEvent(new LanguageEvent(language));
  }
}
