import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { GuestsState } from "../../../protocol/guests.ts";
import { phoneWords } from "../../words/phone-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "./code-picture.ts";
import { openAtOnce } from "../open-modal.ts";
import { SaidEvent } from "../said-event.ts";
import { phoneCodeStyles } from "./phone-code-styles.ts";

/** Letters of an address that leave no room beside it on a small touchscreen. */
const LONG = 34;

/**
 * What the screen has to do with guests' phones: the code that opens their page, how many want another song, and when
 * they voted one away. Fetched only where phones can open the page.
 */
@customElement("phone-code")
export class PhoneCode extends LitElement {
  @property({ attribute: false }) guests: GuestsState | null = null;
  /** Somebody is at the screen: the code opens large. At rest it is there only where the owner wants it. */
  @property({ type: Boolean, reflect: true }) touched = false;
  @query("dialog") private dialog!: HTMLDialogElement | null;
  /** The song that was voted away last; undefined before the first word. */
  #skipped: string | null | undefined;

  static override styles = [baseStyles, phoneCodeStyles];

  protected override willUpdate(): void {
    if (this.guests !== null) this.#tellOfSkip(this.guests);
  }

  protected override updated(): void {
    if (!this.touched) this.dialog?.close();
  }

  protected override render() {
    if (this.guests?.address == null) return nothing;
    const { address, vote, codeAtRest } = this.guests;
    const { code } = phoneWords;
    // Nobody types what a browser adds by itself.
    const typed = address.replace(/^http:\/\//, "");
    // In one line, but for a name that would take all of the row: that one breaks where it has a part.
    const isLong = typed.length > LONG;
    const [host, path] = [typed.replace(/\/.*/, ""), typed.replace(/^[^/]*/, "")];
    if (!this.touched)
      return html`
        ${
          codeAtRest
            ? html`<code-picture .address=${address}></code-picture>
                <p class="beside" data-testid="code-at-rest">
                  ${code.open} <span class=${isLong ? "long" : ""} dir="ltr">${host}${isLong ? html`<wbr />` : nothing}${path}</span>
                </p>`
            : nothing
        }
        ${vote ? html`<p class="votes" data-testid="votes">${code.vote(vote.votes, vote.needed)}</p>` : nothing}
      `;
    return html`
      <button class="open" data-testid="phone-code-open" @click=${this.#open}>
        ${codeIcon}<span class="label">${code.open}</span>
      </button>
      <dialog aria-labelledby="title" data-testid="phone-code">
        <code-picture .address=${address}></code-picture>
        <div class="text">
          <h2 id="title">${code.title}</h2>
          <p>${code.how}</p>
          <p class="or">${code.or} <b dir="ltr" data-testid="phone-address">${typed}</b></p>
          <button data-testid="phone-code-close" @click=${() => this.dialog?.close()}>${code.close}</button>
        </div>
      </dialog>
    `;
  }

  #tellOfSkip({ lastSkip }: GuestsState): void {
    const skipped = lastSkip?.pick ?? null;
    if (lastSkip !== null && this.#skipped !== undefined && this.#skipped !== skipped) {
      const { title, votes, phones } = lastSkip;
      const text = phoneWords.code.skipped(title, votes, phones);
      void this.updateComplete.then(() => this.dispatchEvent(new SaidEvent(text, "done")));
    }
    this.#skipped = skipped;
  }

  readonly #open = (): void => {
    if (this.dialog) openAtOnce(this.dialog, { informs: true });
  };
}

const codeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    fill-rule="evenodd"
    d="M4 4h7v7H4zm2 2v3h3V6zM13 4h7v7h-7zm2 2v3h3V6zM4 13h7v7H4zm2 2v3h3v-3zM13 13h3v3h-3zm4 0h3v3h-3zm-4 4h3v3h-3zm4 0h3v3h-3z"
  ></path>
</svg>`;
