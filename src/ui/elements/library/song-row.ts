import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Track } from "../../../protocol/music.ts";
import { coverAddress } from "../../facts/cover-address.ts";
import { trackMark } from "../../facts/mood-mark.ts";
import { clockText } from "../../facts/position.ts";
import { refused } from "../../facts/refused.ts";
import { listed } from "../../languages/tables.ts";
import { libraryWords } from "../../words/library-words.ts";
import { words } from "../../words/words.ts";
import { moodDot, moodDotStyles } from "../mood/mood-dot.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "../song-taste.ts";

/** That a song was chosen: alone, besides others, or with all since the last one. */
export class ChooseEvent extends Event {
  static readonly type = "mien-choose";
  readonly track: Track;
  readonly how: "alone" | "also" | "range";

  constructor(track: Track, how: "alone" | "also" | "range") {
    super(ChooseEvent.type, { bubbles: true, composed: true });
    this.track = track;
    this.how = how;
  }
}

/** One song of the list: cover, title, artists, how it sounds and who says so. */
@customElement("song-row")
export class SongRow extends LitElement {
  @property({ attribute: false }) track: Track | null = null;
  @property({ type: Boolean, reflect: true }) chosen = false;
  @property({ type: Boolean, reflect: true }) blocked = false;
  @query("button") private button!: HTMLButtonElement;

  static override styles = [
    baseStyles,
    moodDotStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: 48px minmax(0, 1fr) auto;
        align-items: center;
        border-radius: 14px;
        /* Rows that are far from sight cost nothing. A remembered width would outlive the turn of a phone. */
        content-visibility: auto;
        contain-intrinsic-height: auto 68px;
      }
      :host([chosen]) {
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      label {
        display: grid;
        place-items: center;
        min-height: 60px;
        cursor: pointer;
      }
      input {
        width: 22px;
        height: 22px;
        margin: 0;
        accent-color: var(--ink);
        cursor: pointer;
      }
      button {
        display: grid;
        grid-template-columns: 48px minmax(0, 5fr) minmax(0, 3fr) auto;
        grid-auto-flow: row;
        place-items: center stretch;
        justify-content: stretch;
        gap: 4px var(--space-4);
        min-width: 0;
        padding-block: 6px;
        padding-inline: 0 14px;
        border-radius: 12px;
        background: none;
        box-shadow: none;
        font-size: var(--text-s);
        text-align: start;
      }
      /* The row has a frame of its own. */
      button:not(.main):hover:enabled {
        box-shadow: none;
      }
      img {
        width: 48px;
        height: 48px;
        border-radius: 8px;
        background: var(--glass);
        object-fit: cover;
      }
      span {
        display: block;
        min-width: 0;
        overflow: hidden;
        overflow: clip visible;
        text-overflow: ellipsis;
        line-height: 1.25;
      }
      .title {
        font-weight: 620;
      }
      .soft,
      .time {
        color: var(--ink-soft);
        font-size: 0.9em;
      }
      .time {
        font-variant-numeric: tabular-nums;
      }
      .mood-dot {
        margin: 2px;
        margin-inline-end: 9px;
      }
      /* Not to be played: struck out, and it says so. */
      :host([blocked]) img {
        opacity: 0.4;
        filter: grayscale(1);
      }
      :host([blocked]) .title {
        color: var(--ink-soft);
        font-weight: 500;
        text-decoration: line-through;
      }
      .blocked {
        justify-self: start;
        width: max-content;
        padding: 2px 12px;
        border-radius: 999px;
        box-shadow: inset 0 0 0 1px var(--ink-soft);
        color: var(--ink-soft);
        font-size: 0.9em;
      }
      .fault {
        color: var(--warn);
        white-space: normal;
      }
      @container (max-width: 560px) {
        :host {
          grid-template-columns: 44px minmax(0, 1fr) auto;
        }
        button {
          grid-template-columns: 48px minmax(0, 1fr) auto;
        }
        img {
          grid-row: 1 / 3;
        }
        .mood {
          grid-column: 2 / -1;
          grid-row: 2;
        }
        .time {
          grid-column: 3;
          grid-row: 1;
        }
      }
    `,
  ];

  override focus(): void {
    this.button.focus();
  }

  protected override render() {
    const { track } = this;
    if (track === null) return nothing;
    const artists = listed(track.artists) || words.now.unknownArtist;
    const below = [artists, track.album ?? ""].filter((part) => part !== "").join(" · ");
    return html`
      <label>
        <input
          type="checkbox"
          data-testid="select"
          aria-label=${libraryWords.songs.select(track.title)}
          .checked=${live(this.chosen)}
          @click=${this.#toggle}
        />
      </label>
      <button data-testid="song" aria-pressed=${String(this.chosen)} @click=${this.#choose}>
        <img src=${coverAddress(track.id, "small")} alt="" loading="lazy" decoding="async" width="48" height="48" />
        <span>
          <span class="title" dir="auto">${track.title}</span>
          <span class="soft" dir="auto">${below}</span>
        </span>
        ${this.#state(track)}
        <span class="time">${track.durationMs > 0 ? clockText(track.durationMs) : ""}</span>
      </button>
      <song-taste only .track=${track.id} .name=${track.title}></song-taste>
    `;
  }

  #state(track: Track) {
    const { songs, blocks } = libraryWords;
    if (this.blocked) return html`<span class="mood blocked">${blocks.blocked}</span>`;
    if (track.unplayable !== null)
      return html`<span class="mood fault">${songs.unplayableFor(refused(track.unplayable))}</span>`;
    const mark = trackMark(track);
    if (mark === null) return html`<span class="mood"><span class="soft">${songs.noMoodYet}</span></span>`;
    return html`<span class="mood">
      <span>${moodDot(mark)}${mark.text}</span>
      <span class="soft">${mark.from}</span>
    </span>`;
  }

  readonly #toggle = (event: MouseEvent): void => {
    this.#tell(event.shiftKey ? "range" : "also");
    // The list says what is chosen, whatever the box made of the click.
    this.requestUpdate();
  };

  readonly #choose = (event: MouseEvent): void => {
    const also = event.ctrlKey || event.metaKey ? "also" : "alone";
    this.#tell(event.shiftKey ? "range" : also);
  };

  #tell(how: "alone" | "also" | "range"): void {
    if (this.track !== null) this.dispatchEvent(new ChooseEvent(this.track, how));
  }
}
