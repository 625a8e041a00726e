import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { baseStyles } from "./styles/base-styles.ts";

/**
 * A song's cover. The last one stays until the next is there. Where none can be had there is a note: the daemon draws
 * covers for songs that have none, and nobody should see a song in two ways.
 */
@customElement("cover-art")
export class CoverArt extends LitElement {
  /** Where the cover is; null for what has none. */
  @property({ attribute: false }) source: string | null = null;
  @property() label = "";
  /** Null before the first answer, and then nothing but the ground is shown. */
  @state() private shown: { image: string } | "none" | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        position: relative;
        aspect-ratio: 1;
        /* A picture that comes changes nothing around it. */
        contain: strict;
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
      svg {
        fill: var(--ink-soft);
        opacity: 0.5;
      }
    `,
  ];

  protected override render() {
    const { shown } = this;
    if (shown !== "none")
      return html`<img
        src=${shown?.image ?? nothing}
        alt=${this.label}
        draggable="false"
        ?hidden=${shown === null}
      />`;
    return html`
      <svg
        viewBox="0 0 100 100"
        role=${this.label === "" ? nothing : "img"}
        aria-label=${this.label === "" ? nothing : this.label}
        aria-hidden=${this.label === "" ? "true" : nothing}
      >
        <ellipse cx="42" cy="67" rx="11" ry="8" transform="rotate(-20 42 67)"></ellipse>
        <path d="M49 65V28h3.500c1 9 14 12 11 26-2-7-7-10-11-10.500V65z"></path>
      </svg>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("source")) void this.#fetch(this.source);
  }

  async #fetch(source: string | null): Promise<void> {
    const there = source !== null && (await canBeShown(source));
    if (this.source === source) this.shown = there && source !== null ? { image: source } : "none";
  }
}

/** Fetched and decoded, so that it appears whole. No such cover, no connection, or no picture: a note then. */
async function canBeShown(source: string): Promise<boolean> {
  const image = new Image();
  image.src = source;
  return image.decode().then(
    () => true,
    () => false,
  );
}
