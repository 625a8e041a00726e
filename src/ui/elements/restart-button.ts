import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ask } from "../link/ask.ts";
import { settingsWords } from "../words/settings-words.ts";
import { failedNote } from "./failed-note.ts";
import { keepFocus } from "./keep-focus.ts";
import { baseStyles } from "./styles/base-styles.ts";

/** As much of `/api/about` as says whether Mien has started again, and can by itself. */
interface About {
  service: boolean;
  startedAt: number;
}

const LOOK_EVERY_MS = 1_000;

/** Something holds from the next start: the way to it. Where nothing starts Mien again, it is said how. */
@customElement("restart-button")
export class RestartButton extends LitElement {
  @state() private about: About | null = null;
  @state() private fault: string | null = null;
  @state() private is: "wanted" | "under way" | "done" = "wanted";
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding-bottom: 12px;
      }
      .fault {
        color: var(--warn);
      }
      button {
        min-height: 48px;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const { under, done } = settingsWords.restart;
    const told = { wanted: "", "under way": under, done }[this.is];
    // Screen readers tell what changes in a line that was there before.
    return html`<p role="status" tabindex="-1">${told}</p>
      ${this.is === "wanted" ? this.#way() : nothing}`;
  }

  #way() {
    const { now, byHand } = settingsWords.restart;
    const { about, fault } = this;
    if (about === null) return fault === null ? nothing : failedNote(fault, () => this.#ask());
    if (!about.service) return html`<p data-testid="restart-by-hand">${byHand}</p>`;
    return html`<button data-testid="restart" @click=${this.#restart}>${now}</button>
      ${fault === null ? nothing : html`<p class="fault" role="alert">${fault}</p>`}`;
  }

  /** Who is no admin has no button: they could not change what it is for, either. */
  async #ask(): Promise<void> {
    const answer = await ask<About>("/api/about");
    if (answer.ok) this.about = answer.value;
    this.fault = answer.ok || answer.signIn !== undefined ? null : answer.reason;
  }

  readonly #restart = async (): Promise<void> => {
    const answer = await ask("/api/restart", { method: "POST" });
    this.fault = answer.ok ? null : answer.reason;
    if (!answer.ok) return;
    this.is = "under way";
    this.#look();
  };

  /** Until another one answers. */
  #look(): void {
    this.#timer = setTimeout(async () => {
      const answer = await ask<About>("/api/about");
      if (!this.isConnected) return;
      if (!answer.ok || answer.value.startedAt === this.about?.startedAt) return this.#look();
      this.is = "done";
      this.dispatchEvent(new Event("mien-restarted", { bubbles: true, composed: true }));
    }, LOOK_EVERY_MS);
  }
}
