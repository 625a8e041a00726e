import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { chosenLanguage } from "../languages/chosen.ts";
import { type Language, languages } from "../languages/languages.ts";
import { words } from "../words/words.ts";
import { icons } from "./icons.ts";
import { baseStyles } from "./styles/base-styles.ts";

/** Every name on the page is another one at once, and Orca 43.1 lets go what else comes among so many. */
const AFTER_ALL_MS = 1_500;
/** A screen reader has taken it up by then; what stood longer would be read again by whoever goes through the page. */
const STANDS_MS = 5_000;

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
  @query(".globe") private way!: HTMLElement | null;
  /** What somebody has just chosen here, until the page is in it and has said so. */
  @state() private chosen: Language | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    if (this.offered.length < 2) return nothing;
    // Nothing tells a screen reader that every word around it is another one.
    return html`${this.#way()}
      <p class="visually-hidden" role="status" data-testid="language-said">
        ${this.chosen === chosenLanguage() ? words.languages.now : ""}
      </p>`;
  }

  #way() {
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

  #tell(language: Language): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.chosen = language;
      this.#timer = setTimeout(() => {
        this.chosen = null;
      }, STANDS_MS);
    }, AFTER_ALL_MS);
  }

  #choose(language: Language): void {
    this.list?.hidePopover();
    // Not every browser gives it back.
    this.way?.focus();
    this.chosen = null;
    this.#tell(language);
    this.dispatchEvent(new LanguageEvent(language));
  }
}
