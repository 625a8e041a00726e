import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { EpochMs, Id } from "../../../protocol/time.ts";
import type { Blocks } from "../../facts/blocked.ts";
import { untilText } from "../../facts/day-time.ts";
import { listed } from "../../languages/tables.ts";
import { libraryWords } from "../../words/library-words.ts";
import { words } from "../../words/words.ts";
import { failedNote } from "../failed-note.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { asideListStyles } from "./aside-list-styles.ts";
import { LibraryEvent } from "./library-event.ts";

/** The list could not be had: once more, please. */
export class AgainEvent extends Event {
  static readonly type = "mien-again";
  constructor() {
    super(AgainEvent.type);
  }
}

/** Songs and artists that are not played here, and the way back for each. */
@customElement("blocked-list")
export class BlockedList extends LitElement {
  @property({ type: Boolean }) disabled = false;
  /** Null before the first answer. */
  @property({ attribute: false }) blocks: Blocks | null = null;
  @property({ attribute: false }) failure: string | null = null;

  static override styles = [
    baseStyles,
    asideListStyles,
    css`
      .name {
        text-decoration: line-through;
        text-decoration-color: var(--ink-soft);
      }
    `,
  ];

  protected override render() {
    const { failed, loading, blocks } = libraryWords;
    return html`
      <h2>${blocks.label}</h2>
      ${
        this.failure === null
          ? this.blocks === null
            ? html`<p class="soft">${loading}</p>`
            : this.#list(this.blocks)
          : failedNote(this.failure, () => this.dispatchEvent(new AgainEvent()), failed)
      }
    `;
  }

  #list({ tracks, artists }: Blocks) {
    if (tracks.length + artists.length === 0) return html`<p class="soft">${libraryWords.blocks.none}</p>`;
    return html`
      <ul data-testid="blocked">
        ${artists.map(({ name, until }) => this.#item({ artist: name }, name, "", until))}
        ${tracks.map(({ id, title, artists: by, until }) =>
          this.#item({ tracks: [id] }, title, listed(by) || words.now.unknownArtist, until),
        )}
      </ul>
    `;
  }

  #item(
    what: { tracks: readonly Id[] } | { artist: string },
    name: string,
    by: string,
    until: EpochMs | null,
  ) {
    const { allow, allowShort, until: holdsUntil } = libraryWords.blocks;
    const below = [by, until === null ? "" : holdsUntil(untilText(until, Date.now()))];
    return html`
      <li>
        <span dir="auto">
          <span class="name">${name}</span>
          ${below.map((part) => (part === "" ? nothing : html`<span class="soft">${part}</span>`))}
        </span>
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
