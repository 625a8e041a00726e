import { Task } from "@lit/task";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import type { OwnCard, Session } from "../../../protocol/people.ts";
import type { SecureAddress } from "../../../protocol/state.ts";
import { ask, fetched } from "../../link/ask.ts";
import type { HeardClock } from "../../link/link-state.ts";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { failedNote } from "../failed-note.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import { LikesEvent } from "./me-likes.ts";
import "./me-cards.ts";
import "./me-secrets.ts";
import { pageAround, SaidEvent } from "../said-event.ts";
import { panelColumnStyles, panelStyles } from "../styles/panel-styles.ts";
import { plainNote } from "./plain-note.ts";

/** Of what the daemon tells somebody of themselves. */
interface Mine {
  isPresent: boolean;
  cards: readonly OwnCard[];
}

/** Whether somebody is in the room, their cards, tile and PIN, all that is kept, and the way out for good. */
@customElement("me-account")
export class MeAccount extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) cards: CardsState | null = null;
  /** The daemon's. */
  @property({ attribute: false }) clock: HeardClock | null = null;
  /** Where other devices find Mien. */
  @property({ attribute: false }) https: SecureAddress | null = null;
  /** Only at home are names shown, so that they need not be typed. */
  @property({ type: Boolean }) home = false;
  @state() private fault: string | null = null;

  /** Asked anew with each card that somebody was taught: it may be theirs. */
  readonly #mine = new Task(this, {
    task: (_, { signal }) => fetched<Mine>("/api/me", signal),
    args: () => [this.session?.person?.id, this.cards?.lastTeaching?.at] as const,
  });

  static override styles = [baseStyles, panelStyles, panelColumnStyles, fieldStyles];

  protected override render() {
    const { me } = peopleWords;
    const { session } = this;
    const person = session?.person ?? null;
    if (session === null || person === null) return nothing;
    const atKiosk = session.seat === "kiosk";
    const isPresent = this.#mine.value?.isPresent === true;
    return html`
      <section class="panel">
        ${this.#mine.render({
          pending: () => html`<p>${isPresent ? me.here : me.notHere}</p>`,
          error: (error) => failedNote(error, () => this.#mine.run()),
          complete: () => html`<p>${isPresent ? me.here : me.notHere}</p>`,
        })}
        <div class="actions">
          ${isPresent && !atKiosk ? html`<button data-testid="out" @click=${this.#out}>${me.out}</button>` : nothing}
          <button data-testid="sign-out-everywhere" @click=${this.#everywhere}>${me.signOutEverywhere}</button>
        </div>
        <p class="fault" role="alert">${this.fault}</p>
      </section>
      ${
        this.home
          ? html`<section class="panel">
              <label class="check">
                <input type="checkbox" data-testid="on-tile" .checked=${person.onTile} @change=${this.#onTile} />
                <span>${me.onTile}</span>
              </label>
            </section>`
          : nothing
      }
      ${
        session.plain
          ? plainNote(session)
          : html`<me-cards
                .own=${this.#mine.value?.cards ?? null}
                .cards=${this.cards}
                .clock=${this.clock}
                .atKiosk=${atKiosk}
                @mien-cards-changed=${() => this.#mine.run()}
              ></me-cards>
              <me-secrets
              .signedIn=${this.signedIn}
              .person=${person}
              .atKiosk=${atKiosk}
              .https=${this.https}
            ></me-secrets>`
      }
    `;
  }

  readonly #onTile = (event: Event): void => {
    this.dispatchEvent(new LikesEvent({ onTile: (event.target as HTMLInputElement).checked }));
  };

  readonly #out = async (): Promise<void> => {
    const answer = await ask("/api/me/presence", { method: "DELETE" });
    this.fault = answer.ok ? null : answer.reason;
    if (answer.ok) this.dispatchEvent(new SaidEvent(peopleWords.me.isOut, "done"));
    await this.#mine.run();
  };

  readonly #everywhere = async (): Promise<void> => {
    const page = pageAround(this);
    const answer = await this.signedIn?.signOutEverywhere();
    if (answer === undefined) return;
    this.fault = answer.ok ? null : answer.reason;
    if (answer.ok) page.dispatchEvent(new SaidEvent(peopleWords.me.signedOut, "done"));
  };
}
