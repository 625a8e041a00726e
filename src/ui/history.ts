import { Task, TaskStatus } from "@lit/task";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { PolicyEffect } from "../protocol/figures.ts";
import type { HourOfPlays, PlayTold } from "../protocol/library.ts";
import { AdminPage } from "./elements/admin/admin-page.ts";
import { adminPageStyles } from "./styles/admin-page-styles.ts";
import { adminWords } from "./words/admin-words.ts";
import "./elements/admin/hour-plot.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import { chipStyles } from "./elements/styles/chip-styles.ts";
import "./elements/library/effect-list.ts";
import "./elements/library/plays-report.ts";
import { failedNote } from "./elements/failed-note.ts";
import { momentText } from "./facts/day-time.ts";
import { currentPick } from "./facts/song-view.ts";
import { whyText } from "./facts/why.ts";
import { listed } from "./languages/tables.ts";
import { ask, fetched } from "./link/ask.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { historyWords } from "./words/history-words.ts";
import { moodMapWords } from "./words/mood-map-words.ts";

const PAGE = 50;
/** By then the end of one song and the beginning of the next are in the history. */
const WRITTEN_MS = 1_500;
/** Over which days effects are looked at. */
const DAYS = 90;

interface Told {
  hours: readonly HourOfPlays[];
  plays: readonly PlayTold[];
  effects: readonly PolicyEffect[];
}

