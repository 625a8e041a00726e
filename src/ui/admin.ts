import { Task } from "@lit/task";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { Component, Health } from "../protocol/health.ts";
import type { HourOfPlays } from "../protocol/library.ts";
import type { AppState } from "../protocol/state.ts";
import { AdminPage } from "./elements/admin/admin-page.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import { adminPageStyles } from "./styles/admin-page-styles.ts";
import { adminWords } from "./words/admin-words.ts";
import "./elements/health-notes.ts";
import { failedNote } from "./elements/failed-note.ts";
import { keepFocus } from "./elements/keep-focus.ts";
import { bytesText } from "./facts/bytes-text.ts";
import { momentText } from "./facts/day-time.ts";
import { healthNotes } from "./facts/notes.ts";
import { currentPick, songView } from "./facts/song-view.ts";
import { trialNotes } from "./facts/trial-notes.ts";
import { perLanguage } from "./languages/tables.ts";
import { fetched } from "./link/ask.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { overviewWords } from "./words/overview-words.ts";

/** As much of `/api/health` as is shown. */
interface MachineTold {
  machine: {
    celsius: number | null;
    disk: { freeBytes: number; sizeBytes: number } | null;
    memory: { availableBytes: number; sizeBytes: number } | null;
  };
  memory: { daemonRssBytes: number; visionRssBytes: number | null };
  backup: { newestAt: number | null };
  uptimeSeconds: number;
}

const number = perLanguage((tag) => new Intl.NumberFormat(tag));
const LOOK_EVERY_MS = 15_000;
/** What there is to do, and where. */
const LINKS = [
  { to: "music", href: "/library#add" },
  { to: "camera", href: "/camera" },
  { to: "people", href: "/people" },
  { to: "settings", href: "/settings" },
  { to: "notice", href: "/notice" },
  { to: "upkeep", href: "/upkeep" },
] as const;

