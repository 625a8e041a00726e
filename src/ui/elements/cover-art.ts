import { css, html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { drawnCover } from "../facts/drawn-cover.ts";
import { baseStyles } from "./base-styles.ts";

/** A song's cover, or one drawn here where none can be had. The last one stays until the next is there. */
@customElement("cover-art")
export class CoverArt extends LitElement {
  /** The track's id, or anything else that stays the same for the same thing. */
  @property() seed = "";
  /** Where the real cover is; null when there is none. */
  @property({ attribute: false }) source: string | null = null;
  @property() label = "";
  /** Null before the first answer, and then nothing but the ground is shown. */
  @state() private shown: { image: string } | "drawn" | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        position: relative;
        aspect-ratio: 1;
        border-radius: var(--radius-m);
        overflow: hidden;
        background: var(--glass);
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
    const { shown } = this;
    if (shown !== "drawn")
      return html`<img
        src=${shown?.image ?? nothing}
        alt=${this.label}
        draggable="false"
        ?hidden=${shown === null}
      />`;
    const { ground, shapes } = drawnCover(this.seed);
    return html`
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="xMidYMid slice"
        role=${this.label === "" ? nothing : "img"}
        aria-label=${this.label === "" ? nothing : this.label}
        aria-hidden=${this.label === "" ? "true" : nothing}
      >
        <rect width="100" height="100" fill=${ground}></rect>
        ${shapes.map((shape) =>
          shape.kind === "circle"
            ? svg`<circle cx=${shape.cx} cy=${shape.cy} r=${shape.r} fill=${shape.fill}></circle>`
            : svg`<path d=${shape.path} fill=${shape.fill}></path>`,
        )}
      </svg>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("source")) void this.#fetch(this.source);
  }

  async #fetch(source: string | null): Promise<void> {
    const there = source !== null && (await canBeShown(source));
    if (this.source === source) this.shown = there && source !== null ? { image: source } : "drawn";
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
