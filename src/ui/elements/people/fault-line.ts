import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { clockText } from "../../facts/position.ts";
import { ltr } from "../../languages/isolate.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** Why something did not work; `waitMs` where it may work after so long. */
export interface Fault {
  reason: string;
  waitMs?: number;
}

/**
 * Why something did not work; always there, so that a screen reader notices when it begins to speak. How long it takes
 * until one may try again counts down before the eyes alone: who hears the page is told how long, and when it is over.
 */
@customElement("fault-line")
export class FaultLine extends LitElement {
  /** The same fault once more is another one: its time begins anew. */
  @property({ attribute: false }) fault: Fault | null = null;
  #endsAt = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      :host([silent]) {
        position: absolute;
      }
      .fault {
        color: var(--warn);
      }
      .time {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#leftMs > 0) this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.toggleAttribute("silent", this.fault === null);
    if (!changed.has("fault")) return;
    this.#endsAt = performance.now() + (this.fault?.waitMs ?? 0);
    this.#tick();
  }

  #tick(): void {
    clearInterval(this.#ticking);
    if (this.fault?.waitMs === undefined) return;
    this.#ticking = setInterval(() => {
      if (this.#leftMs === 0) clearInterval(this.#ticking);
      this.requestUpdate();
    }, 1_000);
  }

  get #leftMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  protected override render() {
    const { wait, tryAgain } = peopleWords.signIn;
    const { fault } = this;
    const waits = fault?.waitMs !== undefined && this.#leftMs > 0;
    const isOver = fault?.waitMs !== undefined && !waits;
    // Up, as the daemon does: at 0:00 one may.
    const left = clockText(Math.ceil(this.#leftMs / 1_000) * 1_000);
    return html`
      <p
        class=${waits ? "visually-hidden" : "fault"}
        role="alert"
        data-testid="sign-in-fault"
      >${isOver ? nothing : fault?.reason}</p>
      ${waits ? html`<p class="fault time" aria-hidden="true" data-testid="sign-in-wait">${wait(ltr(left))}</p>` : nothing}
      <p role="status" data-testid="sign-in-again">${isOver ? tryAgain : nothing}</p>
    `;
  }
}