/** What was played: how much in each hour, to what effect, and each song with why it was chosen. */
@customElement("mien-history")
export class MienHistory extends AdminPage {
  protected readonly way = "history";
  /** The last good answer: it stays when a later one fails. */
  @state() private last: Told | null = null;
  /** Older ones than it tells. */
  @state() private older: readonly PlayTold[] = [];
  @state() private mayHaveMore = true;
  @state() private fault: string | null = null;
  /** What plays now, by its pick; undefined before that is known. */
  #playing: string | null | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  readonly #told = new Task(this, {
    task: async ([isAdmin], { signal }) => {
      if (!isAdmin) return;
      const [{ hours }, { plays }, effects] = await Promise.all([
        fetched<{ hours: readonly HourOfPlays[] }>("/api/history/hours", signal),
        fetched<{ plays: readonly PlayTold[] }>(`/api/history?limit=${PAGE}`, signal),
        fetched<readonly PolicyEffect[]>(`/api/effect?days=${DAYS}`, signal),
      ]);
      this.#take({ hours, plays, effects });
    },
    args: () => [this.signedIn.isAdmin] as const,
  });

  static override styles = [
    baseStyles,
    pageStyles,
    chipStyles,
    adminPageStyles,
    css`
      .columns {
        columns: 2 380px;
      }
      .wide {
        overflow-x: auto;
      }
      td b {
        font-weight: 620;
      }
      td:first-child {
        white-space: nowrap;
      }
      @media (max-width: 759px) {
        /* Whoever hears the page is told all the same what each of them is. */
        thead {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        tr {
          display: grid;
          padding: 8px 0;
          border-top: 1px solid var(--line);
        }
        td {
          padding: 0;
          border: 0;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#soon);
  }

  /** The list ends with the song that plays: with another one it is asked for anew, once that one is written down. */
  protected override willUpdate(): void {
    super.willUpdate();
    const state = this.link.picture?.state;
    const playing = state ? (currentPick(state.player)?.id ?? null) : undefined;
    if (playing === this.#playing || playing === undefined) return;
    if (this.#playing !== undefined) {
      clearTimeout(this.#soon);
      this.#soon = setTimeout(() => void this.#told.run(), WRITTEN_MS);
    }
    this.#playing = playing;
  }

  protected get heading(): string {
    return historyWords.title;
  }

  protected body() {
    const { last } = this;
    const again = () => this.#told.run();
    if (last !== null)
      return html`${
        this.#told.status === TaskStatus.ERROR
          ? html`<section class="panel">${failedNote(this.#told.error, again, historyWords.notNew)}</section>`
          : nothing
      }${this.#shown(last)}`;
    return this.#told.render({
      pending: () => html`<p role="status">${adminWords.loading}</p>`,
      error: (error) => html`<section class="panel">${failedNote(error, again)}</section>`,
    });
  }

  /** Where nothing known comes again, others may lie in between: then the list begins anew. */
  #take(told: Told): void {
    const { plays } = told;
    const news = new Set(plays.map(({ id }) => id));
    const known = [...(this.last?.plays ?? []), ...this.older];
    const goesOn = known.some(({ id }) => news.has(id));
    this.older = goesOn ? known.filter(({ id }) => !news.has(id)) : [];
    if (!goesOn) this.mayHaveMore = plays.length === PAGE;
    this.last = told;
  }

  #shown({ hours, plays, effects }: Told) {
    const { effect } = moodMapWords;
    return html`
      <section class="panel">
        <h2>${historyWords.hours}</h2>
        <hour-plot .hours=${hours}></hour-plot>
      </section>
      <div class="columns">
        <section class="panel">
          <h2>${effect.label}</h2>
          <p class="soft">${effect.intro(DAYS)}</p>
          <effect-list .effects=${effects}></effect-list>
        </section>
        <plays-report></plays-report>
      </div>
      <section class="panel">
        <h2>${historyWords.list}</h2>
        ${this.#list([...plays, ...this.older])}
      </section>
    `;
  }

  #list(plays: readonly PlayTold[]) {
    const { columns, none, more } = historyWords;
    if (plays.length === 0) return html`<p>${none}</p>`;
    return html`<div class="wide">
        <table aria-label=${historyWords.list}>
          <thead>
            <tr>
              <th scope="col">${columns.when}</th>
              <th scope="col">${columns.song}</th>
              <th scope="col">${columns.why}</th>
              <th scope="col">${columns.end}</th>
            </tr>
          </thead>
          <tbody data-testid="plays">
            ${plays.map((play) => this.#row(play))}
          </tbody>
        </table>
      </div>
      <p role="status" class="visually-hidden" data-testid="shown">${this.older.length === 0 ? nothing : historyWords.shown(plays.length)}</p>
      ${this.fault === null ? nothing : html`<p role="alert" class="fault">${this.fault}</p>`}
      ${
        this.mayHaveMore
          ? html`<div class="actions">
              <button data-testid="older" @click=${() => this.#more(plays)}>${more}</button>
            </div>`
          : nothing
      }`;
  }

  #row(play: PlayTold) {
    const { id, title, artists, startedAt, end } = play;
    const { playing, cutOff, ends } = historyWords;
    // What plays may have ended once already: with the Mien before, which was stopped in it.
    return html`<tr>
      <td class="soft">${momentText(startedAt)}</td>
      <td><b dir="auto">${title}</b> <span class="soft" dir="auto">${listed(artists)}</span></td>
      <td>${why(play)}</td>
      <td class="soft">${id === this.#playing ? playing : end !== null ? ends[end.how] : cutOff}</td>
    </tr>`;
  }

  async #more(plays: readonly PlayTold[]): Promise<void> {
    const before = plays.at(-1)?.startedAt;
    if (before === undefined) return;
    const answer = await ask<{ plays: readonly PlayTold[] }>(`/api/history?limit=${PAGE}&before=${before}`);
    this.fault = answer.ok ? null : answer.reason;
    if (!answer.ok) return;
    this.older = [...this.older, ...answer.value.plays];
    this.mayHaveMore = answer.value.plays.length === PAGE;
  }
}

/** As the kiosk said it at the time. */
function why({ id, title, startedAt, reasons, asked }: PlayTold): string {
  if (reasons.length === 0) return asked ? historyWords.byPerson : historyWords.forgotten;
  return whyText({
    ...{ id, pickedAt: startedAt, reasons, draw: null },
    item: { kind: "context", uri: "", title },
  });
}
