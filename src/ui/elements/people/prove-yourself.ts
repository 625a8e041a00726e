import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Answer } from "../../link/ask.ts";
import { ownSecret } from "../../link/own-secret.ts";
import type { Proof } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

/** Whoever was asked for their secret leaves all as it is. */
export const KEPT = "mien-kept";

/** Four to eight digits are a PIN; nothing else is, and no passphrase is as short. */
export const proofOf = (secret: string): Proof =>
  /^[0-9]{4,8}$/.test(secret) ? { pin: secret } : { passphrase: secret };

/**
 * The step before what can't be undone, or would let somebody in again later: a page left open is anybody's. It comes in
 * the place of what was touched, with the focus.
 */
@customElement("prove-yourself")
export class ProveYourself extends LitElement {
  /** What for, by which a test finds it. */
  @property() of = "";
  @property() hint = "";
  /** What does it. */
  @property() sure = "";
  /** What leaves all as it is. */
  @property() keep = "";
  /** Asks the daemon for it; null where there was nobody to ask. */
  @property({ attribute: false }) act: (proof: Proof) => Promise<Answer<unknown> | null> = async () => null;
  @state() private fault: string | null = null;
  @state() private busy = false;
  @query("input") private field!: HTMLInputElement | null;

  static override styles = [
    baseStyles,
    panelStyles,
    fieldStyles,
    css`
      .asked {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
    `,
  ];

  /** What comes begins below the edge. */
  protected override firstUpdated(): void {
    this.scrollIntoView({ block: "nearest" });
    // As if a finger were on it: on the appliance's own screen the keys come.
    this.field?.focus();
    this.field?.click();
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#submit}>
      <p>${this.hint}</p>
      <div class="asked" data-seen-whole>
        <label class="field">
          ${ownSecret.isPin ? peopleWords.signIn.pin : peopleWords.signIn.secret}
          <input
            type="password"
            name="now"
            autocomplete="current-password"
            inputmode=${ownSecret.isPin ? "numeric" : nothing}
            maxlength="200"
            autocapitalize="off"
            spellcheck="false"
            required
          />
        </label>
        <p class="fault" role="alert">${this.fault}</p>
        <div class="actions">
          <button data-testid="${this.of}-sure" aria-disabled=${String(this.busy)}>${this.sure}</button>
          <button
            type="button"
            class="main"
            data-testid="${this.of}-keep"
            aria-disabled=${String(this.busy)}
            @click=${this.#keep}
          >
            ${this.keep}
          </button>
        </div>
      </div>
    </form>`;
  }

  /** Once it is under way it goes on, and nobody is told that all is left as it was. */
  readonly #keep = (): void => {
    if (!this.busy) this.dispatchEvent(new Event(KEPT));
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // A second touch would be one attempt too many at once.
    if (this.busy) return;
    this.fault = whatIsLacking(event.target as HTMLFormElement);
    if (this.fault !== null) return;
    this.busy = true;
    const answer = await this.act(proofOf(this.field?.value ?? ""));
    this.busy = false;
    if (answer !== null && !answer.ok) this.fault = answer.reason;
  };
}
