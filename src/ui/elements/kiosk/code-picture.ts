import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { encode } from "uqr";
import { phoneWords } from "../../words/phone-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** As the standard wants it around a code. */
const QUIET = 4;

/** A QR code, drawn here: no other machine learns what it says. Dark on white whatever the page, or cameras miss it. */
@customElement("code-picture")
export class CodePicture extends LitElement {
  @property() address = "";

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        aspect-ratio: 1;
        border-radius: 14px;
        overflow: hidden;
        background: #fff;
      }
      svg {
        width: 100%;
        height: 100%;
      }
    `,
  ];

  protected override render() {
    if (this.address === "") return nothing;
    const { data, size } = encode(this.address, { ecc: "M", border: 0 });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : [])));
    const box = `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`;
    return html`<svg viewBox=${box} shape-rendering="crispEdges" role="img" aria-label=${phoneWords.code.alt(this.address)}>
      ${svg`<path d=${dark.join("")} fill="#1b1219"></path>`}
    </svg>`;
  }
}
