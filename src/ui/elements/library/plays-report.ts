import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type Days, isBackwards, lastMonth, playsAddress, playsFile, thisMonth } from "../../facts/month.ts";
import { takeWords } from "../../words/take-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";

/** What was played on which days, as a file for collecting societies. */
@customElement("plays-report")
export class PlaysReport extends LitElement {
  @state() private days: Days = thisMonth(new Date());

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

  protected override render() {
    const take = takeWords;
    return html`<section class="panel">
      <h2>${take.plays}</h2>
      <p class="soft">${take.playsHint}</p>
      <div class="chips">
        ${this.#month(take.months.this, thisMonth(new Date()))}
        ${this.#month(take.months.last, lastMonth(new Date()))}
      </div>
      <div class="days">${this.#day("from")} ${this.#day("to")}</div>
      ${
        isBackwards(this.days)
          ? html`<p class="fault" role="alert">${take.backwards}</p>`
          : html`<div class="actions">
              <a data-testid="plays" href=${playsAddress(this.days)} download>${take.download}</a>
            </div>
            <p class="soft" data-testid="plays-file">${take.fileName(playsFile(this.days))}</p>`
      }
    </section>`;
  }

  #month(text: string, days: Days) {
    const chosen = days.from === this.days.from && days.to === this.days.to;
    return html`<button
      aria-pressed=${String(chosen)}
      @click=${() => {
        this.days = days;
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
            this.days = { ...this.days, [which]: (event.target as HTMLInputElement).value };
          }}
        />
      </label>
    `;
  }
}
