import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ask } from "../../link/ask.ts";
import { peopleWords } from "../../words/people-words.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { PeopleChangedEvent } from "./people-changed-event.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

/** Somebody new, by an admin: a member with a PIN, or an admin with a passphrase too. */
@customElement("people-add")
export class PeopleAdd extends LitElement {
  @state() private open = false;
  @state() private as: "member" | "admin" = "member";
  @state() private fault: string | null = null;

  static override styles = [
    baseStyles,
    chipStyles,
    panelStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
      form {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
        align-items: end;
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  protected override render() {
    const { people } = peopleWords;
    return html`
      <div class="actions">
        <button
          data-testid="add-person"
          aria-expanded=${String(this.open)}
          @click=${() => {
            this.open = !this.open;
          }}
        >
          ${people.add}
        </button>
      </div>
      ${this.open ? this.#form() : nothing}
    `;
  }

  #form() {
    const { people } = peopleWords;
    return html`<form novalidate @submit=${this.#add}>
      <label class="field">
        ${people.name}
        <input name="name" data-testid="new-name" maxlength="60" autocomplete="off" required />
      </label>
      <label class="field">
        ${people.role}
        <select name="role" data-testid="new-role" @change=${this.#choose}>
          ${(["member", "admin"] as const).map((role) => html`<option value=${role}>${people.roles[role]}</option>`)}
        </select>
      </label>
      <label class="field">
        ${people.pin}
        <input
          name="pin"
          data-testid="new-pin"
          type="password"
          inputmode="numeric"
          pattern="[0-9]{4,8}"
          maxlength="8"
          autocomplete="new-password"
          ?required=${this.as === "member"}
        />
      </label>
      ${
        this.as === "admin"
          ? html`<label class="field">
              ${people.newPassphrase}
              <input
                name="passphrase"
                data-testid="new-passphrase"
                type="password"
                minlength="10"
                maxlength="200"
                autocomplete="new-password"
                required
              />
            </label>`
          : nothing
      }
      <p class="fault wide" role="alert" ?hidden=${this.fault === null}>${this.fault}</p>
      <button class="main" data-testid="add">${people.add}</button>
    </form>`;
  }

  readonly #choose = (event: Event): void => {
    this.as = (event.target as HTMLSelectElement).value === "admin" ? "admin" : "member";
  };

  readonly #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.fault = whatIsLacking(form);
    if (this.fault !== null) return;
    // Fields that were left empty are not given.
    const given = [...new FormData(form)].filter(([, value]) => value !== "");
    const body = Object.fromEntries(given) as { name: string };
    const answer = await ask("/api/people", { method: "POST", body });
    this.fault = answer.ok ? null : answer.reason;
    if (!answer.ok) return;
    form.reset();
    this.as = "member";
    this.open = false;
    this.dispatchEvent(new SaidEvent(peopleWords.people.added(body.name), "done"));
    this.dispatchEvent(new PeopleChangedEvent());
  };
}
