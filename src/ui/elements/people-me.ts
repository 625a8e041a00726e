import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CardsState } from "../../protocol/cards.ts";
import type { Person, Session } from "../../protocol/people.ts";
import { ask } from "../link/ask.ts";
import type { SignedIn } from "../link/signed-in.ts";
import { peopleWords } from "../people-words.ts";
import { baseStyles } from "./base-styles.ts";
import "./card-teaching.ts";
import { CommandEvent } from "./command-event.ts";
import { fieldStyles } from "./field-styles.ts";
import "./guest-wishes.ts";
import "./me-secrets.ts";
import "./me-tastes.ts";
import { panelStyles } from "./panel-styles.ts";
import { SaidEvent } from "./said-event.ts";

/** What belongs to whoever is signed in: what they like to hear, their card and PIN, all that is kept, and the way out. */
@customElement("people-me")
export class PeopleMe extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  /** What `signedIn` knows now: a property of its own, so that a change is seen. */
  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) cards: CardsState | null = null;
  @state() private fault: string | null = null;

  static override styles = [
    baseStyles,
    panelStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: var(--space-4);
      }
      guest-wishes {
        overflow: visible;
        mask-image: none;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    // The same chips as for a guest's wishes; here they are kept.
    this.addEventListener(CommandEvent.type, this.#wished);
  }

  protected override render() {
    const { me } = peopleWords;
    const { session } = this;
    const person = session?.person ?? null;
    if (session === null || person === null) return nothing;
    // The way to everybody else, from a dialog over another page.
    const toPeople = person.role === "admin" && location.pathname !== "/people";
    const toPeopleText = session.role === "admin" ? me.people : me.toAdmin;
    return html`
      <div class="actions">
        <button class="main" data-testid="sign-out" @click=${this.#signOut}>${me.signOut}</button>
        <button data-testid="sign-out-everywhere" @click=${this.#signOutEverywhere}>${me.signOutEverywhere}</button>
        ${toPeople ? html`<a href="/people" data-testid="to-people">${toPeopleText}</a>` : nothing}
      </div>
      <p class="fault" role="alert" ?hidden=${this.fault === null}>${this.fault}</p>
      <section class="panel">
        <h2>${me.likes}</h2>
        <p class="soft">${me.likesHint}</p>
        <guest-wishes .preferences=${{ ...person.wishes, until: null }}></guest-wishes>
      </section>
      <section class="panel">
        <h2>${me.favourites}</h2>
        <me-tastes .person=${person.id} taste="favourite"></me-tastes>
        <h2>${me.blocked}</h2>
        <me-tastes .person=${person.id} taste="blocked"></me-tastes>
      </section>
      ${
        session.seat === "kiosk"
          ? html`<section class="panel">
              <h2>${me.card}</h2>
              <p class="soft">${me.cardHint}</p>
              <card-teaching .cards=${this.cards} path="/api/me/cards/teach" label=${me.teach}></card-teaching>
            </section>`
          : nothing
      }
      <section class="panel">
        <label class="check">
          <input type="checkbox" data-testid="on-tile" .checked=${person.onTile} @change=${this.#onTile} />
          <span>${me.onTile}</span>
        </label>
      </section>
      <me-secrets .signedIn=${this.signedIn}></me-secrets>
    `;
  }

  readonly #wished = (event: Event): void => {
    const { command } = event as CommandEvent;
    if (command.do !== "prefer") return;
    event.stopPropagation();
    const { languages, artists, policy = null } = command;
    void this.#change({ wishes: { languages, artists, policy } });
  };

  readonly #onTile = (event: Event): void =>
    void this.#change({ onTile: (event.target as HTMLInputElement).checked });

  async #change(change: Partial<Person>): Promise<void> {
    const answer = await ask("/api/me", { method: "PATCH", body: change });
    this.fault = answer.ok ? null : answer.reason;
    await this.signedIn?.refresh();
  }

  readonly #signOut = (): void => void this.#leave("signOut");
  readonly #signOutEverywhere = (): void => void this.#leave("signOutEverywhere");

  async #leave(how: "signOut" | "signOutEverywhere"): Promise<void> {
    const answer = await this.signedIn?.[how]();
    if (answer === undefined) return;
    this.fault = answer.ok ? null : answer.reason;
    if (!answer.ok) return;
    this.dispatchEvent(new SaidEvent(peopleWords.me.signedOut, "done"));
    this.dispatchEvent(new Event("mien-left"));
  }
}
