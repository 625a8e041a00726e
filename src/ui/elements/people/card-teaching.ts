import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import { secondsLeft } from "../../facts/seconds-left.ts";
import { type Answer, ask } from "../../link/ask.ts";
import type { HeardClock } from "../../link/link-state.ts";
import type { Proof } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import "./prove-yourself.ts";

/** The next card that is held to the reader becomes somebody's: how long that holds, and what came of it. */
@customElement("card-teaching")
export class CardTeaching extends LitElement {
  @property({ attribute: false }) cards: CardsState | null = null;
  /** The daemon's. */
  @property({ attribute: false }) clock: HeardClock | null = null;
  /** Where it is asked for. */
  @property() path = "";
  @property() label = "";
  /** It is their own, and takes their secret: else whoever finds their page open would have a key to it for good. */
  @property({ type: Boolean }) proves = false;
  @state() private proving = false;
  /** Whether it was this one that asked, and not somebody elsewhere. */
  @state() private began = false;
  @state() private fault: string | null = null;
  /** What came of the time before is no news. */
  #before: CardsState["lastTeaching"] = null;
  #ticking: ReturnType<typeof setInterval> | undefined;

  static override styles = [baseStyles, panelStyles];

  constructor() {
    super();
    keepFocus(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  protected override render() {
    const { cards } = peopleWords;
    const { teaching = null, lastTeaching = null, readers = [] } = this.cards ?? {};
    if (this.began && teaching)
      return html`<div class="actions">
        <p role="status">${cards.hold(secondsLeft(teaching.until, this.clock))}</p>
        <button @click=${this.#stop}>${cards.stop}</button>
      </div>`;
    if (this.proving)
      return html`<prove-yourself
        of="teach"
        .hint=${peopleWords.me.itIsYou}
        .sure=${this.label}
        .keep=${peopleWords.people.cancel}
        .act=${this.#begin}
        @mien-kept=${this.#keep}
      ></prove-yourself>`;
    const said =
      this.began && lastTeaching && lastTeaching.at !== this.#before?.at
        ? cards.outcomes[lastTeaching.outcome]
        : "";
    return html`
      <div class="actions">
        <button data-testid="teach" ?disabled=${readers.length === 0} @click=${this.#teach}>${this.label}</button>
        ${readers.length === 0 ? html`<p class="soft">${cards.noReader}</p>` : nothing}
      </div>
      <p role="status" ?hidden=${said === ""}>${said}</p>
      <p class="fault" role="alert">${this.fault}</p>
    `;
  }

  readonly #teach = async (): Promise<void> => {
    this.fault = null;
    if (this.proves) {
      this.proving = true;
      return;
    }
    const answer = await this.#begin();
    this.fault = answer.ok ? null : answer.reason;
  };

  readonly #keep = (): void => {
    this.proving = false;
  };

  readonly #begin = async (body: Proof | Record<string, never> = {}): Promise<Answer<unknown>> => {
    this.#before = this.cards?.lastTeaching ?? null;
    const answer = await ask(this.path, { method: "POST", body });
    this.began = answer.ok;
    if (!answer.ok) return answer;
    this.proving = false;
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => this.requestUpdate(), 1_000);
    return answer;
  };

  readonly #stop = async (): Promise<void> => {
    const answer = await ask("/api/cards/teaching", { method: "DELETE" });
    this.fault = answer.ok ? null : answer.reason;
  };
}
