import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { clockText, positionMs } from "../../facts/position.ts";
import type { PositionMark } from "../../link/link-state.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** How long a sought position stands before the daemon's word outranks it. */
const PENDING_MS = 2_000;

/**
 * How far the song is. It counts on by itself, once a second, and only while there is sound. What comes next has
 * its slot between the two times.
 */
@customElement("progress-bar")
export class ProgressBar extends LitElement {
  /** Tells one song from the next. */
  @property() song = "";
  @property({ attribute: false }) mark: PositionMark = { positionMs: 0, markedAt: 0 };
  @property({ type: Boolean }) running = false;
  @property({ type: Number }) durationMs = 0;
  /** Whether it can be dragged; otherwise it is a picture. */
  @property({ type: Boolean }) seekable = false;
  /** Where a finger is, or where it has just let go. */
  @state() private sought: number | null = null;
  #tick: ReturnType<typeof setTimeout> | undefined;
  #pending: ReturnType<typeof setTimeout> | undefined;
  /** What is told of the position while it has the focus: as it was then, or was moved to. */
  #spoken: number | null = null;
  #dragging = false;
  /** The song that a finger began to drag. */
  #dragged = "";

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        direction: ltr;
      }
      .bar {
        height: 8px;
        border-radius: 4px;
        background: rgb(255 249 242 / 0.28);
        overflow: hidden;
      }
      .bar b {
        display: block;
        height: 100%;
        border-radius: 4px;
        background: var(--ink);
        transform-origin: 0 50%;
        width: calc(var(--share) * 100%);
      }
      .times {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
        margin-top: var(--space-1);
        line-height: 1.2;
        font-size: var(--text-s);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      ::slotted(*) {
        min-width: 0;
        overflow: hidden;
        overflow: clip visible;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      input + .times {
        margin-top: -14px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
    clearTimeout(this.#pending);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Without a slider there is no finger on it, and nothing tells when it was lifted.
    if (!this.seekable || this.durationMs <= 0) {
      this.#dragging = false;
      this.sought = null;
    }
    if (changed.has("song") && this.#spoken !== null) this.#spoken = 0;
    if (changed.has("song") || (changed.has("mark") && !this.#dragging)) this.sought = null;
  }

  protected override render() {
    if (this.durationMs <= 0) return nothing;
    const at = this.sought ?? positionMs(this.mark, this.running, this.durationMs, performance.now());
    const share = styleMap({ "--share": String(at / this.durationMs) });
    this.dataset.positionMs = String(Math.round(at));
    const [passed, total] = [clockText(at), clockText(this.durationMs)];
    return html`
      ${
        this.seekable
          ? html`<input
              type="range"
              min="0"
              max=${this.durationMs}
              step="1000"
              style=${share}
              .value=${String(at)}
              aria-label=${words.controls.position}
              aria-valuenow=${Math.round(this.#spoken ?? at)}
              aria-valuetext=${words.controls.positionOf(clockText(this.#spoken ?? at), total)}
              @focus=${this.#heard}
              @blur=${this.#left}
              @input=${this.#drag}
              @change=${this.#drop}
            />`
          : html`<div class="bar" style=${share}><b></b></div>`
      }
      <p class="times"><span>${passed}</span><slot></slot><span>${total}</span></p>
    `;
  }

  protected override updated(): void {
    clearTimeout(this.#tick);
    if (!this.running || this.durationMs <= 0) return;
    const at = positionMs(this.mark, true, this.durationMs, performance.now());
    if (at < this.durationMs) this.#tick = setTimeout(() => this.requestUpdate(), 1_000 - (at % 1_000) + 5);
  }

  /** A screen reader reads each change of what has the focus: without it the seconds would be counted aloud. */
  readonly #heard = (): void => {
    this.#spoken = Number(this.dataset.positionMs);
  };

  readonly #left = (): void => {
    this.#spoken = null;
  };

  readonly #drag = (event: Event): void => {
    if (!this.#dragging) this.#dragged = this.song;
    this.#dragging = true;
    if (this.#dragged !== this.song) return;
    clearTimeout(this.#pending);
    this.sought = Number((event.target as HTMLInputElement).value);
    this.#spoken = this.sought;
  };

  readonly #drop = (event: Event): void => {
    this.#dragging = false;
    // The song under the finger has ended meanwhile; nobody meant the next one.
    if (this.#dragged !== this.song) return;
    const sought = Number((event.target as HTMLInputElement).value);
    this.sought = sought;
    this.#pending = setTimeout(() => {
      this.sought = null;
    }, PENDING_MS);
    this.dispatchEvent(new CommandEvent({ do: "seek", positionMs: sought }));
  };
}
