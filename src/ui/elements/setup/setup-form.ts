import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { Person, Session } from "../../../protocol/people.ts";
import { languageName } from "../../facts/language-name.ts";
import type { RefusalCode } from "../../facts/refused.ts";
import { keepDraft, keptDraft, usualLanguages } from "../../facts/setup-draft.ts";
import { type SetupTyped, setupFaults, setupFaultText } from "../../facts/setup-fault.ts";
import { timeZones } from "../../facts/time-zones.ts";
import { chosenLanguage } from "../../languages/chosen.ts";
import { allLanguages, type Language } from "../../languages/languages.ts";
import { type Answer, ask, reasonIn } from "../../link/ask.ts";
import { type Stand, setupWords } from "../../words/setup-words.ts";
import { optionList } from "../option-list.ts";
import { showSecret } from "../people/show-secret.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { setupFormStyles } from "./setup-form-styles.ts";

const FIELDS = [
  "stands",
  "place",
  "name",
  "passphrase",
  "pin",
  "code",
] as const satisfies (keyof SetupTyped)[];
const STANDS = Object.keys(setupWords.places) as Stand[];

/** Mien is set up: where, and whether this browser is signed in by it. */
export class SetUpEvent extends Event {
  static readonly type = "mien-set-up";
  readonly outcome: {
    place: string;
    name: string;
    isSignedIn: boolean;
    /** In the browser that is Mien's own screen, where nobody stays so for long. */
    atKiosk: boolean;
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
  /** As it was before the page was loaded again. */
  readonly #draft = keptDraft();
  @state() private stands: Stand | null = this.#draft.stands ?? null;
  /** In the order in which the screens offer them; null until somebody chooses. */
  @state() private chosen: readonly Language[] | null = this.#draft.languages ?? null;
  /** A passphrase or a PIN stood here before the page was loaded again, and none has been typed since. */
  @state() private forgotten = this.#draft.hadSecrets ?? false;
  @state() shown = false;
  @state() private busy = false;
  /** Where something is wrong; each goes as soon as the field is mended. */
  @state() private faults: readonly (keyof SetupTyped)[] = [];
  /** What was the first of them when it was sent: read at once. Each other one is read with its field. */
  @state() private first: keyof SetupTyped | null = null;
  /** How often it was sent, or would have been. */
  #sent = 0;
  /** What the daemon would not have, and of which field where it is one of these. */
  @state() private refusal: {
    answer: Answer<unknown> & { ok: false };
    field: keyof SetupTyped | null;
  } | null = null;
  @query("form") private form!: HTMLFormElement;

  static override styles = [baseStyles, chipStyles, panelStyles, fieldStyles, setupFormStyles];

  protected override render() {
    return html`
      <form novalidate @submit=${this.#submit} @input=${this.#changed}>
        ${this.#where()} ${this.#who()}
        <div class="end">
          <p class="fault" role="alert" id="refusal" data-testid="setup-fault">${this.#refusalText()}</p>
          <button class="main" data-testid="set-up-now" aria-disabled=${String(this.busy)}>${setupWords.go}</button>
        </div>
      </form>
    `;
  }

  #where() {
    const own = this.#draft.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`<section class="panel">
      <fieldset aria-describedby=${this.#about("stands")}>
        <legend>${setupWords.stands}</legend>
        <div class="stands">
          ${STANDS.map(
            (stand) => html`<button
              type="button"
              data-testid="stands-${stand}"
              aria-pressed=${String(stand === this.stands)}
              @click=${() => {
                this.stands = stand;
                this.#mended("stands");
                this.#keep();
              }}
            >
              ${setupWords.places[stand]}
            </button>`,
          )}
        </div>
        <p role="status" class="law">${this.stands === null ? nothing : setupWords.law[this.stands]}</p>
        ${this.#fault("stands")}
      </fieldset>
      <label class="field">
        <span id="place-name">${setupWords.place}</span>
        <input name="place" aria-labelledby="place-name" data-testid="place" value=${this.#draft.place ?? ""} aria-invalid=${this.#isAtFault("place")} maxlength="80" autocomplete="off" required aria-describedby=${this.#about("place", "place-hint")} />
        <span class="soft" id="place-hint">${setupWords.placeHint}</span>
      </label>
      ${this.#fault("place")}
      <label class="field">
        ${setupWords.timeZone}
        <select name="timeZone" data-testid="time-zone">
          ${optionList(timeZones(own), own)}
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
        <input name="name" data-testid="admin-name" value=${this.#draft.name ?? ""} aria-invalid=${this.#isAtFault("name")} maxlength="60" autocomplete="username" spellcheck="false" required aria-describedby=${this.#about("name")} />
      </label>
      ${this.#fault("name")}
      <label class="field">
        <span id="passphrase-name">${setupWords.passphrase}</span>
        <input
          name="passphrase"
          aria-labelledby="passphrase-name"
          data-testid="admin-passphrase" aria-invalid=${this.#isAtFault("passphrase")}
          type=${secret}
          minlength="10"
          maxlength="200"
          autocomplete="new-password"
          required
          aria-describedby=${this.#about("passphrase", "passphrase-hint")}
        />
        <span class="soft" id="passphrase-hint">${setupWords.passphraseHint}</span>
      </label>
      ${this.forgotten ? html`<p class="fault" role="status" data-testid="forgotten">${setupWords.forgotten}</p>` : nothing}
      ${this.#fault("passphrase")}
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
          aria-describedby=${this.#about("pin")}
        />
      </label>
      ${this.#fault("pin")}
      ${showSecret(this, setupWords.show)}
      ${
        this.needsCode
          ? html`<label class="field">
              <span id="code-name">${setupWords.code}</span>
              <input
                name="code"
                aria-labelledby="code-name"
                data-testid="setup-code" aria-invalid=${this.#isAtFault("code")}
                maxlength="40"
                autocomplete="one-time-code"
                autocapitalize="characters"
                spellcheck="false"
                required
                aria-describedby=${this.#about("code", "code-hint")}
              />
              <span class="soft" id="code-hint">${setupWords.codeHint}</span>
            </label>
            ${this.#fault("code")}`
          : nothing
      }
    </section>`;
  }

  /** That of whoever sets it up first: the screens rest in it. */
  get #languages(): readonly Language[] {
    return this.chosen ?? usualLanguages(chosenLanguage(), navigator.languages);
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
    this.#keep();
  }

  /** The page may be loaded again before all is said. */
  #keep(): void {
    const { place, name, timeZone, passphrase, pin } = this.#typed();
    const hadSecrets = this.forgotten || passphrase !== "" || pin !== "";
    keepDraft({ stands: this.stands, place, name, timeZone, languages: this.chosen, hadSecrets });
  }

  readonly #changed = (event: Event): void => {
    const { name } = event.target as HTMLInputElement;
    this.#mended(name);
    if (name === "passphrase" || name === "pin") this.forgotten = false;
    this.#keep();
  };

  /** In the language that the page has now, which may be another one than when it was refused. */
  #refusalText() {
    if (this.refusal === null) return nothing;
    const { told, reason } = this.refusal.answer;
    return reasonIn(told) ?? reason;
  }

  #isAtFault(field: keyof SetupTyped): "true" | "false" {
    return this.faults.includes(field) || this.refusal?.field === field ? "true" : "false";
  }

  /**
   * Below its field, which names it: a screen reader says it with the field, and at once where the focus is there
   * already. For that it has to come anew each time: a line that only becomes an alert is not said.
   */
  #fault(field: keyof SetupTyped) {
    if (!this.faults.includes(field)) return nothing;
    const role = field === this.first ? "alert" : nothing;
    return keyed(
      this.#sent,
      html`<p class="fault" role=${role} id="${field}-fault" data-testid="${field}-fault">${setupFaultText(field)}</p>`,
    );
  }

  /** By their ids, what says more about a field. */
  #about(field: keyof SetupTyped, hint?: string) {
    const ids = [
      ...(this.faults.includes(field) ? [`${field}-fault`] : []),
      ...(this.refusal?.field === field ? ["refusal"] : []),
      ...(hint === undefined ? [] : [hint]),
    ];
    return ids.length === 0 ? nothing : ids.join(" ");
  }

  #typed(): SetupTyped & { timeZone: string } {
    const given = new FormData(this.form);
    const text = (name: string): string => String(given.get(name) ?? "");
    const [place, name, passphrase, pin] = [text("place"), text("name"), text("passphrase"), text("pin")];
    const code = this.needsCode ? text("code") : null;
    return { stands: this.stands, place, name, passphrase, pin, code, timeZone: text("timeZone") };
  }

  /** What was wrong and is no more is said no longer; what is new is said when it is sent. */
  #mended(changed: string): void {
    const now = setupFaults(this.#typed());
    this.faults = now.filter((field) => this.faults.includes(field));
    if (this.refusal?.field === changed) this.refusal = null;
  }

  /** Once what is said of it is there to be read with it. */
  async #goTo(field: string): Promise<void> {
    await this.updateComplete;
    const at = this.form.querySelector<HTMLElement>(`input[name="${field}"]`);
    // Where Mien stands is chosen by buttons.
    (at ?? this.form.querySelector<HTMLElement>(".stands button"))?.focus();
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const { stands } = this;
    const typed = this.#typed();
    const { place, name, passphrase, pin, code, timeZone } = typed;
    this.faults = setupFaults(typed);
    this.refusal = null;
    this.#sent += 1;
    this.first = this.faults[0] ?? null;
    if (this.first !== null || stands === null) return this.#goTo(this.first ?? "stands");
    this.busy = true;
    const answer = await ask<{ person: Person }>("/api/setup", {
      method: "POST",
      body: {
        admin: { name, passphrase, ...(pin !== "" && { pin }) },
        ...{ stands, place, timeZone, languages: this.#languages },
        ...(code !== null && { code }),
      },
    });
    this.busy = false;
    if (!answer.ok) {
      const field = fieldOf(answer.told);
      this.refusal = { answer, field };
      if (field !== null) await this.#goTo(field);
      return;
    }
    const session = await ask<Pick<Session, "role" | "seat">>("/api/session");
    this.dispatchEvent(
      new SetUpEvent({
        ...{ place, name: answer.value.person.name, stands },
        isSignedIn: session.ok && session.value.role === "admin",
        atKiosk: session.ok && session.value.seat === "kiosk",
      }),
    );
  };
}

/** The daemon names it as `admin.passphrase`. Null for what is none of these, or several. */
function fieldOf({ code, named }: RefusalCode = {}): keyof SetupTyped | null {
  const own = code === "setup-code" ? "code" : named?.field?.replace(/^admin\./, "");
  return FIELDS.find((field) => field === own) ?? null;
}
