import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** A share of something, by finger or arrow keys. Tells of a change when the finger is lifted. */
@customElement("share-slider")
export class ShareSlider extends LitElement {
  @property({ type: Number }) value = 0;
  @property({ type: Number }) least = 0;
  @property({ type: Number }) most = 1;
  @property() label = "";
  @state() private dragged: number | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 4.2em;
        align-items: center;
        gap: var(--space-3);
      }
      output {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
    `,
  ];

  protected override render() {
    const { least, most } = this;
    const value = this.dragged ?? this.value;
    const told = words.controls.percent(value);
    return html`
      <input
        type="range"
        min=${least}
        max=${most}
        step="0.01"
        .value=${String(value)}
        style=${styleMap({ "--share": String((value - least) / (most - least)) })}
        aria-label=${this.label}
        aria-valuetext=${told}
        @input=${this.#drag}
        @change=${this.#drop}
      />
      <output aria-hidden="true">${told}</output>
    `;
  }

  readonly #drag = (event: Event): void => {
    this.dragged = Number((event.target as HTMLInputElement).value);
  };

  readonly #drop = (event: Event): void => {
    this.value = Number((event.target as HTMLInputElement).value);
    this.dragged = null;
    this.dispatchEvent(new Event("change"));
  };
}
