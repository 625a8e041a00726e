import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { GuestsState } from "../../../protocol/guests.ts";
import type { AppState } from "../../../protocol/state.ts";
import { ask } from "../../link/ask.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** Where guests' phones find their page, or what is still missing for it. Nothing while the owner has it off. */
@customElement("guest-page-note")
export class GuestPageNote extends LitElement {
  /** As the setting is on this page: with each change the daemon is asked anew. */
  @property({ type: Boolean }) wanted = false;
  @state() private guests: GuestsState | null = null;

  static override styles = [
    baseStyles,
    css`
      p {
        padding: 12px 0;
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("wanted") && this.wanted) void this.#look();
  }

  protected override render() {
    if (!this.wanted || this.guests === null) return nothing;
    const { page, address } = this.guests;
    const words = settingsWords.guestPage;
    return html`<p role="status" data-testid="guest-page">
      ${page === "open" ? (address === null ? "" : words.open(address)) : page === "off" ? "" : words[page]}
    </p>`;
  }

  async #look(): Promise<void> {
    const answer = await ask<AppState>("/api/state");
    if (answer.ok) this.guests = answer.value.guests;
  }
}
