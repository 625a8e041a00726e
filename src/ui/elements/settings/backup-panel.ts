import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { EpochMs } from "../../../protocol/time.ts";
import { bytesText } from "../../facts/bytes-text.ts";
import { momentText } from "../../facts/day-time.ts";
import { type RefusalCode, refused } from "../../facts/refused.ts";
import { ask, fetched } from "../../link/ask.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { upkeepWords } from "../../words/upkeep-words.ts";
import { failedNote } from "../failed-note.ts";
import { keepFocus } from "../keep-focus.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "./field-styles.ts";

interface Backups {
  folder: string;
  running: boolean;
  nextAt: EpochMs | null;
  missing: string | null;
  because: RefusalCode | null;
  backups: readonly { name: string; at: EpochMs; bytes: number }[];
}

interface Recovery {
  recovery: {
    kind: "damaged" | "restored" | "not-restored";
    at: EpochMs;
    kept: string | null;
    backupAt: EpochMs | null;
    why: string | null;
    because: RefusalCode | null;
  } | null;
}

/** Of eleven that are kept at most. */
const SHOWN = 11;

/** Copies of the database: which there are, one now, and what became of a damaged one. */
@customElement("backup-panel")
export class BackupPanel extends LitElement {
  @state() private busy = false;
  readonly #known = new Task(this, {
    task: async (_, { signal }) => {
      const [backups, { recovery }] = await Promise.all([
        fetched<Backups>("/api/backups", signal),
        fetched<Recovery>("/api/recovery", signal),
      ]);
      return { ...backups, recovery };
    },
    args: () => [],
  });

  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: var(--space-3);
        padding-block: var(--space-4);
        border-top: 1px solid var(--line);
        line-height: 1.35;
      }
      h3 {
        margin: 0;
        font: 600 1.06em / 1.2 var(--body);
      }
      p {
        overflow-wrap: anywhere;
      }
      ul {
        display: grid;
        gap: 6px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--space-4);
        font-variant-numeric: tabular-nums;
      }
      .recovery {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-4);
        border-radius: var(--radius-m);
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--warn);
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  /** As somebody may have signed in. */
  look(): void {
    void this.#known.run();
  }

  protected override render() {
    const { backups } = settingsWords;
    return html`
      <h3>${backups.label}</h3>
      ${this.#whatIsKnown()}
    `;
  }

  #whatIsKnown() {
    const { value, error } = this.#known;
    if (value !== undefined) return this.#told(value);
    // While it is asked again, too: the button to ask with has the focus.
    if (error !== undefined) return failedNote(error, () => this.#known.run());
    return html`<p class="soft">${settingsWords.loading}</p>`;
  }

  #told({ folder, running, nextAt, missing, because, backups: made, recovery }: Backups & Recovery) {
    const { backups } = settingsWords;
    const busy = this.busy || running;
    return html`
      ${recovery === null ? nothing : this.#recovered(recovery)}
      ${missing === null ? nothing : html`<p class="fault" data-testid="backups-missing"><bdi>${refused(missing, because ?? {})}</bdi></p>`}
      ${made.length === 0 && missing === null ? html`<p class="soft">${backups.none}</p>` : nothing}
      <ul data-testid="backups">
        ${made
          .slice(0, SHOWN)
          .map(
            ({ at, bytes }) => html`<li><span>${momentText(at)}</span><span>${bytesText(bytes)}</span></li>`,
          )}
      </ul>
      <div class="chips">
        <button data-testid="back-up" aria-disabled=${String(busy)} @click=${this.#backUp}>
          ${busy ? backups.running : backups.now}
        </button>
      </div>
      ${missing === null ? html`<p class="soft" dir="auto">${backups.folder(folder)}</p>` : nothing}
      ${nextAt === null ? nothing : html`<p class="soft">${backups.next(momentText(nextAt))}</p>`}
    `;
  }

  #recovered({ kind, at, kept, backupAt, why, because }: NonNullable<Recovery["recovery"]>) {
    const { backups } = settingsWords;
    const { restored, notRestored, keptBefore } = upkeepWords.restore;
    const when = momentText(at);
    const backup = backupAt === null ? null : momentText(backupAt);
    const damaged = backup === null ? backups.recovered(when) : backups.recoveredFrom(when, backup);
    const told = {
      damaged,
      restored: restored(when, backup ?? ""),
      "not-restored": notRestored(when, backup === null ? "" : ` (${backup})`),
    }[kind];
    return html`<div class="recovery" data-testid="recovery">
      <p>${told}</p>
      ${why === null ? nothing : html`<p><bdi>${refused(why, because ?? {})}</bdi></p>`}
      ${
        kept === null
          ? nothing
          : html`<p class="soft" dir="auto">${(kind === "restored" ? keptBefore : backups.kept)(kept)}</p>`
      }
      <div class="chips">
        <button data-testid="noted" @click=${this.#noted}>${backups.noted}</button>
      </div>
    </div>`;
  }

  readonly #backUp = async (): Promise<void> => {
    // Not disabled: it would lose the focus.
    if (this.busy || this.#known.value?.running) return;
    this.busy = true;
    const answer = await ask("/api/backups", { method: "POST" });
    this.busy = false;
    const { done } = settingsWords.backups;
    this.dispatchEvent(answer.ok ? new SaidEvent(done, "done") : new SaidEvent(answer.reason, "refused"));
    void this.#known.run();
  };

  readonly #noted = async (): Promise<void> => {
    const answer = await ask("/api/recovery", { method: "DELETE" });
    const { thanks } = settingsWords.backups;
    this.dispatchEvent(answer.ok ? new SaidEvent(thanks, "done") : new SaidEvent(answer.reason, "refused"));
    void this.#known.run();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "backup-panel": BackupPanel;
  }
}
