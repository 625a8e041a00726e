import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { chosenLanguage } from "../../languages/chosen.ts";
import type { Language } from "../../languages/languages.ts";
import { isBehindSheet } from "../open-modal.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** A screen reader has taken it up by then. */
const STANDS_MS = 5_000;
/** What a place already tells when it comes is read twice: as a new place, and as a new text. The page has its language by then. */
const BEGINS_MS = 1_000;

/**
 * Tells a screen reader what is new, a song that begins or something that is not right, once. Nothing stands here afterwards:
 * when a sheet over the page is closed, what was out of reach comes back, and whatever stands in a place that is read aloud
 * would be read again.
 */
@customElement("said-once")
export class SaidOnce extends LitElement {
  @property() text = "";
  @state() private told = "";
  /** It came behind a sheet, where it is not read: it waits until that is closed. */
  #waits = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** In which the text was told. */
  #language: Language | null = null;

  static override styles = [
    baseStyles,
    css`
      /* No row of its own. */
      :host {
        position: absolute;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("text")) return;
    const isAnother = this.#language !== null && this.#language !== chosenLanguage();
    this.#language = this.text === "" ? null : chosenLanguage();
    // The same in other words: who changes the language has heard it.
    if (isAnother && this.text !== "") return;
    if (this.hasUpdated) this.#tell();
    else this.#timer = setTimeout(this.#tell, BEGINS_MS);
  }

  protected override render() {
    return html`<p class="visually-hidden" aria-live="polite">${this.told}</p>`;
  }

  readonly #tell = (): void => {
    this.told = this.text;
    this.#waits = isBehindSheet();
    this.#stand();
  };

  #stand(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#settle, STANDS_MS);
  }

  readonly #settle = (): void => {
    if (!this.#waits) {
      this.told = "";
      return;
    }
    this.#waits = isBehindSheet();
    this.#stand();
  };
}
