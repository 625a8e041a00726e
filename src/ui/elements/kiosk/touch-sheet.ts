import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Command } from "../../../protocol/messages.ts";
import type { Pick, SixPick } from "../../../protocol/music.ts";
import type { Id, MonotonicMs } from "../../../protocol/time.ts";
import { HeldSix, saidBy } from "../../facts/held-six.ts";
import { unmetNow } from "../../facts/missed-wish.ts";
import { healthNotes } from "../../facts/notes.ts";
import { offerHeading, waiting } from "../../facts/offer.ts";
import { currentPick, currentTrack } from "../../facts/song-view.ts";
import { undoable } from "../../facts/undoable.ts";
import { daemonTime, type Picture } from "../../link/link-state.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "./guest-wishes.ts";
import type { MoodDial } from "./mood-dial.ts";
import "./mood-dial.ts";
import "./player-controls.ts";
import { scrollHint } from "../styles/scroll-hint.ts";
import type { AskedEvent, SixPicks } from "./six-picks.ts";
import "./six-picks.ts";
import "./song-corrections.ts";
import { touchSheetStyles } from "./touch-sheet-styles.ts";
import "./trouble-line.ts";
import type { JustAsked } from "./undo-line.ts";
import "./undo-line.ts";
import type { VolumeSlider } from "./volume-slider.ts";
import "./volume-slider.ts";

/** How long a song that was just asked for can be taken back with one touch; after that its card still does it. */
const UNDO_MS = 15_000;
/** Whoever says one of these wants to see what comes of it among the six. */
const ASK_FOR_OTHERS: ReadonlySet<Command["do"]> = new Set([
  "otherPicks",
  "prefer",
  "setMood",
  "letCameraLead",
  "wrongMood",
  "block",
  "undoCorrection",
]);
const asksForOthers = (command: Command): boolean =>
  ASK_FOR_OTHERS.has(command.do) || ("when" in command && command.when === "now");

/** Everything for somebody who has touched the screen: the player, six songs, what is wrong, wishes, the dial. */
@customElement("touch-sheet")
export class TouchSheet extends LitElement {
  @property({ attribute: false }) picture: Picture | null = null;
  @property({ type: Boolean }) connected = false;
  /** Who is here speaks as the owner. */
  @property({ type: Boolean }) owner = false;
  /** Who is here is an admin, or nobody is one yet. */
  @property({ type: Boolean }) admin = false;
  /** Ready and hidden, until somebody touches the screen. */
  @property({ type: Boolean }) waiting = false;
  /** Wishes stand where the songs were. */
  @state() private wishing = false;
  /** What was asked for last as the next song, and until when that is news. */
  @state() private asked: { track: Id; title: string; until: MonotonicMs } | null = null;
  @query("mood-dial") private dial!: MoodDial | null;
  @query("six-picks") private picks!: SixPicks | null;
  @query("volume-slider") private slider!: VolumeSlider | null;
  readonly #held = new HeldSix();
  #six: readonly SixPick[] = [];

  static override styles = [baseStyles, scrollHint(":host"), touchSheetStyles];

  constructor() {
    super();
    this.addEventListener(CommandEvent.type, (event) => {
      if (asksForOthers((event as CommandEvent).command)) this.#held.release(performance.now());
    });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.toggleAttribute("wishing", this.wishing);
    if (this.picture === null) return;
    if (this.waiting || changed.has("waiting")) this.#held.forget();
    const { state } = this.picture;
    this.#six = this.#held.shown(state.sixPicks, saidBy(state), performance.now());
  }

  protected override render() {
    if (this.picture === null) return nothing;
    const { state, clock } = this.picture;
    const { player, mood, camera } = state;
    const off = !this.connected;
    const track = currentTrack(player);
    const notes = healthNotes(state.health, camera);
    return html`
      <trouble-line .notes=${notes} .admin=${this.admin} .resting=${this.waiting}></trouble-line>
      <div class="hand">
        <player-controls
          .playing=${player.intended === "playing"}
          .disabled=${off || player.intended === "closed"}
          .skippable=${currentPick(player) !== null}
        ></player-controls>
        <song-corrections
          .track=${track?.id ?? ""}
          .hasArtist=${(track?.artists.length ?? 0) > 0}
          .disabled=${off || track === null}
        ></song-corrections>
        <volume-slider
          .volume=${player.volume}
          .bounds=${state.volumeRange}
          .disabled=${off}
        ></volume-slider>
      </div>
      ${this.#offer(this.picture, off)}
      <mood-dial
        .mood=${mood}
        .direction=${state.direction}
        .clock=${clock}
        .disabled=${off}
        .cameraLeads=${camera.wanted === "on"}
      ></mood-dial>
    `;
  }

  #offer({ state, clock }: Picture, off: boolean) {
    return html`
      <section class="offer">
        <div class="head">
          <h2>${this.wishing ? words.wishes.label : offerHeading(this.#six, state.preferences)}</h2>
          <undo-line
            .correction=${undoable(state, this.owner, daemonTime(clock, performance.now()))}
            .asked=${this.#justAsked(state.queue)}
            .clock=${clock}
            .disabled=${off}
          ></undo-line>
          ${
            this.wishing
              ? nothing
              : html`<button data-testid="other-picks" ?disabled=${off} @click=${this.#others}>
                  ${words.picks.others}
                </button>`
          }
          <button
            class=${state.preferences.until !== null && !this.wishing ? "held" : ""}
            data-testid="wishes"
            aria-expanded=${String(this.wishing)}
            @click=${this.#toggleWishes}
          >
            ${this.wishing ? words.wishes.back : words.wishes.open}
          </button>
        </div>
        ${
          this.wishing
            ? html`<guest-wishes
                .preferences=${state.preferences}
                .unmet=${unmetNow(state.queue, state.sixPicks, state.preferences)}
                .disabled=${off}
              ></guest-wishes>`
            : html`<six-picks
                .picks=${this.#six}
                .current=${state.sixPicks}
                .playing=${currentTrack(state.player)?.id ?? null}
                .queue=${state.queue}
                .wished=${state.preferences}
                .disabled=${off || state.player.intended === "closed"}
                @mien-asked=${this.#asked}
              ></six-picks>`
        }
      </section>
    `;
  }

  /** Null as soon as it plays, or was taken back. */
  #justAsked(queue: readonly Pick[]): JustAsked | null {
    const pick = this.asked && waiting(this.asked.track, queue)?.asked;
    return this.asked && pick ? { ...this.asked, pick } : null;
  }

  readonly #asked = ({ track, title }: AskedEvent): void => {
    this.asked = { track, title, until: performance.now() + UNDO_MS };
  };

  /** As if the pick at `index`, from 0, were touched. */
  askAbout(index: number): void {
    this.wishing = false;
    void this.updateComplete.then(() => this.picks?.ask(index));
  }

  /** By key: with the same word as for a finger where it goes no further. */
  moveVolumeTo(volume: number): void {
    this.slider?.moveTo(volume);
  }

  focusDial(): void {
    this.dial?.focus();
  }

  readonly #others = (): void => {
    this.dispatchEvent(new CommandEvent({ do: "otherPicks" }));
  };

  readonly #toggleWishes = (): void => {
    this.wishing = !this.wishing;
  };
}
