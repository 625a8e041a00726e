import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { among, extend, nothingSelected, only, type Selection, toggle } from "../facts/selection.ts";
import type { TrackQuery } from "../facts/track-query.ts";
import { libraryWords } from "../library-words.ts";
import { changeLibrary } from "../link/library-changes.ts";
import { TrackList } from "../link/track-list.ts";
import { baseStyles } from "./base-styles.ts";
import "./blocked-list.ts";
import "./correct-panel.ts";
import type { LibraryEvent } from "./library-event.ts";
import { SaidEvent } from "./said-event.ts";
import type { QueryEvent } from "./song-filter.ts";
import "./song-filter.ts";
import "./song-list.ts";
import type { ChooseEvent } from "./song-row.ts";

/** The library to search, to look at and to correct. */
@customElement("songs-section")
export class SongsSection extends LitElement {
  /** Whether the page may change anything. */
  @property({ type: Boolean }) mayChange = false;
  /** Tracks in the library; the list is asked for anew when it changes. */
  @property({ type: Number }) known = 0;
  @state() private query: TrackQuery = { search: "", filter: "all", order: "title" };
  @state() private selection: Selection = nothingSelected;
  /** Counts up when something was changed. */
  @state() private version = 0;
  @state() private busy = false;
  readonly #list = new TrackList(this);

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) clamp(300px, 30vw, 400px);
        gap: var(--space-5);
        min-height: 0;
      }
      .songs {
        display: grid;
        grid-template-rows: auto auto minmax(0, 1fr);
        gap: var(--space-3);
        min-height: 0;
      }
      .count {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        min-height: 44px;
        padding-inline: 12px;
        font-size: var(--text-s);
      }
      .count button {
        min-height: 44px;
        padding: 0 16px;
      }
      aside {
        display: grid;
        min-height: 0;
        border-radius: var(--radius-m);
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .rest {
        display: grid;
        align-content: start;
        gap: var(--space-5);
        min-height: 0;
        overflow-y: auto;
        padding: var(--space-4);
        font-size: var(--text-s);
        line-height: 1.35;
      }
      @media (max-width: 899px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: minmax(0, 1fr);
          gap: var(--space-3);
        }
        :host([choosing]) {
          grid-template-rows: minmax(0, 1fr) minmax(0, 46dvh);
        }
        :host(:not([choosing])) aside,
        :host([choosing]) .count,
        :host([choosing]) song-filter {
          display: none;
        }
        :host([choosing]) .songs {
          grid-template-rows: minmax(0, 1fr);
        }
      }
      @media (max-width: 899px) and (max-height: 540px) {
        :host([choosing]) {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          grid-template-rows: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("query")) this.#list.ask(this.query);
    // Of hundreds of changes in a scan only the first few matter here; the end of a scan is one too.
    else if (changed.has("known") && !this.#list.loading) this.#list.refresh();
    this.selection = among(
      this.selection,
      this.#list.tracks.map(({ id }) => id),
    );
    this.toggleAttribute("choosing", this.selection.ids.size > 0);
  }

  protected override render() {
    const { tracks, total, more, loading, failure } = this.#list;
    const { songs, correct } = libraryWords;
    const chosen = tracks.filter(({ id }) => this.selection.ids.has(id));
    const { search, filter } = this.query;
    return html`
      <section class="songs">
        <song-filter .value=${this.query} @mien-query=${this.#asked}></song-filter>
        <div class="count">
          <p role="status" data-testid="count">${total === null ? nothing : songs.count(total, more)}</p>
          ${
            tracks.length > 1
              ? html`<button data-testid="select-all" @click=${this.#all}>${songs.selectShown(tracks.length)}</button>`
              : nothing
          }
        </div>
        <song-list
          .tracks=${tracks}
          .chosen=${this.selection.ids}
          .total=${total}
          .loading=${loading}
          .failure=${failure}
          .empty=${search.trim() === "" && filter === "all" ? songs.noneYet : songs.none}
          @mien-more=${this.#more}
          @mien-choose=${this.#chose}
        ></song-list>
      </section>
      <aside aria-label=${correct.label} @mien-library=${this.#change}>
        ${
          chosen.length === 0
            ? html`<div class="rest">
                <p>${correct.none}</p>
                <blocked-list .version=${this.version} .disabled=${!this.mayChange || this.busy}></blocked-list>
              </div>`
            : html`<correct-panel
                .tracks=${chosen}
                .version=${this.version}
                .disabled=${!this.mayChange || this.busy}
                @mien-none=${this.#none}
              ></correct-panel>`
        }
      </aside>
    `;
  }

  readonly #asked = ({ query }: QueryEvent): void => {
    this.query = query;
  };

  readonly #more = (): void => {
    if (this.#list.failure === null) this.#list.loadMore();
    else this.#list.refresh();
  };

  readonly #chose = ({ track, how }: ChooseEvent): void => {
    const ids = this.#list.tracks.map(({ id }) => id);
    if (how === "alone") this.selection = only(track.id);
    else
      this.selection =
        how === "also" ? toggle(this.selection, track.id) : extend(this.selection, track.id, ids);
  };

  readonly #all = (): void => {
    this.selection = { ids: new Set(this.#list.tracks.map(({ id }) => id)), anchor: null };
  };

  readonly #none = (): void => {
    this.selection = nothingSelected;
  };

  readonly #change = async ({ change }: LibraryEvent): Promise<void> => {
    this.busy = true;
    const answer = await changeLibrary(change);
    this.busy = false;
    this.dispatchEvent(
      answer.ok ? new SaidEvent(answer.value, "done") : new SaidEvent(answer.reason, "refused"),
    );
    if (!answer.ok) return;
    this.version += 1;
    this.#list.refresh();
  };
}
