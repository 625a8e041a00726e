import { Task } from "@lit/task";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Track } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import { ask, fetched, reasonOf } from "../link/ask.ts";
import { peopleWords } from "../people-words.ts";
import { baseStyles } from "./base-styles.ts";

/** Each title is a question of its own. */
const MOST_SHOWN = 30;

interface Song {
  id: Id;
  /** Null where it is not in the library any more. */
  title: string | null;
}

/** The songs that somebody likes, or never wants to hear, and the way off that list. */
@customElement("me-tastes")
export class MeTastes extends LitElement {
  @property() person = "";
  @property() taste: "favourite" | "blocked" = "favourite";

  readonly #songs = new Task(this, {
    task: async ([, taste], { signal }) => {
      const me = await fetched<Record<typeof taste, Id[]>>("/api/me", signal);
      return Promise.all(
        me[taste].slice(0, MOST_SHOWN).map(async (id): Promise<Song> => {
          const answer = await ask<Track>(`/api/library/tracks/${id}`, { signal });
          return { id, title: answer.ok ? answer.value.title : null };
        }),
      );
    },
    args: () => [this.person, this.taste] as const,
  });

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: 6px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-3);
      }
      li span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      button {
        min-height: 44px;
        padding: 0 16px;
        font-size: var(--text-s);
      }
      .soft {
        color: var(--ink-soft);
      }
    `,
  ];

  protected override render() {
    const { me, loading } = peopleWords;
    return this.#songs.render({
      pending: () => html`<p class="soft">${loading}</p>`,
      error: (error) => html`<p role="alert">${reasonOf(error)}</p>`,
      complete: (songs) =>
        songs.length === 0
          ? html`<p class="soft">${me.none}</p>`
          : html`<ul>
              ${songs.map(({ id, title }) => {
                const shown = title ?? me.gone;
                return html`<li>
                  <span dir="auto">${shown}</span>
                  <button aria-label=${me.remove(shown)} @click=${() => this.#remove(id)}>${me.removeShort}</button>
                </li>`;
              })}
            </ul>`,
    });
  }

  async #remove(id: Id): Promise<void> {
    await ask(`/api/me/tastes/${id}`, { method: "PUT", body: { taste: null } });
    await this.#songs.run();
  }
}
