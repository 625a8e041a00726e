import { initialState, Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { LibraryMap, MoodFill, PolicyEffect } from "../../../protocol/figures.ts";
import { fillShares, fillText, minutesText } from "../../facts/map-view.ts";
import { moodColour } from "../../facts/mood-mark.ts";
import { fetched } from "../../link/ask.ts";
import { libraryWords } from "../../words/library-words.ts";
import { moodMapWords } from "../../words/mood-map-words.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "./density-map.ts";
import "./effect-list.ts";
import { failedNote } from "../failed-note.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { scrollHint } from "../styles/scroll-hint.ts";

/** Over which days effects are looked at. */
const DAYS = 90;

/** Where the music stands, which moods run dry and what to add, and what came of each policy. */
@customElement("map-section")
export class MapSection extends LitElement {
  /** Another text each time that the map may be another one; null before the first. */
  @property({ attribute: false }) news: string | null = null;
  readonly #map = new Task(this, {
    task: ([news], { signal }) =>
      news === null ? initialState : fetched<LibraryMap>("/api/library/map", signal),
    args: () => [this.news] as const,
  });
  readonly #effect = new Task(this, {
    task: ([news], { signal }) =>
      news === null ? initialState : fetched<readonly PolicyEffect[]>(`/api/effect?days=${DAYS}`, signal),
    args: () => [this.news] as const,
  });

  static override styles = [
    baseStyles,
    panelStyles,
    scrollHint(":host"),
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: var(--space-5);
        min-height: 0;
        overflow-y: auto;
      }
      density-map {
        justify-self: center;
        max-width: min(100%, 100dvh - 344px);
        min-width: min(100%, 300px);
      }
      .moods {
        display: grid;
        gap: var(--space-4);
      }
      .moods li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 12px;
        align-items: baseline;
      }
      .meter {
        position: relative;
        grid-column: 1 / -1;
        height: 8px;
        border-radius: 4px;
        background: var(--track);
        overflow: hidden;
      }
      .meter b {
        display: block;
        height: 100%;
        border-radius: 4px;
        background: var(--colour);
        filter: brightness(1.5);
      }
      .meter i {
        position: absolute;
        inset-block: 0;
        width: 2px;
        background: var(--ink);
      }
      .shore {
        display: inline-block;
        width: 15px;
        height: 15px;
        margin-inline-end: 8px;
        border: 2.5px solid var(--warn);
        border-radius: 50%;
        vertical-align: -2px;
      }
      .moods p {
        grid-column: 1 / -1;
        text-wrap: pretty;
      }
      b {
        font-weight: 650;
      }
      @media (min-width: 700px) {
        :host {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .effect {
          grid-column: 1 / -1;
        }
      }
      @media (min-width: 1700px) {
        :host {
          grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr);
        }
        .effect {
          grid-column: auto;
        }
      }
    `,
  ];

  protected override render() {
    const { loading, failed } = libraryWords;
    const { effect } = moodMapWords;
    const wait = html`<p class="soft" role="status">${loading}</p>`;
    const noMap = html`<section class="panel">${wait}</section>`;
    return html`
      ${this.#map.render({
        initial: () => noMap,
        pending: () => (this.#map.value ? this.#drawn(this.#map.value) : noMap),
        error: (error) =>
          html`<section class="panel">${failedNote(error, () => this.#map.run(), failed)}</section>`,
        complete: (map) => this.#drawn(map),
      })}
      <section class="panel effect">
        <h2>${effect.label}</h2>
        <p class="soft">${effect.intro(DAYS)}</p>
        ${this.#effect.render({
          initial: () => wait,
          pending: () =>
            this.#effect.value ? html`<effect-list .effects=${this.#effect.value}></effect-list>` : wait,
          error: (error) => failedNote(error, () => this.#effect.run(), failed),
          complete: (effects) => html`<effect-list .effects=${effects}></effect-list>`,
        })}
      </section>
    `;
  }

  #drawn(drawn: LibraryMap) {
    const { cells, unplaced, moods, thin } = drawn;
    const { map } = moodMapWords;
    const placed = cells.reduce((sum, { tracks }) => sum + tracks, 0);
    return html`
      <section class="panel">
        <h2>${map.label}</h2>
        <density-map .map=${drawn} .label=${map.drawing(placed)}></density-map>
        ${thin.length > 0 ? html`<p class="soft"><i class="shore"></i>${map.shore}</p>` : nothing}
        <p class="soft">${map.stars}${unplaced > 0 ? `${map.between}${map.unplaced(unplaced)}` : nothing}</p>
      </section>
      <section class="panel">
        <h2>${map.list}</h2>
        <p class="soft">${map.counted}</p>
        <ul class="moods" data-testid="moods">
          ${moods.map((fill) => this.#mood(fill))}
        </ul>
      </section>
    `;
  }

  #mood(fill: MoodFill) {
    const { label, fillsAnHour, minutes } = fill;
    const { full, hour } = fillShares(fill);
    return html`
      <li data-label=${label} data-thin=${String(!fillsAnHour)}>
        <b>${words.music[label]}</b>
        <span>${minutesText(minutes)}</span>
        <div class="meter" style="--colour:${moodColour(labelPoints[label])}" aria-hidden="true">
          <b style="width:${full * 100}%"></b>
          ${hour < 1 ? html`<i style="inset-inline-start:${hour * 100}%"></i>` : nothing}
        </div>
        <p class=${fillsAnHour ? "soft" : "fault"}>${fillText(fill)}</p>
      </li>
    `;
  }
}
