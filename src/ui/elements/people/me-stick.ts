import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { SavedFile, Stick } from "../../../protocol/people.ts";
import { type Answer, ask } from "../../link/ask.ts";
import type { Proof } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { stickWords } from "../../words/stick-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import "./prove-yourself.ts";

/** A stick that was plugged in is there before somebody wonders whether it will be. */
const LOOK_EVERY_MS = 3_000;

/** Everything that is kept of somebody, onto a stick in Mien itself: its own screen has nowhere else to put a file. */
@customElement("me-stick")
export class MeStick extends LitElement {
  /** Null before they are known. */
  @state() private sticks: readonly Stick[] | null = null;
  /** About to be written to. */
  @state() private chosen: Stick | null = null;
  @state() private saving = false;
  @state() private saved: SavedFile | null = null;
  /** The chosen one that was pulled out before anything was written. */
  @state() private gone: Stick | null = null;
  #looking: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
    this.#looking = setInterval(() => void this.#look(), LOOK_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  protected override render() {
    const { chosen, sticks } = this;
    const said = this.#said;
    return html`
      ${sticks?.length === 0 && chosen === null ? html`<p class="soft" data-testid="plug-in">${stickWords.plugIn}</p>` : nothing}
      ${chosen === null ? this.#choice(sticks ?? []) : this.#proof(chosen)}
      <p role="status" data-testid="stick-said" ?hidden=${said === null}>${said}</p>
    `;
  }

  get #said(): string | null {
    const { saving, saved, gone } = this;
    if (saving) return stickWords.saving;
    if (gone !== null) return stickWords.gone;
    return saved && stickWords.saved(saved.file, saved.stick);
  }

  #choice(sticks: readonly Stick[]) {
    return html`<div class="actions" ?hidden=${sticks.length === 0}>
      ${sticks.map(
        (stick) =>
          html`<button data-testid="stick" @click=${() => this.#choose(stick)}>${stickWords.save(stick.label)}</button>`,
      )}
    </div>`;
  }

  #proof(stick: Stick) {
    return html`<prove-yourself
      of="stick"
      .hint=${stickWords.hint}
      .sure=${stickWords.sure(stick.label)}
      .keep=${peopleWords.people.cancel}
      .act=${(proof: Proof) => this.#save(stick, proof)}
      @mien-kept=${this.#keep}
    ></prove-yourself>`;
  }

  #choose(stick: Stick): void {
    this.saved = null;
    this.gone = null;
    this.chosen = stick;
  }

  readonly #keep = (): void => {
    this.chosen = null;
  };

  async #save({ id }: Stick, proof: Proof): Promise<Answer<unknown>> {
    this.saving = true;
    const body = { stick: id, ...proof };
    const answer = await ask<SavedFile>("/api/me/export/sticks", { method: "POST", body });
    this.saving = false;
    if (!answer.ok) return answer;
    this.saved = answer.value;
    this.chosen = null;
    return answer;
  }

  /** What can't be asked now is in a moment, and the page itself says where Mien is away. */
  async #look(): Promise<void> {
    const answer = await ask<{ sticks: readonly Stick[] }>("/api/me/export/sticks");
    if (!answer.ok) return;
    const { sticks } = answer.value;
    this.sticks = sticks;
    const isHere = (stick: Stick): boolean => sticks.some(({ id }) => id === stick.id);
    if (this.gone !== null && isHere(this.gone)) this.gone = null;
    // What is under way tells itself what comes of it.
    if (this.chosen === null || this.saving || isHere(this.chosen)) return;
    this.gone = this.chosen;
    this.chosen = null;
  }
}
