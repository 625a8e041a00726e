import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Id } from "../../../protocol/time.ts";
import { hyphenated, hyphenatedName } from "../../facts/hyphenated.ts";
import { isAnother } from "../../facts/same-value.ts";
import { signs } from "../../facts/signs.ts";
import type { SongView } from "../../facts/song-view.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "../cover-art.ts";
import { cutTitleStyles, markCutTitles } from "../cut-titles.ts";
import { foreignEllipsis } from "../styles/foreign-ellipsis.ts";
import { signStyles } from "../styles/sign-styles.ts";
import { songPickStyles } from "./song-pick-styles.ts";
import "../song-taste.ts";

/** When a song that was touched shall play; `not` takes it out of the queue again. */
export class WhenEvent extends Event {
  static readonly type = "mien-when";
  /** Null opens or closes the question. */
  readonly when: "now" | "next" | "not" | null;

  constructor(when: WhenEvent["when"]) {
    super(WhenEvent.type);
    this.when = when;
  }
}

/** A finger that taps twice in one place taps once: its second tap would be for what came to lie there by the first. */
const isSecondTap = ({ detail }: MouseEvent): boolean => detail > 1;

/** One of the six: cover, title, artist and why. A touch asks when it shall play. */
@customElement("song-pick")
export class SongPick extends LitElement {
  @property({ attribute: false, hasChanged: isAnother }) song: SongView | null = null;
  @property() why = "";
  /** The one of its reasons that tells most, for where there is one line; null where `why` is that. */
  @property() brief: string | null = null;
  /** It is offered besides those that suit. */
  @property({ type: Boolean, reflect: true }) besides = false;
  /** Somebody wanted it in the queue; `asked` where it can be taken out again. */
  @property({ type: Boolean, reflect: true }) waits = false;
  @property({ type: Boolean }) asked = false;
  /** How many that were asked for come before it, or would. */
  @property({ type: Number }) place = 0;
  /** It is what is heard: there is nothing to ask. */
  @property({ type: Boolean, reflect: true }) playing = false;
  @property({ type: Boolean }) asking = false;
  @property({ type: Boolean }) disabled = false;
  @query(".now") private now!: HTMLButtonElement | null;
  @query(".card") private card!: HTMLButtonElement | null;
  /** Whether the focus was on the question that is about to go. */
  #wasInside = false;

  constructor() {
    super();
    markCutTitles(this);
  }

  static override styles = [baseStyles, songPickStyles, foreignEllipsis, cutTitleStyles, signStyles];

  protected override render() {
    if (this.song === null) return nothing;
    const { track, title, artists, thumbnail } = this.song;
    // What is heard of it is what is seen.
    const [seen, by] = [hyphenated(title), hyphenatedName(artists)];
    const brief = this.brief === this.why ? null : this.brief;
    return html`
      <button
        class="card"
        data-testid="pick"
        aria-expanded=${this.playing ? nothing : String(this.asking)}
        ?inert=${this.asking}
        aria-label=${this.playing ? nothing : words.picks.choose(seen, by, this.why)}
        ?disabled=${this.disabled}
        aria-disabled=${this.playing ? "true" : nothing}
        @click=${this.#ask}
      >
        <cover-art .source=${thumbnail}></cover-art>
        <span class="words">
          <span class="title clamped ${signs(title)}" dir="auto">${seen}</span>
          <span class="artist clamped ${signs(artists)}" dir="auto">${by}</span>
          <span class="soft clamped ${brief === null ? "" : "whole"} ${signs(this.why)}">${this.why}</span>
          ${brief === null ? nothing : html`<span class="soft clamped brief ${signs(brief)}">${brief}</span>`}
        </span>
      </button>
      ${this.asking ? this.#question(track, title) : html`<song-taste mark .track=${track}></song-taste>`}
    `;
  }

  #question(track: Id, title: string) {
    const { picks } = words;
    const [next, notNext] = [picks.next(this.place), picks.notNext(this.place)];
    return html`<div class="ask" @keydown=${this.#key}>
      <p class="clamped ${signs(title)}" dir="auto">${title}</p>
      <div class="when">
        ${this.#answer("now", picks.now, picks.playNow(title))}
        ${this.waits ? nothing : this.#answer("next", next, picks.answerFor(next, title))}
        ${this.asked ? this.#answer("not", notNext, picks.answerFor(notNext, title)) : nothing}
        <song-taste only .track=${track} .name=${title}></song-taste>
      </div>
    </div>`;
  }

  #answer(when: "now" | "next" | "not", text: string, label: string) {
    return html`<button
      class=${when === "now" ? "main now" : ""}
      data-testid="play-${when}"
      ?disabled=${this.disabled}
      aria-label=${label}
      @click=${(event: MouseEvent) => isSecondTap(event) || this.dispatchEvent(new WhenEvent(when))}
    >
      ${text}
    </button>`;
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

  readonly #ask = (event: MouseEvent): void => {
    if (!isSecondTap(event) && !this.playing) this.dispatchEvent(new WhenEvent(null));
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // The page itself would close at this key.
    event.preventDefault();
    this.dispatchEvent(new WhenEvent(null));
  };
}
