import { Task } from "@lit/task";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { AdminPage } from "./elements/admin/admin-page.ts";
import type { BackupChoice } from "./elements/admin/backup-choice.ts";
import { adminPageStyles } from "./styles/admin-page-styles.ts";
import "./elements/admin/backup-choice.ts";
import type { BackupChosenEvent, ChosenBackup } from "./elements/admin/backup-chosen-event.ts";
import "./elements/admin/backup-restore.ts";
import { lastUpdateLine } from "./elements/admin/last-update-line.ts";
import "./elements/admin/log-panel.ts";
import type { UpdateEndedEvent } from "./elements/admin/update-ended-event.ts";
import type { BackupPanel } from "./elements/settings/backup-panel.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/settings/backup-panel.ts";
import { failedNote } from "./elements/failed-note.ts";
import { keepFocus } from "./elements/keep-focus.ts";
import type { LastUpdate, UpdateDesk } from "./facts/update-told.ts";
import { hidesCamera, type Runs, restoreCommands, updateCommands } from "./facts/upkeep-commands.ts";
import { fetched } from "./link/ask.ts";
import { untilHad } from "./link/until-had.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { upkeepWords } from "./words/upkeep-words.ts";

interface About extends Runs {
  /** Started by systemd or another keeper: there is no terminal to end it at. */
  service: boolean;
  startedAt: number;
  version: string;
  lastUpdate: LastUpdate | null;
}

