import { Task } from "@lit/task";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { Component, Health, HealthReason } from "../protocol/health.ts";
import type { HourOfPlays } from "../protocol/library.ts";
import type { AppState } from "../protocol/state.ts";
import { AdminPage } from "./elements/admin/admin-page.ts";
import "./elements/admin/own-screen.ts";
import { type MachineTold, overviewFigures } from "./elements/admin/overview-figures.ts";
import type { Way, Ways } from "./elements/health-notes.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import { adminPageStyles } from "./styles/admin-page-styles.ts";
import { adminWords } from "./words/admin-words.ts";
import "./elements/health-notes.ts";
import "./elements/people/https-told.ts";
import { failedNote } from "./elements/failed-note.ts";
import { keepFocus } from "./elements/keep-focus.ts";
import { cameraView } from "./facts/camera-view.ts";
import { idleText } from "./facts/idle-text.ts";
import { looksText } from "./facts/looks.ts";
import { healthNotes } from "./facts/notes.ts";
import { type Known, lampOf, partText } from "./facts/part-text.ts";
import { currentPick, songView } from "./facts/song-view.ts";
import { trialNotes, unaskedNote } from "./facts/trial-notes.ts";
import { fetched } from "./link/ask.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { overviewWords } from "./words/overview-words.ts";

const LOOK_EVERY_MS = 15_000;
/** Of the player's and the library's troubles. */
const curedBySetting: ReadonlySet<HealthReason> = new Set([
  ...(["output-missing", "output-elsewhere", "folder-missing", "library-empty"] as const),
]);
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
      .trial a {
        display: flex;
        align-items: center;
        width: fit-content;
        min-height: 48px;
        color: inherit;
        font-weight: 620;
        text-underline-offset: 0.2em;
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
        grid-template-columns: auto minmax(min-content, 1fr) fit-content(62%);
        align-items: center;
        gap: var(--space-3);
      }
      .parts .soft {
        text-align: end;
      }
      .lamp {
        width: 12px;
        height: 12px;
        border-radius: 50%;
        background: var(--lamp);
      }
      .lamp[data-state="none"],
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
      /* Half of what it is meant to be. */
      .lamp[data-state="trial"] {
        background: linear-gradient(to top, var(--lamp) 50%, transparent 50%);
        box-shadow: inset 0 0 0 2px var(--lamp);
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
    return html`${this.signedIn.atKiosk ? html`<own-screen data-testid="own-screen" .signedIn=${this.signedIn}></own-screen>` : nothing}
    <div class="columns">
      ${this.#health(state)} ${this.#now(state)} ${this.#figures()} ${this.#links()}
    </div>`;
  }

  #health(state: AppState) {
    const { health, camera } = state;
    const [notes, standing, unasked] = [healthNotes(health, camera), trialNotes(state), unaskedNote(state)];
    const { well, trial, waits } = overviewWords;
    const fine = unasked !== null ? waits : standing.length === 0 ? well : trial;
    const known = this.#known;
    const told = [...(unasked === null ? [] : [unasked]), ...standing];
    return html`<section class="panel">
      <h2>${overviewWords.health}</h2>
      <p data-testid="verdict">${notes.length === 0 ? fine : overviewWords.some(notes.length + told.length)}</p>
      ${notes.length === 0 ? nothing : html`<health-notes .notes=${notes} .ways=${this.#waysOut(health)} full live></health-notes>`}
      ${
        told.length === 0
          ? nothing
          : html`<ul class="trial" data-testid="trial">
              ${told.map(({ component, what, cure }) => {
                const ways: Ways = this.#ways(component === "camera" && unasked !== null);
                const way = ways[component];
                return html`<li>
                  <b>${what}</b> <span class="soft">${cure}</span>
                  ${way === undefined ? nothing : html`<a href=${way.href}>${way.text}</a>`}
                </li>`;
              })}
            </ul>`
      }
      <ul class="parts">
        ${(Object.keys(health) as Component[]).map(
          (component) => html`<li data-testid="part-${component}">
            <i class="lamp" data-state=${lampOf(component, state, known)}></i>
            <span>${overviewWords.parts[component]}</span>
            <span class="soft">${partText(component, state, known)}</span>
          </li>`,
        )}
      </ul>
      ${state.https === null ? nothing : html`<https-told .https=${state.https}></https-told>`}
    </section>`;
  }

  /** Of what is wrong: other troubles of the player and the library are cured by no setting. */
  #waysOut({ player, library }: AppState["health"]): Ways {
    const ways = this.#ways();
    const isCured = (one: Health): boolean => "reason" in one && curedBySetting.has(one.reason);
    return {
      ...{ camera: ways.camera, backup: ways.backup },
      ...(isCured(player) && { player: ways.player }),
      ...(isCured(library) && { library: ways.library }),
    };
  }

  /** To the setting that is a part's cure. */
  #ways(isUnasked = false): Readonly<Record<"player" | "camera" | "library" | "backup", Way>> {
    const { speaker, camera, folders, backups, stands } = overviewWords.toSetting;
    const way = (setting: string, text: string) => ({ href: `/settings#${setting}`, text });
    return {
      player: way("output", speaker),
      camera: isUnasked ? way("stands", stands) : way("cameraSource", camera),
      library: way("musicFolders", folders),
      backup: way("backupFolder", backups),
    };
  }

  get #known(): Known | null {
    const { value } = this.#machine;
    return value ? { celsius: value.machine.celsius, newestBackupAt: value.backup.newestAt } : null;
  }

  #now(state: AppState) {
    const { player, queue, people } = state;
    const pick = currentPick(player);
    const song = pick === null ? null : songView(pick);
    const next = queue[0];
    return html`<section class="panel">
      <h2>${overviewWords.now}</h2>
      ${
        song === null
          ? silence(state)
          : html`<p class="song" dir="auto">${song.title}</p>
              <p class="soft" dir="auto">${song.artists}</p>`
      }
      ${player.actual.state === "paused" ? html`<p>${overviewWords.paused}</p>` : nothing}
      ${next ? html`<p class="soft" dir="auto">${overviewWords.next(songView(next).title)}</p>` : nothing}
      <p>${this.#seen(state)}</p>
      <p>${overviewWords.here(people.named.length + people.others)}</p>
    </section>`;
  }

  /** Of a camera that does not look the same as the kiosk: it sees no face, and that says nothing. */
  #seen({ camera, health, stands, room }: AppState): string {
    const view = cameraView(camera, health, true, stands);
    const looks = view === "looking" || view === "photographs";
    return looks ? overviewWords.faces(room.faces) : looksText(room.looks, room.faces, view);
  }

  #figures() {
    const { value, error } = this.#machine;
    if (value) return overviewFigures(value);
    // While it is asked again, too: the button to ask with has the focus.
    if (error !== undefined)
      return html`<section class="panel">${failedNote(error, () => this.#machine.run())}</section>`;
    return this.#waiting();
  }

  #waiting() {
    return html`<section class="panel"><p role="status">${adminWords.loading}</p></section>`;
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

/** By the hours: nobody has to look for a fault. */
function silence(state: AppState) {
  const { actual } = state.player;
  const closed = actual.state === "idle" && actual.because === "closed" ? idleText(state) : null;
  if (closed === null) return html`<p>${overviewWords.nothing}</p>`;
  return html`<p data-testid="closed">${closed.title}</p><p class="soft">${closed.text}</p>`;
}
