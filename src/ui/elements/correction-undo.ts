import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Correction } from "../../protocol/state.ts";
import { daemonTime, type HeardClock } from "../link/link-state.ts";
import { words } from "../words.ts";
import { baseStyles } from "./base-styles.ts";
import { CommandEvent } from "./command-event.ts";

/** What was just corrected, and the way back for as long as there is one. */
@customElement("correction-undo")
export class CorrectionUndo extends LitElement {
  @property({ attribute: false }) correction: Correction | null = null;
  @property({ attribute: false }) clock: HeardClock | null = null;
  @property({ type: Boolean }) disabled = false;
  #end: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      div {
        display: grid;
        grid-template-columns: minmax(0, auto) auto;
        justify-content: end;
        align-items: center;
        gap: var(--space-3);
        font-size: var(--text-s);
      }
      p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button {
        min-height: 44px;
        padding: 0 20px;
      }
      @media (max-aspect-ratio: 4/5) {
        div {
          justify-content: space-between;
        }
        p {
          white-space: normal;
          line-height: 1.2;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#end);
  }

  protected override willUpdate(): void {
    this.toggleAttribute("shown", this.#leftMs() > 0);
  }

  protected override render() {
    const correction = this.#leftMs() > 0 ? this.correction : null;
    const { done, undo } = words.corrections;
    // The paragraph is always there, so that a screen reader notices when it begins to speak.
    return html`
      <div data-testid="correction" data-kind=${correction?.kind ?? ""}>
        <p role="status" dir="auto">
          ${correction && done[correction.kind](correction.title, correction.artist ?? "")}
        </p>
        ${
          correction
            ? html`<button
                class="main"
                data-testid="undo"
                aria-keyshortcuts="Z"
                ?disabled=${this.disabled}
                @click=${this.#undo}
              >
                ${undo}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  protected override updated(): void {
    clearTimeout(this.#end);
    const left = this.#leftMs();
    if (left > 0) this.#end = setTimeout(() => this.requestUpdate(), left + 20);
  }

  #leftMs(): number {
    if (this.correction === null || this.clock === null) return 0;
    return this.correction.until - daemonTime(this.clock, performance.now());
  }

  readonly #undo = (): void => {
    this.dispatchEvent(new CommandEvent({ do: "undoCorrection" }));
  };
}
