import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { HourOfPlays } from "../../../protocol/library.ts";
import { hourDrawing, playsByDay } from "../../facts/hour-bars.ts";
import { perLanguage } from "../../languages/tables.ts";
import { historyWords } from "../../words/history-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

const number = perLanguage((tag) => new Intl.NumberFormat(tag));
const DAYS = 7;
/** So far to the right a day's name may have no room on a phone. */
const NEAR_END = 0.92;
/** Names of more letters would touch there, as Arabic's would: it has no shorter ones but initials. */
const MOST_LETTERS = 5;
const [WIDTH, HEIGHT] = [840, 180];
const weekday = perLanguage((tag, here) => new Intl.DateTimeFormat(tag, { weekday: "short", ...here }));
const initial = perLanguage((tag, here) => new Intl.DateTimeFormat(tag, { weekday: "narrow", ...here }));
const date = perLanguage(
  (tag, here) => new Intl.DateTimeFormat(tag, { weekday: "long", month: "long", day: "numeric", ...here }),
);
const hour = perLanguage(
  (tag, here) =>
    new Intl.DateTimeFormat(tag, {
      ...{ weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
      ...here,
    }),
);

/** Songs per hour over a week: what Mien chose, and on it what people asked for. */
@customElement("hour-plot")
export class HourPlot extends LitElement {
  @property({ attribute: false }) hours: readonly HourOfPlays[] = [];

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }
      /* Time runs to the right wherever people read to the left, and the scale stands at its beginning. */
      .plot {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        column-gap: 10px;
        direction: ltr;
      }
      svg {
        width: 100%;
        height: 180px;
        overflow: visible;
      }
      .scale {
        position: relative;
        min-width: 1.4em;
        color: var(--ink-soft);
        font-size: 13px;
        font-variant-numeric: tabular-nums;
      }
      /* As wide as the widest of them. */
      .scale b {
        visibility: hidden;
        font-weight: inherit;
      }
      .scale span {
        position: absolute;
        inset-inline-end: 0;
        line-height: 1;
        transform: translateY(50%);
      }
      .picked {
        fill: var(--ink-soft);
      }
      .asked {
        fill: var(--lamp);
      }
      line {
        stroke: var(--line);
      }
      .soft {
        color: var(--ink-soft);
        font-size: 15px;
      }
      .days,
      .key {
        display: flex;
        color: var(--ink-soft);
        font-size: 15px;
      }
      .days {
        position: relative;
        grid-column: 2;
        height: 1.4em;
        container-type: inline-size;
      }
      /* Each begins at its day's line. The name of a day that has just begun moves back as far as it has to. */
      .days span {
        position: absolute;
        left: calc(var(--at) * 100%);
        white-space: nowrap;
        translate: min(0px, (1 - var(--at)) * 100cqw - 100%);
      }
      /* On a phone it would move into the day before. */
      .days .short {
        display: none;
      }
      @media (max-width: 599px) {
        .days {
          font-size: 13px;
        }
        .days .long {
          display: none;
        }
        .days .short {
          display: inline;
        }
      }
      .key {
        flex-wrap: wrap;
        gap: 4px var(--space-4);
      }
      .key i {
        display: inline-block;
        width: 12px;
        height: 12px;
        margin-inline-end: 8px;
        border-radius: 3px;
        background: var(--ink-soft);
      }
      .key i.asked {
        background: var(--lamp);
      }
    `,
  ];

  protected override render() {
    const drawing = hourDrawing(this.hours, Date.now(), DAYS);
    const { bars, days, plays, busiest, scale } = drawing;
    const names = days.map(({ at }) => weekday().format(at));
    const areLong = names.some((name) => name.length > MOST_LETTERS);
    const label = historyWords.drawing(plays, busiest === null ? "" : hour().format(busiest));
    return html`
      <p>${label}</p>
      ${
        plays === 0
          ? nothing
          : html`<ul class="visually-hidden" data-testid="by-day">
              ${playsByDay(drawing).map(({ at, plays, asked }) => html`<li>${historyWords.inHour(date().format(at), plays, asked)}</li>`)}
            </ul>`
      }
      <p class="soft" aria-hidden="true">${historyWords.perHour}</p>
      <div class="plot">
      <div class="scale" data-testid="scale" aria-hidden="true">
        <b>${number().format(scale.at(-1)?.songs ?? 0)}</b>
        ${scale.map(({ songs, height }) => html`<span style="bottom:${height * 100}%">${number().format(songs)}</span>`)}
      </div>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${scale.map(({ height }) => svg`<line x1="0" x2=${WIDTH} y1=${(1 - height) * HEIGHT} y2=${(1 - height) * HEIGHT}></line>`)}
        ${days.map(({ x }) => svg`<line x1=${x * WIDTH} x2=${x * WIDTH} y1="0" y2=${HEIGHT}></line>`)}
        ${bars.map(
          (bar) => svg`<g>
            <title>${historyWords.inHour(hour().format(bar.at), bar.plays, bar.asked)}</title>
            <rect class="picked" x=${bar.x * WIDTH} y=${(1 - bar.height) * HEIGHT} width=${bar.width * WIDTH * 0.86} height=${bar.height * HEIGHT}></rect>
            <rect class="asked" x=${bar.x * WIDTH} y=${(1 - bar.askedHeight) * HEIGHT} width=${bar.width * WIDTH * 0.86} height=${bar.askedHeight * HEIGHT}></rect>
          </g>`,
        )}
      </svg>
      <div class="days" aria-hidden="true">
        ${days.map(({ at, x }, n) => {
          const place = `--at:${x}`;
          const name = names[n];
          return x < NEAR_END && !areLong
            ? html`<span style=${place}>${name}</span>`
            : html`<span class="long" style=${place}>${name}</span><span class="short" style=${place}>${initial().format(at)}</span>`;
        })}
      </div>
      </div>
      <div class="key" aria-hidden="true">
        <span><i></i>${historyWords.picked}</span><span><i class="asked"></i>${historyWords.asked}</span>
      </div>
    `;
  }
}
