import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bytesText } from "../../facts/bytes-text.ts";
import {
  type ChosenFiles,
  type LastUpdate,
  missingFile,
  noteBefore,
  type UpdateDesk,
  withFiles,
} from "../../facts/update-told.ts";
import { type Answer, ask, reasonIn } from "../../link/ask.ts";
import { type Put, putFile } from "../../link/put-file.ts";
import { upkeepWords } from "../../words/upkeep-words.ts";
import { words } from "../../words/words.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import { lastUpdateWords } from "./last-update-line.ts";
import { UpdateEndedEvent } from "./update-ended-event.ts";

/** What of `/api/about` tells how far an update is. */
interface About {
  startedAt: number;
  lastUpdate: LastUpdate | null;
}

const LOOK_EVERY_MS = 1_000;
/** A small board takes some minutes to unpack and check a release. */
const LONG_MS = 600_000;
/** The service begins within a second or two, on a small board, too. */
const STUCK_MS = 20_000;

/** How far it is while this page waits for it. */
type Waits = "waits" | "stuck" | "checked" | "under way" | "away" | "watched" | "long" | "signedOut";

/** The way to another version of Mien by this page: a release and its signature are sent, and what came of it is told. */
@customElement("release-update")
export class ReleaseUpdate extends LitElement {
  /** What stood there when the page was opened; from then on this element looks itself. */
  @property({ attribute: false }) desk!: UpdateDesk;
  @property({ attribute: false }) about!: About;
  @state() private is: "wanted" | "sent" | "asked" | "taken" | Waits = "wanted";
  @state() private chosen: ChosenFiles<File> = { release: null, signature: null };
  @state() private bytes = 0;
  @state() private share = 0;
  @state() private done = "";
  @state() private fault: string | null = null;
  @state() private came: LastUpdate | null = null;
  #sending: AbortController | null = null;
  #begun = 0;
  /** Whether somebody asked for it here, and read what comes first. */
  #here = false;
  /** What was asked for and never seen at work was taken back. */
  #wasAtWork = false;
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
    if (running !== null) this.#follow(this.about, this.desk);
    else if (staged?.signed) this.is = "asked";
  }

  protected override render() {
    // Screen readers tell what changes in a line that was there before.
    return html`<p role="status" tabindex="-1" data-testid="update-told">${this.#told()}</p>
      <p class="fault" role="alert">${this.#wrong()}</p>
      ${this.is === "wanted" ? this.#choice() : nothing} ${this.is === "sent" ? this.#progress() : nothing}
      ${this.is === "asked" ? this.#question() : nothing}
      ${this.is === "waits" || this.is === "stuck" ? html`<div class="actions">${this.#leave("")}</div>` : nothing}`;
  }

  #wrong() {
    if (this.fault !== null) return html`<bdi>${this.fault}</bdi>`;
    return this.came === null ? nothing : lastUpdateWords(this.came);
  }

  #told(): string {
    const { here, sends, missing, under, ...far } = upkeepWords.byPage;
    if (this.is === "asked" || this.is === "taken") return here(bytesText(this.bytes));
    if (this.is === "sent") return sends(this.chosen.release?.name ?? "");
    if (this.is !== "wanted") return { ...far, "under way": under }[this.is];
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
      const desk = await ask<UpdateDesk>("/api/update");
      const about = await ask<About>("/api/about");
      this.fault = null;
      this.#follow(about.ok ? about.value : this.about, desk.ok ? desk.value : this.desk);
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
    this.#here = true;
    this.#wait("waits");
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

  /** One that runs already. */
  #follow(about: About, desk: UpdateDesk): void {
    this.#before = { ...about, lastUpdate: noteBefore(about.lastUpdate, desk) };
    this.#unheard = null;
    this.#here = false;
    this.#wait(desk.running === "asked" ? "waits" : "under way");
  }

  #wait(is: "waits" | "under way"): void {
    this.is = is;
    this.came = null;
    this.#begun = performance.now();
    this.#wasAtWork = is === "under way";
    this.#look();
  }

  /** Until the service has put all away, however long: through the outage, too. */
  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      // In this order: what became of it is noted before the service ends.
      const desk = await ask<UpdateDesk>("/api/update");
      const about = await ask<About>("/api/about");
      if (!this.isConnected || !this.#waits) return;
      if (desk.ok && about.ok && desk.value.running === null)
        return this.#end(about.value.lastUpdate, desk.value);
      this.is = this.#howFar(desk, about);
      this.#look();
    }, LOOK_EVERY_MS);
  }

  get #waits(): boolean {
    return !["wanted", "sent", "asked", "taken"].includes(this.is);
  }

  #howFar(desk: Answer<UpdateDesk>, about: Answer<About>): Waits {
    const waited = performance.now() - this.#begun;
    if (desk.ok && desk.value.running === "asked") return waited > STUCK_MS ? "stuck" : "waits";
    this.#wasAtWork ||= desk.ok && desk.value.running === "at-work";
    // Mien answers, and does not say it to everybody.
    if (!about.ok && (about.signIn ?? about.told) !== undefined) return "signedOut";
    if (waited > LONG_MS) return "long";
    if (!about.ok) return "away";
    if (about.value.startedAt !== this.#before.startedAt) return "watched";
    return this.#here ? "checked" : "under way";
  }

  /** What was asked for and still lies there was never begun. */
  #end(last: LastUpdate | null, desk: UpdateDesk): void {
    const told = last?.at === this.#before.lastUpdate?.at ? null : last;
    // Parts that this page has not loaded yet are gone with the version before; the page tells anew what came of it.
    if (told !== null && told.cameBack === null && told.refused === null) {
      location.reload();
      return;
    }
    this.came = told;
    const { unsaid, takenBack } = upkeepWords.byPage;
    const stillThere = desk.staged?.signed ?? false;
    this.fault = stillThere && told === null ? (this.#unheard ?? unsaid) : null;
    this.done = told === null && !stillThere ? (this.#wasAtWork ? unsaid : takenBack) : "";
    this.#stands(desk);
    this.dispatchEvent(new UpdateEndedEvent(told));
  }
}

const isTaken = (put: Put): boolean => "status" in put && put.status < 300;

declare global {
  interface HTMLElementTagNameMap {
    "release-update": ReleaseUpdate;
  }
}
