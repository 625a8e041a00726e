import { Task } from "@lit/task";
import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PersonalSongs, SongNamed, Taste } from "../../../protocol/people.ts";
import { listed } from "../../languages/tables.ts";
import { fetched } from "../../link/ask.ts";
import { ownSongs } from "../../link/own-songs.ts";
import { peopleWords } from "../../words/people-words.ts";
import { failedNote } from "../failed-note.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelColumnStyles, panelStyles } from "../styles/panel-styles.ts";
import { songLineStyles } from "../styles/song-line-styles.ts";

/** The songs that somebody likes, or never wants to hear, and the way off these lists. */
@customElement("me-tastes")
export class MeTastes extends LitElement {
  @property() person = "";

  readonly #songs = new Task(this, {
    task: (_, { signal }) => fetched<PersonalSongs>("/api/me/songs", signal),
    args: () => [this.person] as const,
  });

  static override styles = [baseStyles, panelStyles, panelColumnStyles, songLineStyles];

  protected override render() {
    const { me, loading } = peopleWords;
    return this.#songs.render({
      pending: () => html`<p class="soft">${loading}</p>`,
      error: (error) => html`<section class="panel">${failedNote(error, () => this.#songs.run())}</section>`,
      complete: ({ favourite, blocked }) => html`
        ${this.#list("favourite", me.favourites, favourite)} ${this.#list("blocked", me.blocked, blocked)}
      `,
    });
  }

  #list(taste: Taste, title: string, songs: readonly SongNamed[]) {
    const { me } = peopleWords;
    return html`<section class="panel">
      <h2>${title}</h2>
      ${songs.length === 0 ? html`<p class="soft">${me.none[taste]}</p>` : html`<ul>${songs.map((song) => this.#line(song))}</ul>`}
    </section>`;
  }

  #line({ id, title, artists }: SongNamed) {
    const { me } = peopleWords;
    const shown = title ?? me.gone;
    return html`<li>
      <span class="names">
        <span class="title" dir="auto">${shown}</span>
        <span class="soft" dir="auto">${listed(artists)}</span>
      </span>
      <button data-testid="take-off" aria-label=${me.remove(shown)} @click=${() => this.#remove(id)}>
        ${me.removeShort}
      </button>
    </li>`;
  }

  async #remove(id: string): Promise<void> {
    const answer = await ownSongs.set(id, null);
    if (!answer.ok) this.dispatchEvent(new SaidEvent(answer.reason, "refused"));
    await this.#songs.run();
  }
}
