import { css, html, LitElement } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Pick } from "../../protocol/music.ts";
import { songView } from "../facts/song-view.ts";
import { whyShort } from "../facts/why-short.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import { CommandEvent } from "./command-event.ts";
import { shortScreen } from "./short-screen.ts";
import type { SongPick, WhenEvent } from "./song-pick.ts";
import "./song-pick.ts";

/** Six songs that would suit. A touch asks when; a second one says it. */
@customElement("six-picks")
export class SixPicks extends LitElement {
  @property({ attribute: false }) picks: readonly Pick[] = [];
  /** What plays after this song. */
  @property({ attribute: false }) queue: readonly Pick[] = [];
  @property({ type: Boolean }) disabled = false;
  /** The pick that was touched, among those that were there then: nothing moves under the finger meanwhile. */
  @state() private touched: { id: string; among: readonly Pick[] } | null = null;
  @queryAll("song-pick") private cards!: NodeListOf<SongPick>;

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
        gap: clamp(8px, 1.6vh, 20px) clamp(10px, 1.4vw, 28px);
        height: 100%;
        max-height: 340px;
      }
      li {
        display: grid;
        min-width: 0;
        min-height: 0;
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
          grid-auto-rows: 10.4vh;
        }
      }
      @media (max-aspect-ratio: 4/5) and (max-width: 699px) {
        ul {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          /* A square cover and four lines below it. */
          grid-auto-rows: calc((100vw - 2 * var(--edge) - 20px) / 3 + 5.6 * var(--text-s));
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
    const shown = this.touched?.among ?? this.picks;
    if (shown.length === 0) return html`<p class="none">${words.picks.none}</p>`;
    return html`
      <ul data-testid="six-picks" aria-label=${words.picks.label}>
        ${repeat(
          shown,
          ({ id }) => id,
          (pick) => html`
            <li>
              <song-pick
                .song=${songView(pick)}
                .why=${this.#waits(pick) ? words.picks.waits : whyShort(pick)}
                .asking=${this.touched?.id === pick.id}
                .disabled=${this.disabled}
                @mien-when=${(event: WhenEvent) => this.#answer(pick, event.when)}
              ></song-pick>
            </li>
          `,
        )}
      </ul>
    `;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pointerdown", this.#elsewhere);
  }

  protected override updated(): void {
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
    if (pick && !this.disabled) this.touched = { id: pick.id, among: this.touched?.among ?? this.picks };
  }

  override focus(): void {
    this.cards[0]?.focus();
  }

  #waits({ item }: Pick): boolean {
    if (item.kind !== "track") return false;
    return this.queue.some((next) => next.item.kind === "track" && next.item.track.id === item.track.id);
  }

  #answer(pick: Pick, when: "now" | "next" | null): void {
    if (when === null) {
      const open = this.touched?.id === pick.id;
      this.touched = open ? null : { id: pick.id, among: this.touched?.among ?? this.picks };
      return;
    }
    this.touched = null;
    const still = this.picks.some(({ id }) => id === pick.id);
    // Other picks may have come while it was open: then it is a song like any other.
    if (still || pick.item.kind !== "track")
      this.dispatchEvent(new CommandEvent({ do: "playPick", pick: pick.id, when }));
    else this.dispatchEvent(new CommandEvent({ do: "playTrack", track: pick.item.track.id, when }));
  }
}
