import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PolicyEffect } from "../../../protocol/figures.ts";
import { effectScale, effectView } from "../../facts/effect-view.ts";
import { moodMapWords } from "../../words/mood-map-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** Per policy whether the room looked different afterwards, with how sure that is. */
@customElement("effect-list")
export class EffectList extends LitElement {
  @property({ attribute: false }) effects: readonly PolicyEffect[] = [];

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: var(--space-4);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px var(--space-4);
      }
      b {
        font-weight: 650;
      }
      .soft {
        color: var(--ink-soft);
      }
      .bar {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: 4.6em minmax(0, 1fr);
        align-items: center;
        column-gap: var(--space-3);
        font-variant-numeric: tabular-nums;
      }
      .bar .soft:last-child {
        grid-column: 2;
        font-size: 0.9em;
      }
      svg {
        width: 100%;
        height: 18px;
      }
      line {
        stroke: var(--ink);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .scale p {
        display: flex;
        grid-column: 2;
        justify-content: space-between;
        border-top: 1px solid var(--line);
        font-size: 13px;
      }
      .nought {
        stroke: var(--line);
      }
    `,
  ];

  protected override render() {
    return html`
      <ul data-testid="effects">
        ${this.effects
          .map((effect) => effectView(effect, this.effects.length === 1))
          .map(
            ({ name, songs, verdict, bars }) => html`
            <li>
              <b>${name}</b><span class="soft">${songs}</span>
              <p>${verdict}</p>
              ${bars.map(
                ({ axis, low, mean, high, text, spoken }) => html`
                  <div class="bar">
                    <span class="soft">${axis}</span>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      ${svg`<line class="nought" x1="50" x2="50" y1="0" y2="10"></line>
                        <line x1=${low} x2=${high} y1="5" y2="5"></line>
                        <line x1=${mean} x2=${mean} y1="1.5" y2="8.5" stroke-width="5"></line>`}
                    </svg>
                    <span class="soft"><bdi dir="ltr" aria-hidden="true">${text}</bdi><span class="visually-hidden">${spoken}</span></span>
                  </div>
                `,
              )}
              ${
                bars.length === 0
                  ? ""
                  : html`<div class="bar scale" aria-hidden="true">
                      <p class="soft" dir="ltr">${effectScale().map((mark) => html`<span>${mark}</span>`)}</p>
                    </div>`
              }
            </li>
          `,
          )}
      </ul>
      ${this.effects.length === 0 ? html`<p class="soft">${moodMapWords.effect.empty}</p>` : ""}
    `;
  }
}
