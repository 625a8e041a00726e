import { Task } from "@lit/task";
import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { adminPageStyles } from "./admin-page-styles.ts";
import { AdminPage } from "./elements/admin/admin-page.ts";
import "./elements/admin/log-panel.ts";
import { baseStyles } from "./elements/base-styles.ts";
import "./elements/settings/backup-panel.ts";
import { fetched } from "./link/ask.ts";
import { pageStyles } from "./page-styles.ts";
import { upkeepWords } from "./upkeep-words.ts";

/** Typed as they stand, in whatever language the page is. */
const RESTORE = [
  "sudo systemctl stop mien mien-safe",
  "sudo /opt/mien/current/scripts/restore newest",
  "sudo systemctl start mien",
].join("\n");
const UPDATE = "sudo /opt/mien/current/scripts/update mien-VERSION.tar.gz";

/** What is done now and then, or when something is wrong: backups, restoring, updating, and the log. */
@customElement("mien-upkeep")
export class MienUpkeep extends AdminPage {
  protected readonly way = "upkeep";
  readonly #about = new Task(this, {
    task: async ([isAdmin], { signal }) =>
      isAdmin ? (await fetched<{ version: string }>("/api/about", signal)).version : null,
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
        background: rgb(10 5 10 / 0.5);
        color: #fff9f2;
        font-size: 15px;
        user-select: text;
      }
      backup-panel {
        padding: 0;
        border: 0;
      }
    `,
  ];

  protected get heading(): string {
    return upkeepWords.title;
  }

  protected body() {
    const { backups, restore, update } = upkeepWords;
    const version = this.#about.value ?? null;
    return html`
      <div class="columns">
        <section class="panel">
          <h2>${backups}</h2>
          <backup-panel></backup-panel>
        </section>
        <section class="panel">
          <h2>${restore.title}</h2>
          <p>${restore.hint}</p>
          <pre tabindex="0" lang="en" dir="ltr">${RESTORE}</pre>
          <p class="soft">${restore.other}</p>
        </section>
        <section class="panel">
          <h2>${update.title}</h2>
          <p data-testid="version">${version === null ? "" : update.version(version)}</p>
          <p>${update.hint}</p>
          <pre tabindex="0" lang="en" dir="ltr">${UPDATE}</pre>
          <p>${update.after}</p>
          <p class="soft">${update.clone}</p>
        </section>
      </div>
      <log-panel></log-panel>
    `;
  }
}
