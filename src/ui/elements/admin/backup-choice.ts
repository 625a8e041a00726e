import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { EpochMs } from "../../../protocol/time.ts";
import { bytesText } from "../../facts/bytes-text.ts";
import { momentText } from "../../facts/day-time.ts";
import { fetched } from "../../link/ask.ts";
import { upkeepWords } from "../../words/upkeep-words.ts";
import { failedNote } from "../failed-note.ts";
import { keepFocus } from "../keep-focus.ts";
import { fieldStyles } from "../settings/field-styles.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { BackupChosenEvent, type ChosenBackup } from "./backup-chosen-event.ts";

/** One of the backups that there are, to take home; whoever wants to restore one hears which. */
@customElement("backup-choice")
export class BackupChoice extends LitElement {
  /** By its name; null is the newest. */
  @state() private chosen: string | null = null;
  /** Which one was told of last. */
  #told = "";
  readonly #known = new Task(this, {
    task: async (_, { signal }) =>
      (
        await fetched<{ backups: readonly { name: string; at: EpochMs; bytes: number }[] }>(
          "/api/backups",
          signal,
        )
      ).backups,
    args: () => [],
  });

  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
      }
      select {
        flex: 1 1 auto;
        min-width: 0;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override updated(): void {
    const { name = null, newest = false } = this.#meant ?? {};
    if (this.#told === `${name} ${newest}`) return;
    this.#told = `${name} ${newest}`;
    this.dispatchEvent(new BackupChosenEvent(this.#meant));
  }

  /** One was made meanwhile. */
  look(): void {
    void this.#known.run();
  }

  protected override render() {
    const { take } = upkeepWords;
    if (this.#known.value === undefined) {
      // While it is asked again, too: the button to ask with has the focus.
      const { error } = this.#known;
      return error === undefined ? nothing : failedNote(error, () => this.#known.run());
    }
    const [newest, ...older] = this.#known.value;
    if (newest === undefined) return html`<p class="soft" tabindex="-1">${take.none}</p>`;
    const chosen = this.#meant ?? newest;
    return html`
      <div class="row">
        <select aria-label=${take.which} data-testid="which-backup" @change=${this.#choose}>
          ${[newest, ...older].map(
            ({ name, at, bytes }) =>
              html`<option value=${name} ?selected=${name === chosen.name}>
                ${momentText(at)} · ${bytesText(bytes)}
              </option>`,
          )}
        </select>
        <a href="/api/backups/${chosen.name}" download=${chosen.name} data-testid="take-home">${take.download}</a>
      </div>
      <p>${take.holds}</p>
    `;
  }

  readonly #choose = (event: Event): void => {
    const name = (event.target as HTMLSelectElement).value;
    this.chosen = name === this.#known.value?.[0]?.name ? null : name;
  };

  /** Null where there is none, or before it is known. */
  get #meant(): ChosenBackup | null {
    const [newest, ...older] = this.#known.value ?? [];
    const chosen = older.find(({ name }) => name === this.chosen) ?? newest;
    return chosen === undefined ? null : { name: chosen.name, at: chosen.at, newest: chosen === newest };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "backup-choice": BackupChoice;
  }
}
