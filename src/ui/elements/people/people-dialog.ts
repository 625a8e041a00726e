import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import type { Session } from "../../../protocol/people.ts";
import type { SecureAddress } from "../../../protocol/state.ts";
import type { SignInAs } from "../../link/sign-in-gate.ts";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { dialogStyles } from "../styles/dialog-styles.ts";
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
  /** Only where the appliance stands in a home may it show names. */
  @property({ type: Boolean }) home = false;
  /** With a finger: tiles and a pad. */
  @property({ type: Boolean }) touch = false;
  /** What is asked for; null while the dialog is closed, or shows who is signed in. */
  @state() private as: SignInAs | null = null;
  @state() private isOpen = false;
  @query("dialog") private dialog!: HTMLDialogElement | null;
  #settle: ((signedIn: boolean) => void) | null = null;

  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      /* A pad for the PIN, and what is to be read beside it. */
      :host([touch]) {
        --dialog-width: 720px;
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

  protected override updated(): void {
    // Whoever it showed is not signed in any more, or is not known here at all.
    if (this.isOpen && this.as === null && this.session?.person == null) this.close();
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
        .home=${this.home}
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
