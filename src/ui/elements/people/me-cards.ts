import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import type { OwnCard } from "../../../protocol/people.ts";
import type { Id } from "../../../protocol/time.ts";
import { type Answer, ask } from "../../link/ask.ts";
import type { HeardClock } from "../../link/link-state.ts";
import type { Proof } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { songLineStyles } from "../styles/song-line-styles.ts";
import "./card-teaching.ts";
import "./prove-yourself.ts";
import { taughtDay } from "./taught-day.ts";

/** Somebody has a card less than before. */
export const CARDS_CHANGED = "mien-cards-changed";

/** The cards that sign somebody in: which there are, the way off for one that is lost, and at the kiosk another one. */
@customElement("me-cards")
export class MeCards extends LitElement {
  /** The oldest first; null before they are known. */
  @property({ attribute: false }) own: readonly OwnCard[] | null = null;
  @property({ attribute: false }) cards: CardsState | null = null;
  /** The daemon's. */
  @property({ attribute: false }) clock: HeardClock | null = null;
  /** Mien's own screen, whose reader a card is held to. */
  @property({ type: Boolean }) atKiosk = false;
  /** The one that is about to be taken off. */
  @state() private lost: Id | null = null;

  static override styles = [
    baseStyles,
    panelStyles,
    songLineStyles,
    css`
      :host {
        display: block;
      }
      prove-yourself {
        grid-column: 1 / -1;
        padding-block-end: var(--space-3);
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override render() {
    const { me, cards } = peopleWords;
    const { own } = this;
    return html`<section class="panel">
      <h2>${me.cards}</h2>
      <p class="soft">${me.cardHint}</p>
      ${own?.length === 0 ? html`<p class="soft" data-testid="no-cards">${cards.none}</p>` : nothing}
      ${own === null || own.length === 0 ? nothing : html`<ul>${own.map((card, index) => this.#line(card, index + 1))}</ul>`}
      ${
        this.atKiosk
          ? html`<card-teaching
              proves
              .cards=${this.cards}
              .clock=${this.clock}
              path="/api/me/cards/teach"
              label=${me.teach}
            ></card-teaching>`
          : nothing
      }
    </section>`;
  }

  #line({ id, addedAt }: OwnCard, number: number) {
    const { me, people } = peopleWords;
    return html`<li data-testid="own-card">
      <span>${me.card(number, taughtDay().format(addedAt))}</span>
      ${
        this.lost === id
          ? html`<prove-yourself
              of="take-off-card"
              .hint=${me.itIsYou}
              .sure=${me.takeOffCardSure(number)}
              .keep=${people.cancel}
              .act=${(proof: Proof) => this.#takeOff(id, proof)}
              @mien-kept=${() => {
                this.lost = null;
              }}
            ></prove-yourself>`
          : html`<button
              data-testid="take-off-card"
              aria-label=${me.takeOffCard(number)}
              @click=${() => {
                this.lost = id;
              }}
            >
              ${me.removeShort}
            </button>`
      }
    </li>`;
  }

  async #takeOff(id: Id, proof: Proof): Promise<Answer<unknown>> {
    const answer = await ask(`/api/me/cards/${id}`, { method: "DELETE", body: proof });
    if (!answer.ok) return answer;
    this.lost = null;
    this.dispatchEvent(new SaidEvent(peopleWords.people.cardRemoved, "done"));
    this.dispatchEvent(new Event(CARDS_CHANGED));
    return answer;
  }
}
