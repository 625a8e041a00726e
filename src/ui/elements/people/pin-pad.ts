import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { peopleWords } from "../../words/people-words.ts";
import { onceSeen } from "../once-seen.ts";
import { baseStyles } from "../styles/base-styles.ts";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const FEWEST = 4;
const MOST = 8;

/** One for each digit that was typed, and a ring for each that is still needed. */
const dots = (typed: number) =>
  Array.from(
    { length: Math.max(FEWEST, typed) },
    (_, place) => html`<i class=${place < typed ? "typed-one" : ""}></i>`,
  );

/** In every language the word is as large as a key of 96 pixels lets it be. */
const sizeOf = (word: string): "short" | "medium" | "long" =>
  word.length <= 7 ? "short" : word.length <= 9 ? "medium" : "long";

/** A PIN was typed; it goes no further than to whoever listens. */
export class PinEvent extends Event {
  static readonly type = "mien-pin";
  readonly pin: string;

  constructor(pin: string) {
    super(PinEvent.type, { bubbles: true, composed: true });
    this.pin = pin;
  }
}

/**
 * Large keys for a PIN. What was typed is shown as dots, and the keys of a keyboard do as well: in a field for passwords, or
 * a screen reader would say each digit aloud. `one-time-code` keeps the browser from offering to remember it.
 */
@customElement("pin-pad")
export class PinPad extends LitElement {
  @property() label = "";
  @property() done = "";
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: false }) pin = "";
  @query("input") private field!: HTMLInputElement | null;
  /**
   * What it asks for, until a digit is typed: the focus comes as what was before it goes, or does not move at all from the
   * first PIN to the same once more, and Orca says nothing of either.
   */
  @state() private asked = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

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
        text-align: center;
      }
      .typed:focus-within {
        outline: 3px solid var(--ink);
        outline-offset: 4px;
      }
      .entry {
        display: grid;
        position: relative;
        justify-items: center;
        width: 100%;
      }
      /* Over what shows how much was typed. */
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        padding: 0;
        border: 0;
        opacity: 0;
        cursor: default;
      }
      .dots {
        display: flex;
        align-items: center;
        gap: 10px;
        height: 44px;
      }
      /* Drawn and not written: each font has another dot, and some hardly any. */
      .dots i {
        width: 16px;
        height: 16px;
        border-radius: 50%;
        box-shadow: inset 0 0 0 2px var(--ink-soft, currentColor);
      }
      .dots .typed-one {
        background: currentColor;
        box-shadow: none;
      }
      button {
        min-height: clamp(46px, 9.6vh, 76px);
        padding: 0;
        border-radius: 20px;
        font: 620 clamp(20px, 3.4vh, 30px) / 1 var(--display);
      }
      button.main {
        padding: 0 4px;
        font-size: clamp(18px, 2.8vh, 23px);
        letter-spacing: -0.01em;
      }
      button.main[data-size="medium"] {
        font-size: clamp(15px, 2.2vh, 17px);
      }
      button.main[data-size="long"] {
        font-size: clamp(13px, 1.9vh, 15px);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.pin !== "") this.asked = "";
    if (!changed.has("label") || this.label === "") return;
    clearTimeout(this.#timer);
    this.#timer = onceSeen(() => {
      if (this.pin === "") this.asked = this.label;
    });
  }

  protected override render() {
    const { signIn } = peopleWords;
    const { pin, disabled } = this;
    return html`
      <div class="typed">
        <span aria-hidden="true">${this.label}</span>
        <div class="entry">
          <span class="dots" aria-hidden="true" data-testid="pin-dots">${dots(pin.length)}</span>
          <input
            type="password"
            inputmode="none"
            autocomplete="one-time-code"
            maxlength=${MOST}
            aria-label=${this.label}
            .value=${live(pin)}
            @keydown=${this.#key}
            @input=${this.#given}
          />
        </div>
      </div>
      <span class="visually-hidden" role="status">${pin === "" ? this.asked : signIn.typed(pin.length)}</span>
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
        data-size=${sizeOf(this.done)}
        ?disabled=${disabled || pin.length < FEWEST}
        @click=${this.#finish}
      >
        ${this.done}
      </button>
    `;
  }

  /** Where the keys of a keyboard are heard. */
  override focus(): void {
    this.field?.focus();
  }

  protected override updated(): void {
    // A key that has nothing to do any more would take the focus with it.
    const at = this.shadowRoot?.activeElement;
    if (at instanceof HTMLButtonElement && at.disabled) this.focus();
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

  /** By other ways than a keyboard's keys, as from the clipboard. */
  readonly #given = (): void => {
    const digits = (this.field?.value ?? "").replace(/[^0-9]/g, "").slice(0, MOST);
    if (!this.disabled) this.pin = digits;
    this.requestUpdate();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onPad = event.currentTarget === this.field;
    if (/^[0-9]$/.test(event.key)) this.#type(event.key);
    else if (event.key === "Backspace") this.#back();
    else if (event.key === "Enter" && onPad) this.#finish();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
