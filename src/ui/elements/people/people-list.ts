import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import { fetched } from "../../link/ask.ts";
import type { HeardClock } from "../../link/link-state.ts";
import { peopleWords } from "../../words/people-words.ts";
import { failedNote } from "../failed-note.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import type { PeopleAdd } from "./people-add.ts";
import "./people-add.ts";
import type { PersonListed } from "./person-row.ts";
import "./person-row.ts";

const collator = new Intl.Collator();

/** For admins: everybody who is known here, their roles, PINs and cards. */
@customElement("people-list")
export class PeopleList extends LitElement {
  @property({ attribute: false }) cards: CardsState | null = null;
  /** The daemon's. */
  @property({ attribute: false }) clock: HeardClock | null = null;
  @state() private search = "";
  /** A card was taught: another one may be on the list. Null until it is known when one was. */
  #taughtAt: number | null = null;

  readonly #people = new Task(this, {
    task: async (_, { signal }) =>
      (await fetched<{ people: PersonListed[] }>("/api/people", signal)).people.toSorted((a, b) =>
        collator.compare(a.name, b.name),
      ),
    args: () => [],
  });

  @query("people-add") private add!: PeopleAdd;
  /** What had the focus before it is drawn anew. */
  #had: Element | null = null;

  static override styles = [
    baseStyles,
    chipStyles,
    panelStyles,
    css`
      :host {
        display: block;
      }
      .list {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ];

  protected override willUpdate(): void {
    this.#had = this.shadowRoot?.activeElement ?? null;
    if (this.cards === null) return;
    const at = this.cards.lastTeaching?.at ?? 0;
    if (this.#taughtAt !== null && at !== this.#taughtAt) void this.#people.run();
    this.#taughtAt = at;
  }

  /** The last row's person was removed, and the focus with it. */
  protected override updated(): void {
    if (this.#had?.isConnected === false) this.add.focus();
    this.#had = null;
  }

  protected override render() {
    const { people, loading } = peopleWords;
    const all = this.#people.value ?? [];
    return html`
      <section class="panel" @mien-people-changed=${this.#again}>
        <h2>${people.title}</h2>
        <people-add></people-add>
        ${
          all.length > 8
            ? html`<input
                type="search"
                aria-label=${people.search}
                placeholder=${people.search}
                autocomplete="off"
                @input=${(event: Event) => {
                  this.search = (event.target as HTMLInputElement).value.trim().toLowerCase();
                }}
              />`
            : nothing
        }
        ${
          this.#people.value === undefined
            ? this.#people.render({
                pending: () => html`<p class="soft">${loading}</p>`,
                error: (error) => failedNote(error, () => this.#people.run()),
              })
            : this.#rows(all)
        }
      </section>
    `;
  }

  #rows(all: readonly PersonListed[]) {
    const { people } = peopleWords;
    const shown = all.filter(({ name }) => name.toLowerCase().includes(this.search));
    if (shown.length === 0)
      return html`<p class="soft">${all.length === 0 ? people.nobody : people.none}</p>`;
    return html`
      <p class="soft" role="status" data-testid="people-count">${people.count(shown.length)}</p>
      <div class="list">
        ${shown.map((person) => html`<person-row .person=${person} .cards=${this.cards} .clock=${this.clock}></person-row>`)}
      </div>
    `;
  }

  readonly #again = (): void => void this.#people.run();
}
