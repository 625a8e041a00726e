import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import type { Person } from "../../../protocol/people.ts";
import type { EpochMs, Id } from "../../../protocol/time.ts";
import { ask, type Question } from "../../link/ask.ts";
import type { HeardClock } from "../../link/link-state.ts";
import { peopleWords } from "../../words/people-words.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "./card-teaching.ts";
import { SaidEvent } from "../said-event.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { PeopleChangedEvent } from "./people-changed-event.ts";
import { personRowStyles } from "./person-row-styles.ts";
import { taughtDay } from "./taught-day.ts";
import { whatIsLacking } from "./what-is-lacking.ts";

/** As the daemon lists people to admins. */
export interface PersonListed extends Person {
  madeAt: EpochMs;
  isPresent: boolean;
  cards: readonly { id: Id; addedAt: EpochMs }[];
}

/** One person in an admin's list; opened, what an admin does for them. */
@customElement("person-row")
export class PersonRow extends LitElement {
  @property({ attribute: false }) person: PersonListed | null = null;
  @property({ attribute: false }) cards: CardsState | null = null;
  /** The daemon's. */
  @property({ attribute: false }) clock: HeardClock | null = null;
  @state() private open = false;
  @state() private removing = false;
  @state() private fault: string | null = null;
  /** In the place of somebody who was removed, where the focus is. */
  #comesUp = false;

  static override styles = [baseStyles, chipStyles, panelStyles, fieldStyles, personRowStyles];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("person") as PersonListed | null | undefined;
    const isAnother = before != null && before.id !== this.person?.id;
    this.#comesUp = isAnother && this.matches(":focus-within");
    if (!isAnother) return;
    this.open = false;
    this.removing = false;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // Who was here is removed, and another one's row comes up to where the focus was.
    if (this.#comesUp) this.#focus("person");
    // What was touched is gone. A second touch of the same key keeps them.
    else if (changed.has("removing") && this.open) this.#focus(this.removing ? "keep" : "remove");
  }

  #focus(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.focus();
  }

  protected override render() {
    const { person, open } = this;
    if (person === null) return nothing;
    const { people } = peopleWords;
    return html`
      <button
        class="row"
        data-testid="person"
        aria-expanded=${String(open)}
        @click=${() => {
          this.open = !open;
          this.removing = false;
        }}
      >
        <span class="name" dir="auto">${person.name}</span>
        <span class="soft">
          ${[people.roles[person.role], people.cards(person.cards.length), ...(person.isPresent ? [people.here] : [])].join(words.comma)}
        </span>
      </button>
      ${open ? this.#opened(person) : nothing}
    `;
  }

  #opened(person: PersonListed) {
    const { people, cards } = peopleWords;
    const path = `/api/people/${person.id}`;
    return html`<div class="opened">
      <p class="fault" role="alert">${this.fault}</p>
      <form novalidate @submit=${(event: SubmitEvent) => this.#setPin(event, person)}>
        <label class="field">
          ${people.pin}
          <input
            name="pin"
            data-testid="set-pin"
            type="password"
            inputmode="numeric"
            pattern="[0-9]{4,8}"
            maxlength="8"
            autocomplete="new-password"
            required
          />
        </label>
        <button>${people.setPin}</button>
      </form>
      <form novalidate @submit=${(event: SubmitEvent) => this.#setRole(event, person)}>
        ${
          person.role === "admin"
            ? html`<button>${people.makeMember}</button>`
            : html`<label class="field">
                  ${people.newPassphrase}
                  <input
                    name="passphrase"
                    type="password"
                    minlength="10"
                    maxlength="200"
                    autocomplete="new-password"
                    required
                  />
                </label>
                <button>${people.makeAdmin}</button>`
        }
      </form>
      <ul class="cards">
        ${person.cards.map(
          ({ id, addedAt }) => html`<li>
            <span>${cards.one(taughtDay().format(addedAt))}</span>
            <button
              @click=${() => this.#do(`${path}/cards/${id}`, { method: "DELETE" }, people.cardRemoved)}
            >
              ${cards.remove}
            </button>
          </li>`,
        )}
      </ul>
      <card-teaching
        .cards=${this.cards}
        .clock=${this.clock}
        path="${path}/cards/teach"
        label=${cards.teach}
      ></card-teaching>
      <div class="actions">
        ${
          this.removing
            ? html`<button
                  data-testid="remove-sure"
                  @click=${() => this.#do(path, { method: "DELETE" }, people.removed(person.name))}
                >
                  ${people.removeSure(person.name)}
                </button>
                <button
                  class="main"
                  data-testid="keep"
                  @click=${() => {
                    this.removing = false;
                  }}
                >
                  ${people.keep(person.name)}
                </button>`
            : html`<button
                data-testid="remove"
                @click=${() => {
                  this.removing = true;
                }}
              >
                ${people.remove(person.name)}
              </button>`
        }
      </div>
    </div>`;
  }

  async #setPin(event: SubmitEvent, { id, name }: PersonListed): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.fault = whatIsLacking(form);
    if (this.fault !== null) return;
    const body = { pin: String(new FormData(form).get("pin")) };
    if (await this.#do(`/api/people/${id}`, { method: "PATCH", body }, peopleWords.people.pinSet(name)))
      form.reset();
  }

  async #setRole(event: SubmitEvent, { id, name, role }: PersonListed): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.fault = whatIsLacking(form);
    if (this.fault !== null) return;
    const passphrase = new FormData(form).get("passphrase");
    const next = role === "admin" ? "member" : "admin";
    const body = { role: next, ...(passphrase !== null && { passphrase: String(passphrase) }) };
    const { people } = peopleWords;
    await this.#do(`/api/people/${id}`, { method: "PATCH", body }, people.roleSet(name, people.roles[next]));
  }

  async #do(path: string, question: Question, done: string): Promise<boolean> {
    const answer = await ask(path, question);
    this.fault = answer.ok ? null : answer.reason;
    if (!answer.ok) return false;
    this.dispatchEvent(new SaidEvent(done, "done"));
    this.dispatchEvent(new PeopleChangedEvent());
    return true;
  }
}
