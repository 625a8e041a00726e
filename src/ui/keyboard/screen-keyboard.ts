import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import SimpleKeyboard from "simple-keyboard/build/index.modern.esm.js";
import { baseStyles } from "../elements/styles/base-styles.ts";
import { onPlateStyles } from "../elements/styles/on-plate-styles.ts";
import { type Language, languages } from "../languages/languages.ts";
import { words } from "../words/words.ts";
import { keyboardStyles } from "./keyboard-styles.ts";
import { digits, type Layout, layoutOf } from "./layouts.ts";
import { candidatesFor } from "./pinyin.ts";
import { eraseIn, type TypingField, typeInto } from "./type-into.ts";

/** Whoever types is done. */
export class TypedEvent extends Event {
  static readonly type = "mien-typed";

  constructor() {
    super(TypedEvent.type);
  }
}

/**
 * Keys that take something away from under the finger. They act when it is lifted: what is then touched beneath would be
 * told of the click.
 */
const ON_LIFT: ReadonlySet<string> = new Set(["{enter}", "{close}", "{language}"]);
/** As many as fit beside each other on the smallest screen. */
const AT_ONCE = 9;

/** Keys on the screen, for a field that a finger touched. It types into the field; the field keeps the focus. */
@customElement("screen-keyboard")
export class ScreenKeyboard extends LitElement {
  @property({ attribute: false }) field: TypingField | null = null;
  @property({ attribute: false }) offered: readonly Language[] = [];
  @property() language: Language = "en";
  /** For one key. */
  @property({ type: Boolean, reflect: true }) shift = false;
  /** Letters with accents, for one key too. */
  @property({ type: Boolean, reflect: true }) accents = false;
  /** Pinyin that is no character yet. */
  @state() private letters = "";
  /** Where among its characters the shown ones begin. */
  @state() private from = 0;
  /** A PIN needs no letters. */
  @property({ type: Boolean, reflect: true }) digits = false;
  @query(".keys") private board!: HTMLDivElement;
  #keys: SimpleKeyboard | null = null;
  #layout: Layout | null = null;
  /** Whose keys these are. */
  #layoutOf: Language | "digits" | null = null;

  static override styles = [baseStyles, onPlateStyles, keyboardStyles];

  constructor() {
    super();
    this.addEventListener("mousedown", (event) => event.preventDefault());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Popovers stand above dialogs, and a dialog's own one can be touched while it is open.
    this.popover = "manual";
    // The keys went with the last field, and the next one may be the same.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keys?.destroy();
    this.#keys = null;
  }