/** Where an admin begins: how everything is, what plays, and where to go. */
@customElement("mien-overview")
export class MienOverview extends AdminPage {
  protected readonly way = "overview";
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #machine = new Task(this, {
    task: async ([isAdmin], { signal }) => {
      if (!isAdmin) return null;
      const [machine, { hours }, { version }] = await Promise.all([
        fetched<MachineTold>("/api/health", signal),
        fetched<{ hours: readonly HourOfPlays[] }>("/api/history/hours?days=1", signal),
        fetched<{ version: string }>("/api/about", signal),
      ]);
      return { ...machine, hours, version };
    },
    args: () => [this.signedIn.isAdmin] as const,
  });

  static override styles = [
    baseStyles,
    pageStyles,
    adminPageStyles,
    css`
      .trial {
        display: grid;
        gap: var(--space-2);
      }
      .trial b {
        font-weight: 620;
      }
      .parts {
        display: grid;
        gap: 8px;
      }
      .parts li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-3);
      }
      .lamp {
        width: 12px;
        height: 12px;
        border-radius: 50%;
        background: var(--lamp);
      }
      .lamp[data-state="off"],
      .lamp[data-state="starting"] {
        background: none;
        box-shadow: inset 0 0 0 2px var(--ink-soft);
      }
      .lamp[data-state="degraded"],
      .lamp[data-state="down"] {
        background: var(--warn);
        border-radius: 2px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 6px var(--space-4);
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      dd {
        margin: 0;
        text-align: end;
      }
      .song {
        font: 620 var(--text-m) / 1.15 var(--display);
      }
      .links {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
        gap: var(--space-2);
      }
      .links a {
        display: grid;
        align-items: center;
        min-height: 48px;
        padding: 6px 18px;
        border-radius: 16px;
        box-shadow: inset 0 0 0 1px var(--line);
        color: inherit;
        text-decoration: none;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (document.visibilityState === "visible") void this.#machine.run();
    }, LOOK_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected get heading(): string {
    return overviewWords.title;
  }

  protected body(state: AppState | null) {
    if (state === null) return html`<p role="status">${adminWords.loading}</p>`;
    return html`<div class="columns">
      ${this.#health(state)} ${this.#now(state)} ${this.#figures()} ${this.#links()}
    </div>`;
  }

  #health(state: AppState) {
    const { health, camera } = state;
    const [notes, trial] = [healthNotes(health, camera), trialNotes(state)];
    const fine = trial.length === 0 ? overviewWords.well : overviewWords.trial;
    return html`<section class="panel">
      <h2>${overviewWords.health}</h2>
      <p data-testid="verdict">${notes.length === 0 ? fine : overviewWords.some(notes.length)}</p>
      ${notes.length === 0 ? nothing : html`<health-notes .notes=${notes} full></health-notes>`}
      ${
        trial.length === 0
          ? nothing
          : html`<ul class="trial" data-testid="trial">
              ${trial.map(({ what, cure }) => html`<li><b>${what}</b> <span class="soft">${cure}</span></li>`)}
            </ul>`
      }
      <ul class="parts">
        ${(Object.entries(health) as [Component, Health][]).map(
          ([component, { state }]) => html`<li data-testid="part-${component}">
            <i class="lamp" data-state=${state}></i>
            <span>${overviewWords.parts[component]}</span>
            <span class="soft">${overviewWords.states[state]}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #now({ player, queue, room, people }: AppState) {
    const pick = currentPick(player);
    const song = pick === null ? null : songView(pick);
    const next = queue[0];
    return html`<section class="panel">
      <h2>${overviewWords.now}</h2>
      ${
        song === null
          ? html`<p>${overviewWords.nothing}</p>`
          : html`<p class="song" dir="auto">${song.title}</p>
              <p class="soft" dir="auto">${song.artists}</p>`
      }
      ${player.actual.state === "paused" ? html`<p>${overviewWords.paused}</p>` : nothing}
      ${next ? html`<p class="soft" dir="auto">${overviewWords.next(songView(next).title)}</p>` : nothing}
      <p>${overviewWords.faces(room.faces)} ${overviewWords.here(people.named.length + people.others)}</p>
    </section>`;
  }

  #figures() {
    const { value, error } = this.#machine;
    if (value) return this.#told(value);
    // While it is asked again, too: the button to ask with has the focus.
    if (error !== undefined)
      return html`<section class="panel">${failedNote(error, () => this.#machine.run())}</section>`;
    return this.#waiting();
  }

  #waiting() {
    return html`<section class="panel"><p role="status">${adminWords.loading}</p></section>`;
  }

  #told(told: MachineTold & { hours: readonly HourOfPlays[]; version: string }) {
    const words = overviewWords;
    const { machine, memory, backup, uptimeSeconds, hours, version } = told;
    const sum = (name: "plays" | "asked" | "skipped") => hours.reduce((all, hour) => all + hour[name], 0);
    const share = (part?: number, whole?: number) =>
      part === undefined || whole === undefined ? words.unknown : words.of(bytesText(part), bytesText(whole));
    const upHours = Math.floor(uptimeSeconds / 3_600);
    const row = (name: string, value: string | number, id: string) =>
      html`<dt>${name}</dt><dd data-testid=${id}>${typeof value === "number" ? number().format(value) : value}</dd>`;
    return html`
      <section class="panel">
        <h2>${words.today}</h2>
        <dl>
          ${row(words.plays, sum("plays"), "plays")}
          ${row(words.picked, sum("plays") - sum("asked"), "picked")}
          ${row(words.asked, sum("asked"), "asked")}
          ${row(words.skipped, sum("skipped"), "skipped")}
        </dl>
        <div class="actions"><a href="/history">${words.toHistory}</a></div>
      </section>
      <section class="panel">
        <h2>${words.machine}</h2>
        <dl>
          ${row(words.heat, machine.celsius === null ? words.unknown : words.celsius(machine.celsius), "heat")}
          ${row(words.disk, share(machine.disk?.freeBytes, machine.disk?.sizeBytes), "disk")}
          ${row(words.memory, share(machine.memory?.availableBytes, machine.memory?.sizeBytes), "memory")}
          ${row(words.used, bytesText(memory.daemonRssBytes + (memory.visionRssBytes ?? 0)), "used")}
          ${row(words.up, words.days(Math.floor(upHours / 24), upHours % 24), "up")}
          ${row(words.backup, backup.newestAt === null ? words.noBackup : momentText(backup.newestAt), "backup")}
          ${row(words.version, version, "version")}
        </dl>
      </section>
    `;
  }

  #links() {
    return html`<section class="panel">
      <h2>${overviewWords.do}</h2>
      <div class="links">
        ${LINKS.map(({ to, href }) => html`<a href=${href}>${overviewWords.links[to]}</a>`)}
      </div>
    </section>`;
  }
}
