import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { EpochMs, Id } from "../../protocol/time.ts";
import { libraryWords } from "../library-words.ts";
import { fetched, reasonOf } from "../link/ask.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import { LibraryEvent } from "./library-event.ts";

interface Blocks {
  tracks: readonly { id: Id; title: string; artists: readonly string[]; until: EpochMs | null }[];
  artists: readonly { name: string; until: EpochMs | null }[];
}

/** Songs and artists that are never played here, and the way back for each. */
@customElement("blocked-list")
export class BlockedList extends LitElement {
  @property({ type: Boolean }) disabled = false;
  /** Counts up when something was changed. */
  @property({ type: Number }) version = 0;

  readonly #blocks = new Task(this, {
    task: (_, { signal }) => fetched<Blocks>("/api/library/blocks", signal),
    args: () => [this.version] as const,
  });

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: var(--space-3);
        min-width: 0;
        font-size: var(--text-s);
      }
      h3 {
        margin: 0;
        font: 600 1em / 1.2 var(--body);
      }
      ul {
        display: grid;
        gap: var(--space-2);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-3);
        line-height: 1.25;
        overflow-wrap: anywhere;
      }
      button {
        min-height: 44px;
        padding: 0 16px;
      }
      .soft {
        color: var(--ink-soft);
        font-size: 0.9em;
      }
    `,
  ];

  protected override render() {
    const { label } = libraryWords.blocks;
    return html`
      <h3>${label}</h3>
      ${this.#blocks.render({
        pending: () =>
          this.#blocks.value
            ? this.#list(this.#blocks.value)
            : html`<p class="soft">${libraryWords.loading}</p>`,
        error: (error) => html`<p role="alert">${libraryWords.failed} ${reasonOf(error)}</p>`,
        complete: (blocks) => this.#list(blocks),
      })}
    `;
  }

  #list({ tracks, artists }: Blocks) {
    if (tracks.length + artists.length === 0) return html`<p class="soft">${libraryWords.blocks.none}</p>`;
    return html`
      <ul data-testid="blocked">
        ${artists.map(({ name }) => this.#item({ artist: name }, name, ""))}
        ${tracks.map(({ id, title, artists: by }) =>
          this.#item({ track: id }, title, by.length > 0 ? by.join(", ") : words.now.unknownArtist),
        )}
      </ul>
    `;
  }

  #item(what: { track: Id } | { artist: string }, name: string, below: string) {
    const { allow, allowShort } = libraryWords.blocks;
    return html`
      <li>
        <span dir="auto">${name}${below === "" ? nothing : html` <span class="soft">${below}</span>`}</span>
        <button
          data-testid="allow"
          aria-label=${allow(name)}
          ?disabled=${this.disabled}
          @click=${() => this.dispatchEvent(new LibraryEvent({ do: "block", what, name, blocked: false }))}
        >
          ${allowShort}
        </button>
      </li>
    `;
  }
}
