import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Detection } from "../../../protocol/vision.ts";
import { cameraWords } from "../../words/camera-words.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";

/** What each face shows, by how likely each expression is; or why it is not read. */
@customElement("face-bars")
export class FaceBars extends LitElement {
  @property({ attribute: false }) faces: readonly Detection[] = [];

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }
      h3 {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--space-3);
      }
      h3 .soft {
        font-weight: 500;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(6.4em, auto) minmax(0, 1fr) 3.4em;
        align-items: center;
        gap: 4px var(--space-3);
        margin: 8px 0 0;
        font-variant-numeric: tabular-nums;
      }
      dd {
        margin: 0;
        text-align: end;
      }
      .bar {
        height: 10px;
        border-radius: 5px;
        overflow: hidden;
        background: var(--line);
      }
      .bar::before {
        display: block;
        width: var(--fill);
        height: 100%;
        background: var(--ink);
        content: "";
      }
      section > p {
        margin-top: 4px;
      }
    `,
  ];

  protected override render() {
    const { none, note } = cameraWords.faces;
    if (this.faces.length === 0) return html`<p class="soft">${none}</p>`;
    return html`${this.faces.map((face, index) => this.#face(face, index))}
      <p class="soft">${note}</p>`;
  }

  #face({ reading, quality }: Detection, index: number) {
    const { name, quality: qualityText, unread, expressions } = cameraWords.faces;
    return html`<section data-testid="face-${index + 1}">
      <h3>${name(index + 1)} <span class="soft">${qualityText(words.controls.percent(quality))}</span></h3>
      ${
        "probs" in reading
          ? html`<dl>
              ${Object.entries(reading.probs).map(
                ([expression, share]) => html`
                  <dt>${expressions[expression] ?? expression}</dt>
                  <dd class="bar" aria-hidden="true" style="--fill: ${share * 100}%"></dd>
                  <dd>${words.controls.percent(share)}</dd>
                `,
              )}
            </dl>`
          : html`<p class="soft">${unread[reading.abstained] ?? reading.abstained}</p>`
      }
    </section>`;
  }
}
