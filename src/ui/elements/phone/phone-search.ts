import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { FoundSong, PhoneOwn, PhoneRoom, PhoneSong } from "../../../protocol/guests.ts";
import { askNote } from "../../facts/ask-note.ts";
import { refusalText } from "../../facts/refusal-text.ts";
import type { PhoneLink } from "../../link/phone-link.ts";
import { phoneWords } from "../../words/phone-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "./phone-song.ts";

/** Nobody types faster; so each word is one question and not one a letter. */
const TYPED_MS = 250;

/** That a song is asked for. */
export class AskEvent extends Event {
  static readonly type = "mien-ask-for";
  readonly song: PhoneSong;

  constructor(song: PhoneSong) {
    super(AskEvent.type, { bubbles: true, composed: true });
    this.song = song;
  }
}

/** The library, over the page: what is typed is looked for, and a touch asks for it. */
@customElement("phone-search")
export class PhoneSearch extends LitElement {
  @property({ attribute: false }) link: PhoneLink | null = null;
  @property({ attribute: false }) room: PhoneRoom | null = null;
  @property({ attribute: false }) own: PhoneOwn | null = null;
  @property({ type: Boolean }) connected = false;
  /** What came of a song that was asked for: the page's own word is below this. */
  @property() said = "";
  /** Null before the first answer. */
  @state() private found: readonly FoundSong[] | null = null;
  @state() private failure = "";
  @state() private words = "";
  /** What the answer is to. */
  @state() private answered = "";
  @query("dialog") private dialog!: HTMLDialogElement | null;
  @query("input") private input!: HTMLInputElement | null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;

  static override styles = [
    baseStyles,
    css`
      dialog {
        width: 100vw;
        max-width: 640px;
        height: 100dvh;
        max-height: none;
        margin: 0 auto;
        padding: 0;
        border: 0;
        background: var(--paper);
        color: inherit;
        font-size: var(--text-s);
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
      }
      dialog::backdrop {
        background: rgb(18 10 16 / 0.6);
      }
      header {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 10px;
        padding: max(12px, env(safe-area-inset-top)) max(14px, env(safe-area-inset-right)) 12px
          max(14px, env(safe-area-inset-left));
        box-shadow: 0 1px 0 var(--line);
      }
      input {
        min-width: 0;
        min-height: 56px;
        padding: 0 20px;
        border: 0;
        border-radius: 999px;
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--ink-soft);
        color: inherit;
        font: inherit;
        font-size: 18px;
        user-select: text;
      }
      input:focus-visible {
        outline-offset: 0;
        box-shadow: none;
      }
      input::placeholder {
        color: var(--ink-soft);
        opacity: 1;
      }
      header button {
        min-height: 56px;
        padding: 0 18px;
      }
      .body {
        display: grid;
        align-content: start;
        gap: 10px;
        padding: 14px max(14px, env(safe-area-inset-right)) max(20px, env(safe-area-inset-bottom))
          max(14px, env(safe-area-inset-left));
        overflow-y: auto;
      }
      .body > p {
        position: sticky;
        top: -14px;
        z-index: 1;
        margin: -14px 0 0;
        padding: 14px 0 8px;
        background: var(--paper);
        color: var(--ink-soft);
        line-height: 1.4;
      }
      .body > .told {
        color: var(--ink);
        font-weight: 620;
      }
      ul {
        display: grid;
        gap: 8px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  open(): void {
    void this.updateComplete.then(() => {
      if (!this.dialog?.open) this.dialog?.showModal();
      this.input?.focus();
    });
  }

  close(): void {
    this.dialog?.close();
  }

  protected override render() {
    const { title, label, close } = phoneWords.search;
    return html`<dialog aria-label=${title} data-testid="search" @close=${this.#stop}>
      <header>
        <input
          type="search"
          aria-label=${label}
          placeholder=${label}
          maxlength="100"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value=${this.words}
          @input=${this.#typed}
          @keydown=${this.#key}
        />
        <button data-testid="search-close" @click=${this.close}>${close}</button>
      </header>
      <div class="body">
        <p role="status" class=${this.said === "" ? "" : "told"}>${this.said || this.#status()}</p>
        ${this.room && this.own ? this.#songs(this.room, this.own) : nothing}
      </div>
    </dialog>`;
  }

  #songs(room: PhoneRoom, own: PhoneOwn) {
    if (this.found === null || this.found.length === 0) return nothing;
    return html`<ul>
      ${repeat(
        this.found,
        ({ track }) => track,
        (song) => {
          const note = askNote(song, room, own);
          return html`<li>
            <phone-song
              .song=${song}
              .note=${note ?? ""}
              .disabled=${!this.connected || note !== null || own.left === 0}
              @mien-ask=${() => this.dispatchEvent(new AskEvent(song))}
            ></phone-song>
          </li>`;
        },
      )}
    </ul>`;
  }

  #status(): string {
    const { hint, searching, none, found } = phoneWords.search;
    if (this.failure !== "") return this.failure;
    if (this.words.trim() === "") return hint;
    if (this.found === null || this.answered !== this.words.trim())
      return this.found?.length ? found(this.found.length) : searching;
    return this.found.length === 0 ? none(this.answered) : found(this.found.length);
  }

  readonly #typed = (event: Event): void => {
    this.words = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#search(), TYPED_MS);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    clearTimeout(this.#typing);
    void this.#search();
    // The keyboard goes, so that the songs are seen.
    this.input?.blur();
  };

  async #search(): Promise<void> {
    this.#asking?.abort();
    const words = this.words.trim();
    if (words === "" || this.link === null) {
      this.found = null;
      this.failure = "";
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    const answer = await this.link.search(words, asking.signal);
    if (asking.signal.aborted) return;
    this.failure = answer.ok ? "" : refusalText(answer.refusal);
    this.found = answer.ok ? answer.value.songs : [];
    this.answered = words;
  }

  readonly #stop = (): void => {
    clearTimeout(this.#typing);
    this.#asking?.abort();
  };
}
