import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { isOfLevel, type LogLevel, type LogShown, type LogTold, shownLine } from "../../facts/log-view.ts";
import { forDates } from "../../languages/tables.ts";
import { ask } from "../../link/ask.ts";
import { adminWords } from "../../words/admin-words.ts";
import { upkeepWords } from "../../words/upkeep-words.ts";
import { failedNote } from "../failed-note.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";

const LOOK_EVERY_MS = 3_000;
const MOST_LINES = 1_000;
const LEVELS = ["all", "warn", "error"] as const;
const time = forDates(
  (tag, here) =>
    new Intl.DateTimeFormat(tag, {
      ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" },
      ...{ hourCycle: "h23", ...here },
    }),
);

/** The newest lines of the log, the newest first; more come while it is looked at. */
@customElement("log-panel")
export class LogPanel extends LitElement {
  @state() private lines: readonly LogShown[] | null = null;
  @state() private level: LogLevel = "all";
  @state() private fault: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    chipStyles,
    panelStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      ol {
        display: grid;
        gap: 2px;
        max-height: 60vh;
        margin: 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
        font-size: 15px;
        overflow-wrap: anywhere;
      }
      li {
        display: grid;
        grid-template-columns: 8.6em 5em minmax(0, 1fr);
        gap: 0 var(--space-3);
        padding: 4px 0;
        border-top: 1px solid var(--line);
      }
      li[data-kind="warn"] b,
      li[data-kind="error"] b {
        color: var(--warn);
      }
      b {
        font-weight: 620;
      }
      code {
        font-size: 13px;
        color: var(--ink-soft);
      }
      @media (max-width: 759px) {
        li {
          grid-template-columns: auto minmax(0, 1fr);
        }
        .what {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const { log } = upkeepWords;
    return html`<section class="panel">
      <h2>${log.title}</h2>
      <p class="soft">${log.hint}</p>
      <div class="chips" role="group" aria-label=${log.level}>
        ${LEVELS.map(
          (level) => html`<button
            data-testid="level-${level}"
            aria-pressed=${String(level === this.level)}
            @click=${() => {
              this.level = level;
            }}
          >
            ${log.levels[level]}
          </button>`,
        )}
      </div>
      ${this.fault === null ? nothing : failedNote(this.fault, () => this.#look())}
      ${this.#list()}
      <p class="soft">${log.live}</p>
      <div class="actions">
        <a data-testid="bundle" href="/api/support-bundle" download>${log.bundle}</a>
      </div>
      <p class="soft">${log.bundleHint}</p>
    </section>`;
  }

  #list() {
    const { log } = upkeepWords;
    if (this.lines === null)
      return this.fault === null ? html`<p role="status">${adminWords.loading}</p>` : nothing;
    const shown = this.lines.filter((line) => isOfLevel(line, this.level));
    if (shown.length === 0) return html`<p role="status">${log.none}</p>`;
    return html`<ol data-testid="log" tabindex="0" aria-label=${log.title}>
      ${shown.map(
        ({ at, kind, message, facts }) => html`<li data-kind=${kind}>
          <span class="soft">${at === null ? "" : time().format(at)}</span>
          <b>${log.kinds[kind]}</b>
          <span class="what" lang="en" dir="ltr">${message} ${facts === "" ? nothing : html`<code>${facts}</code>`}</span>
        </li>`,
      )}
    </ol>`;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    if (document.visibilityState === "visible") {
      const answer = await ask<{ lines: readonly LogTold[] }>(`/api/logs?after=${this.lines?.[0]?.seq ?? 0}`);
      this.fault = answer.ok ? null : answer.reason;
      // After another start of Mien it counts from the beginning: what was shown stays, and what is new comes on top.
      if (answer.ok && (answer.value.lines.length > 0 || this.lines === null))
        this.lines = [...answer.value.lines.map(shownLine).reverse(), ...(this.lines ?? [])].slice(
          0,
          MOST_LINES,
        );
    }
    if (this.isConnected) this.#timer = setTimeout(() => void this.#look(), LOOK_EVERY_MS);
  }
}
