import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, queryAll } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Track } from "../../../protocol/music.ts";
import type { Id } from "../../../protocol/time.ts";
import { type Blocks, blockedBy } from "../../facts/blocked.ts";
import { libraryWords } from "../../words/library-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { scrollHint } from "../styles/scroll-hint.ts";
import type { SongRow } from "./song-row.ts";
import "./song-row.ts";

/** The end of the list is near: more of it, please. Also after a failure, to try again. */
export class MoreEvent extends Event {
  static readonly type = "mien-more";
  constructor() {
    super(MoreEvent.type);
  }
}

/** Songs, one below the other; it asks for more of them as its end comes into sight. */
@customElement("song-list")
export class SongList extends LitElement {
  @property({ attribute: false }) tracks: readonly Track[] = [];
  @property({ attribute: false }) chosen: ReadonlySet<Id> = new Set();
  @property({ attribute: false }) blocks: Blocks | null = null;
  /** Null before the first answer. */
  @property({ attribute: false }) total: number | null = null;
  @property({ type: Boolean }) loading = false;
  @property({ attribute: false }) failure: string | null = null;
  /** What is said of an empty list. */
  @property() empty = "";
  /** By a search, or to some of the songs: there is a way back to all. */
  @property({ type: Boolean }) narrowed = false;
  @query(".end") private end!: HTMLElement;
  @queryAll("song-row") private rows!: NodeListOf<SongRow>;
  #watch: IntersectionObserver | null = null;

  static override styles = [
    baseStyles,
    scrollHint(":host"),
    css`
      :host {
        display: block;
        container-type: inline-size;
        min-height: 0;
        overflow-y: auto;
      }
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
      }
      .said {
        display: grid;
        justify-items: start;
        gap: var(--space-3);
        padding: var(--space-4) 12px;
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      .end {
        height: 1px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#watch = null;
  }

  protected override render() {
    return html`
      <ul data-testid="songs" aria-busy=${String(this.loading)} @keydown=${this.#key}>
        ${repeat(
          this.tracks,
          ({ id }) => id,
          (track) =>
            html`<li>
              <song-row
                .track=${track}
                .chosen=${this.chosen.has(track.id)}
                .blocked=${blockedBy(track, this.blocks) !== null}
              ></song-row>
            </li>`,
        )}
      </ul>
      ${this.#said()}
      <div class="end"></div>
    `;
  }

  protected override updated(): void {
    // Observed anew after each page, as it may still be in sight without having moved.
    this.#watch?.disconnect();
    this.#watch = new IntersectionObserver(
      ([end]) => {
        if (end?.isIntersecting) this.dispatchEvent(new MoreEvent());
      },
      { root: this, rootMargin: "600px" },
    );
    if (this.total !== null && this.tracks.length < this.total && this.failure === null)
      this.#watch.observe(this.end);
  }

  #said() {
    const { failed, again, loading } = libraryWords;
    if (this.failure !== null)
      return html`<div class="said" role="alert">
        <p>${failed} <bdi>${this.failure}</bdi></p>
        <button data-testid="again" @click=${() => this.dispatchEvent(new MoreEvent())}>${again}</button>
      </div>`;
    if (this.tracks.length > 0) return nothing;
    const isWaiting = this.total === null || this.loading;
    return html`<div class="said">
      <p role="status">${isWaiting ? loading : this.empty}</p>
      ${
        this.narrowed && !isWaiting
          ? html`<button data-testid="clear" @click=${() => this.dispatchEvent(new Event("mien-clear"))}>
              ${libraryWords.songs.clear}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** The song that `id` names, or the first one where that is not listed. */
  focusSong(id: Id | null): void {
    const rows = [...this.rows];
    (rows.find(({ track }) => track?.id === id) ?? rows[0])?.focus();
  }

  /** Up and down go from song to song. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const rows = [...this.rows];
    const at = rows.findIndex((row) => event.composedPath().includes(row));
    const to = rows[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !to) return;
    event.preventDefault();
    to.focus();
  };
}
