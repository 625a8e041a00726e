import { Task, TaskStatus } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query as queried, state } from "lit/decorators.js";
import type { Track } from "../../../protocol/music.ts";
import type { Correction } from "../../../protocol/state.ts";
import type { Blocks } from "../../facts/blocked.ts";
import { among, extend, nothingSelected, only, type Selection, toggle } from "../../facts/selection.ts";
import type { TrackQuery } from "../../facts/track-query.ts";
import { fetched, reasonOf } from "../../link/ask.ts";
import { doneText, type LibraryChange, questionFor } from "../../link/library-changes.ts";
import { LibraryDesk } from "../../link/library-desk.ts";
import { TrackList } from "../../link/track-list.ts";
import { untilHad } from "../../link/until-had.ts";
import { libraryWords } from "../../words/library-words.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import type { CorrectPanel } from "./correct-panel.ts";
import type { LibraryEvent } from "./library-event.ts";
import "./many-question.ts";
import type { DeletedEvent } from "./deleted-event.ts";
import type { QueryEvent, SongFilter } from "./song-filter.ts";
import "./song-filter.ts";
import type { SongList } from "./song-list.ts";
import "./song-list.ts";
import type { ChooseEvent } from "./song-row.ts";

// Nothing waits for what stands beside the songs.
void untilHad(() => import("./blocked-list.ts"));
void untilHad(() => import("./said-lately.ts"));

