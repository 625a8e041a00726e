import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { SignInAs } from "../../link/sign-in-gate.ts";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import type { Fault } from "./fault-line.ts";
import "./fault-line.ts";
import { showSecret } from "./show-secret.ts";
import { SignedInEvent } from "./signed-in-event.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

/** A PIN has digits alone and is short; whatever else is typed is a passphrase. */
const pin = /^[0-9]{4,8}$/;

/** Name and PIN or passphrase, where there is a keyboard. Whoever is signed in steps up with the passphrase alone. */
@customElement("sign-in-form")
export class SignInForm extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  @property() as: SignInAs = "member";
  @state() private fault: Fault | null = null;
  @state() private busy = false;
  @state() shown = false;
  /** Another person than the one who is signed in. */
  @state() private another = false;

  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        font-size: var(--text-s);
      }
    `,
  ];

  protected override render() {
    const { signIn } = peopleWords;
    const person = this.another ? null : (this.signedIn?.session.person ?? null);
    return html`
      <form novalidate @submit=${this.#submit}>
        ${
          person === null
            ? html`<label class="field">
                ${signIn.name}
                <input
                  name="name"
                  data-testid="name"
                  autocomplete="username"
                  autocapitalize="off"
                  spellcheck="false"
                  maxlength="60"
                  required
                />
              </label>`
            : html`<p>${signIn.stepUp(person.name)}</p>`
        }
        <label class="field">
          ${person === null && this.as === "member" ? signIn.secret : signIn.passphrase}
          <input
            name="secret"
            data-testid="secret"
            type=${this.shown ? "text" : "password"}
            autocomplete="current-password"
            maxlength="200"
            required
            aria-invalid=${String(this.fault !== null)}
          />
        </label>
        ${showSecret(this, signIn.show)}
        <fault-line .fault=${this.fault}></fault-line>
        <button class="main" data-testid="sign-in" aria-disabled=${String(this.busy)}>${signIn.go}</button>
        ${
          person === null
            ? nothing
            : html`<button
                type="button"
                @click=${() => {
                  this.another = true;
                }}
              >
                ${signIn.somebodyElse}
              </button>`
        }
      </form>
    `;
  }

  /** As if a finger were on its first field: on the appliance's own screen the keys come. */
  begin(): void {
    const field = this.renderRoot.querySelector("input");
    field?.focus();
    field?.click();
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const name = given.get("name");
    const secret = String(given.get("secret"));
    const { signedIn } = this;
    if (signedIn === null || this.busy) return;
    const lacking = whatIsLacking(form);
    this.fault = lacking === null ? null : { reason: lacking };
    if (lacking !== null) return;
    this.busy = true;
    const answer =
      name === null
        ? await signedIn.stepUp(secret)
        : await signedIn.signIn(String(name), pin.test(secret) ? { pin: secret } : { passphrase: secret });
    this.busy = false;
    this.fault = answer.ok ? null : answer;
    if (!answer.ok) return;
    form.reset();
    this.another = false;
    this.dispatchEvent(new SignedInEvent());
  };
}
