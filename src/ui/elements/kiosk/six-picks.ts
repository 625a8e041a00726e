import { css, html, LitElement } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { MoodLabel } from "../../../protocol/mood.ts";
import type { Pick, SixPick } from "../../../protocol/music.ts";
import type { Preferences } from "../../../protocol/state.ts";
import type { Id } from "../../../protocol/time.ts";
import { isFitting, offerHeading, offerReason, trackOf, type Waiting, waiting } from "../../facts/offer.ts";
import { isAnother } from "../../facts/same-value.ts";
import { songView } from "../../facts/song-view.ts";
import { noWishes } from "../../facts/wishes.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { shortScreen } from "../styles/short-screen.ts";
import type { SongPick, WhenEvent } from "./song-pick.ts";
import "./song-pick.ts";

/** How long a touch is shown as done before the daemon's word outranks it. */
const PENDING_MS = 3_000;

/** That a song was asked for as the next one, for the way back. */
export class AskedEvent extends Event {
  static readonly type = "mien-asked";
  readonly track: Id;
  readonly title: string;

  constructor(track: Id, title: string) {
    super(AskedEvent.type);
    this.track = track;
    this.title = title;
  }
}

/** Six songs to choose from, first those that suit. A touch asks when; a second one says it. */
@customElement("six-picks")
export class SixPicks extends LitElement {
  @property({ attribute: false }) picks: readonly SixPick[] = [];
  /** Those that the daemon offers by now: others are songs like any other to it. */
  @property({ attribute: false }) current: readonly SixPick[] = [];
  /** The track that is heard now: it may be among those that somebody still looks at. */
  @property({ attribute: false }) playing: Id | null = null;
  /** What plays after this song. */
  @property({ attribute: false }) queue: readonly Pick[] = [];
  /** What guests wished for: songs that miss it stand apart. */
  @property({ attribute: false }) wished: Preferences = { ...noWishes, until: null };
  /** The moods that the screen names as where the music heads. */
  @property({ attribute: false, hasChanged: isAnother }) headed: readonly MoodLabel[] = [];
  @property({ type: Boolean }) disabled = false;
  /** The pick that was touched, among those that were there then: nothing moves under the finger meanwhile. */
  @state() private touched: { id: string; among: readonly SixPick[] } | null = null;
  /** The track that was just asked for as the next one: it says so at once. */
  @state() private sent: Id | null = null;
  @queryAll("song-pick") private cards!: NodeListOf<SongPick>;
  #pending: ReturnType<typeof setTimeout> | undefined;