/** The library to search, to look at and to correct. */
@customElement("songs-section")
export class SongsSection extends LitElement {
  /** What was said of songs lately, newest first. */
  @property({ attribute: false }) corrections: readonly Correction[] = [];
  /** Whether the page may change anything. */
  @property({ type: Boolean }) mayChange = false;
  /** Tracks in the library; null before that is known. The list is asked for anew when it changes. */
  @property({ attribute: false }) known: number | null = null;
  /** Another text each time that songs may have been corrected or blocked elsewhere; null before the first. */
  @property({ attribute: false }) news: string | null = null;
  @state() private query: TrackQuery = { search: "", filter: "all", order: "title" };
  @state() private selection: Selection = nothingSelected;
  /** Counts up when something was changed. */
  @state() private version = 0;
  /** So many songs that it is asked first; `before`, the list as it was then. */
  @state() private asking: { change: LibraryChange; before: readonly Track[] } | null = null;
  /** It scrolls. */
  @queried("song-list") readonly list!: SongList;
  @queried("correct-panel") private panel!: CorrectPanel | null;
  @queried("song-filter") private filter!: SongFilter;
  readonly #list = new TrackList(this);
  readonly #desk = new LibraryDesk({
    host: this,
    list: this.#list,
    say: (...what) => void this.dispatchEvent(new SaidEvent(...what)),
    isBrief: isOnPhone,
    onChange: () => {
      this.version += 1;
    },
  });
  readonly #blocks = new Task(this, {
    task: (_, { signal }) => fetched<Blocks>("/api/library/blocks", signal),
    args: () => [this.version] as const,
  });

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) clamp(300px, 30vw, 460px);
        grid-template-rows: minmax(0, 1fr);
        gap: var(--space-5);
        min-height: 0;
      }
      /* Its dialog lies over the page, and takes no row. */
      many-question {
        display: contents;
      }
      .songs {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
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
      .last {
        display: grid;
        justify-items: start;
        gap: var(--space-2);
      }
      .last h2 {
        margin: 0;
        font: 600 1em / 1.2 var(--body);
      }
      .last button {
        min-height: 44px;
        padding: 0 16px;
      }
      @media (max-width: 899px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: minmax(0, 1fr);
          gap: var(--space-3);
        }
        :host([choosing]) {
          grid-template-rows: minmax(0, 54fr) minmax(0, 46fr);
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
      @media (min-width: 600px) and (max-width: 899px) and (max-height: 540px) {
        :host([choosing]) {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          grid-template-rows: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("query")) this.#list.ask(this.query);
    else if (isNews(changed.get("known")) || isNews(changed.get("news"))) this.#list.refreshSoon();
    if (isNews(changed.get("news"))) this.version += 1;
    this.selection = among(
      this.selection,
      this.#list.tracks.map(({ id }) => id),
    );
    this.toggleAttribute("choosing", this.selection.ids.size > 0);
  }

  protected override updated(): void {
    const { status, value = null } = this.#blocks;
    this.#desk.look(status === TaskStatus.COMPLETE ? value : null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What is said of songs is said once some are chosen: it is fetched while the list is drawn.
    void import("./correct-panel.ts");
  }

  protected override firstUpdated(): void {
    this.#desk.offerAgain();
  }

  protected override render() {
    const { tracks, total, more, partial, loading, failure } = this.#list;
    const { songs, correct } = libraryWords;
    const chosen = tracks.filter(({ id }) => this.selection.ids.has(id));
    // The old ones stay until the new ones are there.
    const blocks = this.#blocks.value ?? null;
    return html`
      <section class="songs">
        <song-filter .value=${this.query} @mien-query=${this.#asked}></song-filter>
        <div class="count">
          <p role="status" data-testid="count">${total === null ? nothing : songs.count(total, more, partial)}</p>
          ${
            tracks.length > 1
              ? html`<button data-testid="select-all" @click=${this.#all}>${songs.selectShown(tracks.length, tracks.length === total && !more)}</button>`
              : nothing
          }
        </div>
        <song-list
          .tracks=${tracks}
          .chosen=${this.selection.ids}
          .blocks=${blocks}
          .total=${total}
          .loading=${loading}
          .failure=${failure}
          .empty=${this.#empty(partial)}
          ?narrowed=${isNarrowed(this.query)}
          @mien-clear=${this.#clear}
          @mien-more=${this.#more}
          @mien-choose=${this.#chose}
        ></song-list>
      </section>
      <aside aria-label=${correct.label} @mien-library=${this.#change} @mien-deleted=${this.#deleted}>
        ${
          chosen.length === 0
            ? html`<div class="rest" tabindex="0" role="group" aria-label=${correct.label}>
                <p>${correct.none}</p>
                ${this.#lastChange()}
                <said-lately .corrections=${this.corrections} .disabled=${!this.mayChange}></said-lately>
                <blocked-list
                  .blocks=${blocks}
                  .failure=${this.#blocks.status === TaskStatus.ERROR ? reasonOf(this.#blocks.error) : null}
                  .disabled=${!this.mayChange}
                  @mien-again=${() => this.#blocks.run()}
                ></blocked-list>
              </div>`
            : html`<correct-panel
                .tracks=${chosen}
                .blocks=${blocks}
                .version=${this.version}
                .disabled=${!this.mayChange}
                @mien-none=${this.#none}
              ></correct-panel>`
        }
      </aside>
      <many-question
        .change=${this.asking?.change ?? null}
        @mien-sure=${this.#sure}
        @close=${() => {
          this.asking = null;
        }}
      ></many-question>
    `;
  }

  /** Longer than the line at the foot of the page, and after a reload. */
  #lastChange() {
    const { last } = this.#desk;
    if (last === null) return nothing;
    const text = doneText(last.done);
    return html`<section class="last" data-testid="last-change">
      <h2>${libraryWords.many.last}</h2>
      <p dir="auto">${text}</p>
      <button
        data-testid="undo-last"
        aria-label=${libraryWords.lately.undo(text)}
        ?disabled=${!this.mayChange}
        @click=${() => this.#desk.undo(last.back)}
      >
        ${libraryWords.correct.undo}
      </button>
    </section>`;
  }

  readonly #asked = ({ query }: QueryEvent): void => {
    this.query = query;
  };

  #empty(partial: boolean): string {
    const { songs } = libraryWords;
    const search = this.query.search.trim();
    if (partial) return songs.noneSoFar;
    if (search !== "") return songs.noneFor(search);
    return isNarrowed(this.query) ? songs.none : songs.noneYet;
  }

  readonly #clear = (): void => {
    this.query = { ...this.query, search: "", filter: "all" };
    this.filter.clear();
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

  /** Whoever goes by keys goes on where something is done with them, which lies behind the whole list; and hears how many. */
  readonly #all = async (): Promise<void> => {
    this.selection = { ids: new Set(this.#list.tracks.map(({ id }) => id)), anchor: null };
    await Promise.all([import("./correct-panel.ts"), this.updateComplete]);
    await this.panel?.updateComplete;
    this.panel?.focus();
  };

  /** The panel goes, and the focus with it: back to the song that was chosen last. */
  readonly #none = (): void => {
    const { anchor } = this.selection;
    this.selection = nothingSelected;
    void this.updateComplete.then(() => this.list.focusSong(anchor));
  };

  readonly #change = ({ change }: LibraryEvent): void => {
    const before = this.#list.tracks;
    if (questionFor(change) === null) this.#desk.make(change, before);
    else this.asking = { change, before };
  };

  /** They leave the list at once; where no song is chosen any more, the focus is on the one in their place. */
  readonly #deleted = ({ tracks }: DeletedEvent): void => {
    const at = this.#list.tracks.findIndex(({ id }) => tracks.has(id));
    this.#list.drop(tracks);
    this.#list.refresh();
    this.version += 1;
    if ([...this.selection.ids].some((id) => !tracks.has(id))) return;
    const next = this.#list.tracks[at] ?? this.#list.tracks.at(-1);
    void this.updateComplete.then(() => this.list.focusSong(next?.id ?? null));
  };

  readonly #sure = (): void => {
    if (this.asking !== null) this.#desk.make(this.asking.change, this.asking.before);
  };
}

const isNarrowed = ({ search, filter }: TrackQuery): boolean => search.trim() !== "" || filter !== "all";

/** Whether something that had a value before has another one now. */
const isNews = (before: unknown): boolean => before !== undefined && before !== null;

/** Which has no list beside the songs where the way back stands. */
const isOnPhone = (): boolean => matchMedia("(max-width: 899px)").matches;
