import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import type { Session } from "../../../protocol/people.ts";
import type { SecureAddress } from "../../../protocol/state.ts";
import type { SignInAs } from "../../link/sign-in-gate.ts";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "./kiosk-sign-in.ts";
import "./people-me.ts";
import { scrollHint } from "../styles/scroll-hint.ts";
import "./sign-in-form.ts";

/** Over the page, so that what somebody was doing is still there afterwards: signing in, and what is theirs. */
@customElement("people-dialog")
export class PeopleDialog extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) cards: CardsState | null = null;
  /** Where admins come in from other devices. */
  @property({ attribute: false }) https: SecureAddress | null = null;
  /** With a finger: tiles and a pad. */
  @property({ type: Boolean }) touch = false;
  /** What is asked for; null while the dialog is closed, or shows who is signed in. */
  @state() private as: SignInAs | null = null;
  @state() private isOpen = false;
  @query("dialog") private dialog!: HTMLDialogElement | null;
  #settle: ((signedIn: boolean) => void) | null = null;

  static override styles = [
    baseStyles,
    css`
      dialog {
        width: min(560px, 100vw - 24px);
        max-height: min(760px, 100dvh - 24px);
        margin: auto;
        padding: 0;
        border: 0;
        border-radius: 28px;
        background: #2a1b26;
        box-shadow:
          inset 0 0 0 1px var(--line),
          0 30px 90px rgb(10 5 10 / 0.6);
        color: inherit;
        font-size: var(--text-s);
        overflow: hidden;
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
      }
      dialog::backdrop {
        background: rgb(18 10 16 / 0.6);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        padding-block: 16px 10px;
        padding-inline: 24px 16px;
      }
      h2 {
        font: 620 clamp(20px, 1vw + 12px, 26px) / 1.15 var(--display);
      }
      header button {
        min-height: 48px;
        font-size: var(--text-s);
      }
      .body {
        display: grid;
        align-content: start;
        gap: var(--space-3);
        min-height: 0;
        padding: 6px 24px 24px;
        overflow-y: auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line) transparent;
      }
    `,
    scrollHint(".body"),
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end(false);
  }

  /** Resolves with whether somebody has signed in. */
  async ask(as: SignInAs): Promise<boolean> {
    this.#settle?.(false);
    // Whoever the page took to be signed in may not be any more.
    await this.signedIn?.refresh();
    this.as = as;
    this.#show();
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** Signing in, or what belongs to whoever is signed in. */
  open(): void {
    this.as = this.session?.person ? null : "member";
    this.#show();
  }

  close(): void {
    this.dialog?.close();
  }

  protected override render() {
    const { signIn, me, close } = peopleWords;
    const person = this.session?.person ?? null;
    const title = this.as === null ? (person?.name ?? me.title) : signIn.title[this.as];
    return html`
      <dialog
        aria-labelledby="title"
        data-testid="people-dialog"
        @close=${this.#closed}
        @mien-signed-in=${this.#signedIn}
      >
        <header>
          <h2 id="title" dir="auto">${title}</h2>
          <button data-testid="people-close" @click=${this.close}>${close}</button>
        </header>
        <div class="body">${this.isOpen ? this.#body() : nothing}</div>
      </dialog>
    `;
  }

  #body() {
    if (this.as === null)
      return html`<people-me
        .signedIn=${this.signedIn}
        .session=${this.session}
        .cards=${this.cards}
        @mien-left=${this.close}
      ></people-me>`;
    if (this.touch && this.as === "member")
      return html`<kiosk-sign-in
        .signedIn=${this.signedIn}
        .byCard=${(this.cards?.readers ?? []).some(({ state: how }) => how === "listening")}
        .https=${this.https}
      ></kiosk-sign-in>`;
    return html`<sign-in-form .signedIn=${this.signedIn} .as=${this.as}></sign-in-form>`;
  }

  #show(): void {
    this.isOpen = true;
    void this.updateComplete.then(() => {
      if (!this.dialog?.open) this.dialog?.showModal();
    });
  }

  readonly #signedIn = (): void => {
    this.#end(true);
    this.close();
  };

  readonly #closed = (): void => {
    this.isOpen = false;
    this.#end(false);
  };

  #end(signedIn: boolean): void {
    this.#settle?.(signedIn);
    this.#settle = null;
  }
}
