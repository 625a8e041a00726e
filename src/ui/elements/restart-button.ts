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
/** A slow machine that reads a large library takes its time; one that has not come back by then does not start. */
const LONG_MS = 60_000;

/** Something holds from the next start: the way to it. Where nothing starts Mien again, it is said how. */
@customElement("restart-button")
export class RestartButton extends LitElement {
  @state() private about: About | null = null;
  @state() private fault: string | null = null;
  @state() private is: "wanted" | "asked" | "under way" | "away" | "done" = "wanted";
  #sends = false;
  #begun = 0;
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
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        padding-top: 8px;
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
    void this.#know();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const { takes, under, away, done } = settingsWords.restart;
    const told = { wanted: "", asked: takes, "under way": under, away, done }[this.is];
    // Screen readers tell what changes in a line that was there before.
    return html`<p role="status" tabindex="-1">${told}</p>
      ${this.is === "wanted" ? this.#way() : nothing} ${this.is === "asked" ? this.#question() : nothing}`;
  }

  #way() {
    const { now, byHand } = settingsWords.restart;
    const { about, fault } = this;
    if (about === null) return fault === null ? nothing : failedNote(fault, () => this.#know());
    if (!about.service) return html`<p data-testid="restart-by-hand">${byHand}</p>`;
    return html`<button data-testid="restart" @click=${this.#ask}>${now}</button>
      ${fault === null ? nothing : html`<p class="fault" role="alert">${fault}</p>`}`;
  }

  /** Nobody stops the music for everybody by one touch. */
  #question() {
    const { sure, later } = settingsWords.restart;
    return html`<div class="actions">
      <button data-testid="restart-sure" @click=${this.#restart}>${sure}</button>
      <button class="main" data-testid="restart-later" @click=${this.#leave}>${later}</button>
    </div>`;
  }

  readonly #ask = (): void => {
    this.is = "asked";
  };

  readonly #leave = (): void => {
    this.is = "wanted";
  };

  /** Who is no admin has no button: they could not change what it is for, either. */
  async #know(): Promise<void> {
    const answer = await ask<About>("/api/about");
    if (answer.ok) this.about = answer.value;
    this.fault = answer.ok || answer.signIn !== undefined ? null : answer.reason;
  }

  readonly #restart = async (): Promise<void> => {
    // A second touch is no second restart: it would meet a daemon that is going.
    if (this.#sends) return;
    this.#sends = true;
    const answer = await ask("/api/restart", { method: "POST" });
    this.#sends = false;
    this.fault = answer.ok ? null : answer.reason;
    this.is = answer.ok ? "under way" : "wanted";
    if (!answer.ok) return;
    this.#begun = performance.now();
    this.#look();
  };

  /** Until another one answers, however long: after a while it says what to do meanwhile. */
  #look(): void {
    this.#timer = setTimeout(async () => {
      const answer = await ask<About>("/api/about");
      if (!this.isConnected) return;
      if (!answer.ok || answer.value.startedAt === this.about?.startedAt) {
        if (performance.now() - this.#begun > LONG_MS) this.is = "away";
        return this.#look();
      }
      this.is = "done";
      this.dispatchEvent(new Event("mien-restarted", { bubbles: true, composed: true }));
    }, LOOK_EVERY_MS);
  }
}
