import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { affectName } from "../../../protocol/circumplex.ts";
import type { Affect, Mood } from "../../../protocol/mood.ts";
import type { Direction } from "../../../protocol/state.ts";
import { directionText } from "../../facts/direction-text.ts";
import { type TimeLeft, timeLeft } from "../../facts/time-left.ts";
import { daemonTime, type HeardClock } from "../../link/link-state.ts";
import { words } from "../../words/words.ts";
import type { AffectDisc } from "../mood/affect-disc.ts";
import "../mood/affect-disc.ts";
import { CommandEvent } from "../command-event.ts";
import type { AffectEvent } from "../mood/affect-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "./heading-drawing.ts";
import { lowScreen, lowWhenTroubled } from "../styles/low-screen.ts";
import { shortScreen } from "../styles/short-screen.ts";

/** How long the puck stays where it was dropped before the daemon's word outranks it. */
const PENDING_MS = 2_000;

/** Where the music is on the map and where it is heading, and a way to say where it should be. */
@customElement("mood-dial")
export class MoodDial extends LitElement {
  @property({ attribute: false }) mood: Mood | null = null;
  @property({ attribute: false }) direction: Direction | null = null;
  @property({ attribute: false }) clock: HeardClock | null = null;
  @property({ type: Boolean }) disabled = false;
  /** Whether there is a camera that would lead again. */
  @property({ type: Boolean }) cameraLeads = true;
  /** Something is not right, and its line takes height from the dial on a small screen. */
  @property({ type: Boolean, reflect: true }) troubled = false;
  @state() private wished: Affect | null = null;
  /** What is told of the puck while it has the focus, where each step of the mood's own way would be read aloud. */
  @state() private told: Affect | null = null;
  @query("affect-disc") private disc!: AffectDisc;
  /** A finger is on its way. */
  #moving = false;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #nextLook: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: center;
        gap: var(--space-3);
      }
      /*
       * Beside the songs it takes the height that troubles above leave it, less its words and its button. Their room is
       * kept while they are not there: it neither shrinks nor moves under the finger that brings them.
       */
      @media (min-aspect-ratio: 4/5) {
        :host {
          --words: 142px;
          align-content: start;
          container-type: size;
        }
        affect-disc {
          --dial-size: clamp(96px, calc(100cqh - var(--words)), var(--dial-most));
          margin-block-start: max(0px, (100cqh - var(--words) - var(--dial-size)) / 2);
        }
      }
      /* Upright its words and its button stand beside it: below it the screen ends. */
      @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
        :host {
          grid-template-columns: auto minmax(0, 340px);
          justify-content: center;
          align-items: center;
          column-gap: clamp(24px, 4vw, 48px);
        }
        affect-disc {
          --dial-size: min(50vw, 24vh);
          grid-row: 1 / 3;
        }
        p {
          grid-column: 2;
          grid-row: 1 / 3;
        }
        button {
          grid-column: 2;
          grid-row: 2;
          align-self: start;
        }
        :host([manual]) p {
          grid-row: 1;
          align-self: end;
        }
      }
      @media ${shortScreen} {
        :host {
          container-type: normal;
        }
        affect-disc {
          margin-block-start: 0;
        }
      }
      p {
        font-size: var(--text-s);
        line-height: 1.25;
        text-align: center;
        text-wrap: balance;
        overflow-wrap: anywhere;
      }
      .left {
        display: none;
      }
      button {
        min-height: 52px;
        font-size: var(--text-s);
      }
      @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
        p {
          font-size: var(--text-m);
        }
      }
      @media ${lowScreen} {
        :host {
          --words: 80px;
          gap: 6px;
        }
        button {
          min-height: 48px;
          max-width: 100%;
          padding: 0 12px;
          line-height: 1.1;
          white-space: normal;
        }
        /* The puck says how it is set; below it stands for how long. */
        .left {
          display: block;
          font-size: 15px;
        }
        .held {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media ${lowWhenTroubled} {
        :host([troubled]) {
          --words: calc(2.5 * var(--text-s) + 6px);
          gap: 2px;
        }
        /* There the way back comes before for how long it is set; who hears the page is told all the same. */
        :host([manual][troubled]) button {
          min-height: 44px;
        }
        :host([manual][troubled]) .left {
          display: none;
        }
        :host([troubled]) .held,
        :host([wordless]) p {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pending);
    clearTimeout(this.#nextLook);
  }

  override focus(): void {
    this.disc.focus();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const isManual = this.mood?.basis === "manual";
    this.toggleAttribute("manual", isManual);
    // What the dial is for it shows by itself.
    this.toggleAttribute("wordless", this.troubled && !isManual && this.#heading === null);
    // The daemon has heard it: from here on its word counts. A wish that is still being made stays.
    if (changed.has("mood") && this.mood?.basis === "manual" && this.wished !== null && !this.#moving) {
      const { valence, arousal } = this.mood.affect;
      if (Math.hypot(valence - this.wished.valence, arousal - this.wished.arousal) < 0.02) this.wished = null;
    }
  }

  protected override render() {
    const shown = this.wished ?? this.mood?.affect ?? { valence: 0, arousal: 0 };
    const manual = this.mood?.basis === "manual";
    const left = this.#left?.seconds ?? null;
    const caption = manual
      ? words.dial.set(words.music[affectName(shown)], left)
      : (this.#heading ?? words.dial.hint);
    return html`
      <affect-disc
        data-testid="mood-dial"
        .label=${words.dial.label}
        .shortcut=${"D"}
        .point=${shown}
        .told=${this.told}
        @focusin=${() => {
          this.told = shown;
        }}
        @focusout=${() => {
          this.told = null;
        }}
        .chosen=${manual || this.wished !== null}
        .disabled=${this.disabled}
        @mien-affect=${this.#pointed}
      >
        <heading-drawing .direction=${this.direction}></heading-drawing>
      </affect-disc>
      <p data-testid="direction" class=${manual ? "held" : ""}>${caption}</p>
      ${left === null ? nothing : html`<p class="left" aria-hidden="true" data-testid="dial-left">${words.dial.setFor(left)}</p>`}
      ${
        manual
          ? html`<button data-testid="let-camera-lead" ?disabled=${this.disabled} @click=${this.#letCameraLead}>
              ${this.cameraLeads ? words.dial.letCameraLead : words.dial.letUsualLead}
            </button>`
          : nothing
      }
    `;
  }

  protected override updated(): void {
    clearTimeout(this.#nextLook);
    const left = this.#left;
    if (left !== null) this.#nextLook = setTimeout(() => this.requestUpdate(), left.changesInMs);
  }

  get #heading(): string | null {
    return this.direction && directionText(this.direction);
  }

  get #left(): TimeLeft | null {
    if (this.mood?.basis !== "manual" || this.mood.until === null || this.clock === null) return null;
    return timeLeft(this.mood.until - daemonTime(this.clock, performance.now()));
  }

  readonly #pointed = ({ affect, final }: AffectEvent): void => {
    clearTimeout(this.#pending);
    this.wished = affect;
    if (this.told !== null && affect !== null) this.told = affect;
    this.#moving = !final;
    if (affect === null || !final) return;
    this.dispatchEvent(new CommandEvent({ do: "setMood", affect }));
    this.#pending = setTimeout(() => {
      this.wished = null;
    }, PENDING_MS);
  };

  readonly #letCameraLead = (): void => {
    this.dispatchEvent(new CommandEvent({ do: "letCameraLead" }));
  };
}
