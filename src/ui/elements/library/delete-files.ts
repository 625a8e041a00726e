import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Track } from "../../../protocol/music.ts";
import { deleteUploads } from "../../link/delete-uploads.ts";
import { libraryWords } from "../../words/library-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { pageAround, SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles, narrowChipStyles } from "../styles/chip-styles.ts";
import { DeletedEvent } from "./deleted-event.ts";

/** Deletes the files of the chosen songs, all of which were uploaded. Nothing brings them back, so it asks once more. */
@customElement("delete-files")
export class DeleteFiles extends LitElement {
  @property({ attribute: false }) tracks: readonly Track[] = [];
  /** Whether the page may change anything. */
  @property({ type: Boolean }) disabled = false;
  @state() private is: "offered" | "asked" | "under way" = "offered";
  /** What it was asked of: for other songs it is asked anew. */
  #asked = "";

  static override styles = [
    baseStyles,
    chipStyles,
    narrowChipStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(): void {
    if (this.is === "asked" && this.#asked !== this.#songs) this.is = "offered";
  }

  protected override render() {
    const { files } = libraryWords;
    const count = this.tracks.length;
    // Screen readers tell what changes in a line that was there before.
    return html`
      <p role="status">${this.is === "asked" ? files.ask(count) : ""}</p>
      <div class="chips">${this.is === "asked" ? this.#question(count) : this.#offer(count)}</div>
    `;
  }

  #offer(count: number) {
    return html`<button
      data-testid="delete-files"
      ?disabled=${this.disabled || this.is === "under way"}
      @click=${this.#ask}
    >
      ${libraryWords.files.delete(count)}
    </button>`;
  }

  #question(count: number) {
    const { sure, keep } = libraryWords.files;
    return html`
      <button class="main" data-testid="delete-keep" @click=${this.#keep}>${keep(count)}</button>
      <button data-testid="delete-sure" ?disabled=${this.disabled} @click=${this.#delete}>${sure(count)}</button>
    `;
  }

  get #songs(): string {
    return this.tracks.map(({ id }) => id).join(" ");
  }

  readonly #ask = (): void => {
    this.#asked = this.#songs;
    this.is = "asked";
  };

  readonly #keep = (): void => {
    this.is = "offered";
  };

  readonly #delete = async (): Promise<void> => {
    // The panel may be gone by the time that it is answered; whoever asked is told anyway.
    const page = pageAround(this);
    const tracks = this.tracks.map(({ id }) => id);
    this.is = "under way";
    const { gone, why } = await deleteUploads(tracks);
    this.is = "offered";
    const { deleted, stay } = libraryWords.files;
    const stays = tracks.length - gone.length;
    const said = [
      ...(gone.length > 0 ? [deleted(gone.length)] : []),
      ...(stays > 0 ? [stay(stays, why.join(" "))] : []),
    ];
    page.dispatchEvent(new SaidEvent(said.join(" "), stays > 0 ? "refused" : "done"));
    if (gone.length > 0) this.dispatchEvent(new DeletedEvent(gone));
  };
}
