import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Affect } from "../protocol/mood.ts";
import { OwnerLanguage } from "./elements/admin/owner-language.ts";
import "./elements/admin/page-ways.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/kiosk/connection-line.ts";
import { failedNote } from "./elements/failed-note.ts";
import "./elements/mood/mood-weather.ts";
import { PeopleDoor } from "./elements/people/people-door.ts";
import "./elements/people/people-me.ts";
import { onceSeen } from "./elements/once-seen.ts";
import { SaidEvent } from "./elements/said-event.ts";
import type { Said } from "./elements/said-toast.ts";
import "./elements/said-toast.ts";
import "./elements/kiosk/setup-note.ts";
import "./elements/people/sign-in-form.ts";
import { ApplianceLink } from "./link/appliance-link.ts";
import { SignedIn } from "./link/signed-in.ts";
import { socketAt } from "./link/socket-at.ts";
import { untilHad } from "./link/until-had.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { peoplePageStyles } from "./styles/people-page-styles.ts";
import { peopleWords } from "./words/people-words.ts";

/** As the library page: its weather stays at dusk. */
const DUSK: Affect = { valence: -0.2, arousal: -0.3 };

/** Who somebody is here, what is theirs, and for admins everybody else. */
@customElement("mien-people")
export class MienPeople extends LitElement {
  @state() private said: Said | null = null;
  readonly #link = new ApplianceLink({ host: this, connect: () => socketAt("admin") });
  readonly #language = new OwnerLanguage(this, () => this.#heading);
  readonly #signedIn = new SignedIn({ host: this, changed: () => this.#link.reopen() });

  /** What is for admins alone. */
  #forAdmins: Promise<unknown> | null = null;

  static override styles = [baseStyles, pageStyles, peoplePageStyles];

  constructor() {
    super();
    new PeopleDoor(this);
    this.addEventListener(SaidEvent.type, (event) => {
      const { text, kind, undo } = event as SaidEvent;
      this.said = { text, kind, undo };
    });
  }

  protected override willUpdate(): void {
    this.#signedIn.follow(this.#link.opened);
    if (this.#signedIn.isAdmin) this.#forAdmins ??= fetchForAdmins();
    this.#language.follow(this.#link.picture?.state.screenLanguages, this.#signedIn.atKiosk);
  }

  protected override render() {
    const { toKiosk, toLibrary } = peopleWords;
    const { isAdmin } = this.#signedIn;
    const { phase } = this.#link;
    const { offered } = this.#language;
    return html`
      <mood-weather .affect=${DUSK}></mood-weather>
      <div class="veil"></div>
      <main>
        <header>
          ${isAdmin ? html`<page-ways current="people" .offered=${offered}></page-ways>` : nothing}
          <h1 tabindex="-1">${this.#heading}</h1>
          ${
            isAdmin
              ? nothing
              : html`<language-choice .offered=${offered}></language-choice>
                  <nav>
                  <a href="/library">${toLibrary}</a>
                  <a href="/">${toKiosk}</a>
                </nav>`
          }
        </header>
        <setup-note></setup-note>
        <div class="columns">${this.#columns()}</div>
      </main>
      ${phase === "connecting" ? nothing : html`<connection-line .phase=${phase}></connection-line>`}
      <people-dialog .signedIn=${this.#signedIn} .session=${this.#signedIn.session}></people-dialog>
      <said-toast .said=${this.said} @mien-forgotten=${this.#forget}></said-toast>
    `;
  }

  /** Everybody's page is theirs alone, and only an admin's is about people. */
  get #heading(): string {
    const { isAdmin, known, session } = this.#signedIn;
    if (isAdmin || !known) return peopleWords.title;
    return session.person === null ? peopleWords.signIn.open : peopleWords.me.parts;
  }

  #columns() {
    const { me, signIn } = peopleWords;
    const { session, isAdmin, failure } = this.#signedIn;
    if (failure !== null)
      return html`<section class="panel">${failedNote(failure, () => this.#signedIn.refresh())}</section>`;
    const { person } = session;
    const state = this.#link.picture?.state ?? null;
    const cards = state?.cards ?? null;
    const clock = this.#link.picture?.clock ?? null;
    const mayStepUp = person?.role === "admin" && !isAdmin;
    return html`
      ${
        person === null || mayStepUp
          ? html`<section class="panel">
              ${mayStepUp ? html`<h2>${signIn.title.admin}</h2>` : nothing}
              <sign-in-form
                .signedIn=${this.#signedIn}
                .as=${mayStepUp ? "admin" : "member"}
                @mien-signed-in=${this.#arrived}
              ></sign-in-form>
            </section>`
          : nothing
      }
      ${
        isAdmin
          ? html`<div class="others">
              <people-list .cards=${cards} .clock=${clock}></people-list>
              <reader-panel .cards=${cards} .clock=${clock}></reader-panel>
            </div>`
          : nothing
      }
      ${
        person === null
          ? nothing
          : html`<section class="mine">
              <h2 data-testid="mine">${isAdmin ? html`${me.parts}: ` : nothing}<bdi>${person.name}</bdi></h2>
              <people-me
                .signedIn=${this.#signedIn}
                .session=${session}
                .cards=${cards}
                .clock=${clock}
                .https=${state?.https ?? null}
                .home=${state?.stands === "home"}
              ></people-me>
            </section>`
      }
    `;
  }

  /** The form is gone, and the focus with it: to what the page is now. */
  readonly #arrived = (): void => {
    onceSeen(() => this.renderRoot.querySelector<HTMLElement>("h1")?.focus());
  };

  readonly #forget = (): void => {
    this.said = null;
  };
}

const fetchForAdmins = (): Promise<unknown> =>
  Promise.all([
    untilHad(() => import("./elements/people/people-list.ts")),
    untilHad(() => import("./elements/people/reader-panel.ts")),
  ]);
