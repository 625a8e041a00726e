import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ask } from "../../link/ask.ts";
import type { Proof, SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { pageAround, SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import { panelColumnStyles, panelStyles } from "../styles/panel-styles.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

const proofOf = (secret: string): Proof =>
  /^[0-9]{4,8}$/.test(secret) ? { pin: secret } : { passphrase: secret };

/** Another PIN, everything that is kept to take away, and the way out for good: each with the PIN as it is now. */
@customElement("me-secrets")
export class MeSecrets extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  @state() private fault: { of: "pin" | "forget"; text: string } | null = null;
  @state() private forgetting = false;

  static override styles = [baseStyles, panelStyles, panelColumnStyles, fieldStyles];

  protected override render() {
    const { me, people } = peopleWords;
    return html`
      <section class="panel">
        <h2>${me.secrets}</h2>
        <form novalidate @submit=${this.#change}>
          ${this.#field("now", me.now, "current-password")} ${this.#field("newPin", people.pin, "new-password", "[0-9]{4,8}")}
          ${this.#faultOf("pin")}
          <button data-testid="change-pin">${me.change}</button>
        </form>
      </section>
      <section class="panel">
        <h2>${me.mine}</h2>
        <div class="actions">
          <a href="/api/me/export" download="mien-export.json" data-testid="export">${me.export}</a>
          ${
            this.forgetting
              ? nothing
              : html`<button
                  data-testid="forget"
                  @click=${() => {
                    this.forgetting = true;
                  }}
                >
                  ${me.forget}
                </button>`
          }
        </div>
        ${this.forgetting ? this.#forget() : nothing}
      </section>
    `;
  }

  #forget() {
    const { me, signIn } = peopleWords;
    return html`<form novalidate @submit=${this.#leave}>
      <p>${me.forgetHint}</p>
      ${this.#field("now", signIn.secret, "current-password")} ${this.#faultOf("forget")}
      <button data-testid="forget-sure">${me.forgetSure}</button>
      <button
        type="button"
        class="main"
        @click=${() => {
          this.forgetting = false;
          this.fault = null;
        }}
      >
        ${me.keep}
      </button>
    </form>`;
  }

  #field(name: string, label: string, autocomplete: "current-password" | "new-password", pattern?: string) {
    return html`<label class="field">
      ${label}
      <input
        type="password"
        name=${name}
        autocomplete=${autocomplete}
        pattern=${pattern ?? nothing}
        inputmode=${pattern === undefined ? nothing : "numeric"}
        maxlength="200"
        required
      />
    </label>`;
  }

  #faultOf(of: "pin" | "forget") {
    const fault = this.fault?.of === of ? this.fault.text : null;
    return html`<p class="fault" role="alert" ?hidden=${fault === null}>${fault}</p>`;
  }

  #lacks(of: "pin" | "forget", form: HTMLFormElement): boolean {
    const text = whatIsLacking(form);
    this.fault = text === null ? null : { of, text };
    return text !== null;
  }

  readonly #change = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.#lacks("pin", form)) return;
    const given = new FormData(form);
    const body = { ...proofOf(String(given.get("now"))), newPin: String(given.get("newPin")) };
    const answer = await ask("/api/me", { method: "PATCH", body });
    this.fault = answer.ok ? null : { of: "pin", text: answer.reason };
    if (!answer.ok) return;
    form.reset();
    this.dispatchEvent(new SaidEvent(peopleWords.me.changed, "done"));
  };

  readonly #leave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.#lacks("forget", form)) return;
    const secret = String(new FormData(form).get("now"));
    const page = pageAround(this);
    const answer = await this.signedIn?.forgetMe(proofOf(secret));
    if (answer === undefined) return;
    this.fault = answer.ok ? null : { of: "forget", text: answer.reason };
    if (answer.ok) page.dispatchEvent(new SaidEvent(peopleWords.me.forgotten, "done"));
  };
}
