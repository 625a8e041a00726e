import { Task, TaskStatus } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CardsState, ReaderCandidate } from "../../../protocol/cards.ts";
import { secondsLeft } from "../../facts/seconds-left.ts";
import { ask, fetched } from "../../link/ask.ts";
import type { HeardClock } from "../../link/link-state.ts";
import { readerWords } from "../../words/reader-words.ts";
import { failedNote } from "../failed-note.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";

/** For admins: what cards can be held to, and how a device becomes a reader. */
@customElement("reader-panel")
export class ReaderPanel extends LitElement {
  @property({ attribute: false }) cards: CardsState | null = null;
  /** The daemon's. */
  @property({ attribute: false }) clock: HeardClock | null = null;
  /** One that types, of which it is asked whether it is nobody's keyboard. */
  @state() private asked: string | null = null;
  /** Whether it was this page that began to learn, and not one elsewhere. */
  @state() private began = false;
  @state() private fault: string | null = null;
  /** Somebody wanted it looked for once more: that it is, and then that it was. */
  @state() private looking: "no" | "looks" | "looked" = "no";
  /** What came of the time before is no news. */
  #before: CardsState["lastLearning"] = null;
  /** What was plugged in, named or learned when the list was fetched. */
  #seen = "";
  #ticking: ReturnType<typeof setInterval> | undefined;

  readonly #readers = new Task(this, {
    task: async (_, { signal }) =>
      (await fetched<{ readers: ReaderCandidate[] }>("/api/readers", signal)).readers,
    args: () => [],
  });

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: var(--space-4);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--space-2);
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    // A question takes the place of the button that was touched, and goes again.
    keepFocus(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tick(false);
  }

  protected override willUpdate(): void {
    const { readers = [], lastLearning = null } = this.cards ?? {};
    const seen = JSON.stringify([readers, lastLearning]);
    if (this.#seen !== "" && seen !== this.#seen) void this.#readers.run();
    this.#seen = seen;
    this.#tick(this.cards?.learning != null);
  }

  /** The seconds that a step has left. */
  #tick(isWanted: boolean): void {
    if (isWanted) this.#ticking ??= setInterval(() => this.requestUpdate(), 1_000);
    else {
      clearInterval(this.#ticking);
      this.#ticking = undefined;
    }
  }

  protected override render() {
    const { title, loading, none, lookAgain } = readerWords;
    const found = this.#readers.value;
    return html`
      <section class="panel" data-testid="readers">
        <h2>${title}</h2>
        ${
          found === undefined
            ? this.#readers.render({
                pending: () => html`<p class="soft">${loading}</p>`,
                error: (error) => failedNote(error, () => this.#readers.run()),
              })
            : found.length === 0
              ? html`<p class="soft">${none}</p>`
              : html`<ul>
                  ${found.map((one) => html`<li>${this.#reader(one)}</li>`)}
                </ul>`
        }
        <p role="status" data-testid="reader-said">${this.#said}</p>
        <p class="fault" role="alert">${this.fault}</p>
        <div class="actions">
          <button data-testid="look-again" @click=${this.#lookAgain}>${lookAgain}</button>
        </div>
      </section>
    `;
  }

  /** What to do next, and then what came of it: always in the same place, so that a screen reader hears it. */
  get #said(): string {
    const { learning = null, lastLearning = null } = this.cards ?? {};
    if (learning !== null) return readerWords.step[learning.step];
    if (this.looking !== "no") return readerWords[this.looking === "looks" ? "loading" : "looked"];
    return this.began && lastLearning !== null && lastLearning.at !== this.#before?.at
      ? readerWords.outcomes[lastLearning.outcome]
      : "";
  }

  /** Most often the list is the one of before: without a word it would be as if nothing had been touched. */
  readonly #lookAgain = async (): Promise<void> => {
    if (this.looking === "looks") return;
    this.looking = "looks";
    await this.#readers.run();
    this.looking = this.#readers.status === TaskStatus.COMPLETE ? "looked" : "no";
  };

  #reader({ id, name, types, as }: ReaderCandidate) {
    const { as: how, refused, failed } = readerWords;
    const trouble = this.cards?.readers.find((each) => each.id === id)?.state ?? null;
    return html`
      <p>
        <b dir="auto">${name}</b> <span class="soft"><bdi dir="ltr">${id}</bdi>, ${how[as ?? (types ? "types" : "talks")]}</span>
      </p>
      ${trouble === "refused" ? html`<p class="fault">${refused} <code dir="ltr">sudo scripts/card-reader ${id}</code></p>` : nothing}
      ${trouble === "failed" ? html`<p class="fault">${failed}</p>` : nothing}
      ${this.#ways({ id, name, types, as })}
    `;
  }

  #ways({ id, name, types, as }: ReaderCandidate) {
    const { use, never, sure, keep, learn, forget } = readerWords;
    if (this.cards?.learning?.reader === id) return this.#lesson(this.cards.learning);
    if (as === "known") return nothing;
    if (as === "named")
      return html`<div class="actions">
        <button data-testid="forget-reader" @click=${() => this.#ask("DELETE", id)}>${forget(name)}</button>
      </div>`;
    if (types && this.asked === id)
      return html`<p>${never}</p>
        <div class="actions">
          <button data-testid="sure-reader" @click=${() => this.#ask("POST", id)}>${sure}</button>
          <button data-testid="keep-reader" @click=${this.#leave}>${keep}</button>
        </div>`;
    return html`<div class="actions">
      <button data-testid="use-reader" @click=${() => (types ? this.#confirm(id) : this.#ask("POST", id))}>
        ${types ? use(name) : learn(name)}
      </button>
    </div>`;
  }

  #lesson({ until }: NonNullable<CardsState["learning"]>) {
    const { left, stop } = readerWords;
    return html`<div class="actions">
      <p class="soft" aria-hidden="true">${left(secondsLeft(until, this.clock))}</p>
      <button data-testid="stop-learning" @click=${() => this.#ask("DELETE", "learning")}>${stop}</button>
    </div>`;
  }

  #confirm(id: string): void {
    this.asked = id;
  }

  readonly #leave = (): void => {
    this.asked = null;
  };

  /** Of a device, or of the lesson that goes on. */
  async #ask(method: "POST" | "DELETE", id: string): Promise<void> {
    this.asked = null;
    this.looking = "no";
    if (method === "POST") this.#before = this.cards?.lastLearning ?? null;
    const answer =
      method === "POST"
        ? await ask("/api/readers", { method, body: { reader: id } })
        : await ask(`/api/readers/${id}`, { method });
    this.fault = answer.ok ? null : answer.reason;
    if (method === "POST") this.began = answer.ok;
    if (answer.ok) void this.#readers.run();
  }
}
