import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isAnother } from "../../facts/same-value.ts";
import { signs } from "../../facts/signs.ts";
import type { SongView } from "../../facts/song-view.ts";
import { titleSize } from "../../facts/title-size.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { foreignEllipsis } from "../styles/foreign-ellipsis.ts";
import { signStyles } from "../styles/sign-styles.ts";
import "../cover-art.ts";
import { cutTitleStyles, markCutTitles } from "../cut-titles.ts";
import { nowPlayingStyles } from "./now-playing-styles.ts";
import { sayWholeWords } from "./whole-words.ts";

/** What is heard: cover, title, artist, and why; or why nothing is. The slot below the artist is the progress. */
@customElement("now-playing")
export class NowPlaying extends LitElement {
  @property({ attribute: false, hasChanged: isAnother }) song: SongView | null = null;
  /** What is said where there is no song. */
  @property({ attribute: false }) idle: { title: string; text: string } | null = null;
  /** "Now playing", "Paused". */
  @property() status = "";
  /** "chosen by the faces". */
  @property() follows = "";
  @property() moodLabel = "";
  @property() moodBasis = "";
  @property() why = "";
  /** The same in fewer words, for where there is no room. */
  @property() whyBrief = "";
  /** Small, so that there is room for controls. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Somebody asked why, where the reason has given way to the controls. */
  @property({ type: Boolean, reflect: true }) telling = false;

  static override styles = [baseStyles, nowPlayingStyles, foreignEllipsis, cutTitleStyles, signStyles];

  constructor() {
    super();
    markCutTitles(this);
    sayWholeWords(this, ".why");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pointerdown", this.#elsewhere);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Another song has another reason, and nobody has asked for it.
    if (!this.compact || this.why === "" || changed.has("song")) this.telling = false;
    if (!changed.has("telling")) return;
    if (this.telling) window.addEventListener("pointerdown", this.#elsewhere);
    else window.removeEventListener("pointerdown", this.#elsewhere);
  }

  readonly #ask = (): void => {
    this.telling = !this.telling && this.compact && this.why !== "";
  };

  readonly #elsewhere = (event: PointerEvent): void => {
    const inside = event.composedPath();
    const own = this.shadowRoot?.querySelectorAll(".frame, .body > div, .whole") ?? [];
    if (![...own].some((each) => inside.includes(each))) this.telling = false;
  };

  /** Escape closes this and nothing below it. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.telling) return;
    event.preventDefault();
    this.telling = false;
  };

  protected override render() {
    const title = this.song?.title ?? this.idle?.title ?? "";
    const below = this.song?.artists ?? this.idle?.text ?? "";
    return html`
      <div class="frame">
        <cover-art
          .source=${this.song?.cover ?? null}
          .label=${this.song ? words.now.coverOf(title) : ""}
        ></cover-art>
        ${
          this.compact && this.why !== ""
            ? html`<button
                class="ask"
                data-testid="ask-why"
                aria-label=${words.now.why}
                aria-expanded=${String(this.telling)}
                aria-describedby="why"
                @click=${this.#ask}
                @keydown=${this.#key}
              >
                <span aria-hidden="true">?</span>
              </button>`
            : nothing
        }
      </div>
      <div class="body">
        <div @click=${this.#ask}>
        <p class="eyebrow" data-testid="mood" data-label=${this.moodLabel} data-basis=${this.moodBasis}>
          ${[this.status, this.follows].filter((part) => part !== "").join(words.comma)}
        </p>
        <h1 class="clamped ${signs(title)}" dir="auto" data-testid="title" data-size=${titleSize(title)}>${title}</h1>
        <p class="artist clamped ${signs(below)} ${this.song ? "" : "idle"}" dir="auto" data-testid="artist">${below}</p>
        </div>
        <slot name="taste"></slot>
        <slot></slot>
        ${
          this.why === ""
            ? nothing
            : html`<p id="why" class="why whole ${signs(this.why)}" data-testid="why">${this.why}</p>
                <p class="why brief ${signs(this.whyBrief)}" data-testid="why-brief">${this.whyBrief}</p>`
        }
      </div>
    `;
  }
}
