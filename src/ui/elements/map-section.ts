import { initialState, Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { labelPoints } from "../../protocol/circumplex.ts";
import type { LibraryMap, PolicyEffect } from "../../protocol/figures.ts";
import { fillText, minutesText } from "../facts/map-view.ts";
import { moodMark } from "../facts/mood-mark.ts";
import { libraryWords } from "../library-words.ts";
import { fetched, reasonOf } from "../link/ask.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import "./density-map.ts";
import "./effect-list.ts";
import { panelStyles } from "./panel-styles.ts";

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
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr));
        align-content: start;
        gap: var(--space-5);
        min-height: 0;
        overflow-y: auto;
      }
      density-map {
        justify-self: center;
        max-width: min(100%, 56vh);
      }
      .moods {
        display: grid;
        gap: var(--space-4);
      }
      .moods li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 2px 12px;
        align-items: baseline;
      }
      i {
        width: 13px;
        height: 13px;
        border-radius: 50%;
        box-shadow: inset 0 0 0 1px var(--line);
      }
      i.thin {
        display: inline-block;
        margin-inline-end: 8px;
        border-radius: 2px;
        background: repeating-linear-gradient(135deg, var(--warn) 0 1.5px, transparent 1.5px 5px);
        vertical-align: -1px;
      }
      .moods p {
        grid-column: 2 / -1;
      }
      b {
        font-weight: 650;
      }
    `,
  ];

  protected override render() {
    const { effect, loading, failed } = libraryWords;
    const wait = html`<p class="soft" role="status">${loading}</p>`;
    const noMap = html`<section class="panel">${wait}</section>`;
    return html`
      ${this.#map.render({
        initial: () => noMap,
        pending: () => (this.#map.value ? this.#drawn(this.#map.value) : noMap),
        error: (error) =>
          html`<section class="panel"><p class="fault" role="alert">${failed} ${reasonOf(error)}</p></section>`,
        complete: (map) => this.#drawn(map),
      })}
      <section class="panel">
        <h2>${effect.label}</h2>
        <p class="soft">${effect.intro(DAYS)}</p>
        ${this.#effect.render({
          initial: () => wait,
          pending: () =>
            this.#effect.value ? html`<effect-list .effects=${this.#effect.value}></effect-list>` : wait,
          error: (error) => html`<p class="fault" role="alert">${failed} ${reasonOf(error)}</p>`,
          complete: (effects) => html`<effect-list .effects=${effects}></effect-list>`,
        })}
      </section>
    `;
  }

  #drawn({ cells, unplaced, moods, thin }: LibraryMap) {
    const { map } = libraryWords;
    const placed = cells.reduce((sum, { tracks }) => sum + tracks, 0);
    return html`
      <section class="panel">
        <h2>${map.label}</h2>
        <density-map .cells=${cells} .thin=${thin} .label=${map.drawing(placed)}></density-map>
        ${thin.length > 0 ? html`<p class="soft"><i class="thin"></i>${map.thinSquares}</p>` : nothing}
        ${unplaced > 0 ? html`<p class="soft">${map.unplaced(unplaced)}</p>` : nothing}
      </section>
      <section class="panel">
        <h2>${map.list}</h2>
        <ul class="moods" data-testid="moods">
          ${moods.map(
            (fill) => html`
              <li data-label=${fill.label} data-thin=${String(!fill.fillsAnHour)}>
                <i style="background:${moodMark(labelPoints[fill.label]).colour}"></i>
                <b>${words.music[fill.label]}</b>
                <span>${minutesText(fill.minutes)}</span>
                <p class=${fill.fillsAnHour ? "soft" : "fault"}>${fillText(fill)}</p>
              </li>
            `,
          )}
        </ul>
      </section>
    `;
  }
}