  protected override render() {
    const found = this.#layout?.pinyin ? candidatesFor(this.letters, this.#layout.pinyin) : null;
    return html`
      ${
        found === null
          ? nothing
          : html`<div class="candidates" role="group" aria-label=${words.keyboard.candidates}>
              <span class="letters" role="status">${this.letters}</span>
              ${this.#shown(found.characters).map(
                (character) => html`<button
                  lang="zh"
                  data-testid="candidate"
                  @click=${() => this.#take(character, found.letters)}
                >
                  ${character}
                </button>`,
              )}
              ${
                found.characters.length > AT_ONCE
                  ? html`<button aria-label=${words.keyboard.more} data-testid="more-candidates" @click=${this.#more}>
                      ⋯
                    </button>`
                  : nothing
              }
            </div>`
      }
      <div class="keys" role="group" aria-label=${words.keyboard.label} @click=${this.#lifted}></div>
    `;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("field")) {
      this.letters = "";
      this.digits = this.field?.inputMode === "numeric";
      this.#capitalise();
    }
    if (changed.has("letters")) this.from = 0;
  }

  protected override updated(): void {
    if (this.#wanted === this.#layoutOf) this.#show();
    else void this.#load(this.#wanted);
  }

  get #layer(): string {
    if (this.accents) return this.shift ? "accentsShift" : "accents";
    return this.shift ? "shift" : "default";
  }

  get #wanted(): Language | "digits" {
    return this.digits ? "digits" : this.language;
  }

  async #load(wanted: Language | "digits"): Promise<void> {
    const layout = wanted === "digits" ? digits : await layoutOf(wanted);
    if (wanted !== this.#wanted) return;
    this.#layout = layout;
    this.#layoutOf = wanted;
    this.accents = false;
    this.letters = "";
    this.#capitalise();
    this.requestUpdate();
  }

  #show(): void {
    if (this.#layout === null || !this.isConnected) return;
    const { keyboard } = words;
    const named = {
      "{shift}": keyboard.shift,
      "{accents}": this.accents ? keyboard.plain : keyboard.accents,
      "{bksp}": keyboard.back,
      "{enter}": keyboard.enter,
      "{space}": keyboard.space,
      "{language}": `${languages[this.language].name}: ${keyboard.language}`,
    };
    const options = {
      layout: this.#layout.rows,
      layoutName: this.#layer,
      display: {
        "{accents}": this.accents ? "abc" : "áñü",
        ...{ "{shift}": "⇧", "{bksp}": "⌫", "{enter}": "⏎", "{space}": " ", "{close}": keyboard.close },
        // Accents that join the letter before them, to be seen without one.
        ...{ "{language}": languages[this.language].name, "\u0301": "´", "\u0308": "¨" },
      },
      mergeDisplay: true,
      buttonAttributes: Object.entries(named).map(([buttons, value]) => ({
        ...{ attribute: "aria-label", value, buttons },
      })),
    };
    if (this.#keys !== null) {
      this.#keys.setOptions(options);
      return;
    }
    this.#keys = new SimpleKeyboard(this.board, {
      ...options,
      useButtonTag: true,
      theme: "keys",
      onKeyPress: (key: string) => {
        if (!ON_LIFT.has(key)) this.#press(key);
      },
    });
  }

  readonly #lifted = ({ target }: Event): void => {
    const key = (target as Element).closest<HTMLElement>("[data-skbtn]")?.dataset.skbtn;
    if (key !== undefined && ON_LIFT.has(key)) this.#press(key);
  };

  #press(key: string): void {
    const { field } = this;
    if (field === null) return;
    const special = this.#special[key];
    if (special) special(field);
    else this.#type(field, key);
    if (key === "{bksp}" || key === "{space}") this.#capitalise();
  }

  /** Each word of a name begins with a capital, as on phones; Shift takes that back. */
  #capitalise(): void {
    const { field } = this;
    const before = field?.value.slice(0, field.selectionStart ?? field.value.length) ?? "";
    const begins = before === "" || before.endsWith(" ");
    this.shift = begins && field?.autocapitalize === "words" && this.#layout?.capitals === true;
  }

  readonly #special: Readonly<Record<string, (field: TypingField) => void>> = {
    "{shift}": () => {
      this.shift = !this.shift;
    },
    "{accents}": () => {
      this.accents = !this.accents;
    },
    "{bksp}": (field) => {
      if (this.letters === "") eraseIn(field);
      else this.letters = this.letters.slice(0, -1);
    },
    "{enter}": (field) => this.#enter(field),
    "{space}": (field) => this.#space(field),
    "{language}": (field) => {
      this.#putLetters(field);
      this.language = this.offered[(this.offered.indexOf(this.language) + 1) % this.offered.length] ?? "en";
    },
    "{close}": (field) => {
      this.#putLetters(field);
      this.dispatchEvent(new TypedEvent());
    },
  };

  #type(field: TypingField, key: string): void {
    // A passphrase is typed as it is.
    if (this.#layout?.pinyin && /^[a-z]$/.test(key) && field.type !== "password") this.letters += key;
    else {
      this.#putLetters(field);
      typeInto(field, key);
    }
    this.accents = false;
    this.#capitalise();
  }

  /** As they are: what is typed next stands after them. */
  #putLetters(field: TypingField): void {
    if (this.letters !== "") typeInto(field, this.letters);
    this.letters = "";
  }

  #enter(field: TypingField): void {
    if (this.letters !== "") this.#putLetters(field);
    else if (field instanceof HTMLTextAreaElement) typeInto(field, "\n");
    else if (field.form) field.form.requestSubmit();
    else this.dispatchEvent(new TypedEvent());
  }

  /** The likeliest character, as input methods do. */
  #space(field: TypingField): void {
    const table = this.#layout?.pinyin;
    if (this.letters === "" || !table) typeInto(field, " ");
    else {
      const { characters, letters } = candidatesFor(this.letters, table);
      if (characters[0] !== undefined) this.#take(characters[0], letters);
    }
  }

  #shown(characters: readonly string[]): readonly string[] {
    const from = this.from < characters.length ? this.from : 0;
    return characters.slice(from, from + AT_ONCE);
  }

  /** After the last ones the first. */
  readonly #more = (): void => {
    const found = candidatesFor(this.letters, this.#layout?.pinyin ?? {}).characters.length;
    this.from = this.from + AT_ONCE < found ? this.from + AT_ONCE : 0;
  };

  #take(character: string, letters: number): void {
    if (this.field) typeInto(this.field, character);
    this.letters = this.letters.slice(letters);
  }
}