  /** What had the focus before it is drawn anew. */
  #had: Element | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-height: 0;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        grid-template-rows: repeat(2, minmax(0, 1fr));
        gap: clamp(8px, 1.6vh, 24px) clamp(10px, 1.4vw, 28px);
        height: 100%;
        max-height: max(340px, 42vh);
      }
      li {
        position: relative;
        min-width: 0;
        min-height: 0;
      }
      /* Its place is the row's, whatever is in it: so it is laid out once. */
      song-pick {
        position: absolute;
        inset: 0;
      }
      .none {
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      @media (max-aspect-ratio: 4/5) {
        ul {
          height: auto;
          max-height: none;
          grid-template-columns: repeat(2, minmax(0, 1fr));
          grid-template-rows: none;
          grid-auto-rows: 9.6vh;
        }
      }
      @media (max-aspect-ratio: 4/5) and (max-width: 699px) {
        ul {
          gap: 8px 10px;
          grid-auto-rows: 74px;
        }
      }
      @media ${shortScreen} {
        ul {
          height: auto;
          grid-template-rows: none;
          grid-auto-rows: 78px;
        }
      }
    `,
  ];

  protected override render() {
    const shown = this.#shown;
    if (shown.length === 0) return html`<p class="none">${words.picks.none}</p>`;
    return html`
      <ul data-testid="six-picks" aria-label=${offerHeading(shown, this.wished)}>
        ${repeat(
          shown,
          ({ id }) => id,
          (pick) => this.#card(pick, this.#waiting(pick)),
        )}
      </ul>
    `;
  }

  #card(pick: SixPick, waits: Waiting | null) {
    const playing = this.#plays(pick);
    const { playsNow, waits: waitsAt, byItself } = words.picks;
    // A tick is for what somebody asked for.
    const asked = waits !== null && (waits.asked !== null || this.sent === trackOf(pick));
    const why = waits
      ? asked
        ? waitsAt(waits.place)
        : byItself
      : offerReason(pick, this.wished, this.headed);
    return html`
      <li>
        <song-pick
          .song=${songView(pick)}
          .why=${playing ? playsNow : why}
          .brief=${waits || playing ? null : offerReason(pick, this.wished, this.headed, true)}
          .besides=${!asked && !playing && !isFitting(pick, this.wished)}
          .waits=${asked}
          .asked=${waits?.asked != null}
          .place=${asked ? waits.place : this.#ahead(trackOf(pick))}
          .playing=${playing}
          .asking=${this.touched?.id === pick.id}
          .disabled=${this.disabled}
          @mien-when=${(event: WhenEvent) => this.#answer(pick, event.when)}
        ></song-pick>
      </li>
    `;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pending);
    window.removeEventListener("pointerdown", this.#elsewhere);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("queue") && this.sent !== null && waiting(this.sent, this.queue)?.asked != null)
      this.sent = null;
    this.#had = this.shadowRoot?.activeElement ?? null;
    // What was asked about has begun meanwhile.
    if (this.touched?.among.some((pick) => pick.id === this.touched?.id && this.#plays(pick)))
      this.touched = null;
  }

  /** Those that were there when one was touched, with what is true of them by now. */
  get #shown(): readonly SixPick[] {
    const { touched, picks } = this;
    return touched?.among.map((pick) => picks.find(({ id }) => id === pick.id) ?? pick) ?? picks;
  }

  #plays(pick: SixPick): boolean {
    return this.playing !== null && trackOf(pick) === this.playing;
  }

  protected override updated(): void {
    // Others have come in its place: whoever hears the page is told the first of them, and not sent to its beginning.
    if (this.#had?.isConnected === false) void this.cards[0]?.updateComplete.then(() => this.focus());
    this.#had = null;
    if (this.touched) window.addEventListener("pointerdown", this.#elsewhere);
    else window.removeEventListener("pointerdown", this.#elsewhere);
  }

  /** A touch anywhere else takes the question back. */
  readonly #elsewhere = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.touched = null;
  };

  /** As if the pick at `index`, from 0, were touched. */
  ask(index: number): void {
    const pick = (this.touched?.among ?? this.picks)[index];
    if (pick && !this.disabled && !this.#plays(pick))
      this.touched = { id: pick.id, among: this.touched?.among ?? this.picks };
  }

  override focus(): void {
    this.cards[0]?.focus();
  }

  #waiting(pick: Pick): Waiting | null {
    const track = trackOf(pick);
    if (track === null) return null;
    const waits = waiting(track, this.queue);
    // What was chosen by itself gives way to what was just asked for.
    if (this.sent !== null && this.sent !== track && waits?.asked === null) return null;
    if (waits !== null || this.sent !== track) return waits;
    return { place: this.#ahead(track), asked: null };
  }

  /** So many others come before it when it is asked for now. */
  #ahead(track: Id | null): number {
    return this.queue.filter(
      (each) =>
        trackOf(each) !== track &&
        (each.broughtBack === true || each.reasons.some(({ kind }) => kind === "asked")),
    ).length;
  }

  #answer(pick: SixPick, when: WhenEvent["when"]): void {
    if (when === null) {
      const open = this.touched?.id === pick.id;
      this.touched = open ? null : { id: pick.id, among: this.touched?.among ?? this.picks };
      return;
    }
    this.touched = null;
    const track = trackOf(pick);
    if (when === "not") {
      const asked = track === null ? null : (waiting(track, this.queue)?.asked ?? null);
      if (asked !== null) this.dispatchEvent(new CommandEvent({ do: "unqueue", pick: asked }));
      return;
    }
    if (when === "next" && track !== null) this.#sent(track, songView(pick).title);
    const still = this.current.some(({ id }) => id === pick.id);
    if (still || track === null)
      this.dispatchEvent(new CommandEvent({ do: "playPick", pick: pick.id, when }));
    else this.dispatchEvent(new CommandEvent({ do: "playTrack", track, when }));
  }

  #sent(track: Id, title: string): void {
    this.sent = track;
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => {
      this.sent = null;
    }, PENDING_MS);
    this.dispatchEvent(new AskedEvent(track, title));
  }
}
