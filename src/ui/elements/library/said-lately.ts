import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Correction } from "../../../protocol/state.ts";
import { correctionText } from "../../facts/correction-text.ts";
import { timeText } from "../../facts/day-time.ts";
import { ask } from "../../link/ask.ts";
import { libraryWords } from "../../words/library-words.ts";
import { words } from "../../words/words.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { asideListStyles } from "./aside-list-styles.ts";

/** What guests and the owner said of songs lately, newest first, each with its way back. */
@customElement("said-lately")
export class SaidLately extends LitElement {
  @property({ attribute: false }) corrections: readonly Correction[] = [];
  @property({ type: Boolean }) disabled = false;

  static override styles = [baseStyles, asideListStyles];

  protected override render() {
    if (this.corrections.length === 0) return nothing;
    const { label, by, undo } = libraryWords.lately;
    return html`
      <h2>${label}</h2>
      <ul data-testid="said-lately">
        ${this.corrections.map((correction) => {
          const text = correctionText(correction);
          return html`<li>
            <span>
              <span dir="auto">${text}</span>
              <span class="soft">${by[correction.by]}, ${timeText(correction.at)}</span>
            </span>
            <button
              data-testid="undo-said"
              aria-label=${undo(text)}
              ?disabled=${this.disabled}
              @click=${() => this.#takeBack(correction)}
            >
              ${words.corrections.undo}
            </button>
          </li>`;
        })}
      </ul>
    `;
  }

  /** Over REST, as the rest of this page's work: there the machine's own browser is the owner before the first sign-in. */
  async #takeBack({ id }: Correction): Promise<void> {
    const answer = await ask(`/api/library/corrections/${encodeURIComponent(id)}`, { method: "DELETE" });
    this.dispatchEvent(
      answer.ok
        ? new SaidEvent(libraryWords.correct.undone, "done")
        : new SaidEvent(answer.reason, "refused"),
    );
  }
}
