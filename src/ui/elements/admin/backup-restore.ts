import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { EpochMs } from "../../../protocol/time.ts";
import { momentText } from "../../facts/day-time.ts";
import { type RefusalCode, refused } from "../../facts/refused.ts";
import { ask } from "../../link/ask.ts";
import { upkeepWords } from "../../words/upkeep-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import type { ChosenBackup } from "./backup-chosen-event.ts";

/** What became of the database, as `/api/recovery` tells it. */
interface Told {
  recovery: {
    kind: "damaged" | "restored" | "not-restored";
    at: EpochMs;
    backupAt: EpochMs | null;
    why: string | null;
    because: RefusalCode | null;
  } | null;
}

const LOOK_EVERY_MS = 1_000;
/** A start may take five minutes (mien.service), and nobody should cut its power before: then it may not come by itself. */
const LONG_MS = 360_000;

/** The way to put a backup in the database's place, where Mien is started again by itself; and what came of it. */
@customElement("backup-restore")
export class BackupRestore extends LitElement {
  @property({ attribute: false }) backup: ChosenBackup | null = null;
  /** When the Mien began that answered last: by this it is known that another one does. */
  @property({ attribute: false }) startedAt = 0;
  @state() private is: "wanted" | "asked" | "read" | "under way" | "away" = "wanted";
  /** The one that was restored, or was to be. */
  @state() private meant: ChosenBackup | null = null;
  @state() private done = "";
  @state() private fault: string | null = null;
  #begun = 0;
  /** Why nothing was heard of what was asked for; null where it was. */
  #unheard: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      /* It names a moment, which is long in some languages. */
      .actions button {
        max-width: 100%;
        padding-block: 8px;
        white-space: normal;
      }
      p:empty {
        position: absolute;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const { takes, reads, under, away } = upkeepWords.restore;
    const when = this.meant === null ? "" : momentText(this.meant.at);
    const told = { wanted: this.done, asked: takes(when), read: reads, "under way": under, away }[this.is];
    // Screen readers tell what changes in a line that was there before.
    return html`<p role="status" tabindex="-1" data-testid="restore-told">${told}</p>
      ${this.fault === null ? nothing : html`<p class="fault" role="alert"><bdi>${this.fault}</bdi></p>`}
      ${this.is === "wanted" ? this.#way() : nothing} ${this.is === "asked" ? this.#question() : nothing}`;
  }

  #way() {
    const { backup } = this;
    const { now, none, another } = upkeepWords.restore;
    if (backup === null) return html`<p class="soft">${none}</p>`;
    return html`<div class="actions">
      <button data-testid="restore" @click=${this.#ask}>${now(momentText(backup.at))}</button>
      </div>
      <p class="soft">${another(upkeepWords.take.title)}</p>`;
  }

  /** Nobody does it by one touch, nor by a key that is held: what leaves all as it is comes first. */
  #question() {
    const { sure, leave } = upkeepWords.restore;
    return html`<div class="actions">
      <button class="main" data-testid="restore-leave" @click=${this.#leave}>${leave}</button>
      <button data-testid="restore-sure" @click=${this.#restore}>${sure}</button>
    </div>`;
  }

  readonly #ask = (): void => {
    this.meant = this.backup;
    this.fault = null;
    this.is = "asked";
  };

  readonly #leave = (): void => {
    this.done = "";
    this.is = "wanted";
  };

  readonly #restore = async (): Promise<void> => {
    // A second touch meets it under way.
    if (this.is !== "asked" || this.meant === null) return;
    this.done = "";
    this.is = "read";
    const answer = await ask(`/api/backups/${this.meant.name}/restore`, { method: "POST" });
    // Without an answer it may have been taken all the same.
    const went = !answer.ok && answer.unreached === true;
    this.fault = answer.ok || went ? null : answer.reason;
    this.is = answer.ok || went ? "under way" : "wanted";
    if (this.is === "wanted") return this.#goOn();
    this.#unheard = answer.ok ? null : answer.reason;
    this.#begun = performance.now();
    this.#look();
  };

  /** The line that had the focus says nothing any more. */
  async #goOn(): Promise<void> {
    await this.updateComplete;
    if (this.renderRoot.querySelector("p:focus") !== null)
      this.renderRoot.querySelector<HTMLElement>("button")?.focus();
  }

  /** Until another Mien answers, however long. One that knows this session no more has the page ask who is there. */
  #look(): void {
    this.#timer = setTimeout(async () => {
      const about = await ask<{ startedAt: number }>("/api/about");
      const isSame = about.ok && about.value.startedAt === this.startedAt;
      const told = about.ok && !isSame ? await this.#came() : null;
      if (isSame && (await this.#neverCame())) return this.#giveUp();
      if (!this.isConnected) return;
      if (told === null) {
        if (performance.now() - this.#begun > LONG_MS) this.is = "away";
        return this.#look();
      }
      this.is = "wanted";
      this.dispatchEvent(new Event("mien-restarted", { bubbles: true, composed: true }));
    }, LOOK_EVERY_MS);
  }

  /** Whether the Mien that was asked knows nothing of it, and nobody heard it say otherwise. */
  async #neverCame(): Promise<boolean> {
    if (this.#unheard === null) return false;
    const answer = await ask<{ restoring: boolean }>("/api/backups");
    return answer.ok && !answer.value.restoring;
  }

  #giveUp(): void {
    this.fault = this.#unheard;
    this.is = "wanted";
    void this.#goOn();
  }

  async #came(): Promise<Told | null> {
    const answer = await ask<Told>("/api/recovery");
    if (!answer.ok) return null;
    const { recovery } = answer.value;
    const { done, failed, again } = upkeepWords.restore;
    if (recovery?.kind === "restored") this.done = done(momentText(recovery.backupAt ?? recovery.at));
    else if (recovery?.kind === "not-restored") {
      this.done = failed;
      this.fault = refused(recovery.why ?? "", recovery.because ?? {});
    } else this.done = again;
    return answer.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "backup-restore": BackupRestore;
  }
}
