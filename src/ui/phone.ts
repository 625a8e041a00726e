import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { OfferedSong, PhoneRoom, PhoneSong } from "../protocol/guests.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/mood/mood-weather.ts";
import type { VoteEvent } from "./elements/phone/phone-now.ts";
import "./elements/phone/phone-now.ts";
import type { AskEvent, PhoneSearch } from "./elements/phone/phone-search.ts";
import "./elements/phone/phone-search.ts";
import "./elements/phone/phone-song.ts";
import { scrollsByKeys } from "./elements/scrolls-by-keys.ts";
import { askNote, leftText, waitsNote } from "./facts/ask-note.ts";
import { untilText } from "./facts/day-time.ts";
import { HeldOffer } from "./facts/held-offer.ts";
import { PhoneNews } from "./facts/phone-news.ts";
import { refusalText } from "./facts/refusal-text.ts";
import { browsersOwn } from "./languages/at-rest.ts";
import { choose } from "./languages/chosen.ts";
import { allLanguages } from "./languages/languages.ts";
import { type PhoneAnswer, PhoneLink } from "./link/phone-link.ts";
import { phoneStyles } from "./styles/phone-styles.ts";
import { phoneWords } from "./words/phone-words.ts";

/** How long what was done is said. */
const SAID_MS = 5_000;

/** The daemon needs so long for the newest six, where nobody looked before. */
const SETTLES_MS = 2_000;
/** How soon a finger taps twice, after the list has followed its first tap. */
const SECOND_TAP_MS = 600;
/** So long a tap may be under way before the next one counts all the same. */
const UNDER_WAY_MS = 5_000;

/** So many songs that can be asked for are offered, where there are so many. */
const OFFERED = 6;
/** The daemon takes no more. */
const SEEN_AT_MOST = 60;

/** The page of a guest's phone: what plays, a vote about it, songs to ask for, and what waits. */
@customElement("mien-phone")
export class MienPhone extends LitElement {
  @state() private said = "";
  @state() private isLooking = false;
  @query("phone-search") private search!: PhoneSearch | null;
  readonly #link = new PhoneLink(this);
  readonly #held = new HeldOffer();
  #offered: readonly OfferedSong[] = [];
  /** The page came back into sight before its connection did. */
  #isBack = false;
  #saying: ReturnType<typeof setTimeout> | undefined;
  readonly #news = new PhoneNews();
  /** What it offers is all that there is to ask for, as the daemon said; null before that. */
  @state() private isAll: { during: string | null; offered: readonly OfferedSong[] } | null = null;
  /** What this phone showed while this song plays. */
  #shown: { during: string | null; tracks: ReadonlySet<string> } = { during: null, tracks: new Set() };
  /** What was tapped last and in which list, and until when another tap there is taken for the same. */
  #tapped = { track: "", searched: false, until: 0 };

  static override styles = [baseStyles, phoneStyles];

  constructor() {
    super();
    scrollsByKeys(this, () => this.renderRoot.querySelector<HTMLElement>(".scroll"));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#seen);
    void choose(browsersOwn(navigator.languages, allLanguages) ?? "en");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#seen);
    clearTimeout(this.#saying);
  }

  protected override willUpdate(): void {
    const { own, room, toldAt, phase } = this.#link;
    const news = this.#news.in(own, room, toldAt);
    if (news !== null) this.#say(news);
    if (this.#isBack && phase === "open") {
      this.#isBack = false;
      this.#held.release(performance.now() + SETTLES_MS);
    }
    // Where nothing may be asked for now, none is held that looks as if it might.
    if (room !== null && room.none !== null) this.#held.take(room.six);
    this.#offered =
      room === null
        ? []
        : this.#held.shown(room.six, performance.now(), (song) => askNote(song, room) === null);
  }

  /** Whoever takes the phone up again has not chosen yet. */
  readonly #seen = (): void => {
    if (document.visibilityState !== "visible") return;
    this.#isBack = true;
    this.requestUpdate();
  };

