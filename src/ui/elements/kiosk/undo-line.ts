import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Command } from "../../../protocol/messages.ts";
import type { Correction } from "../../../protocol/state.ts";
import type { Id, MonotonicMs } from "../../../protocol/time.ts";
import { correctionText } from "../../facts/correction-text.ts";
import { daemonTime, type HeardClock } from "../../link/link-state.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { KeySwitch } from "../key-switch.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** A song that was asked for a moment ago, and the pick by which it waits. */
export interface JustAsked {
  pick: Id;
  title: string;
  until: MonotonicMs;
}

/** What was just said or asked for, and the way back for a while: the newest of them. */
@customElement("undo-line")
export class UndoLine extends LitElement {
  @property({ attribute: false }) correction: Correction | null = null;
  @property({ attribute: false }) asked: JustAsked | null = null;
  @property({ attribute: false }) clock: HeardClock | null = null;
  @property({ type: Boolean }) disabled = false;
  readonly #keys = new KeySwitch(this);
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
        justify-content: start;
        align-items: center;
        gap: var(--space-3);
        font-size: var(--text-s);
      }
      p {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        line-height: 1.15;
        overflow-wrap: anywhere;
      }
      button {
        min-height: 44px;
        padding: 0 20px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#end);
  }

  protected override willUpdate(): void {
    this.toggleAttribute("shown", this.#leftMs > 0);
  }

  protected override render() {
    const back = this.#wayBack;
    // The paragraph is always there, so that a screen reader notices when it begins to speak.
    return html`
      <div data-testid="correction" data-kind=${back?.kind ?? ""}>
        <p role="status" dir="auto">${back?.text ?? ""}</p>
        ${
          back
            ? html`<button
                class="main"
                data-testid="undo"
                aria-keyshortcuts=${this.#keys.of("Z")}
                ?disabled=${this.disabled}
                @click=${() => this.dispatchEvent(new CommandEvent(back.command))}
              >
                ${words.corrections.undo}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  protected override updated(): void {
    clearTimeout(this.#end);
    const left = this.#leftMs;
    if (left > 0) this.#end = setTimeout(() => this.requestUpdate(), left + 20);
  }

  get #wayBack(): { kind: string; text: string; command: Command } | null {
    if (this.#askedMs > 0 && this.asked) {
      const { pick, title } = this.asked;
      return { kind: "asked", text: words.picks.asked(title), command: { do: "unqueue", pick } };
    }
    if (this.#correctedMs <= 0 || this.correction === null) return null;
    const { id, kind } = this.correction;
    const command = { do: "undoCorrection", correction: id } as const;
    return { kind, text: correctionText(this.correction), command };
  }

  get #leftMs(): number {
    return this.#askedMs > 0 ? this.#askedMs : this.#correctedMs;
  }

  get #askedMs(): number {
    return this.asked === null ? 0 : this.asked.until - performance.now();
  }

  get #correctedMs(): number {
    if (this.correction === null || this.clock === null) return 0;
    return this.correction.until - daemonTime(this.clock, performance.now());
  }
}
