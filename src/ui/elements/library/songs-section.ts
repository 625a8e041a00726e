import { Task, TaskStatus } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query as queried, state } from "lit/decorators.js";
import type { Correction } from "../../../protocol/state.ts";
import type { Blocks } from "../../facts/blocked.ts";
import { among, extend, nothingSelected, only, type Selection, toggle } from "../../facts/selection.ts";
import type { TrackQuery } from "../../facts/track-query.ts";
import { fetched, reasonOf } from "../../link/ask.ts";
import { changeLibrary, type LibraryChange } from "../../link/library-changes.ts";
import { TrackList } from "../../link/track-list.ts";
import { wayBack } from "../../link/way-back.ts";
import { libraryWords } from "../../words/library-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "./blocked-list.ts";
import { SaidEvent } from "../said-event.ts";
import type { LibraryEvent } from "./library-event.ts";
import "./said-lately.ts";
import type { QueryEvent } from "./song-filter.ts";
import "./song-filter.ts";
import type { SongList } from "./song-list.ts";
import "./song-list.ts";
import type { ChooseEvent } from "./song-row.ts";

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
  @queried("song-list") private list!: SongList;
  readonly #list = new TrackList(this);
  readonly #blocks = new Task(this, {
    task: (_, { signal }) => fetched<Blocks>("/api/library/blocks", signal),
    args: () => [this.version] as const,
  });
  /** One change after the other: a second touch waits for the first one rather than be lost. */
  #changes: Promise<unknown> = Promise.resolve();

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) clamp(300px, 30vw, 460px);
        gap: var(--space-5);
        min-height: 0;
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

  override connectedCallback(): void {
    super.connectedCallback();
    // What is said of songs is said once some are chosen: it is fetched while the list is drawn.
    void import("./correct-panel.ts");
  }

  protected override render() {
    const { tracks, total, more, partial, loading, failure } = this.#list;
    const { songs, correct } = libraryWords;
    const chosen = tracks.filter(({ id }) => this.selection.ids.has(id));
    const { search, filter } = this.query;
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
          .empty=${partial ? songs.noneSoFar : search.trim() === "" && filter === "all" ? songs.noneYet : songs.none}
          @mien-more=${this.#more}
          @mien-choose=${this.#chose}
        ></song-list>
      </section>
      <aside aria-label=${correct.label} @mien-library=${this.#change}>
        ${
          chosen.length === 0
            ? html`<div class="rest">
                <p>${correct.none}</p>
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

  /** The panel goes, and the focus with it: back to the song that was chosen last. */
  readonly #none = (): void => {
    const { anchor } = this.selection;
    this.selection = nothingSelected;
    void this.updateComplete.then(() => this.list.focusSong(anchor));
  };

  readonly #change = ({ change }: LibraryEvent): void => {
    this.#inTurn(async () => {
      const back = wayBack(change, this.#list.tracks);
      const answer = await changeLibrary(change);
      if (!answer.ok) return this.#say(answer.reason, "refused");
      if (change.do === "correct") this.#list.say(change.tracks, change.point);
      this.#say(answer.value, "done", () => this.#undo(back));
    });
  };

  #undo(back: readonly LibraryChange[]): void {
    this.#inTurn(async () => {
      for (const change of back) {
        const answer = await changeLibrary(change);
        if (!answer.ok) return this.#say(answer.reason, "refused");
      }
      this.#say(libraryWords.correct.undone, "done");
    });
  }

  #inTurn(act: () => Promise<void>): void {
    this.#changes = this.#changes.then(act).then(() => {
      this.version += 1;
      this.#list.refresh();
    });
  }

  #say(...what: ConstructorParameters<typeof SaidEvent>): void {
    this.dispatchEvent(new SaidEvent(...what));
  }
}

/** Whether something that had a value before has another one now. */
const isNews = (before: unknown): boolean => before !== undefined && before !== null;
