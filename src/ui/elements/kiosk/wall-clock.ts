import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { timeText } from "../../facts/day-time.ts";
import { daemonTime, type HeardClock } from "../../link/link-state.ts";

const MINUTE_MS = 60_000;

/** The time of day by the daemon's clock; it wakes once a minute. */
@customElement("wall-clock")
export class WallClock extends LitElement {
  @property({ attribute: false }) clock: HeardClock | null = null;
  #tick: ReturnType<typeof setTimeout> | undefined;

  static override styles = css`
    :host {
      font-variant-numeric: tabular-nums;
    }
  `;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
  }

  protected override render() {
    if (this.clock === null) return nothing;
    const now = daemonTime(this.clock, performance.now());
    return html`${timeText(now)}`;
  }

  protected override updated(): void {
    clearTimeout(this.#tick);
    if (this.clock === null) return;
    const now = daemonTime(this.clock, performance.now());
    this.#tick = setTimeout(() => this.requestUpdate(), MINUTE_MS - (now % MINUTE_MS) + 50);
  }
}