  protected override render() {
    const { room } = this.#link;
    return html`
      <mood-weather moving .affect=${room?.affect ?? null}></mood-weather>
      <div class="veil"></div>
      <main class="scroll" tabindex="0" aria-label=${this.#title}>${this.#page()}</main>
      <div class="bar">
        <p class="said" role="status" data-testid="said">${this.#toast()}</p>
        ${this.#searchButton()}
      </div>
      <phone-search
        .link=${this.#link}
        .room=${room}
        .own=${this.#link.own}
        .connected=${this.#link.phase === "open"}
        .may=${this.#maySearch}
        .said=${this.#toast()}
        @mien-ask-for=${(event: AskEvent) => this.#ask(event.song, null)}
        @input=${this.#hush}
      ></phone-search>
    `;
  }

  protected override updated(): void {
    document.title = this.#title;
  }

  get #title(): string {
    const { room } = this.#link;
    return room === null ? "Mien" : phoneWords.title(room.place);
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
    return html`<div class="page alone" data-testid="alone" data-phase=${this.#link.phase}>
      <h1>${title}</h1>
      <p>${text}</p>
      ${mayTry ? html`<button class="main" @click=${() => this.#link.again()}>${phoneWords.link.again}</button>` : nothing}
    </div>`;
  }

  #open(room: PhoneRoom) {
    const { own, phase, position } = this.#link;
    const connected = phase === "open";
    return html`
      <div class="page ${connected ? "" : "stale"}" data-testid="room">
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
      </div>
    `;
  }

  /** Where not, the page itself says why. */
  get #maySearch(): boolean {
    const { phase, room } = this.#link;
    return room?.mayAsk === true && (phase === "open" || phase === "lost");
  }

  #searchButton() {
    if (!this.#maySearch) return nothing;
    const { phase } = this.#link;
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
    const offered = this.#offered;
    return html`<section aria-labelledby="six">
      <h2 id="six">${phoneWords.ask.heading}</h2>
      <p data-testid="left">${leftText(room, own)}</p>
      <ul data-testid="six">
        ${repeat(
          offered,
          ({ track }) => track,
          (song) => {
            const note = askNote(song, room);
            return html`<li>
              <phone-song
                .song=${song}
                .note=${note ?? (song.suits ? "" : phoneWords.ask.lessSo)}
                .disabled=${!connected || note !== null || own.left === 0}
                @mien-ask=${() => this.#ask(song, offered)}
              ></phone-song>
            </li>`;
          },
        )}
      </ul>
      ${
        offered.length === 0 || this.#areAll
          ? nothing
          : html`<button
              class="others"
              data-testid="others"
              ?disabled=${!connected || this.isLooking}
              @click=${this.#showOthers}
            >
              ${phoneWords.ask.others}
            </button>`
      }
      <p class="later" role="status" data-testid="no-others">
        ${this.#areAll ? html`<b>${phoneWords.ask.noOthers}</b>` : nothing}
      </p>
    </section>`;
  }

  /** The same songs are offered as when there were no others, and the same one plays; or the daemon found no six. */
  get #areAll(): boolean {
    const { isAll } = this;
    if (this.#areFew) return true;
    if (isAll === null || isAll.during !== (this.#link.room?.playing?.pick ?? null)) return false;
    const tracks = new Set(this.#offered.map(({ track }) => track));
    return isAll.offered.every(({ track }) => tracks.has(track));
  }

  /** Fewer can be asked for than are offered where there are enough, and all of those are here. */
  get #areFew(): boolean {
    const six = this.#link.room?.six ?? [];
    const free = six.filter(({ refusal }) => refusal === null);
    const here = new Set(this.#offered.map(({ track }) => track));
    return free.length > 0 && free.length < OFFERED && free.every(({ track }) => here.has(track));
  }

  readonly #showOthers = async (): Promise<void> => {
    const { room } = this.#link;
    if (room === null) return;
    const during = room.playing?.pick ?? null;
    const now = this.#offered.map(({ track }) => track);
    const before = this.#shown.during === during ? this.#shown.tracks : [];
    const tracks = new Set([...before, ...now]);
    this.#shown = { during, tracks };
    // What has come up meanwhile is there already; but not where it is mostly what was seen.
    const newest = room.six.filter(({ refusal }) => refusal === null);
    if (newest.length > 0 && newest.every(({ track }) => !tracks.has(track))) {
      this.#held.take(room.six);
      return this.requestUpdate();
    }
    this.isLooking = true;
    const others = await this.#othersThan([...tracks].slice(-SEEN_AT_MOST), now);
    this.isLooking = false;
    if (others === null) return;
    if (others.length === 0) this.isAll = { during, offered: this.#offered };
    else this.#held.take(others, true);
    this.requestUpdate();
  };

  /** Where all have been seen, those that were seen before the ones that are shown now. Null where it was said why not. */
  async #othersThan(seen: readonly string[], now: readonly string[]): Promise<readonly OfferedSong[] | null> {
    const answer = await this.#link.others(seen);
    if (!answer.ok) {
      this.#say(refusalText(answer.refusal));
      return null;
    }
    if (answer.value.songs.length > 0 || seen.length <= now.length) return answer.value.songs;
    this.#shown = { ...this.#shown, tracks: new Set(now) };
    return this.#othersThan(now, now);
  }

  #waiting(room: PhoneRoom, connected: boolean) {
    const { waiting, between } = room;
    const { heading, none, tookBack } = phoneWords.waiting;
    const order = between ? phoneWords.waiting.between : phoneWords.waiting.turns;
    const { mine } = this.#link.own;
    return html`<section aria-labelledby="waiting">
      <h2 id="waiting">${heading}</h2>
      <p class="later" role="status" data-testid="forgotten">
        ${this.#link.forgotten ? html`<b>${phoneWords.waiting.forgotten}</b>` : nothing}
      </p>
      <p>${waiting.length === 0 ? none : order}</p>
      <ul data-testid="waiting-list">
        ${repeat(
          waiting,
          ({ id }) => id,
          (song, at) => html`<li>
            <phone-song
              .song=${song}
              .place=${at + 1}
              .mine=${mine.includes(song.id)}
              .note=${waitsNote(song, room, mine)}
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

  /**
   * One tap counts: the second one of a finger would ask again, or for what slid into the song's place; null where
   * nothing slides.
   */
  async #ask(song: PhoneSong, list: readonly PhoneSong[] | null): Promise<void> {
    const searched = list === null;
    const { track, until } = this.#tapped;
    const slid = list !== null && !list.some((each) => each.track === track);
    const isSame = searched === this.#tapped.searched && (song.track === track || slid);
    if (performance.now() < until && isSame) return;
    this.#tapped = { track: song.track, searched, until: performance.now() + UNDER_WAY_MS };
    const isDone = await this.#after(this.#link.ask(song.track), phoneWords.ask.asked(song.title), song);
    // Of what can't be had any more others come in the place: there too the second tap of a finger would be for another.
    const hasGone = list !== null && !isDone && this.#isOver(song);
    if (hasGone) this.#held.take(this.#link.room?.six ?? []);
    // Where nothing slides, who taps again means it.
    if (this.#tapped.track === song.track)
      this.#tapped.until = isDone || hasGone ? performance.now() + SECOND_TAP_MS : 0;
    this.requestUpdate();
  }

  /** It is not among those that can be asked for by now, and others are. */
  #isOver({ track }: PhoneSong): boolean {
    const six = this.#link.room?.six ?? [];
    return six.length > 0 && !six.some((song) => song.track === track && song.refusal === null);
  }

  readonly #vote = ({ skip }: VoteEvent): void => {
    const pick = this.#link.room?.playing?.pick;
    if (pick !== undefined) void this.#after(this.#link.vote(pick, skip), "");
  };

  async #after(doing: Promise<PhoneAnswer>, done: string, song: PhoneSong | null = null): Promise<boolean> {
    const answer = await doing;
    this.#say(answer.ok ? done : this.#whyNot(answer.refusal, song));
    return answer.ok;
  }

  /** Of a song that somebody else was quicker to ask for, its place in the list. */
  #whyNot(refusal: Parameters<typeof refusalText>[0], song: PhoneSong | null): string {
    const { room } = this.#link;
    if (refusal.because !== "coming" || room === null || song === null) return refusalText(refusal);
    return askNote({ ...song, refusal }, room) ?? refusalText(refusal);
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
