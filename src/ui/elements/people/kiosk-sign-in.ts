import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { SecureAddress } from "../../../protocol/state.ts";
import { fetched } from "../../link/ask.ts";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import type { Fault } from "./fault-line.ts";
import "./https-told.ts";
import type { NotNewEvent } from "./kiosk-register.ts";
import "./kiosk-register.ts";
import { faultLine, nameField } from "./name-field.ts";
import type { PinEvent, PinPad } from "./pin-pad.ts";
import "./pin-pad.ts";
import { SignedInEvent } from "./signed-in-event.ts";
import { stepStyles } from "./step-styles.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

/** Whether somebody registers, or signs in: the sheet around it is called after that. */
export class RegisteringEvent extends Event {
  static readonly type = "mien-registering";
  readonly registering: boolean;

  constructor(registering: boolean) {
    super(RegisteringEvent.type);
    this.registering = registering;
  }
}

/** Signing in with a finger: a tile at home, a name elsewhere, and a pad for the PIN. A card needs none of it. */
@customElement("kiosk-sign-in")
export class KioskSignIn extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  /** Whether a reader waits for cards. */
  @property({ type: Boolean }) byCard = false;
  /** At home names may be shown, so that they need not be typed. */
  @property({ type: Boolean }) home = false;
  @property({ attribute: false }) https: SecureAddress | null = null;
  /** Who signs in, then their PIN; or somebody is new. */
  @state() private step: "who" | "pin" | "new" = "who";
  /** As it was typed. */
  @state() private name = "";
  @state() private fault: Fault | null = null;
  @state() private busy = false;
  @query("form") private form!: HTMLFormElement | null;
  @query("input[name=name]") private field!: HTMLInputElement | null;
  @query("pin-pad") private pad!: PinPad | null;

  readonly #tiles = new Task(this, {
    task: async (_, { signal }) =>
      (await fetched<{ tiles: { name: string }[] }>("/api/people/tiles", signal)).tiles,
    args: () => [],
  });

  static override styles = [
    baseStyles,
    chipStyles,
    fieldStyles,
    stepStyles,
    css`
      .chips button {
        min-height: 60px;
        font-size: var(--text-m);
      }
    `,
  ];

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("step")) return;
    this.dispatchEvent(new RegisteringEvent(this.step === "new"));
    // The dialog itself says where it begins.
    if (changed.get("step") !== undefined) void this.begin();
  }

  protected override render() {
    if (this.step === "who") return this.#who();
    if (this.step === "pin") return this.#pad();
    return html`<kiosk-register
      .signedIn=${this.signedIn}
      .home=${this.home}
      .name=${this.name}
      @mien-not-new=${({ name }: NotNewEvent) => this.#go("who", name)}
    ></kiosk-register>`;
  }

  /** The button that led here is gone: whoever types goes on without one. A new one's own steps do the same. */
  async begin(): Promise<void> {
    if (this.step === "who") this.field?.focus();
    await this.pad?.updateComplete;
    this.pad?.focus();
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
                  ({ name }) => html`<button data-testid="tile" @click=${() => this.#go("pin", name)}>
                    <span dir="auto">${name}</span>
                  </button>`,
                )}
              </div>`
      }
      <form novalidate @submit=${this.#named}>
        <label class="field">
          ${tiles.length === 0 ? signIn.name : signIn.typeName}
          ${nameField(this.name, this.fault !== null)}
        </label>
        ${faultLine(this.fault)}
        <div class="row">
          <button class="main" data-testid="sign-in">${signIn.go}</button>
          ${
            this.signedIn?.atKiosk
              ? html`<button type="button" data-testid="register" @click=${this.#new}>${signIn.newHere}</button>`
              : nothing
          }
        </div>
      </form>
      ${
        this.signedIn?.atKiosk
          ? html`<https-told .https=${this.https}></https-told>`
          : html`<p class="soft">${signIn.notTheScreen}</p>`
      }
    `;
  }

  #pad() {
    const { signIn } = peopleWords;
    return html`<div class="steps">
      <pin-pad
        .label=${signIn.pin}
        .done=${signIn.go}
        .disabled=${this.busy}
        @mien-pin=${this.#pin}
      ></pin-pad>
      <div class="about">
        <p dir="auto">${this.name}</p>
        ${faultLine(this.fault)}
        ${
          // Whoever has no account is told so by nothing: whether a name is known here is nobody's to ask.
          this.fault !== null && this.signedIn?.atKiosk
            ? html`<button data-testid="register" ?disabled=${this.busy} @click=${() => this.#go("new", this.name)}>
                ${signIn.newHere}
              </button>`
            : nothing
        }
        <button data-testid="sign-in-back" ?disabled=${this.busy} @click=${() => this.#go("who", this.name)}>
          ${signIn.goBack}
        </button>
      </div>
    </div>`;
  }

  #go(step: "who" | "pin" | "new", name: string): void {
    this.fault = null;
    this.name = name;
    this.step = step;
  }

  readonly #named = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.form === null || this.field === null) return;
    const lacking = whatIsLacking(this.form);
    this.fault = lacking === null ? null : { reason: lacking };
    if (lacking === null) this.#go("pin", this.field.value.trim());
  };

  /** Whoever has typed their name already need not again. */
  readonly #new = (): void => this.#go("new", this.field?.value.trim() ?? "");

  readonly #pin = async ({ pin }: PinEvent): Promise<void> => {
    if (this.signedIn === null) return;
    this.busy = true;
    const answer = await this.signedIn.signIn(this.name, { pin });
    this.busy = false;
    this.fault = answer.ok ? null : answer;
    if (!answer.ok) return;
    // By the name as it is known here, however it was typed.
    const name = this.signedIn.session.person?.name;
    if (name !== undefined) this.dispatchEvent(new SaidEvent(peopleWords.signIn.hello(name), "done"));
    this.#go("who", "");
    this.dispatchEvent(new SignedInEvent());
  };
}
