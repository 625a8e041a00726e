import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { HourOfPlays } from "../../../protocol/library.ts";
import { hourDrawing } from "../../facts/hour-bars.ts";
import { perLanguage } from "../../languages/tables.ts";
import { historyWords } from "../../words/history-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

const DAYS = 7;
const [WIDTH, HEIGHT] = [840, 180];
const weekday = perLanguage((tag) => new Intl.DateTimeFormat(tag, { weekday: "short" }));
const hour = perLanguage(
  (tag) =>
    new Intl.DateTimeFormat(tag, { weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
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
      svg {
        width: 100%;
        height: 180px;
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
      .days,
      .key {
        display: flex;
        color: var(--ink-soft);
        font-size: 15px;
      }
      /* Time runs to the right wherever people read to the left. */
      .days {
        position: relative;
        direction: ltr;
        height: 1.4em;
      }
      .days span {
        position: absolute;
        white-space: nowrap;
      }
      @media (max-width: 599px) {
        .days {
          font-size: 13px;
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
    const { bars, days, plays, busiest } = hourDrawing(this.hours, Date.now(), DAYS);
    const label = historyWords.drawing(plays, busiest === null ? "" : hour().format(busiest));
    return html`
      <p>${label}</p>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${label}>
        ${days.map(({ x }) => svg`<line x1=${x * WIDTH} x2=${x * WIDTH} y1="0" y2=${HEIGHT}></line>`)}
        ${bars.map(
          (bar) => svg`<g>
            <title>${historyWords.inHour(hour().format(bar.at), bar.plays, bar.asked)}</title>
            <rect class="picked" x=${bar.x * WIDTH} y=${(1 - bar.height) * HEIGHT} width=${bar.width * WIDTH * 0.86} height=${bar.height * HEIGHT}></rect>
            <rect class="asked" x=${bar.x * WIDTH} y=${(1 - bar.askedHeight) * HEIGHT} width=${bar.width * WIDTH * 0.86} height=${bar.askedHeight * HEIGHT}></rect>
          </g>`,
        )}
        <line x1="0" x2=${WIDTH} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5}></line>
      </svg>
      <div class="days" aria-hidden="true">
        ${days.map(({ at, x }) => (x < 0.92 ? html`<span style="left:${x * 100}%">${weekday().format(at)}</span>` : ""))}
      </div>
      <div class="key" aria-hidden="true">
        <span><i></i>${historyWords.picked}</span><span><i class="asked"></i>${historyWords.asked}</span>
      </div>
    `;
  }
}
