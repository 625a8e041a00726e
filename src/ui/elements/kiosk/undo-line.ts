import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Command } from "../../../protocol/messages.ts";
import type { Correction } from "../../../protocol/state.ts";
import type { Id, MonotonicMs } from "../../../protocol/time.ts";
import { correctionText } from "../../facts/correction-text.ts";
import { signs } from "../../facts/signs.ts";
import { daemonTime, type HeardClock } from "../../link/link-state.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { keepFocus } from "../keep-focus.ts";
import { KeySwitch } from "../key-switch.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { signStyles } from "../styles/sign-styles.ts";

/** A song that was asked for a moment ago, the pick by which it waits, and behind how many others. */
export interface JustAsked {
  pick: Id;
  title: string;
  place: number;
  until: MonotonicMs;
}

/** What was undone, in words, and until when that is news. */
export interface JustUndone {
  text: string;
  until: MonotonicMs;
}

/** What was just said, asked for or undone, and the way back for a while: the newest of them. */
@customElement("undo-line")
export class UndoLine extends LitElement {
  @property({ attribute: false }) correction: Correction | null = null;
  @property({ attribute: false }) asked: JustAsked | null = null;
  @property({ attribute: false }) undone: JustUndone | null = null;
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
      /* Two lines as tall as the button. A title in the page's own sentence does not make the line its own way. */
      p.signs.signs {
        line-height: 1.36;
        overflow-clip-margin: 0.2em;
      }
      button {
        min-height: 44px;
        padding: 0 20px;
      }
      /* The 7-inch touchscreen: other songs and wishes stay beside it. */
      @media (max-height: 540px) {
        /* Its parts stand in the head's own rows, see touch-sheet-styles.ts. */
        :host([shown]) div {
          display: contents;
        }
        p {
          grid-area: 2 / 1;
          align-self: center;
          font-size: 14px;
          line-height: 15px;
          overflow-wrap: normal;
        }
        button {
          grid-area: 1 / 2 / 3;
          padding: 0 8px;
          font-size: 15px;
        }
      }
    `,
    signStyles,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#end);
  }

  protected override willUpdate(): void {
    this.toggleAttribute("shown", this.#leftMs > 0);
  }

  protected override render() {
    const back = this.#undoneMs > 0 ? null : this.#wayBack;
    const text = this.#undoneMs > 0 ? (this.undone?.text ?? "") : (back?.text ?? "");
    // The paragraph is always there, so that a screen reader notices when it begins to speak.
    return html`
      <div data-testid="correction" data-kind=${back?.kind ?? ""}>
        <p class=${signs(text)} role="status" dir="auto">${text}</p>
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
      const { pick, title, place } = this.asked;
      return { kind: "asked", text: words.picks.asked(title, place), command: { do: "unqueue", pick } };
    }
    if (this.#correctedMs <= 0 || this.correction === null) return null;
    const { id, kind } = this.correction;
    const command = { do: "undoCorrection", correction: id } as const;
    return { kind, text: correctionText(this.correction), command };
  }

  get #leftMs(): number {
    if (this.#undoneMs > 0) return this.#undoneMs;
    return this.#askedMs > 0 ? this.#askedMs : this.#correctedMs;
  }

  get #undoneMs(): number {
    return this.undone === null ? 0 : this.undone.until - performance.now();
  }

  get #askedMs(): number {
    return this.asked === null ? 0 : this.asked.until - performance.now();
  }

  get #correctedMs(): number {
    if (this.correction === null || this.clock === null) return 0;
    return this.correction.until - daemonTime(this.clock, performance.now());
  }
}
