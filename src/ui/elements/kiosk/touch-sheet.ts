import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Command } from "../../../protocol/messages.ts";
import type { Pick, SixPick } from "../../../protocol/music.ts";
import type { AppState, Correction } from "../../../protocol/state.ts";
import type { EpochMs, Id, MonotonicMs } from "../../../protocol/time.ts";
import { headedMoods } from "../../facts/headed.ts";
import { HeldSix, saidBy } from "../../facts/held-six.ts";
import { unmetNow } from "../../facts/missed-wish.ts";
import { healthNotes } from "../../facts/notes.ts";
import { fittingFirst, offerHeading, trackOf, waiting } from "../../facts/offer.ts";
import { sixNow } from "../../facts/six-now.ts";
import { currentPick, currentTrack } from "../../facts/song-view.ts";
import { undoable } from "../../facts/undoable.ts";
import { undoneText } from "../../facts/undone-text.ts";
import { noWishes } from "../../facts/wishes.ts";
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
import type { JustAsked, JustUndone } from "./undo-line.ts";
import "./undo-line.ts";
import type { VolumeSlider } from "./volume-slider.ts";
import "./volume-slider.ts";

/** How long a song that was just asked for can be taken back with one touch; after that its card still does it. */
const UNDO_MS = 15_000;
/** How long it is said what was undone. */
const UNDONE_MS = 8_000;
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
  /** What was asked for last is refused, with this reason. */
  @property() rejection: string | null = null;
  /** Wishes stand where the songs were. */
  @state() private wishing = false;
  /** What was asked for last as the next song, and until when that is news. */
  @state() private asked: { track: Id; title: string; until: MonotonicMs } | null = null;
  /** What was said last was undone: what that did. */
  @state() private undone: JustUndone | null = null;
  /** What could be undone at the last look. */
  #undoable: Correction | null = null;
  /** When that was said or asked for which is told of last. */
  #newsAt: EpochMs = 0;
  @query("mood-dial") private dial!: MoodDial | null;
  @query("six-picks") private picks!: SixPicks | null;
  @query("volume-slider") private slider!: VolumeSlider | null;
  readonly #held = new HeldSix();
  #six: readonly SixPick[] = [];
  /** The song that was asked for last, unless something else was since then. */
  #tried: Id | null = null;

  static override styles = [baseStyles, scrollHint(":host"), touchSheetStyles];

  constructor() {
    super();
    this.addEventListener(CommandEvent.type, (event) => {
      const { command } = event as CommandEvent;
      if (asksForOthers(command)) this.#held.release(performance.now());
      this.#tried = this.#trackIn(command);
    });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.toggleAttribute("wishing", this.wishing);
    if (this.picture === null) return;
    if (this.waiting || changed.has("waiting")) this.#held.forget();
    const { state, clock } = this.picture;
    this.#noteUndone(state, daemonTime(clock, performance.now()));
    if (changed.has("rejection") && this.rejection !== null && this.#tried !== null)
      this.#held.refused(this.#tried);
    const playing = currentTrack(state.player)?.id ?? null;
    // It was heard: what is refused from here on is something else.
    if (this.#tried === playing || state.queue.some((pick) => trackOf(pick) === this.#tried))
      this.#tried = null;
    const held = this.#held.shown(state.sixPicks, saidBy(state), performance.now(), playing);
    this.#six = this.#inOrder(sixNow(held, state.sixPicks, state.direction), held === state.sixPicks);
  }

  /** Of those that have just come, what suits stands first; whoever has seen them finds each where it was. */
  #inOrder(six: readonly SixPick[], areNew: boolean): readonly SixPick[] {
    if (!areNew) return six;
    const ordered = fittingFirst(six, this.picture?.state.preferences ?? noWishes);
    if (ordered !== six) this.#held.reorder(ordered);
    return ordered;
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
      ${this.#offer(this.picture, off, track?.id ?? null)}
      <mood-dial
        .mood=${mood}
        .direction=${state.direction}
        .clock=${clock}
        .disabled=${off}
        .troubled=${notes.length > 0}
        .cameraLeads=${camera.wanted === "on" && !camera.resting}
      ></mood-dial>
    `;
  }

  #offer({ state, clock }: Picture, off: boolean, playing: Id | null) {
    return html`
      <section class="offer">
        <div class="head">
          <h2>${this.wishing ? words.wishes.label : offerHeading(this.#six, state.preferences)}</h2>
          <undo-line
            .correction=${undoable(state, this.owner, daemonTime(clock, performance.now()))}
            .asked=${this.#justAsked(state.queue)}
            .undone=${this.undone}
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
                .playing=${playing}
                .queue=${state.queue}
                .wished=${state.preferences}
                .headed=${headedMoods(state)}
                .disabled=${off || state.player.intended === "closed"}
                @mien-asked=${this.#asked}
              ></six-picks>`
        }
      </section>
    `;
  }

  #trackIn(command: Command): Id | null {
    if (command.do === "playTrack") return command.track;
    const pick = command.do === "playPick" && this.#six.find(({ id }) => id === command.pick);
    return pick ? trackOf(pick) : null;
  }

  /** By a touch here, a key, or somebody else. */
  #noteUndone(state: AppState, now: EpochMs): void {
    const before = this.#undoable;
    const newest = undoable(state, this.owner, now);
    this.#undoable = newest;
    if (before?.id === newest?.id) return;
    // What has just been said is told, with its way back, whatever was told of before.
    if (newest !== null && newest.at > Math.max(before?.at ?? 0, this.#newsAt)) {
      this.undone = null;
      this.asked = null;
    } else if (before && before.until > now && !state.corrections.some(({ id }) => id === before.id)) {
      this.#newsAt = Math.max(before.at, this.#newsAt);
      this.undone = { text: undoneText(before, state.queue), until: performance.now() + UNDONE_MS };
    }
  }

  /** Null as soon as it plays, or was taken back. */
  #justAsked(queue: readonly Pick[]): JustAsked | null {
    const waits = this.asked && waiting(this.asked.track, queue);
    return this.asked && waits?.asked ? { ...this.asked, pick: waits.asked, place: waits.place } : null;
  }

  readonly #asked = ({ track, title }: AskedEvent): void => {
    const now = performance.now();
    if (this.picture) this.#newsAt = daemonTime(this.picture.clock, now);
    this.undone = null;
    this.asked = { track, title, until: now + UNDO_MS };
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
