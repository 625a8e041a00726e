import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bytesText } from "../../facts/bytes-text.ts";
import {
  type ChosenFiles,
  type LastUpdate,
  missingFile,
  type UpdateDesk,
  withFiles,
} from "../../facts/update-told.ts";
import { ask, reasonIn } from "../../link/ask.ts";
import { type Put, putFile } from "../../link/put-file.ts";
import { upkeepWords } from "../../words/upkeep-words.ts";
import { words } from "../../words/words.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { lastUpdateLine } from "./last-update-line.ts";
import { UpdateEndedEvent } from "./update-ended-event.ts";

/** What of `/api/about` tells how far an update is. */
interface About {
  startedAt: number;
  lastUpdate: LastUpdate | null;
}

const LOOK_EVERY_MS = 1_000;
/** A small board takes some minutes to unpack and check a release. */
const LONG_MS = 600_000;

/** The way to another version of Mien by this page: a release and its signature are sent, and what came of it is told. */
@customElement("release-update")
export class ReleaseUpdate extends LitElement {
  /** What stood there when the page was opened; from then on this element looks itself. */
  @property({ attribute: false }) desk!: UpdateDesk;
  @property({ attribute: false }) about!: About;
  @state() private is:
    | "wanted"
    | "sent"
    | "asked"
    | "taken"
    | "checked"
    | "under way"
    | "away"
    | "watched"
    | "long" = "wanted";
  @state() private chosen: ChosenFiles<File> = { release: null, signature: null };
  @state() private bytes = 0;
  @state() private share = 0;
  @state() private done = "";
  @state() private fault: string | null = null;
  @state() private came: LastUpdate | null = null;
  #sending: AbortController | null = null;
  #begun = 0;
  /** As it was when it was asked for. */
  #before: About = { startedAt: 0, lastUpdate: null };
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
      .actions button {
        max-width: 100%;
        padding-block: 8px;
        white-space: normal;
      }
      .actions label {
        position: relative;
      }
      p {
        overflow-wrap: anywhere;
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

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeunload", this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeunload", this.#leaving);
    this.#sending?.abort();
    clearTimeout(this.#timer);
  }

  /** The browser asks whether somebody really wants to go. */
  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.is === "sent") event.preventDefault();
  };

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { running, staged } = this.desk;
    this.bytes = staged?.bytes ?? 0;
    this.#before = this.about;
    if (running) this.#wait("under way");
    else if (staged?.signed) this.is = "asked";
  }

  protected override render() {
    // Screen readers tell what changes in a line that was there before.
    return html`<p role="status" tabindex="-1" data-testid="update-told">${this.#told()}</p>
      ${this.came === null ? nothing : lastUpdateLine(this.came, true)}
      ${this.fault === null ? nothing : html`<p class="fault" role="alert"><bdi>${this.fault}</bdi></p>`}
      ${this.is === "wanted" ? this.#choice() : nothing} ${this.is === "sent" ? this.#progress() : nothing}
      ${this.is === "asked" ? this.#question() : nothing}
      ${this.is === "long" ? html`<div class="actions">${this.#leave("")}</div>` : nothing}`;
  }

  #told(): string {
    const { here, sends, missing, checked, under, away, watched, long } = upkeepWords.byPage;
    if (this.is === "asked" || this.is === "taken") return here(bytesText(this.bytes));
    if (this.is === "sent") return sends(this.chosen.release?.name ?? "");
    if (this.is !== "wanted") return { checked, "under way": under, away, watched, long }[this.is];
    const lacks = missingFile(this.chosen);
    return lacks === null ? this.done : missing(lacks.have, lacks.missing);
  }

  #choice() {
    const { hint, choose } = upkeepWords.byPage;
    return html`<p>${hint}</p>
      <div class="actions">
        <label>
          <input
            class="visually-hidden"
            type="file"
            multiple
            accept=".gz,.sig"
            data-testid="release-files"
            @change=${this.#chosen}
          />
          ${choose}
        </label>
      </div>`;
  }

  #progress() {
    const { sends, stop } = upkeepWords.byPage;
    const label = sends(this.chosen.release?.name ?? "");
    return html`<progress max="1" .value=${this.share} aria-label=${label}></progress>
      <p class="soft" data-testid="update-share">${words.controls.percent(this.share)}</p>
      <div class="actions">
        <button data-testid="update-stop" @click=${() => this.#sending?.abort()}>${stop}</button>
      </div>`;
  }

  /** Nobody does it by one touch, nor by a key that is held: what leaves all as it is comes first. */
  #question() {
    return html`<div class="actions">
      ${this.#leave("main")}
      <button data-testid="update-sure" @click=${this.#update}>${upkeepWords.byPage.now}</button>
    </div>`;
  }

  #leave(kind: "main" | "") {
    return html`<button class=${kind} data-testid="update-leave" @click=${this.#forget}>
      ${upkeepWords.restore.leave}
    </button>`;
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const { odd, ...chosen } = withFiles(this.chosen, [...(input.files ?? [])]);
    // So that the same files can be chosen again.
    input.value = "";
    this.chosen = chosen;
    this.fault = odd === null ? null : upkeepWords.byPage.odd(odd);
    this.done = "";
    this.came = null;
    const { release, signature } = chosen;
    if (release !== null && signature !== null && missingFile(chosen) === null)
      void this.#send(release, signature);
  };

  async #send(release: File, signature: File): Promise<void> {
    this.#sending = new AbortController();
    const { signal } = this.#sending;
    this.share = 0;
    this.is = "sent";
    const progress = (share: number) => {
      this.share = share;
    };
    let put = await putFile("/api/update/release", release, { progress, signal });
    // It has a few hundred bytes.
    if (isTaken(put))
      put = await putFile("/api/update/signature", signature, { progress: () => undefined, signal });
    this.bytes = release.size;
    this.is = isTaken(put) ? "asked" : "wanted";
    this.chosen = { release: null, signature: null };
    const { stopped, broke } = upkeepWords.byPage;
    if ("lost" in put && put.lost === "stopped") this.done = stopped;
    else if ("lost" in put) this.fault = broke;
    else if (!isTaken(put)) this.fault = reasonIn(put.answer) ?? words.connection.refused(put.status);
  }

  readonly #forget = async (): Promise<void> => {
    const answer = await ask("/api/update", { method: "DELETE" });
    this.fault = answer.ok ? null : answer.reason;
    if (answer.ok) {
      clearTimeout(this.#timer);
      this.done = "";
      this.is = "wanted";
    } else if (this.is === "asked" && answer.told?.code === "update-runs") {
      // Another admin was faster.
      const about = await ask<About>("/api/about");
      if (about.ok) this.#before = about.value;
      this.#wait("under way");
    }
  };

  readonly #update = async (): Promise<void> => {
    // A second touch meets it under way.
    if (this.is !== "asked") return;
    this.is = "taken";
    this.fault = null;
    const before = await ask<About>("/api/about");
    if (!before.ok) return this.#refuse(before.reason);
    this.#before = before.value;
    const answer = await ask("/api/update", { method: "POST" });
    // Without an answer it may have been taken all the same, and another admin may have been faster.
    const went = !answer.ok && (answer.unreached === true || answer.told?.code === "update-runs");
    if (!answer.ok && !went) return this.#refuse(answer.reason);
    this.#unheard = answer.ok ? null : answer.reason;
    this.#wait("checked");
  };

  /** As it stands at the daemon: another admin may have left it, or sent another one. */
  async #refuse(reason: string): Promise<void> {
    const desk = await ask<UpdateDesk>("/api/update");
    this.fault = reason;
    if (desk.ok) this.#stands(desk.value);
    else this.is = "asked";
  }

  #stands({ staged }: UpdateDesk): void {
    this.bytes = staged?.bytes ?? 0;
    this.is = staged?.signed ? "asked" : "wanted";
    void this.#goOn();
  }

  /** The line that had the focus says nothing any more. */
  async #goOn(): Promise<void> {
    await this.updateComplete;
    if (this.renderRoot.querySelector("p:focus") !== null)
      this.renderRoot.querySelector<HTMLElement>("button, input")?.focus();
  }

  #wait(is: "checked" | "under way"): void {
    this.is = is;
    this.#begun = performance.now();
    this.#look();
  }

  /** Until what became of it is noted, however long: through the outage, too. */
  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      // In this order: what became of it is noted before the service ends.
      const desk = await ask<UpdateDesk>("/api/update");
      const about = await ask<About>("/api/about");
      if (!this.isConnected || !this.#waits) return;
      const last = about.ok ? about.value.lastUpdate : null;
      if (last !== null && last.at !== this.#before.lastUpdate?.at) return this.#end(last, null);
      if (desk.ok && about.ok && !desk.value.running) return this.#end(null, desk.value);
      this.is = this.#howFar(about.ok ? about.value.startedAt : null);
      this.#look();
    }, LOOK_EVERY_MS);
  }

  get #waits(): boolean {
    return !["wanted", "sent", "asked", "taken"].includes(this.is);
  }

  #howFar(startedAt: number | null) {
    if (performance.now() - this.#begun > LONG_MS) return "long";
    if (startedAt === null) return "away";
    if (startedAt !== this.#before.startedAt) return "watched";
    return this.is === "under way" ? "under way" : "checked";
  }

  /** What was asked for and still lies there was never begun. */
  #end(told: LastUpdate | null, desk: UpdateDesk | null): void {
    this.came = told;
    const { unsaid } = upkeepWords.byPage;
    const stillThere = desk?.staged?.signed ?? false;
    this.fault = stillThere ? (this.#unheard ?? unsaid) : null;
    this.done = told === null && !stillThere ? unsaid : "";
    this.#stands(desk ?? { way: "button", staged: null, running: false });
    this.dispatchEvent(new UpdateEndedEvent(told));
  }
}

const isTaken = (put: Put): boolean => "status" in put && put.status < 300;

declare global {
  interface HTMLElementTagNameMap {
    "release-update": ReleaseUpdate;
  }
}
