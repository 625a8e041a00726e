import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import type { Person, Session } from "../../../protocol/people.ts";
import type { SecureAddress } from "../../../protocol/state.ts";
import { ask } from "../../link/ask.ts";
import type { HeardClock } from "../../link/link-state.ts";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import "./me-account.ts";
import "./me-history.ts";
import type { LikesEvent } from "./me-likes.ts";
import "./me-likes.ts";
import "./me-tastes.ts";
import { pageAround, SaidEvent } from "../said-event.ts";
import { panelColumnStyles, panelStyles } from "../styles/panel-styles.ts";
import { plainNote } from "./plain-note.ts";

const PARTS = ["likes", "songs", "history", "account"] as const;
type Part = (typeof PARTS)[number];

/** Whoever is signed in is about to go; the dialog closes once they are, or asks who comes. */
export class LeavingEvent extends Event {
  static readonly type = "mien-leaving";
  readonly makesRoom: boolean;

  constructor(makesRoom: boolean) {
    super(LeavingEvent.type);
    this.makesRoom = makesRoom;
  }
}

/** What belongs to whoever is signed in, a part at a time, and above all of it the way out. */
@customElement("people-me")
export class PeopleMe extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  /** What `signedIn` knows now: a property of its own, so that a change is seen. */
  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) cards: CardsState | null = null;
  /** The daemon's; null where the page tells of none, as on the appliance's own screen. */
  @property({ attribute: false }) clock: HeardClock | null = null;
  /** Where other devices find Mien. */
  @property({ attribute: false }) https: SecureAddress | null = null;
  /** Whether Mien stands in a home. */
  @property({ type: Boolean }) home = false;
  @state() private fault: string | null = null;
  @state() private shown: Part = "likes";

  static override styles = [
    baseStyles,
    panelStyles,
    panelColumnStyles,
    fieldStyles,
    chipStyles,
    css`
      :host {
        align-content: start;
      }
      .tabs {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(max-content, 1fr);
        gap: var(--space-2);
      }
      .tabs button {
        min-width: 0;
        min-height: 48px;
        padding: 0 10px;
        font-size: var(--text-s);
      }
      [role="tab"][aria-selected="true"] {
        background: var(--ink);
        color: var(--on-ink);
        box-shadow: none;
      }
      [role="tabpanel"] {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
    `,
  ];

  protected override render() {
    const { me } = peopleWords;
    const { session } = this;
    const person = session?.person ?? null;
    if (session === null || person === null) return nothing;
    // The way to everybody else, from a dialog over another page.
    const toPeople = person.role === "admin" && location.pathname !== "/people";
    const toPeopleText = session.role === "admin" ? me.people : me.toAdmin;
    const atKiosk = session.seat === "kiosk";
    return html`
      <div class="actions">
        <button data-testid="sign-out" @click=${this.#signOut}>${atKiosk ? me.leave : me.signOut}</button>
        ${atKiosk ? html`<button data-testid="make-room" @click=${this.#makeRoom}>${me.somebodyElse}</button>` : nothing}
        ${toPeople ? html`<a href="/people" data-testid="to-people">${toPeopleText}</a>` : nothing}
      </div>
      <p class="fault" role="alert">${this.fault}</p>
      <div class="tabs" role="tablist" aria-label=${me.parts} @keydown=${this.#key}>
        ${PARTS.map(
          (part) => html`<button
            role="tab"
            id="tab-${part}"
            data-testid="tab-${part}"
            aria-selected=${String(this.shown === part)}
            aria-controls="part"
            tabindex=${this.shown === part ? 0 : -1}
            @click=${() => this.#show(part)}
          >
            ${me.tabs[part]}
          </button>`,
        )}
      </div>
      <div id="part" role="tabpanel" aria-labelledby="tab-${this.shown}">${this.#part(session, person)}</div>
    `;
  }

  #part(session: Session, person: Person) {
    switch (this.shown) {
      case "likes":
        return html`<me-likes .person=${person} .home=${this.home} @mien-likes=${this.#likes}></me-likes>`;
      case "songs":
        return html`<me-tastes .person=${person.id}></me-tastes>`;
      case "history":
        return session.plain ? plainNote(session) : html`<me-history .person=${person.id}></me-history>`;
      case "account":
        return html`<me-account
          .signedIn=${this.signedIn}
          .session=${session}
          .cards=${this.cards}
          .clock=${this.clock}
          .https=${this.https}
          .home=${this.home}
          @mien-likes=${this.#likes}
        ></me-account>`;
    }
  }

  #show(part: Part): void {
    this.shown = part;
    this.fault = null;
  }

  /** As tabs go: arrows from one to the next, round and round. */
  readonly #key = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const part = PARTS.at((PARTS.indexOf(this.shown) + by) % PARTS.length) ?? "likes";
    this.#show(part);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${part}`)?.focus());
  };

  readonly #likes = (event: Event): void => void this.#change((event as LikesEvent).change);

  async #change(change: LikesEvent["change"]): Promise<void> {
    const answer = await ask("/api/me", { method: "PATCH", body: change });
    this.fault = answer.ok ? null : answer.reason;
    await this.signedIn?.refresh();
  }

  readonly #signOut = (): void => void this.#leave("signOut", peopleWords.me.signedOut);
  readonly #makeRoom = (): void => {
    const name = this.session?.person?.name ?? "";
    void this.#leave("makeRoom", peopleWords.me.staying(name));
  };

  async #leave(how: "signOut" | "makeRoom", said: string): Promise<void> {
    const page = pageAround(this);
    this.dispatchEvent(new LeavingEvent(how === "makeRoom"));
    const answer = await this.signedIn?.[how]();
    if (answer === undefined) return;
    this.fault = answer.ok ? null : answer.reason;
    if (answer.ok) page.dispatchEvent(new SaidEvent(said, "done"));
    else this.dispatchEvent(new LeavingEvent(false));
  }
}
