import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type Days, isBackwards, lastMonth, playsAddress, playsFile, thisMonth } from "../../facts/month.ts";
import { wallDate } from "../../facts/wall-date.ts";
import { takeWords } from "../../words/take-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";

/** What was played on which days, as a file for collecting societies. */
@customElement("plays-report")
export class PlaysReport extends LitElement {
  /** Null until somebody names others: this month, by the clock beside the appliance, which may not be known at first. */
  @state() private named: Days | null = null;

  static override styles = [
    baseStyles,
    chipStyles,
    panelStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .days {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
      }
      .days label {
        display: grid;
        gap: 4px;
        min-width: 0;
      }
    `,
  ];

  private get days(): Days {
    return this.named ?? thisMonth(wallDate(Date.now()));
  }

  protected override render() {
    const take = takeWords;
    const { days } = this;
    return html`<section class="panel">
      <h2>${take.plays}</h2>
      <p class="soft">${take.playsHint}</p>
      <div class="chips">
        ${this.#month(take.months.this, thisMonth(wallDate(Date.now())))}
        ${this.#month(take.months.last, lastMonth(wallDate(Date.now())))}
      </div>
      <div class="days">${this.#day("from")} ${this.#day("to")}</div>
      ${
        isBackwards(days)
          ? html`<p class="fault" role="alert">${take.backwards}</p>`
          : html`<div class="actions">
              <a data-testid="plays" href=${playsAddress(days)} download>${take.download}</a>
            </div>
            <p class="soft" data-testid="plays-file">${take.fileName(playsFile(days))}</p>`
      }
    </section>`;
  }

  #month(text: string, days: Days) {
    const chosen = days.from === this.days.from && days.to === this.days.to;
    return html`<button
      aria-pressed=${String(chosen)}
      @click=${() => {
        this.named = days;
      }}
    >
      ${text}
    </button>`;
  }

  #day(which: keyof Days) {
    return html`
      <label>
        ${takeWords[which]}
        <input
          type="date"
          data-testid=${which}
          .value=${this.days[which]}
          @change=${(event: Event) => {
            this.named = { ...this.days, [which]: (event.target as HTMLInputElement).value };
          }}
        />
      </label>
    `;
  }
}
