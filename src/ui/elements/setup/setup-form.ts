import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Person } from "../../../protocol/people.ts";
import { languageName } from "../../facts/language-name.ts";
import { type SetupTyped, setupFault } from "../../facts/setup-fault.ts";
import { chosenLanguage } from "../../languages/chosen.ts";
import { allLanguages, type Language } from "../../languages/languages.ts";
import { ask } from "../../link/ask.ts";
import { type Stand, setupWords } from "../../words/setup-words.ts";
import { showSecret } from "../people/show-secret.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { setupFormStyles } from "./setup-form-styles.ts";

const STANDS = Object.keys(setupWords.places) as Stand[];

/** Mien is set up: where, and whether this browser is signed in by it. */
export class SetUpEvent extends Event {
  static readonly type = "mien-set-up";
  readonly outcome: {
    place: string;
    name: string;
    isSignedIn: boolean;
    stands: Stand;
  };

  constructor(outcome: SetUpEvent["outcome"]) {
    super(SetUpEvent.type, { bubbles: true, composed: true });
    this.outcome = outcome;
  }
}

/** Where Mien stands with what the law says of it, and the first admin; from elsewhere with the setup code. */
@customElement("setup-form")
export class SetupForm extends LitElement {
  @property({ type: Boolean }) needsCode = false;
  @state() private stands: Stand | null = null;
  /** In the order in which the screens offer them; null until somebody chooses. */
  @state() private chosen: readonly Language[] | null = null;
  @state() shown = false;
  @state() private busy = false;
  @state() private fault: { field: keyof SetupTyped | null; text: string } | null = null;

  static override styles = [baseStyles, chipStyles, panelStyles, fieldStyles, setupFormStyles];

  protected override render() {
    return html`
      <form novalidate @submit=${this.#submit}>
        ${this.#where()} ${this.#who()}
        <div class="end">
          <p class="fault" role="alert" ?hidden=${this.fault === null} data-testid="setup-fault">${this.fault?.text}</p>
          <button class="main" data-testid="set-up-now" ?disabled=${this.busy}>${setupWords.go}</button>
        </div>
      </form>
    `;
  }

  #where() {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`<section class="panel">
      <fieldset>
        <legend>${setupWords.stands}</legend>
        <div class="stands">
          ${STANDS.map(
            (stand) => html`<button
              type="button"
              data-testid="stands-${stand}"
              aria-pressed=${String(stand === this.stands)}
              @click=${() => {
                this.stands = stand;
              }}
            >
              ${setupWords.places[stand]}
            </button>`,
          )}
        </div>
        <p role="status" class="law">${this.stands === null ? nothing : setupWords.law[this.stands]}</p>
      </fieldset>
      <label class="field">
        ${setupWords.place}
        <input name="place" data-testid="place" aria-invalid=${this.#isAtFault("place")} maxlength="80" autocomplete="off" required aria-describedby="place-hint" />
        <span class="soft" id="place-hint">${setupWords.placeHint}</span>
      </label>
      <label class="field">
        ${setupWords.timeZone}
        <select name="timeZone" data-testid="time-zone">
          ${timeZones(own).map(
            (zone) =>
              html`<option value=${zone} ?selected=${zone === own}>${zone.replaceAll("_", " ")}</option>`,
          )}
        </select>
      </label>
      <fieldset>
        <legend>${setupWords.languages}</legend>
        <div class="chips">
          ${allLanguages.map(
            (language) => html`<button
              type="button"
              data-testid="language-${language}"
              aria-pressed=${String(this.#languages.includes(language))}
              @click=${() => this.#toggle(language)}
            >
              ${languageName(language)}
            </button>`,
          )}
        </div>
        <p class="soft">${this.#firstLanguage()}</p>
      </fieldset>
    </section>`;
  }

  #who() {
    const secret = this.shown ? "text" : "password";
    return html`<section class="panel">
      <h2>${setupWords.admin}</h2>
      <p class="soft">${setupWords.adminHint}</p>
      <label class="field">
        ${setupWords.name}
        <input name="name" data-testid="admin-name" aria-invalid=${this.#isAtFault("name")} maxlength="60" autocomplete="username" spellcheck="false" required />
      </label>
      <label class="field">
        ${setupWords.passphrase}
        <input
          name="passphrase"
          data-testid="admin-passphrase" aria-invalid=${this.#isAtFault("passphrase")}
          type=${secret}
          minlength="10"
          maxlength="200"
          autocomplete="new-password"
          required
          aria-describedby="passphrase-hint"
        />
        <span class="soft" id="passphrase-hint">${setupWords.passphraseHint}</span>
      </label>
      <label class="field">
        ${setupWords.pin}
        <input
          name="pin"
          data-testid="admin-pin" aria-invalid=${this.#isAtFault("pin")}
          type=${secret}
          inputmode="numeric"
          pattern="[0-9]{4,8}"
          maxlength="8"
          autocomplete="off"
        />
      </label>
      ${showSecret(this, setupWords.show)}
      ${
        this.needsCode
          ? html`<label class="field">
              ${setupWords.code}
              <input
                name="code"
                data-testid="setup-code" aria-invalid=${this.#isAtFault("code")}
                maxlength="40"
                autocomplete="one-time-code"
                autocapitalize="characters"
                spellcheck="false"
                required
                aria-describedby="code-hint"
              />
              <span class="soft" id="code-hint">${setupWords.codeHint}</span>
            </label>`
          : nothing
      }
    </section>`;
  }

  /** All of them, that of whoever sets it up first: the screens rest in the first one. */
  get #languages(): readonly Language[] {
    return this.chosen ?? [...new Set([chosenLanguage(), ...allLanguages])];
  }

  #firstLanguage(): string {
    const [first, ...others] = this.#languages;
    const { none, one, several } = setupWords.languagesHint;
    if (first === undefined) return none;
    return others.length === 0 ? one(languageName(first)) : several(languageName(first));
  }

  #toggle(language: Language): void {
    const without = this.#languages.filter((one) => one !== language);
    this.chosen = without.length < this.#languages.length ? without : [...this.#languages, language];
  }

  #isAtFault(field: keyof SetupTyped): "true" | "false" {
    return this.fault?.field === field ? "true" : "false";
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const text = (name: string): string => String(given.get(name) ?? "");
    const [place, name, passphrase, pin] = [text("place"), text("name"), text("passphrase"), text("pin")];
    const code = this.needsCode ? text("code") : null;
    const { stands } = this;
    this.fault = setupFault({ stands, place, name, passphrase, pin, code });
    if (this.fault !== null || stands === null) {
      const at = form.querySelector<HTMLInputElement>(`input[name="${this.fault?.field}"]`);
      // Where Mien stands is chosen by buttons.
      (at ?? form.querySelector<HTMLElement>(".stands button"))?.focus();
      return;
    }
    this.busy = true;
    const answer = await ask<{ person: Person }>("/api/setup", {
      method: "POST",
      body: {
        admin: { name, passphrase, ...(pin !== "" && { pin }) },
        ...{ stands, place, timeZone: text("timeZone"), languages: this.#languages },
        ...(code !== null && { code }),
      },
    });
    this.busy = false;
    this.fault = answer.ok ? null : { field: null, text: answer.reason };
    if (!answer.ok) return;
    const session = await ask<{ role: string }>("/api/session");
    this.dispatchEvent(
      new SetUpEvent({
        ...{ place, name: answer.value.person.name, stands },
        isSignedIn: session.ok && session.value.role === "admin",
      }),
    );
  };
}

/** Some browsers list UTC with none of the others. */
function timeZones(own: string): readonly string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes(own) ? known : [own, ...known];
}
