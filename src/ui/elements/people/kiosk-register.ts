import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import type { Fault } from "./fault-line.ts";
import { faultLine, nameField } from "./name-field.ts";
import type { PinEvent, PinPad } from "./pin-pad.ts";
import "./pin-pad.ts";
import { SignedInEvent } from "./signed-in-event.ts";
import { stepStyles } from "./step-styles.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

/** What for and what is kept, by which name, a PIN, and the same PIN once more. Each step has one before it to go back to. */
type Step = "kept" | "name" | "pin" | "again";

/** Whoever wanted to register does not, and is asked again who they are. */
export class NotNewEvent extends Event {
  static readonly type = "mien-not-new";
  readonly name: string;

  constructor(name: string) {
    super(NotNewEvent.type);
    this.name = name;
  }
}

/** Registering with a finger. What is kept of whoever does is read before anything else is asked. */
@customElement("kiosk-register")
export class KioskRegister extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  /** At home names may be shown, so that they need not be typed. */
  @property({ type: Boolean }) home = false;
  /** As it was typed so far. */
  @property() name = "";
  @state() private step: Step = "kept";
  /** Once it was typed; a name that is taken needs another name and no other PIN. */
  @state() private pin: string | null = null;
  @state() private fault: Fault | null = null;
  @state() private busy = false;
  @state() private onTile = false;
  @query("form") private form!: HTMLFormElement | null;
  @query("input[name=name]") private field!: HTMLInputElement | null;
  @query(".kept") private told!: HTMLElement | null;
  @query("pin-pad") private pad!: PinPad | null;

  static override styles = [
    baseStyles,
    fieldStyles,
    stepStyles,
    css`
      .kept {
        display: grid;
        gap: var(--space-3);
        line-height: 1.3;
      }
      .kept ul {
        display: grid;
        gap: var(--space-2);
      }
      .kept li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2);
      }
      .kept li::before {
        content: "✓" / "";
      }
      .kept p,
      details {
        color: var(--ink-soft);
      }
      summary {
        display: flex;
        align-items: center;
        width: fit-content;
        min-height: 48px;
        cursor: pointer;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      details p {
        line-height: 1.3;
      }
    `,
  ];

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // The button that led here is gone: whoever types, or has the page read to them, goes on from the step itself.
    if (changed.has("step")) void this.#begin();
  }

  protected override render() {
    if (this.step === "kept") return this.#kept();
    return this.step === "name" ? this.#named() : this.#pad(this.step);
  }

  async #begin(): Promise<void> {
    if (this.step === "kept") this.told?.focus();
    if (this.step !== "name") {
      await this.pad?.updateComplete;
      this.pad?.focus();
      return;
    }
    // As if a finger were on it: on the appliance's own screen the keys come.
    this.field?.focus();
    this.field?.click();
  }

  #kept() {
    const { signIn } = peopleWords;
    return html`
      <div class="kept" tabindex="-1" data-testid="kept">
        <ul>
          ${signIn.gets.map((one) => html`<li>${one}</li>`)}
        </ul>
        <p>${signIn.keptShort}</p>
      </div>
      <div class="row">
        <button class="main" data-testid="register-next" ?disabled=${this.busy} @click=${this.#read}>
          ${signIn.next}
        </button>
        ${this.#back(() => this.dispatchEvent(new NotNewEvent(this.name)))}
      </div>
      <details>
        <summary data-testid="kept-all">${signIn.keptAll}</summary>
        <p>${signIn.kept}</p>
      </details>
    `;
  }

  #named() {
    const { signIn } = peopleWords;
    return html`<form novalidate @submit=${this.#submitted}>
      <label class="field">${signIn.name} ${nameField(this.name, this.fault !== null)}</label>
      ${faultLine(this.fault)}
      <div class="row">
        <button class="main" data-testid="new-name" ?disabled=${this.busy}>
          ${this.pin === null ? signIn.next : signIn.register}
        </button>
        ${this.#back(() => this.#go("kept"))}
      </div>
    </form>`;
  }

  #pad(step: "pin" | "again") {
    const { signIn } = peopleWords;
    return html`<div class="steps">
      <pin-pad
        .label=${step === "pin" ? signIn.choosePin : signIn.pinAgain}
        .done=${step === "pin" ? signIn.next : signIn.register}
        .disabled=${this.busy}
        @mien-pin=${this.#typed}
      ></pin-pad>
      <div class="about">
        <p dir="auto">${this.name}</p>
        ${faultLine(this.fault)} ${this.home ? this.#tile() : nothing}
        ${this.#back(() => this.#go(step === "pin" ? "name" : "pin"))}
      </div>
    </div>`;
  }

  #tile() {
    return html`<label class="check">
      <input
        type="checkbox"
        data-testid="on-tile"
        .checked=${this.onTile}
        @change=${(event: Event) => {
          this.onTile = (event.target as HTMLInputElement).checked;
        }}
      />
      <span>${peopleWords.signIn.onTile}</span>
    </label>`;
  }

  #back(go: () => void) {
    return html`<button type="button" data-testid="sign-in-back" ?disabled=${this.busy} @click=${go}>
      ${peopleWords.signIn.goBack}
    </button>`;
  }

  /** A PIN is kept for as long as nobody goes back. */
  #go(step: Step): void {
    this.name = this.field?.value.trim() ?? this.name;
    this.fault = null;
    if (step !== "again") this.pin = null;
    this.step = step;
  }

  /** Whoever has typed their name already need not again, unless they can't be called that. */
  readonly #read = (): void => {
    if (this.name === "") this.#go("name");
    else void this.#call();
  };

  /** A name that is taken is told now, and not after a PIN was typed twice. */
  async #call(): Promise<void> {
    if (this.signedIn === null || this.busy) return;
    this.busy = true;
    const answer = await this.signedIn.mayBeCalled(this.name);
    this.busy = false;
    this.#go(answer.ok ? "pin" : "name");
    if (answer.ok) return;
    this.fault = answer;
    await this.updateComplete;
    this.field?.focus();
  }

  readonly #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.form === null || this.field === null || this.busy) return;
    const lacking = whatIsLacking(this.form);
    this.fault = lacking === null ? null : { reason: lacking };
    if (lacking !== null) return;
    this.name = this.field.value.trim();
    if (this.pin === null) void this.#call();
    else void this.#register(this.pin);
  };

  readonly #typed = ({ pin }: PinEvent): void => {
    if (this.step === "pin") {
      this.pin = pin;
      this.#go("again");
      return;
    }
    if (this.pin === pin) {
      void this.#register(pin);
      return;
    }
    this.#go("pin");
    this.fault = { reason: peopleWords.signIn.pinsDiffer };
  };

  async #register(pin: string): Promise<void> {
    if (this.signedIn === null) return;
    this.busy = true;
    const answer = await this.signedIn.register(this.name, pin, this.home && this.onTile);
    this.busy = false;
    if (!answer.ok) {
      // Most often the name is taken. With another one, or once more with the same, nothing has to be typed again.
      this.step = "name";
      this.fault = { ...answer, reason: peopleWords.signIn.notRegistered(answer.reason) };
      return;
    }
    this.pin = null;
    // By the name as it is known here, however it was typed.
    const name = this.signedIn.session.person?.name ?? this.name;
    this.dispatchEvent(new SaidEvent(peopleWords.signIn.welcome(name), "done"));
    this.dispatchEvent(new SignedInEvent());
  }
}
