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
  /** Somebody is being added: that is not taken back by closing this. */
  @state() private busy = false;

  static override styles = [
    baseStyles,
    chipStyles,
    panelStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
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

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("button, input")?.focus();
  }

  protected override render() {
    if (this.open) return this.#form();
    return html`<div class="actions">
      <button data-testid="add-person" @click=${this.#begin}>${peopleWords.people.add}</button>
    </div>`;
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
        ${people.firstPin}
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
      <p class="fault wide" role="alert">${this.fault}</p>
      <div class="actions wide">
        <button class="main" data-testid="add">${people.add}</button>
        <button type="button" data-testid="add-cancel" ?disabled=${this.busy} @click=${this.#close}>${people.cancel}</button>
      </div>
    </form>`;
  }

  readonly #begin = (): void => {
    this.open = true;
    this.#focus("new-name");
  };

  /** What was typed goes with the fields. */
  readonly #close = (): void => {
    this.open = false;
    this.as = "member";
    this.fault = null;
    this.#focus("add-person");
  };

  /** What was touched is gone, and the focus with it: to what stands in its place. */
  #focus(id: string): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.focus(),
    );
  }

  readonly #choose = (event: Event): void => {
    this.as = (event.target as HTMLSelectElement).value === "admin" ? "admin" : "member";
  };

  readonly #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // A second touch would be told that the name is taken.
    if (this.busy) return;
    const form = event.target as HTMLFormElement;
    this.fault = whatIsLacking(form);
    if (this.fault !== null) return;
    // Fields that were left empty are not given.
    const given = [...new FormData(form)].filter(([, value]) => value !== "");
    const body = Object.fromEntries(given) as { name: string };
    this.busy = true;
    const answer = await ask("/api/people", { method: "POST", body });
    this.busy = false;
    this.fault = answer.ok ? null : answer.reason;
    if (!answer.ok) return;
    this.#close();
    this.dispatchEvent(new SaidEvent(peopleWords.people.added(body.name), "done"));
    this.dispatchEvent(new PeopleChangedEvent());
  };
}