/** What is done now and then, or when something is wrong: backups, restoring, updating, and the log. */
@customElement("mien-upkeep")
export class MienUpkeep extends AdminPage {
  protected readonly way = "upkeep";
  /** The backup that somebody means; null where there is none. */
  @state() private backup: ChosenBackup | null = null;
  @query("backup-panel") private made!: BackupPanel | null;
  @query("backup-choice") private choice!: BackupChoice | null;
  /** An update that was waited for here, and has been told of where that was done. */
  @state() private waitedFor: LastUpdate | null = null;
  readonly #about = new Task(this, {
    task: async ([isAdmin], { signal }) => (isAdmin ? fetched<About>("/api/about", signal) : null),
    args: () => [this.signedIn.isAdmin] as const,
  });
  readonly #desk = new Task(this, {
    task: async ([isAdmin], { signal }) => {
      if (!isAdmin) return null;
      const desk = await fetched<UpdateDesk>("/api/update", signal);
      if (desk.way === "button") await untilHad(() => import("./elements/admin/release-update.ts"));
      return desk;
    },
    args: () => [this.signedIn.isAdmin] as const,
  });

  static override styles = [
    baseStyles,
    pageStyles,
    adminPageStyles,
    css`
      pre {
        margin: 0;
        padding: 12px 16px;
        border-radius: 14px;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        background: var(--plate, rgb(10 5 10 / 0.5));
        color: #fff9f2;
        font-size: 15px;
        user-select: text;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 0.5em;
        min-height: 48px;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::before {
        flex: none;
        width: 0.45em;
        height: 0.45em;
        margin-inline: 0.1em 0.2em;
        border: solid currentcolor;
        border-width: 0 2px 2px 0;
        content: "";
        rotate: -45deg;
      }
      summary:dir(rtl)::before {
        rotate: 135deg;
      }
      details[open] summary::before {
        rotate: 45deg;
      }
      .by-hand {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      backup-panel {
        padding: 0;
        border: 0;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected get heading(): string {
    return upkeepWords.title;
  }

  protected body() {
    const { backups, take, restore } = upkeepWords;
    return html`
      <div class="columns">
        <section class="panel">
          <h2>${backups}</h2>
          <backup-panel @mien-said=${() => this.choice?.look()}></backup-panel>
        </section>
        <section class="panel">
          <h2>${take.title}</h2>
          <backup-choice
            @mien-backup-chosen=${({ chosen }: BackupChosenEvent) => {
              this.backup = chosen;
            }}
          ></backup-choice>
        </section>
        <section class="panel">
          <h2>${restore.title}</h2>
          ${this.#restoring()}
        </section>
        ${this.#update()}
      </div>
      <log-panel></log-panel>
    `;
  }

  #restoring() {
    const about = this.#about.value ?? null;
    if (about === null) return this.#unknown();
    // Nothing but a service starts again by itself.
    if (!about.service) return this.#byHand(about);
    return html`<backup-restore
        .backup=${this.backup}
        .startedAt=${about.startedAt}
        @mien-restarted=${this.#lookAgain}
      ></backup-restore>
      <details>
        <summary data-testid="by-hand">${upkeepWords.restore.byHand}</summary>
        <div class="by-hand">${this.#byHand(about)}</div>
      </details>`;
  }

  /** By what is typed: on the machine itself it can always be done. */
  #byHand(about: About) {
    const { hint, clone, other, path } = upkeepWords.restore;
    const named = this.backup?.newest === false ? this.backup.name : "newest";
    return html`<p>${hint}</p>
      ${about.clone === null || about.service ? nothing : html`<p>${clone}</p>`}
      ${typed("restoring", upkeepWords.restore.title, restoreCommands(named, about))} ${this.#hidden(about)}
      ${named === "newest" ? html`<p class="soft">${other}</p>` : nothing}
      <p class="soft">${path}</p>`;
  }

  #hidden(about: About) {
    return hidesCamera(about) ? html`<p class="soft">${upkeepWords.restore.camera}</p>` : nothing;
  }

  /** Another Mien answers, with another database perhaps. */
  readonly #lookAgain = (): void => {
    void this.#about.run();
    this.made?.look();
    this.choice?.look();
  };

  /** While it is asked again, what was wrong stays: the button to ask with has the focus. */
  #unknown(task: { error: unknown; run: () => unknown } = this.#about) {
    return task.error === undefined ? nothing : failedNote(task.error, () => task.run());
  }

  #update() {
    const { update } = upkeepWords;
    const about = this.#about.value ?? null;
    const desk = this.#desk.value ?? null;
    return html`<section class="panel">
      <h2>${update.title}</h2>
      <p data-testid="version">${about === null ? "" : update.version(about.version)}</p>
      ${about === null ? this.#unknown() : this.#lastUpdate(about)}
      ${about === null ? nothing : desk === null ? this.#unknown(this.#desk) : this.#updating(about, desk)}
    </section>`;
  }

  #lastUpdate({ lastUpdate }: About) {
    return lastUpdate === null || lastUpdate.at === this.waitedFor?.at ? nothing : lastUpdateLine(lastUpdate);
  }

  #updating(about: About, desk: UpdateDesk) {
    const { byPage } = upkeepWords;
    if (desk.way !== "button")
      return html`${this.#commands(about)}
        ${desk.way === "no-signers" ? html`<p class="soft">${byPage.noSigners}</p>` : nothing}`;
    return html`<release-update
        .desk=${desk}
        .about=${about}
        @mien-update-ended=${this.#updated}
      ></release-update>
      <details>
        <summary data-testid="update-by-hand">${byPage.byHand}</summary>
        <div class="by-hand">${this.#commands(about)}</div>
      </details>`;
  }

  #commands(about: About) {
    const { update } = upkeepWords;
    const isClone = about.clone !== null;
    return html`
      <p>${isClone ? update.inClone : update.hint}</p>
      ${typed("updating", update.title, updateCommands(about))} ${this.#hidden(about)}
      <p>${isClone ? update.unwatched : update.after}</p>
      ${isClone ? nothing : html`<p class="soft">${update.clone}</p>`}
    `;
  }

  readonly #updated = ({ told }: UpdateEndedEvent): void => {
    this.waitedFor = told;
    this.#lookAgain();
  };
}

/** With a name: it can have the focus, for a keyboard to mark it. */
const typed = (id: string, label: string, commands: readonly string[]) =>
  html`<pre tabindex="0" role="group" aria-label=${label} lang="en" dir="ltr" data-testid=${id}>${commands.join("\n")}</pre>`;
