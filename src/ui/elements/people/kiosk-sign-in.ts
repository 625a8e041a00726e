import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { SecureAddress } from "../../../protocol/state.ts";
import { type Answer, fetched } from "../../link/ask.ts";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import type { PinEvent } from "./pin-pad.ts";
import "./pin-pad.ts";
import { SignedInEvent } from "./signed-in-event.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

/** Who signs in, then their PIN; who is new chooses one and types it twice. */
type Step = { at: "who" } | { at: "pin"; name: string } | { at: "new"; name: string; first: string | null };

/** Signing in with a finger: a tile at home, a name elsewhere, and a pad for the PIN. A card needs none of it. */
@customElement("kiosk-sign-in")
export class KioskSignIn extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  /** Whether a reader waits for cards. */
  @property({ type: Boolean }) byCard = false;
  /** At home names may be shown, so that they need not be typed. */
  @property({ type: Boolean }) home = false;
  @property({ attribute: false }) https: SecureAddress | null = null;
  @state() private step: Step = { at: "who" };
  @state() private fault: string | null = null;
  @state() private busy = false;
  @state() private onTile = false;
  @query("form") private form!: HTMLFormElement | null;
  @query("input[name=name]") private name!: HTMLInputElement | null;

  readonly #tiles = new Task(this, {
    task: async (_, { signal }) =>
      (await fetched<{ tiles: { name: string }[] }>("/api/people/tiles", signal)).tiles,
    args: () => [],
  });

  static override styles = [
    baseStyles,
    chipStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        font-size: var(--text-s);
      }
      .chips button {
        min-height: 60px;
        font-size: var(--text-m);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
      }
      .row button {
        flex: 1 1 auto;
      }
      /* Upright below each other; where the screen is low, what is to be read stands beside the pad. */
      .steps {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .about {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: var(--space-3);
        line-height: 1.3;
      }
      @media (max-height: 900px) and (min-width: 620px) {
        .steps {
          grid-template-columns: auto minmax(0, 1fr);
        }
      }
      .fingerprint {
        display: block;
        font-size: 0.9em;
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override render() {
    return html`
      ${this.step.at === "who" ? this.#who() : this.#pad(this.step)}
    `;
  }

  #fault() {
    return html`<p class="fault" role="alert" ?hidden=${this.fault === null} data-testid="sign-in-fault">
      ${this.fault}
    </p>`;
  }

  #who() {
    const { signIn } = peopleWords;
    const tiles = this.#tiles.value ?? [];
    return html`
      ${this.byCard ? html`<p>${signIn.byCard}</p>` : nothing}
      ${
        tiles.length === 0
          ? nothing
          : html`<p>${signIn.who}</p>
              <div class="chips">
                ${tiles.map(
                  ({ name }) => html`<button
                    data-testid="tile"
                    @click=${() => this.#go({ at: "pin", name })}
                  >
                    <span dir="auto">${name}</span>
                  </button>`,
                )}
              </div>`
      }
      <form novalidate @submit=${this.#named}>
        <label class="field">
          ${tiles.length === 0 ? signIn.name : signIn.typeName}
          <input
            name="name"
            data-testid="name"
            autocomplete="off"
            autocapitalize="words"
            spellcheck="false"
            maxlength="60"
            required
            aria-invalid=${String(this.fault !== null)}
          />
        </label>
        ${this.#fault()}
        <div class="row">
          <button class="main" data-testid="sign-in">${signIn.go}</button>
          ${
            this.signedIn?.atKiosk
              ? html`<button type="button" data-testid="register" @click=${this.#new}>${signIn.newHere}</button>`
              : nothing
          }
        </div>
      </form>
      ${this.signedIn?.atKiosk ? this.#elsewhere() : html`<p class="soft">${signIn.notTheScreen}</p>`}
    `;
  }

  /** Whoever is asked by a browser whether to trust the certificate can compare it here, half by half. */
  #elsewhere() {
    const { signIn } = peopleWords;
    if (this.https === null) return nothing;
    const { port, host, fingerprint } = this.https;
    const half = Math.ceil(fingerprint.length / 2);
    return html`<p class="soft" data-testid="https">
      ${signIn.elsewhere(`https://${host}:${port}`)}<br />
      ${signIn.fingerprint}
      <span class="fingerprint"
        ><bdi dir="ltr">${fingerprint.slice(0, half)}</bdi><br /><bdi dir="ltr">${fingerprint.slice(half)}</bdi></span
      >
    </p>`;
  }

  #pad(step: Exclude<Step, { at: "who" }>) {
    const { signIn } = peopleWords;
    const label = step.at === "pin" ? signIn.pin : step.first === null ? signIn.choosePin : signIn.pinAgain;
    return html`<div class="steps">
      <pin-pad
        .label=${label}
        .done=${step.at === "new" && step.first !== null ? signIn.register : signIn.done}
        .disabled=${this.busy}
        @mien-pin=${this.#pin}
      ></pin-pad>
      <div class="about">
        <p dir="auto">${step.name}</p>
        ${this.#fault()} ${step.at === "new" ? this.#registering() : nothing}
        <button data-testid="sign-in-back" @click=${() => this.#go({ at: "who" })}>${signIn.somebodyElse}</button>
      </div>
    </div>`;
  }

  /** What is kept of whoever registers is read before they have. */
  #registering() {
    const { signIn } = peopleWords;
    return html`
      <p class="soft" data-testid="kept">${signIn.kept}</p>
      ${
        this.home
          ? html`<label class="check">
              <input
                type="checkbox"
                data-testid="on-tile"
                .checked=${this.onTile}
                @change=${(event: Event) => {
                  this.onTile = (event.target as HTMLInputElement).checked;
                }}
              />
              <span>${signIn.onTile}</span>
            </label>`
          : nothing
      }
    `;
  }

  #go(step: Step): void {
    this.fault = null;
    this.step = step;
  }

  readonly #named = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#withName((name) => this.#go({ at: "pin", name }));
  };

  readonly #new = (): void => this.#withName((name) => this.#go({ at: "new", name, first: null }));

  #withName(go: (name: string) => void): void {
    if (this.form === null || this.name === null) return;
    this.fault = whatIsLacking(this.form);
    if (this.fault === null) go(this.name.value.trim());
  }

  readonly #pin = async ({ pin }: PinEvent): Promise<void> => {
    const { step, signedIn } = this;
    if (step.at === "who" || signedIn === null) return;
    if (step.at === "pin") return this.#tell(await this.#wait(signedIn.signIn(step.name, { pin })));
    if (step.first === null) return this.#go({ ...step, first: pin });
    if (step.first !== pin) {
      this.step = { ...step, first: null };
      this.fault = peopleWords.signIn.pinsDiffer;
      return;
    }
    const answer = await this.#wait(signedIn.register(step.name, pin, this.home && this.onTile));
    // A name that is taken has to be another one.
    if (!answer.ok) this.step = { at: "who" };
    this.#tell(answer);
  };

  async #wait(asking: Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    this.busy = true;
    const answer = await asking;
    this.busy = false;
    return answer;
  }

  #tell(answer: Answer<unknown>): void {
    this.fault = answer.ok ? null : answer.reason;
    if (!answer.ok) return;
    this.step = { at: "who" };
    this.dispatchEvent(new SignedInEvent());
  }
}
