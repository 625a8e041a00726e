import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { Affect, MoodLabel } from "../../../protocol/mood.ts";
import type { OwnersTrack } from "../../../protocol/music-in.ts";
import type { Blocks } from "../../facts/blocked.ts";
import { moodMark } from "../../facts/mood-mark.ts";
import { signs } from "../../facts/signs.ts";
import { libraryWords } from "../../words/library-words.ts";
import { words } from "../../words/words.ts";
import "../mood/affect-disc.ts";
import type { AffectEvent } from "../mood/affect-event.ts";
import { moodDot, moodDotStyles } from "../mood/mood-dot.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles, narrowChipStyles } from "../styles/chip-styles.ts";
import { correctPanelStyles } from "./correct-panel-styles.ts";
import "./evidence-list.ts";
import { scrollHint } from "../styles/scroll-hint.ts";
import { signStyles } from "../styles/sign-styles.ts";
import { LibraryEvent } from "./library-event.ts";
import "./song-actions.ts";

const LABELS = Object.keys(labelPoints) as MoodLabel[];

/** The chosen songs: how they sound, who says so, and whether they may play. */
@customElement("correct-panel")
export class CorrectPanel extends LitElement {
  @property({ attribute: false }) tracks: readonly OwnersTrack[] = [];
  /** Whether the page may change anything. */
  @property({ type: Boolean }) disabled = false;
  /** Counts up when something was changed. */
  @property({ type: Number }) version = 0;
  /** Null before it is known. */
  @property({ attribute: false }) blocks: Blocks | null = null;
  @query("h2") private heading!: HTMLElement | null;
  /** Where a finger is on the disc. */
  @state() private pointed: Affect | null = null;

  static override styles = [
    baseStyles,
    chipStyles,
    narrowChipStyles,
    scrollHint(":host"),
    moodDotStyles,
    correctPanelStyles,
    signStyles,
  ];

  protected override render() {
    const { correct } = libraryWords;
    const [first] = this.tracks;
    if (first === undefined) return nothing;
    const one = this.tracks.length === 1 ? first : null;
    const title = one ? one.title : correct.chosen(this.tracks.length);
    return html`
      <header>
        <h2 class=${signs(title)} dir="auto" tabindex="-1" data-testid="chosen">${title}</h2>
        <button data-testid="choose-none" @click=${() => this.dispatchEvent(new Event("mien-none"))}>
          ${correct.clear}
        </button>
      </header>
      <song-actions .tracks=${this.tracks} .blocks=${this.blocks} .disabled=${this.disabled}></song-actions>
      ${one ? html`<evidence-list .track=${one.id} .version=${this.version}></evidence-list>` : nothing}
      <section aria-label=${one ? correct.say : correct.sayMany}>
        <h3>${one ? correct.say : correct.sayMany}</h3>
        <div class="chips moods">
          ${LABELS.map(
            (label) => html`
              <button data-testid="mood-${label}" ?disabled=${this.disabled} @click=${() => this.#say(labelPoints[label])}>
                ${moodDot(moodMark(labelPoints[label]))}<span>${words.music[label]}</span>
              </button>
            `,
          )}
        </div>
        <affect-disc
          .label=${correct.disc}
          .point=${this.pointed ?? this.#place()}
          .chosen=${this.pointed !== null || one?.affect?.from === "person"}
          .disabled=${this.disabled}
          @mien-affect=${this.#pointedAt}
        ></affect-disc>
        ${
          this.tracks.some(({ affect }) => affect?.from === "person")
            ? html`<button data-testid="take-back" ?disabled=${this.disabled} @click=${() => this.#say(null)}>
                ${correct.takeBack}
              </button>`
            : nothing
        }
      </section>
    `;
  }

  /** Where what is chosen is told. */
  override focus(): void {
    this.heading?.focus();
  }

  /** Where the chosen songs stand; null where they stand apart, or nowhere. */
  #place(): Affect | null {
    const [first] = this.tracks;
    return this.tracks.length === 1 ? (first?.affect?.point ?? null) : null;
  }

  readonly #pointedAt = ({ affect, final }: AffectEvent): void => {
    this.pointed = final ? null : affect;
    if (final && affect !== null) this.#say(affect);
  };

  #say(point: Affect | null): void {
    const tracks = this.tracks.map(({ id }) => id);
    this.dispatchEvent(new LibraryEvent({ do: "correct", tracks, point }));
  }
}
