import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const FEWEST = 4;
const MOST = 8;

/** A PIN was typed; it goes no further than to whoever listens. */
export class PinEvent extends Event {
  static readonly type = "mien-pin";
  readonly pin: string;

  constructor(pin: string) {
    super(PinEvent.type, { bubbles: true, composed: true });
    this.pin = pin;
  }
}

/** Large keys for a PIN. What was typed is shown as dots, and the keys of a keyboard do as well. */
@customElement("pin-pad")
export class PinPad extends LitElement {
  @property() label = "";
  @property() done = "";
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: false }) pin = "";

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(3, minmax(64px, 96px));
        gap: clamp(6px, 1.4vh, 12px);
        justify-content: center;
      }
      .typed {
        grid-column: 1 / -1;
        display: grid;
        justify-items: center;
        gap: 6px;
        text-align: center;
      }
      .dots {
        min-height: 28px;
        font-size: 28px;
        line-height: 28px;
        letter-spacing: 0.3em;
        text-indent: 0.3em;
      }
      button {
        min-height: clamp(46px, 9.6vh, 76px);
        padding: 0;
        border-radius: 20px;
        font: 620 clamp(20px, 3.4vh, 30px) / 1 var(--display);
      }
      button.main {
        padding: 0 4px;
        font-size: clamp(13px, 1.9vh, 15px);
        letter-spacing: -0.01em;
      }
    `,
  ];

  protected override render() {
    const { signIn } = peopleWords;
    const { pin, disabled } = this;
    return html`
      <div class="typed" tabindex="0" role="group" aria-label=${this.label} @keydown=${this.#key}>
        <span>${this.label}</span>
        <span class="dots" aria-hidden="true">${"•".repeat(pin.length) || "·"}</span>
        <span class="visually-hidden" role="status">${pin === "" ? "" : signIn.typed(pin.length)}</span>
      </div>
      ${DIGITS.map((digit) => this.#digit(digit))}
      <button
        data-testid="pin-back"
        aria-label=${signIn.back}
        ?disabled=${disabled || pin === ""}
        @click=${this.#back}
      >
        <span aria-hidden="true">⌫</span>
      </button>
      ${this.#digit("0")}
      <button
        class="main"
        data-testid="pin-done"
        ?disabled=${disabled || pin.length < FEWEST}
        @click=${this.#finish}
      >
        ${this.done}
      </button>
    `;
  }

  #digit(digit: string) {
    return html`<button
      data-testid="pin-${digit}"
      aria-label=${peopleWords.signIn.digit(digit)}
      ?disabled=${this.disabled || this.pin.length >= MOST}
      @click=${() => this.#type(digit)}
      @keydown=${this.#key}
    >
      ${digit}
    </button>`;
  }

  #type(digit: string): void {
    if (!this.disabled && this.pin.length < MOST) this.pin += digit;
  }

  readonly #back = (): void => {
    this.pin = this.pin.slice(0, -1);
  };

  readonly #finish = (): void => {
    if (this.disabled || this.pin.length < FEWEST) return;
    const { pin } = this;
    this.pin = "";
    this.dispatchEvent(new PinEvent(pin));
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onPad = event.currentTarget instanceof HTMLElement && event.currentTarget.matches(".typed");
    if (/^[0-9]$/.test(event.key)) this.#type(event.key);
    else if (event.key === "Backspace") this.#back();
    else if (event.key === "Enter" && onPad) this.#finish();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
