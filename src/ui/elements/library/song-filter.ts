import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { AffectSource } from "../../../protocol/music.ts";
import type { TrackQuery } from "../../facts/track-query.ts";
import { libraryWords } from "../../words/library-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";

/** After the last key, so that a word is one question. */
const TYPED_MS = 120;
const SOURCES: readonly AffectSource[] = ["person", "guest", "tag", "playlist", "folder", "genre", "sound"];

/** Which songs the owner wants to see now. */
export class QueryEvent extends Event {
  static readonly type = "mien-query";
  readonly query: TrackQuery;

  constructor(query: TrackQuery) {
    super(QueryEvent.type);
    this.query = query;
  }
}

/** The search field, what else narrows the list, and its order. */
@customElement("song-filter")
export class SongFilter extends LitElement {
  @property({ attribute: false }) value: TrackQuery = { search: "", filter: "all", order: "title" };
  @query("input") private input!: HTMLInputElement;
  @query("select") private select!: HTMLSelectElement;
  #typing: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    chipStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      div {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) auto;
        gap: var(--space-3);
      }
      input {
        text-overflow: ellipsis;
      }
      @container (max-width: 640px) {
        div {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        input {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override focus(): void {
    this.input.focus();
  }

  /** All songs again, and the next word. */
  clear(): void {
    clearTimeout(this.#typing);
    this.input.value = "";
    this.select.value = "all";
    this.input.focus();
  }

  protected override render() {
    const { songs, evidence } = libraryWords;
    const { filter, order } = this.value;
    const option = (value: TrackQuery["filter"], text: string) =>
      html`<option value=${value} ?selected=${filter === value}>${text}</option>`;
    return html`
      <div>
      <input
        type="search"
        data-testid="search"
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        placeholder=${songs.search}
        aria-label=${songs.search}
        @input=${this.#typed}
      />
      <select data-testid="filter" aria-label=${songs.filter} @change=${this.#filtered}>
        ${option("all", songs.all)} ${option("none", songs.noMood)}
        ${SOURCES.map((source) => option(source, songs.from(evidence.sources[source])))} ${option("unplayable", songs.unplayable)}
      </select>
      <select data-testid="order" aria-label=${songs.order} @change=${this.#ordered}>
        ${(["title", "newest"] as const).map(
          (one) => html`<option value=${one} ?selected=${order === one}>${songs.orders[one]}</option>`,
        )}
      </select>
      </div>
    `;
  }

  readonly #typed = (): void => {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#tell({ search: this.input.value }), TYPED_MS);
  };

  readonly #filtered = (event: Event): void => {
    this.#tell({ filter: (event.target as HTMLSelectElement).value as TrackQuery["filter"] });
  };

  readonly #ordered = (event: Event): void => {
    this.#tell({ order: (event.target as HTMLSelectElement).value as TrackQuery["order"] });
  };

  #tell(change: Partial<TrackQuery>): void {
    this.dispatchEvent(new QueryEvent({ ...this.value, ...change }));
  }
}
