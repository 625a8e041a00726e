import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { HeardSong } from "../../../protocol/people.ts";
import { byDays } from "../../facts/heard-at.ts";
import { listed } from "../../languages/tables.ts";
import { type Answer, ask } from "../../link/ask.ts";
import type { Proof } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { failedNote } from "../failed-note.ts";
import { keepFocus } from "../keep-focus.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { songLineStyles } from "../styles/song-line-styles.ts";
import "../song-taste.ts";
import "./prove-yourself.ts";

const PAGE = 50;

/** What somebody was here for: what and when, day by day. No mood, for none is kept of anybody. */
@customElement("me-history")
export class MeHistory extends LitElement {
  @property() person = "";
  /** Null before the first answer. */
  @state() private songs: readonly HeardSong[] | null = null;
  @state() private hasMore = false;
  @state() private forgetting = false;
  /** All of it just now: there is nothing more to forget. */
  @state() private forgotten = false;
  @state() private fault: string | null = null;

  static override styles = [
    baseStyles,
    panelStyles,
    songLineStyles,
    css`
      :host {
        display: block;
      }
      li {
        grid-template-columns: 3.2em minmax(0, 1fr) auto;
      }
      time {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("person")) void this.#begin();
  }

  protected override render() {
    const { me } = peopleWords;
    const { songs } = this;
    return html`<section class="panel">
      <h2>${me.history}</h2>
      <p class="soft">${me.historyHint}</p>
      ${songs === null ? this.#notYet() : this.#heard(songs)}
      <div class="actions">
        ${this.hasMore ? html`<button data-testid="earlier" @click=${this.#more}>${me.earlier}</button>` : nothing}
        ${this.forgetting || this.forgotten ? nothing : html`<button data-testid="forget-history" @click=${this.#ask}>${me.forgetHistory}</button>`}
      </div>
      ${this.forgetting ? this.#forget() : nothing}
    </section>`;
  }

  #notYet() {
    if (this.fault !== null) return failedNote(this.fault, () => this.#begin());
    return html`<p class="soft">${peopleWords.loading}</p>`;
  }

  #heard(songs: readonly HeardSong[]) {
    return html`
      <p class="fault" role="alert">${this.fault}</p>
      ${songs.length === 0 ? html`<p>${peopleWords.me.noHistory}</p>` : this.#days(songs)}
    `;
  }

  #days(songs: readonly HeardSong[]) {
    return byDays(songs).map(
      ({ day, songs: heard }) => html`
        <h3>${day}</h3>
        <ul data-testid="heard">
          ${heard.map(
            ({ track, title, artists, time }) => html`<li>
              <time>${time}</time>
              <span class="names">
                <span class="title" dir="auto">${title}</span>
                <span class="soft" dir="auto">${listed(artists)}</span>
              </span>
              <song-taste only .track=${track ?? ""} .name=${title}></song-taste>
            </li>`,
          )}
        </ul>
      `,
    );
  }

  /** Also where nothing was heard: what somebody asked for or skipped is kept as well. */
  #forget() {
    const { me } = peopleWords;
    return html`<prove-yourself
      of="forget-history"
      .hint=${me.itIsYou}
      .sure=${me.forgetHistorySure}
      .keep=${me.keepHistory}
      .act=${this.#forgotten}
      @mien-kept=${this.#keep}
    ></prove-yourself>`;
  }

  async #begin(): Promise<void> {
    this.songs = null;
    this.forgotten = false;
    const first = await this.#page(null);
    if (first !== null) this.songs = first;
  }

  readonly #more = async (): Promise<void> => {
    const before = this.songs?.at(-1)?.id;
    const next = before === undefined ? null : await this.#page(before);
    if (next !== null) this.songs = [...(this.songs ?? []), ...next];
  };

  async #page(before: string | null): Promise<readonly HeardSong[] | null> {
    const asked = new URLSearchParams({ limit: String(PAGE), ...(before !== null && { before }) });
    const answer = await ask<{ songs: readonly HeardSong[] }>(`/api/me/history?${asked}`);
    this.fault = answer.ok ? null : answer.reason;
    if (!answer.ok) return null;
    this.hasMore = answer.value.songs.length === PAGE;
    return answer.value.songs;
  }

  readonly #ask = (): void => {
    this.forgetting = true;
  };

  readonly #keep = (): void => {
    this.forgetting = false;
  };

  readonly #forgotten = async (proof: Proof): Promise<Answer<unknown>> => {
    const answer = await ask("/api/me/history", { method: "DELETE", body: proof });
    if (!answer.ok) return answer;
    this.forgetting = false;
    [this.songs, this.hasMore, this.fault] = [[], false, null];
    this.forgotten = true;
    this.dispatchEvent(new SaidEvent(peopleWords.me.historyForgotten, "done"));
    return answer;
  };
}
