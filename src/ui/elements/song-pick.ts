import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { SongView } from "../facts/song-view.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import "./cover-art.ts";

/** When a song that was touched shall play. */
export class WhenEvent extends Event {
  static readonly type = "mien-when";
  /** Null opens or closes the question. */
  readonly when: "now" | "next" | null;

  constructor(when: "now" | "next" | null) {
    super(WhenEvent.type);
    this.when = when;
  }
}

/** One of the six: cover, title, artist and why. A touch asks when it shall play. */
@customElement("song-pick")
export class SongPick extends LitElement {
  @property({ attribute: false }) song: SongView | null = null;
  @property() why = "";
  @property({ type: Boolean }) asking = false;
  @property({ type: Boolean }) disabled = false;
  @query(".now") private now!: HTMLButtonElement | null;
  @query(".card") private card!: HTMLButtonElement | null;
  /** Whether the focus was on the question that is about to go. */
  #wasInside = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
        display: block;
        min-width: 0;
        container-type: size;
      }
      .card,
      .when {
        --cover: min(100cqh, 42cqw);
        --gap: clamp(8px, 1vw, 16px);
      }
      .card {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        place-items: center stretch;
        gap: var(--gap);
        width: 100%;
        height: 100%;
        min-width: 0;
        min-height: 0;
        padding: 0;
        border-radius: 14px;
        background: none;
        box-shadow: none;
        text-align: start;
        white-space: normal;
      }
      button.card:hover {
        box-shadow: none;
      }
      cover-art {
        width: var(--cover);
        border-radius: 12px;
        box-shadow: 0 8px 24px rgb(10 5 10 / 0.35);
      }
      .words {
        display: grid;
        gap: 2px;
        font-size: var(--text-s);
        line-height: 1.16;
      }
      .words span {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 1;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .words .title {
        -webkit-line-clamp: 2;
        font: 620 1.06em / 1.1 var(--display);
      }
      .soft {
        color: var(--ink-soft);
        font-size: 0.88em;
      }
      @container (min-height: 104px) {
        .words .artist {
          -webkit-line-clamp: 2;
        }
      }
      @container (max-height: 66px) {
        .words .title {
          -webkit-line-clamp: 1;
        }
      }
      @media (max-height: 540px) {
        .card,
        .when {
          --cover: min(100cqh, 36cqw);
          --gap: 8px;
        }
        .words {
          gap: 0;
          font-size: 15px;
        }
        .soft {
          font-size: 14px;
        }
      }
      @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
        .words {
          font-size: calc(1.2 * var(--text-s));
        }
      }
      /* In the place of the words: the cover says which song is asked about. */
      .card[inert] .words {
        visibility: hidden;
      }
      .when {
        position: absolute;
        inset: 0;
        inset-inline-start: calc(var(--cover) + var(--gap));
        display: grid;
        grid-auto-columns: 1fr;
        grid-auto-flow: column;
        gap: 6px;
        max-height: 104px;
        margin-block: auto;
      }
      .when button {
        height: 100%;
        min-width: 0;
        min-height: 0;
        padding: 0 6px;
        border-radius: 10px;
        font-size: var(--text-s);
      }
      /* A phone: covers above their words. */
      @media (max-aspect-ratio: 4/5) and (max-width: 699px) {
        .card {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
          place-items: start stretch;
          gap: 8px;
        }
        cover-art {
          width: 100%;
        }
        .card[inert] .words {
          visibility: visible;
        }
        .when {
          inset: 0 0 auto;
          grid-auto-flow: row;
          grid-auto-rows: 1fr;
          /* Over the cover, and two rows for a finger where that is too small for them. */
          height: max(100cqw, 112px);
          max-height: none;
          padding: 8px;
          border-radius: 14px;
          background: rgb(20 12 18 / 0.86);
        }
      }
    `,
  ];

  protected override render() {
    if (this.song === null) return nothing;
    const { title, artists, thumbnail } = this.song;
    return html`
      <button
        class="card"
        data-testid="pick"
        aria-expanded=${String(this.asking)}
        ?inert=${this.asking}
        aria-label=${words.picks.choose(title, artists, this.why)}
        ?disabled=${this.disabled}
        @click=${this.#ask}
      >
        <cover-art .source=${thumbnail}></cover-art>
        <span class="words">
          <span class="title" dir="auto">${title}</span>
          <span class="artist" dir="auto">${artists}</span>
          <span class="soft">${this.why}</span>
        </span>
      </button>
      ${
        this.asking
          ? html`<div class="when" @keydown=${this.#key}>
              <button
                class="main now"
                data-testid="play-now"
                ?disabled=${this.disabled}
                aria-label=${words.picks.playNow(title)}
                @click=${() => this.dispatchEvent(new WhenEvent("now"))}
              >
                ${words.picks.now}
              </button>
              <button
                data-testid="play-next"
                ?disabled=${this.disabled}
                aria-label=${words.picks.playNext(title)}
                @click=${() => this.dispatchEvent(new WhenEvent("next"))}
              >
                ${words.picks.next}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.#wasInside = changed.get("asking") === true && this.shadowRoot?.activeElement != null;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("asking")) return;
    if (this.asking) this.now?.focus();
    else if (this.#wasInside) this.card?.focus();
  }

  override focus(): void {
    this.card?.focus();
  }

  readonly #ask = (): void => {
    this.dispatchEvent(new WhenEvent(null));
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // The page itself would close at this key.
    event.preventDefault();
    this.dispatchEvent(new WhenEvent(null));
  };
}
