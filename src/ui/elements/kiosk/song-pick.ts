import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Id } from "../../../protocol/time.ts";
import { isAnother } from "../../facts/same-value.ts";
import type { SongView } from "../../facts/song-view.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "../cover-art.ts";
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

/** One of the six: cover, title, artist and why. A touch asks when it shall play. */
@customElement("song-pick")
export class SongPick extends LitElement {
  @property({ attribute: false, hasChanged: isAnother }) song: SongView | null = null;
  @property() why = "";
  /** It is offered besides those that suit. */
  @property({ type: Boolean, reflect: true }) besides = false;
  /** It is in the queue; `asked` where somebody wanted it there and may take it out. */
  @property({ type: Boolean, reflect: true }) waits = false;
  @property({ type: Boolean }) asked = false;
  /** It is what is heard: there is nothing to ask. */
  @property({ type: Boolean, reflect: true }) playing = false;
  @property({ type: Boolean }) asking = false;
  @property({ type: Boolean }) disabled = false;
  @query(".now") private now!: HTMLButtonElement | null;
  @query(".card") private card!: HTMLButtonElement | null;
  /** Whether the focus was on the question that is about to go. */
  #wasInside = false;

  static override styles = [baseStyles, songPickStyles];

  protected override render() {
    if (this.song === null) return nothing;
    const { track, title, artists, thumbnail } = this.song;
    return html`
      <button
        class="card"
        data-testid="pick"
        aria-expanded=${String(this.asking)}
        ?inert=${this.asking}
        aria-label=${this.playing ? nothing : words.picks.choose(title, artists, this.why)}
        ?disabled=${this.disabled || this.playing}
        @click=${this.#ask}
      >
        <cover-art .source=${thumbnail}></cover-art>
        <span class="words">
          <span class="title" dir="auto">${title}</span>
          <span class="artist" dir="auto">${artists}</span>
          <span class="soft">${this.why}</span>
        </span>
      </button>
      ${this.asking ? this.#question(track, title) : html`<song-taste mark .track=${track}></song-taste>`}
    `;
  }

  #question(track: Id, title: string) {
    const { picks } = words;
    return html`<div class="ask" @keydown=${this.#key}>
      <p dir="auto">${title}</p>
      <div class="when">
        ${this.#answer("now", picks.now, picks.playNow(title))}
        ${this.waits ? nothing : this.#answer("next", picks.next, picks.playNext(title))}
        ${this.asked ? this.#answer("not", picks.notNext, picks.playNotNext(title)) : nothing}
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
      @click=${() => this.dispatchEvent(new WhenEvent(when))}
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
