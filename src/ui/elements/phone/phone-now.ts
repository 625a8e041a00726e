import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { PhoneRoom, SkipTally } from "../../../protocol/guests.ts";
import { coverAddress } from "../../facts/cover-address.ts";
import { clockText, positionMs } from "../../facts/position.ts";
import { signs } from "../../facts/signs.ts";
import { titleSize } from "../../facts/title-size.ts";
import { listed } from "../../languages/tables.ts";
import type { PositionMark } from "../../link/link-state.ts";
import { phoneWords } from "../../words/phone-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { signStyles } from "../styles/sign-styles.ts";
import "../cover-art.ts";

/** That this phone wants another song, or keeps this one after all. */
export class VoteEvent extends Event {
  static readonly type = "mien-vote";
  readonly skip: boolean;

  constructor(skip: boolean) {
    super(VoteEvent.type);
    this.skip = skip;
  }
}

/** What plays, how far it is, and the vote about it. */
@customElement("phone-now")
export class PhoneNow extends LitElement {
  @property({ attribute: false }) playing: PhoneRoom["playing"] = null;
  @property({ attribute: false }) mark: PositionMark = { positionMs: 0, markedAt: 0 };
  @property({ attribute: false }) vote: SkipTally | null = null;
  @property({ type: Boolean }) voted = false;
  @property({ type: Boolean }) connected = false;
  #tick: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        min-width: 0;
      }
      .song {
        display: grid;
        grid-template-columns: clamp(104px, 34vw, 168px) minmax(0, 1fr);
        gap: 16px;
        align-items: center;
      }
      .eyebrow,
      .artist {
        color: var(--ink-soft);
      }
      .eyebrow {
        font-size: 15px;
      }
      h1 {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        margin: 2px 0 4px;
        padding-bottom: 0.06em;
        font: 680 clamp(26px, 8vw, 40px) / 1.06 var(--display);
        letter-spacing: -0.018em;
        overflow-wrap: anywhere;
        text-wrap: balance;
      }
      h1[data-size="medium"] {
        font-size: clamp(23px, 6.6vw, 34px);
      }
      h1[data-size="long"] {
        font-size: clamp(20px, 5.4vw, 27px);
      }
      .artist {
        font-size: 18px;
        line-height: 1.25;
      }
      /* Time runs from left to right in every language, as on players. */
      .progress {
        direction: ltr;
      }
      .bar {
        height: 8px;
        border-radius: 4px;
        background: var(--line);
        overflow: hidden;
      }
      .bar b {
        display: block;
        height: 100%;
        width: calc(var(--share) * 100%);
        border-radius: 4px;
        background: var(--ink);
      }
      .times {
        display: flex;
        justify-content: space-between;
        margin-top: 4px;
        font-size: 15px;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .vote {
        grid-template-columns: minmax(0, 1fr) auto;
        grid-auto-flow: row;
        justify-items: start;
        width: 100%;
        min-height: 56px;
        padding: 8px 20px;
        border-radius: 22px;
        white-space: normal;
        text-align: start;
      }
      .vote.on {
        box-shadow: inset 0 0 0 2px var(--ink);
      }
      .vote b {
        font: 640 19px / 1 var(--display);
        font-variant-numeric: tabular-nums;
      }
      @media (min-aspect-ratio: 1/1) and (min-width: 600px) {
        .song {
          grid-template-columns: clamp(96px, 15vw, 200px) minmax(0, 1fr);
        }
        h1,
        h1[data-size] {
          font-size: clamp(21px, 3.2vw, 34px);
        }
      }
    `,
    signStyles,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
  }

  protected override render() {
    const { playing } = this;
    if (playing === null)
      return html`<h1 class=${signs(phoneWords.now.none)} data-testid="title">${phoneWords.now.none}</h1>`;
    const { title, artists, track, running } = playing;
    return html`
      <div class="song">
        <cover-art
          .source=${track === null ? null : coverAddress(track, "large")}
          .label=${phoneWords.now.coverOf(title)}
        ></cover-art>
        <div>
          <p class="eyebrow">${running ? phoneWords.now.playing : phoneWords.now.paused}</p>
          <h1 class=${signs(title)} dir="auto" data-testid="title" data-size=${titleSize(title)}>${title}</h1>
          <p class="artist" dir="auto">${listed(artists) || (track === null ? "" : phoneWords.now.unknownArtist)}</p>
        </div>
      </div>
      ${playing.durationMs > 0 ? this.#progress(playing) : nothing} ${this.vote ? this.#voting(this.vote) : nothing}
    `;
  }

  protected override updated(): void {
    clearTimeout(this.#tick);
    const { playing } = this;
    if (!playing?.running || !this.connected) return;
    const at = positionMs(this.mark, true, playing.durationMs, performance.now());
    if (at < playing.durationMs)
      this.#tick = setTimeout(() => this.requestUpdate(), 1_000 - (at % 1_000) + 5);
  }

  #progress({ running, durationMs }: NonNullable<PhoneRoom["playing"]>) {
    const at = positionMs(this.mark, running && this.connected, durationMs, performance.now());
    const [passed, total] = [clockText(at), clockText(durationMs)];
    return html`<div class="progress">
      <div class="bar" style=${styleMap({ "--share": String(at / durationMs) })}><b></b></div>
      <p class="times" aria-label=${phoneWords.now.progress(passed, total)} role="img">
        <span aria-hidden="true">${passed}</span><span aria-hidden="true">${total}</span>
      </p>
    </div>`;
  }

  #voting({ votes, needed }: SkipTally) {
    const { want, wanted, count, explain } = phoneWords.vote;
    return html`<button
      class="vote ${this.voted ? "on" : ""}"
      data-testid="vote"
      aria-pressed=${String(this.voted)}
      ?disabled=${!this.connected}
      @click=${() => this.dispatchEvent(new VoteEvent(!this.voted))}
    >
      <span>${this.voted ? wanted : want}</span><b aria-hidden="true">${count(votes, needed)}</b>
      <span class="visually-hidden">${explain(votes, needed)}</span>
    </button>`;
  }
}
