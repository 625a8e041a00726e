import { html, LitElement, nothing } from "lit";
import { state } from "lit/decorators.js";
import type { Affect } from "../../../protocol/mood.ts";
import type { AppState } from "../../../protocol/state.ts";
import { ApplianceLink } from "../../link/appliance-link.ts";
import { SignedIn } from "../../link/signed-in.ts";
import { socketAt } from "../../link/socket-at.ts";
import { adminWords, type Way } from "../../words/admin-words.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import "../kiosk/connection-line.ts";
import { failedNote } from "../failed-note.ts";
import "../mood/mood-weather.ts";
import { PeopleDoor } from "../people/people-door.ts";
import { SaidEvent } from "../said-event.ts";
import type { Said } from "../said-toast.ts";
import "../said-toast.ts";
import { signInNote } from "../sign-in-note.ts";
import "../kiosk/setup-note.ts";
import { OwnerLanguage } from "./owner-language.ts";
import "./page-ways.ts";

/** Quieter than the kiosk: its weather stays at dusk. */
const DUSK: Affect = { valence: -0.2, arousal: -0.3 };

/** A page of the owner's: the way to the others, who is signed in, and what it shows to admins alone. */
export abstract class AdminPage extends LitElement {
  @state() protected said: Said | null = null;
  protected readonly link = new ApplianceLink({ host: this, connect: () => socketAt("admin") });
  protected readonly signedIn = new SignedIn({
    host: this,
    changed: () => this.link.reopen(),
  });
  readonly #door = new PeopleDoor(this);
  readonly #language = new OwnerLanguage(this, () => this.heading);

  protected abstract readonly way: Way;
  /** In the language that holds. */
  protected abstract get heading(): string;

  constructor() {
    super();
    this.addEventListener(CommandEvent.type, (event) => this.link.command((event as CommandEvent).command));
    this.addEventListener(SaidEvent.type, (event) => {
      const { text, kind, undo } = event as SaidEvent;
      this.said = { text, kind, undo };
    });
  }

  /** For admins. */
  protected abstract body(state: AppState | null): unknown;

  protected override willUpdate(): void {
    this.signedIn.follow(this.link.opened);
    this.#language.follow(this.link.picture?.state.screenLanguages, this.signedIn.atKiosk);
    const { rejection } = this.link;
    if (rejection !== null && this.said?.text !== words.rejected(rejection))
      this.said = { text: words.rejected(rejection), kind: "refused", undo: null };
  }

  protected override render() {
    const { session, known, isAdmin, failure } = this.signedIn;
    const { phase, picture } = this.link;
    return html`
      <mood-weather .affect=${DUSK}></mood-weather>
      <div class="veil"></div>
      <main>
        <header>
          <page-ways .current=${this.way} .offered=${this.#language.offered}></page-ways>
          <h1>${this.heading}</h1>
          <button class="who" data-testid="who" @click=${this.#door.open}>
            <span dir="auto">${session.person?.name ?? adminWords.signIn}</span>
          </button>
        </header>
        <setup-note></setup-note>
        ${
          isAdmin
            ? this.body(picture?.state ?? null)
            : known
              ? this.#mayNot()
              : failure === null
                ? html`<p role="status">${adminWords.loading}</p>`
                : html`<section class="panel">${failedNote(failure, () => this.signedIn.refresh())}</section>`
        }
      </main>
      ${phase === "connecting" ? nothing : html`<connection-line .phase=${phase}></connection-line>`}
      <people-dialog
        .signedIn=${this.signedIn}
        .session=${session}
        .cards=${picture?.state.cards ?? null}
        .https=${picture?.state.https ?? null}
        .home=${picture?.state.stands === "home"}
      ></people-dialog>
      <said-toast .said=${this.said} @mien-forgotten=${this.#forget}></said-toast>
    `;
  }

  #mayNot() {
    const { fromAfar, signInFirst: first, secureWay: toSecureWay } = adminWords;
    const { session, adminByPin: byPin } = this.signedIn;
    const { secureWay } = session;
    return html`<section class="panel" data-testid="afar">
      ${
        secureWay === null
          ? signInNote({ byPin, first, fromAfar, open: this.#door.openForAdmin })
          : html`<p>${first}</p>
              <div class="actions"><a href="${secureWay}${location.pathname}">${toSecureWay}</a></div>`
      }
    </section>`;
  }

  readonly #forget = (): void => {
    this.said = null;
  };
}
