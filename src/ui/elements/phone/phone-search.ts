import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { FoundSong, PhoneOwn, PhoneRoom, PhoneSong } from "../../../protocol/guests.ts";
import type { MoodLabel } from "../../../protocol/mood.ts";
import { askNote } from "../../facts/ask-note.ts";
import { refusalText } from "../../facts/refusal-text.ts";
import { BackCloses } from "../../link/back-closes.ts";
import type { PhoneLink } from "../../link/phone-link.ts";
import { phoneWords } from "../../words/phone-words.ts";
import { openAtOnce } from "../open-modal.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { phoneSearchStyles } from "./phone-search-styles.ts";
import "./phone-song.ts";

/** Nobody types faster; so each word is one question and not one a letter. */
const TYPED_MS = 250;
const labels = Object.keys(labelPoints) as readonly MoodLabel[];

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
  /** Songs can be asked for; where not, what says so lies under this. */
  @property({ type: Boolean }) may = false;
  /** What came of a song that was asked for: the page's own word is below this. */
  @property() said = "";
  /** Null before the first answer. */
  @state() private found: readonly FoundSong[] | null = null;
  @state() private failure = "";
  @state() private words = "";
  /** What the answer is to. */
  @state() private answered = "";
  /** None of what was found is called so. */
  @state() private nearly = false;
  /** What is looked through while nothing is typed. */
  @state() private mood: MoodLabel | null = null;
  /** Where the next page of it begins; null where there is none. */
  @state() private next: number | null = null;
  @query("dialog") private dialog!: HTMLDialogElement | null;
  @query("input") private input!: HTMLInputElement | null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;
  readonly #back = new BackCloses({
    name: "search",
    isOpen: () => this.dialog?.open === true,
    open: () => this.open(),
    close: () => this.close(),
  });

  static override styles = [baseStyles, chipStyles, phoneSearchStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#back.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#back.stop();
    this.#stop();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.may) this.close();
    // What could not be looked for is looked for once it can be.
    else if ((changed.has("may") || changed.has("connected")) && this.connected && this.failure !== "")
      void (this.mood === null ? this.#search() : this.#browse(this.mood, this.next ?? 0));
  }

  open(): void {
    // By the browser's Forward: what was open there is no more.
    if (!this.may) {
      this.#back.closed();
      return;
    }
    void this.updateComplete.then(() => {
      if (this.dialog) openAtOnce(this.dialog, { begin: () => this.input?.focus() });
      this.#back.opened();
    });
  }

  close(): void {
    this.dialog?.close();
  }

  protected override render() {
    const { title, label, close } = phoneWords.search;
    return html`<dialog aria-label=${title} data-testid="search" @close=${this.#closed}>
      <header role="presentation">
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
        ${this.words.trim() === "" ? this.#moods() : nothing}
        ${this.room && this.own ? this.#songs(this.room, this.own) : nothing}
        ${
          this.next === null
            ? nothing
            : html`<button class="more" data-testid="more" ?disabled=${!this.connected} @click=${() => this.#browse(this.mood, this.next)}>
                ${phoneWords.search.more}
              </button>`
        }
      </div>
    </dialog>`;
  }

  #moods() {
    const { browse, moods } = phoneWords.search;
    return html`<div class="chips" role="group" aria-label=${browse}>
      ${labels.map(
        (label) => html`<button
          data-testid="mood"
          aria-pressed=${this.mood === label}
          ?disabled=${!this.connected}
          @click=${() => this.#browse(this.mood === label ? null : label, 0)}
        >
          <span>${moods[label]}</span>
        </button>`,
      )}
    </div>`;
  }

  #songs(room: PhoneRoom, own: PhoneOwn) {
    if (this.found === null || this.found.length === 0) return nothing;
    return html`<ul>
      ${repeat(
        this.found,
        ({ track }) => track,
        (song) => {
          const note = askNote(song, room);
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
    const { hint, browse, searching, none, noneSuch, perhaps, found } = phoneWords.search;
    if (this.failure !== "") return this.failure;
    if (this.words.trim() === "") {
      if (this.mood === null) return `${hint} ${browse}`;
      if (this.found === null) return searching;
      return this.found.length === 0 ? noneSuch : hint;
    }
    if (this.found === null || this.answered !== this.words.trim())
      return this.found?.length ? found(this.found.length) : searching;
    if (this.found.length === 0) return none(this.answered);
    return this.nearly ? `${none(this.answered)} ${perhaps}` : found(this.found.length);
  }

  readonly #typed = (event: Event): void => {
    this.words = (event.target as HTMLInputElement).value;
    if (this.mood !== null) void this.#browse(null, 0);
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
    const words = this.words.trim();
    // What is looked through instead goes on.
    if (words === "" && this.mood !== null) return;
    this.#asking?.abort();
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
    this.nearly = answer.ok && answer.value.nearly;
    this.answered = words;
  }

  /** Songs of a mood from there on; null looks through none. */
  async #browse(mood: MoodLabel | null, from: number | null): Promise<void> {
    this.#asking?.abort();
    const before = from === 0 ? [] : (this.found ?? []);
    if (from === 0) this.found = null;
    this.mood = mood;
    this.next = null;
    this.failure = "";
    if (mood === null || this.link === null) return;
    const asking = new AbortController();
    this.#asking = asking;
    const answer = await this.link.ofMood(mood, from ?? 0, asking.signal);
    if (asking.signal.aborted) return;
    this.failure = answer.ok ? "" : refusalText(answer.refusal);
    const known = new Set(before.map(({ track }) => track));
    this.found = [
      ...before,
      ...(answer.ok ? answer.value.songs.filter(({ track }) => !known.has(track)) : []),
    ];
    this.next = answer.ok ? answer.value.next : from;
  }

  /** What is under way goes on: whoever opens it again finds the answer, and not that it is looked for. */
  readonly #closed = (): void => this.#back.closed();

  #stop(): void {
    clearTimeout(this.#typing);
    this.#asking?.abort();
  }
}
