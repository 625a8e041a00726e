import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { pageAround, SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** To whoever looks after Mien at its own screen: what that means, and the way out of being it. */
@customElement("own-screen")
export class OwnScreen extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  @state() private asking = false;
  @state() private fault: string | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        color: var(--ink-soft);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      button {
        min-height: 48px;
        font-size: var(--text-s);
      }
      .fault {
        color: var(--warn);
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override render() {
    const { tells, stop, sure, keep } = peopleWords.ownScreen;
    return html`
      <p>${tells}</p>
      <div class="actions">
        ${
          this.asking
            ? html`<button data-testid="stop-screen-sure" @click=${this.#stop}>${sure}</button>
                <button class="main" data-testid="keep-screen" @click=${this.#keep}>${keep}</button>`
            : html`<button data-testid="stop-screen" @click=${this.#ask}>${stop}</button>`
        }
      </div>
      <p class="fault" role="alert">${this.fault}</p>
    `;
  }

  readonly #ask = (): void => {
    this.asking = true;
  };

  readonly #keep = (): void => {
    this.asking = false;
  };

  readonly #stop = async (): Promise<void> => {
    const page = pageAround(this);
    const answer = await this.signedIn?.stopBeingScreen();
    if (answer === undefined) return;
    this.fault = answer.ok ? null : answer.reason;
    if (answer.ok) page.dispatchEvent(new SaidEvent(peopleWords.ownScreen.stopped, "done"));
  };
}
