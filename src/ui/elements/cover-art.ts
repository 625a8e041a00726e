import { css, html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { drawnCover } from "../facts/drawn-cover.ts";
import { baseStyles } from "./base-styles.ts";

/** A song's cover, or a drawn one where there is none. The last one stays until the next is there. */
@customElement("cover-art")
export class CoverArt extends LitElement {
  /** The track's id, or anything else that stays the same for the same thing. */
  @property() seed = "";
  /** Where the real cover is; null when there is none. */
  @property({ attribute: false }) source: string | null = null;
  @property() label = "";
  @state() private shown: string | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        position: relative;
        aspect-ratio: 1;
        border-radius: var(--radius-m);
        overflow: hidden;
        box-shadow: 0 24px 60px rgb(10 5 10 / 0.45);
      }
      :host::after {
        content: "";
        position: absolute;
        inset: 0;
        border-radius: inherit;
        box-shadow: inset 0 0 0 1px var(--line);
      }
      svg,
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
    `,
  ];

  protected override render() {
    const { ground, shapes } = drawnCover(this.seed);
    return html`
      <svg viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" role="img" aria-label=${this.label}>
        <rect width="100" height="100" fill=${ground}></rect>
        ${shapes.map((shape) =>
          shape.kind === "circle"
            ? svg`<circle cx=${shape.cx} cy=${shape.cy} r=${shape.r} fill=${shape.fill}></circle>`
            : svg`<path d=${shape.path} fill=${shape.fill}></path>`,
        )}
      </svg>
      ${this.shown === null ? nothing : html`<img src=${this.shown} alt="" draggable="false" />`}
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("source")) void this.#fetch(this.source);
  }

  async #fetch(source: string | null): Promise<void> {
    const there = source !== null && (await canBeShown(source));
    if (this.source === source) this.shown = there ? source : null;
  }
}

/** Fetched and decoded, so that it appears whole. No such cover, no connection, or no picture: the drawn one then. */
async function canBeShown(source: string): Promise<boolean> {
  const image = new Image();
  image.src = source;
  return image.decode().then(
    () => true,
    () => false,
  );
}
