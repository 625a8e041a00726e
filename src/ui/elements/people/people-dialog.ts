import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { CardsState } from "../../../protocol/cards.ts";
import type { Session } from "../../../protocol/people.ts";
import type { SecureAddress } from "../../../protocol/state.ts";
import type { Picture } from "../../link/link-state.ts";
import type { SignInAs } from "../../link/sign-in-gate.ts";
import type { SignedIn } from "../../link/signed-in.ts";
import { peopleWords } from "../../words/people-words.ts";
import { onceSeen } from "../once-seen.ts";
import { closeModal, openModal } from "../open-modal.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { dialogStyles } from "../styles/dialog-styles.ts";
import type { KioskSignIn, RegisteringEvent } from "./kiosk-sign-in.ts";
import "./kiosk-sign-in.ts";
import type { LeavingEvent } from "./people-me.ts";
import "./people-me.ts";
import { scrollHint } from "../styles/scroll-hint.ts";
import type { SignInForm } from "./sign-in-form.ts";
import "./sign-in-form.ts";

/**
 * Over the page, so that what somebody was doing is still there afterwards: signing in, and what is theirs. What the page has
 * to say meanwhile, in its slot, stands for a moment where the dialog's name is: behind the dialog nobody would see it.
 */
@customElement("people-dialog")
export class PeopleDialog extends LitElement {
  @property({ attribute: false }) signedIn: SignedIn | null = null;
  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) cards: CardsState | null = null;
  /** Where others find Mien from their own devices. */
  @property({ attribute: false }) https: SecureAddress | null = null;
  /** Only where the appliance stands in a home may it show names. */
  @property({ type: Boolean }) home = false;
  /**
   * At the kiosk: whoever is seen closes the camera while somebody else signs in. The kiosk's page brings the element; every
   * other page on that screen has a line of its own (own-camera.ts).
   */
  @property({ attribute: false }) picture: Picture | null = null;
  @property({ type: Boolean }) connected = false;
  /** With a finger: tiles and a pad. */
  @property({ type: Boolean }) touch = false;
  /** What is asked for; null while the dialog is closed, or shows who is signed in. */
  @state() private as: SignInAs | null = null;
  @state() private isOpen = false;
  @state() private registering = false;
  @query("dialog") private dialog!: HTMLDialogElement | null;
  @query("sign-in-form") private form!: SignInForm | null;
  @query("kiosk-sign-in") private next!: KioskSignIn | null;
  /** Somebody else signs in as soon as who is signed in now is not any more. */
  #makesRoom = false;
  #settle: ((signedIn: boolean) => void) | null = null;

  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      /* A pad for the PIN, and what is to be read beside it. */
      :host([touch]) {
        --dialog-width: 720px;
      }
      h2 {
        min-width: min-content;
      }
      header > button {
        flex: none;
      }
      /* Beside the title, and as tall as the header without its own air, so that nothing below it moves. */
      dialog ::slotted(said-toast) {
        --toast-edge: 10px 16px;
        --toast-width: 100%;
        position: static;
        flex: 1 0 0;
        margin-block: -12px;
      }
      camera-line {
        flex: none;
        font-size: var(--text-s);
      }
      dialog ::slotted([shown]) {
        flex: 1 1 0;
        min-width: 0;
      }
      /* Without room beside the title and the way out. */
      @media (max-width: 699px) {
        header {
          flex-wrap: wrap;
        }
        camera-line {
          order: 1;
          flex-basis: 100%;
        }
      }
      /* A large screen that stands upright has room for all of it. */
      @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
        :host([touch]) {
          --dialog-width: 920px;
          --dialog-height: 84dvh;
        }
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
    if (this.dialog) closeModal(this.dialog);
  }

  /** Somebody signed in by card: they need not be asked who they are. Whoever is registering goes on with it. */
  cameByCard(): void {
    if (this.isOpen && this.as === "member" && !this.registering) this.#signedIn();
  }

  protected override render() {
    const { signIn, me, close } = peopleWords;
    const person = this.session?.person ?? null;
    // Of an admin the passphrase alone is asked, where they have not given it lately.
    const isAdmin = person !== null && this.session?.role === "admin";
    const first = this.as === "admin" && isAdmin ? signIn.passphrase : this.as && signIn.title[this.as];
    const asked = this.registering ? signIn.register : first;
    const said = html`<slot name="said"></slot>`;
    const title = asked ?? person?.name ?? me.title;
    return html`
      <dialog
        aria-labelledby="title"
        data-testid="people-dialog"
        @close=${this.#closed}
        @mien-signed-in=${this.#signedIn}
      >
        <header role="presentation">
          <h2 id="title" dir="auto">${title}</h2>
          ${this.isOpen ? said : nothing}
          ${
            this.isOpen && this.picture
              ? html`<camera-line .picture=${this.picture} .connected=${this.connected}></camera-line>`
              : nothing
          }
          <button data-testid="people-close" @click=${this.close}>${close}</button>
        </header>
        <div class="body">${this.isOpen ? this.#body() : nothing}</div>
      </dialog>
      ${this.isOpen ? nothing : said}
    `;
  }

  protected override willUpdate(): void {
    if (this.isOpen && this.as === null && this.#makesRoom && this.session?.person == null) {
      this.#makesRoom = false;
      this.as = "member";
      void this.updateComplete.then(() => {
        this.dialog?.focus();
        onceSeen(() => {
          if (this.dialog?.matches(":focus")) void this.next?.begin();
        });
      });
    }
    this.toggleAttribute("open", this.isOpen);
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
        .https=${this.https}
        .home=${this.home}
        @mien-leaving=${this.#leaving}
      ></people-me>`;
    if (this.touch && this.as === "member")
      return html`<kiosk-sign-in
        .signedIn=${this.signedIn}
        .byCard=${(this.cards?.readers ?? []).some(({ state: how }) => how === "listening")}
        .home=${this.home}
        .https=${this.https}
        @mien-registering=${this.#registering}
      ></kiosk-sign-in>`;
    return html`<sign-in-form .signedIn=${this.signedIn} .as=${this.as}></sign-in-form>`;
  }

  #show(): void {
    this.isOpen = true;
    void this.updateComplete.then(() => {
      if (this.dialog === null) return;
      // Whoever is asked for words types; a pad, and what is theirs, is looked at first.
      const { form } = this;
      openModal(this.dialog, form === null ? {} : { begin: () => form.begin() });
    });
  }

  readonly #signedIn = (): void => {
    this.#end(true);
    this.close();
  };

  readonly #leaving = ({ makesRoom }: LeavingEvent): void => {
    this.#makesRoom = makesRoom;
  };

  readonly #registering = ({ registering }: RegisteringEvent): void => {
    this.registering = registering;
  };

  readonly #closed = (): void => {
    this.isOpen = false;
    this.registering = false;
    this.#makesRoom = false;
    this.#end(false);
  };

  #end(signedIn: boolean): void {
    this.#settle?.(signedIn);
    this.#settle = null;
  }
}
