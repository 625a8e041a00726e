import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { PhoneRoom, PhoneSong } from "../protocol/guests.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/mood/mood-weather.ts";
import type { VoteEvent } from "./elements/phone/phone-now.ts";
import "./elements/phone/phone-now.ts";
import type { AskEvent, PhoneSearch } from "./elements/phone/phone-search.ts";
import "./elements/phone/phone-search.ts";
import "./elements/phone/phone-song.ts";
import { askNote, leftText } from "./facts/ask-note.ts";
import { untilText } from "./facts/day-time.ts";
import { refusalText } from "./facts/refusal-text.ts";
import { browsersOwn } from "./languages/at-rest.ts";
import { choose } from "./languages/chosen.ts";
import { allLanguages } from "./languages/languages.ts";
import { type PhoneAnswer, PhoneLink } from "./link/phone-link.ts";
import { phoneStyles } from "./styles/phone-styles.ts";
import { phoneWords } from "./words/phone-words.ts";

/** How long what was done is said. */
const SAID_MS = 5_000;

/** The page of a guest's phone: what plays, a vote about it, songs to ask for, and what waits. */
@customElement("mien-phone")
export class MienPhone extends LitElement {
  @state() private said = "";
  @query("phone-search") private search!: PhoneSearch | null;
  readonly #link = new PhoneLink(this);
  #saying: ReturnType<typeof setTimeout> | undefined;
  /** The last song of which it was said that it can't be played. */
  #gone: string | null = null;

  static override styles = [baseStyles, phoneStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void choose(browsersOwn(navigator.languages, allLanguages) ?? "en");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#saying);
  }

  protected override willUpdate(): void {
    const { gone } = this.#link.own;
    if (gone !== null && gone.id !== this.#gone) this.#say(phoneWords.waiting.gone(gone.title));
    this.#gone = gone?.id ?? null;
  }

  protected override render() {
    const { room } = this.#link;
    return html`
      <mood-weather moving .affect=${room?.affect ?? null}></mood-weather>
      <div class="veil"></div>
      <div class="scroll" tabindex="0">${this.#page()}</div>
      <div class="bar">
        <p class="said" role="status" data-testid="said">${this.#toast()}</p>
        ${this.#searchButton()}
      </div>
      <phone-search
        .link=${this.#link}
        .room=${room}
        .own=${this.#link.own}
        .connected=${this.#link.phase === "open"}
        .said=${this.#toast()}
        @mien-ask-for=${(event: AskEvent) => this.#ask(event.song)}
        @input=${this.#hush}
      ></phone-search>
    `;
  }

  protected override updated(): void {
    const { room } = this.#link;
    document.title = room === null ? "Mien" : phoneWords.title(room.place);
  }

  #page() {
    const { phase, room } = this.#link;
    const { link, closed } = phoneWords;
    if (phase === "off") return this.#alone(link.off, link.offDetail);
    if (phase === "crowded") return this.#alone(link.crowded, link.crowdedDetail);
    if (phase === "address") return this.#alone(link.address, link.addressDetail);
    if (phase === "unreachable") return this.#alone(link.unreachable, link.unreachableDetail, true);
    if (room === null) return this.#alone(link.connecting, "");
    if (room.closed === null) return this.#open(room);
    const { opensAt } = room.closed;
    return this.#alone(
      closed.title,
      opensAt === null ? closed.open : closed.until(untilText(opensAt, Date.now())),
    );
  }

  #alone(title: string, text: string, mayTry = false) {
    return html`<main class="alone" data-testid="alone" data-phase=${this.#link.phase}>
      <h1>${title}</h1>
      <p>${text}</p>
      ${mayTry ? html`<button class="main" @click=${() => this.#link.again()}>${phoneWords.link.again}</button>` : nothing}
    </main>`;
  }

  #open(room: PhoneRoom) {
    const { own, phase, position } = this.#link;
    const connected = phase === "open";
    return html`
      <main class=${connected ? "" : "stale"} data-testid="room">
        <div class="side">
          <p class="place" dir="auto">${room.place}</p>
          <phone-now
            .playing=${room.playing}
            .mark=${position}
            .vote=${room.vote}
            .voted=${own.voted}
            .connected=${connected}
            @mien-vote=${this.#vote}
          ></phone-now>
        </div>
        <div class="lists">
          ${room.mayAsk ? this.#six(room, connected) : html`<section><p>${phoneWords.ask.off}</p></section>`}
          ${room.mayAsk || room.waiting.length > 0 ? this.#waiting(room, connected) : nothing}
          <p class="privacy">${phoneWords.privacy}</p>
        </div>
      </main>
    `;
  }

  #searchButton() {
    const { phase, room } = this.#link;
    if (!room?.mayAsk || (phase !== "open" && phase !== "lost")) return nothing;
    return html`<button
      class="main"
      data-testid="search-open"
      ?disabled=${phase !== "open"}
      @click=${this.#openSearch}
    >
      ${phoneWords.search.open}
    </button>`;
  }

  #six(room: PhoneRoom, connected: boolean) {
    const { own } = this.#link;
    return html`<section aria-labelledby="six">
      <h2 id="six">${phoneWords.ask.heading}</h2>
      <p data-testid="left">${leftText(room, own)}</p>
      <ul data-testid="six">
        ${repeat(
          room.six,
          ({ track }) => track,
          (song) => {
            const note = askNote(song, room, own);
            return html`<li>
              <phone-song
                .song=${song}
                .note=${note ?? ""}
                .disabled=${!connected || note !== null || own.left === 0}
                @mien-ask=${() => this.#ask(song)}
              ></phone-song>
            </li>`;
          },
        )}
      </ul>
    </section>`;
  }

  #waiting({ waiting }: PhoneRoom, connected: boolean) {
    const { heading, none, between, yours, tookBack } = phoneWords.waiting;
    const { mine } = this.#link.own;
    return html`<section aria-labelledby="waiting">
      <h2 id="waiting">${heading}</h2>
      <p>${waiting.length === 0 ? none : between}</p>
      <ul data-testid="waiting-list">
        ${repeat(
          waiting,
          ({ id }) => id,
          (song, at) => html`<li>
            <phone-song
              .song=${song}
              .place=${at + 1}
              .mine=${mine.includes(song.id)}
              .note=${mine.includes(song.id) ? yours : ""}
              .disabled=${!connected}
              @mien-take-back=${() => this.#after(this.#link.takeBack(song.id), tookBack(song.title))}
            ></phone-song>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #toast(): string {
    return this.#link.phase === "lost" ? phoneWords.link.lost : this.said;
  }

  #ask(song: PhoneSong): void {
    void this.#after(this.#link.ask(song.track), phoneWords.ask.asked(song.title));
  }

  readonly #vote = ({ skip }: VoteEvent): void => {
    const pick = this.#link.room?.playing?.pick;
    if (pick !== undefined) void this.#after(this.#link.vote(pick, skip), "");
  };

  async #after(doing: Promise<PhoneAnswer>, done: string): Promise<void> {
    const answer = await doing;
    this.#say(answer.ok ? done : refusalText(answer.refusal));
  }

  readonly #openSearch = (): void => {
    this.#hush();
    this.search?.open();
  };

  /** Whoever looks for another song has read what came of the last one. */
  readonly #hush = (): void => this.#say("");

  #say(text: string): void {
    this.said = text;
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.said = "";
    }, SAID_MS);
  }
}
