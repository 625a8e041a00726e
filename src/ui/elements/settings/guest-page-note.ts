import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { GuestsState } from "../../../protocol/guests.ts";
import type { AppState } from "../../../protocol/state.ts";
import type { NamedSetting } from "../../facts/setting-search.ts";
import { settingText } from "../../facts/setting-text.ts";
import { ask } from "../../link/ask.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { failedNote } from "../failed-note.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "../restart-button.ts";

/**
 * Where guests' phones find their page, or what is still missing for it. Nothing while the owner has it off. `mien-way` is
 * told as well as the address: a second touch leaves that as it is.
 */
@customElement("guest-page-note")
export class GuestPageNote extends LitElement {
  /** As the setting is on this page: with each change the daemon is asked anew. */
  @property({ type: Boolean }) wanted = false;
  /** The setting `openToNetwork`, which holds from the next start on. */
  @property({ type: Boolean }) openToNetwork = false;
  /** That setting itself: the way to it, where it is what is missing. */
  @property({ attribute: false }) way: NamedSetting | null = null;
  @state() private guests: GuestsState | null = null;
  @state() private fault: string | null = null;

  static override styles = [
    baseStyles,
    css`
      p {
        padding: 12px 0;
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
      a {
        display: inline-grid;
        align-items: center;
        min-height: 48px;
        color: inherit;
        font-weight: 620;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("wanted") && this.wanted) void this.#look();
  }

  protected override render() {
    if (this.wanted && this.fault !== null) return failedNote(this.fault, () => this.#look());
    if (!this.wanted || this.guests === null) return nothing;
    const { page, address } = this.guests;
    const words = settingsWords.guestPage;
    const waits = page === "network" && this.openToNetwork;
    const text = {
      off: "",
      open: address === null ? "" : words.open(address),
      network: waits ? words.restart : words.network,
      "no-address": words["no-address"],
    }[page];
    return html`<p role="status" tabindex="-1" data-testid="guest-page">${text}</p>
      ${
        page === "network" && !waits && this.way !== null
          ? html`<a
              href="#${this.way.name}"
              data-testid="to-network"
              @click=${() => this.dispatchEvent(new Event("mien-way"))}
              >${settingText(this.way).title}</a
            >`
          : nothing
      }
      ${waits ? html`<restart-button @mien-restarted=${() => this.#look()}></restart-button>` : nothing}`;
  }

  async #look(): Promise<void> {
    const answer = await ask<AppState>("/api/state");
    this.fault = answer.ok ? null : answer.reason;
    if (answer.ok) this.guests = answer.value.guests;
  }
}
