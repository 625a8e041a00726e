import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Person } from "../../../protocol/people.ts";
import type { SecureAddress } from "../../../protocol/state.ts";
import { type Answer, ask } from "../../link/ask.ts";
import type { Proof, SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { pageAround, SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import { panelColumnStyles, panelStyles } from "../styles/panel-styles.ts";
import "./me-stick.ts";
import { proofOf } from "./prove-yourself.ts";
import "./prove-yourself.ts";
import { showSecret } from "./show-secret.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

type Secret = "pin" | "passphrase";

/** As the daemon takes it. */
const LEAST = 10;

/** Another PIN or passphrase, everything that is kept to take away, and the way out for good: each with what holds now. */
@customElement("me-secrets")
export class MeSecrets extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  @property({ attribute: false }) person: Person | null = null;
  /** Mien's own screen: whoever stands there takes a file away on a stick alone. */
  @property({ type: Boolean }) atKiosk = false;
  /** Where other devices find it. */
  @property({ attribute: false }) https: SecureAddress | null = null;
  @state() private fault: { of: Secret; text: string } | null = null;
  @state() private forgetting = false;
  /** Whether what is typed can be read: a passphrase is long. */
  @state() shown = false;

  static override styles = [baseStyles, panelStyles, panelColumnStyles, fieldStyles];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override render() {
    const { me, people } = peopleWords;
    return html`
      <section class="panel">
        <h2>${me.secrets}</h2>
        <form novalidate @submit=${(event: SubmitEvent) => this.#change("pin", event)}>
          ${this.#field("now", me.now, "current-password")} ${this.#field("newPin", people.pin, "new-password", { pattern: "[0-9]{4,8}" })}
          ${this.#faultOf("pin")}
          <button data-testid="change-pin">${me.change}</button>
        </form>
      </section>
      ${this.person?.role === "admin" ? this.#passphrase() : nothing}
      <section class="panel">
        <h2>${me.mine}</h2>
        ${this.atKiosk ? html`<me-stick></me-stick>` : nothing}
        ${this.atKiosk && this.#address !== null ? html`<p class="soft" data-testid="export-elsewhere">${me.exportElsewhere(this.#address)}</p>` : nothing}
        <div class="actions">
          ${this.atKiosk ? nothing : html`<a href="/api/me/export" download data-testid="export">${me.export}</a>`}
          ${
            this.forgetting
              ? nothing
              : html`<button data-testid="forget" @click=${this.#ask}>${me.forget}</button>`
          }
        </div>
        ${this.forgetting ? this.#forget() : nothing}
      </section>
    `;
  }

  get #address(): string | null {
    return this.https && `https://${this.https.host}:${this.https.port}/people`;
  }

  readonly #ask = (): void => {
    this.forgetting = true;
  };

  readonly #keep = (): void => {
    this.forgetting = false;
  };

  /** What an admin has besides. */
  #passphrase() {
    const { me, signIn } = peopleWords;
    return html`<section class="panel">
      <h2>${signIn.passphrase}</h2>
      <form novalidate data-testid="passphrase-form" @submit=${(event: SubmitEvent) => this.#change("passphrase", event)}>
        ${this.#field("now", me.passphraseNow, "current-password", { type: this.shown ? "text" : "password" })}
        ${this.#field("newPassphrase", me.newPassphrase, "new-password", { type: this.shown ? "text" : "password", least: LEAST })}
        ${showSecret(this, signIn.show)} ${this.#faultOf("passphrase")}
        <button data-testid="change-passphrase">${me.change}</button>
      </form>
    </section>`;
  }

  #forget() {
    const { me } = peopleWords;
    return html`<prove-yourself
      of="forget"
      .hint=${me.forgetHint}
      .sure=${me.forgetSure}
      .keep=${me.keep}
      .act=${this.#leave}
      @mien-kept=${this.#keep}
    ></prove-yourself>`;
  }

  #field(
    name: string,
    label: string,
    autocomplete: "current-password" | "new-password",
    {
      pattern,
      least,
      type = "password",
    }: { pattern?: string; least?: number; type?: "text" | "password" } = {},
  ) {
    return html`<label class="field">
      ${label}
      <input
        type=${type}
        name=${name}
        autocomplete=${autocomplete}
        pattern=${pattern ?? nothing}
        inputmode=${pattern === undefined ? nothing : "numeric"}
        minlength=${least ?? nothing}
        maxlength="200"
        autocapitalize="off"
        spellcheck="false"
        required
      />
    </label>`;
  }

  #faultOf(of: Secret) {
    const fault = this.fault?.of === of ? this.fault.text : null;
    return html`<p class="fault" role="alert">${fault}</p>`;
  }

  #lacks(of: Secret, form: HTMLFormElement): boolean {
    const text = whatIsLacking(form);
    this.fault = text === null ? null : { of, text };
    return text !== null;
  }

  async #change(of: Secret, event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.#lacks(of, form)) return;
    const given = new FormData(form);
    const now = String(given.get("now"));
    const body =
      of === "pin"
        ? { ...proofOf(now), newPin: String(given.get("newPin")) }
        : { passphrase: now, newPassphrase: String(given.get("newPassphrase")) };
    const answer = await ask("/api/me", { method: "PATCH", body });
    this.fault = answer.ok ? null : { of, text: answer.reason };
    if (!answer.ok) return;
    form.reset();
    this.shown = false;
    const { changed, passphraseChanged } = peopleWords.me;
    this.dispatchEvent(new SaidEvent(of === "pin" ? changed : passphraseChanged, "done"));
  }

  readonly #leave = async (proof: Proof): Promise<Answer<unknown> | null> => {
    const page = pageAround(this);
    const answer = (await this.signedIn?.forgetMe(proof)) ?? null;
    if (answer?.ok) page.dispatchEvent(new SaidEvent(peopleWords.me.forgotten, "done"));
    return answer;
  };
}
