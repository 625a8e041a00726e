import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Affect } from "../protocol/mood.ts";
import type { Session } from "../protocol/people.ts";
import type { Settings } from "../protocol/settings.ts";
import { failedNote } from "./elements/failed-note.ts";
import { LanguageEvent } from "./elements/language-choice.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/language-choice.ts";
import "./elements/mood/mood-weather.ts";
import "./elements/setup/setup-form.ts";
import type { SetupTold } from "./elements/kiosk/setup-note.ts";
import type { SetUpEvent } from "./elements/setup/setup-form.ts";
import { cameraForbidden } from "./facts/camera-view.ts";
import { keepSetUp, keptSetUp } from "./facts/setup-draft.ts";
import { FieldKeyboard } from "./keyboard/field-keyboard.ts";
import { allLanguages } from "./languages/languages.ts";
import { PageLanguage } from "./languages/page-language.ts";
import { ask } from "./link/ask.ts";
import { untilHad } from "./link/until-had.ts";
import { isOwnScreen } from "./own-screen-door.ts";
import "./words/owner-refusal-words.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { peoplePageStyles } from "./styles/people-page-styles.ts";
import { setupPageStyles } from "./styles/setup-page-styles.ts";
import { peopleWords } from "./words/people-words.ts";
import { setupWords } from "./words/setup-words.ts";

const DAWN: Affect = { valence: 0.35, arousal: -0.1 };

/** The first start: where Mien stands, and who looks after it. */
@customElement("mien-setup")
export class MienSetup extends LitElement {
  @state() private told: SetupTold | { fault: string } | null = null;
  @state() private finished: SetUpEvent["outcome"] | null = null;
  readonly #language = new PageLanguage(this, { goesOn: true });
  readonly #keyboard = new FieldKeyboard(this);

  static override styles = [baseStyles, pageStyles, peoplePageStyles, setupPageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(LanguageEvent.type, (event) =>
      this.#language.choose((event as LanguageEvent).language),
    );
    window.addEventListener("pageshow", this.#backAgain);
    document.addEventListener("visibilitychange", this.#backAgain);
    void this.#look();
    void this.#settle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pageshow", this.#backAgain);
    document.removeEventListener("visibilitychange", this.#backAgain);
  }

  async #settle(): Promise<void> {
    if (!(await isOwnScreen())) return;
    const [{ GoesBack }, { showOwnCamera }] = await untilHad(() =>
      Promise.all([import("./goes-back.ts"), import("./elements/own-camera.ts")]),
    );
    new GoesBack(this);
    showOwnCamera(this);
  }

  protected override willUpdate(): void {
    // On the machine itself, by a finger.
    const isHere = this.told !== null && "code" in this.told && this.told.code !== null;
    this.#keyboard.isWanted = isHere && matchMedia("(pointer: coarse)").matches;
    this.#keyboard.offered = allLanguages;
  }

  protected override render() {
    return html`
      <mood-weather .affect=${DAWN}></mood-weather>
      <div class="veil"></div>
      <main>
        <header>
          <h1>${this.#heading}</h1>
          <div class="ways">
            <a class="button" href="/">${setupWords.toKiosk}</a>
            <language-choice .offered=${allLanguages}></language-choice>
          </div>
        </header>
        ${this.#body()}
      </main>
    `;
  }

  get #heading(): string {
    const { told, finished } = this;
    const isDone = finished !== null || (told !== null && "isNeeded" in told && !told.isNeeded);
    return isDone ? setupWords.ready : setupWords.title;
  }

  protected override updated(): void {
    document.title = `${this.#heading} · Mien`;
  }

  #body() {
    const { told, finished } = this;
    if (finished !== null) return this.#finished(finished);
    if (told === null) return html`<p role="status">${setupWords.loading}</p>`;
    if ("fault" in told)
      return html`<section class="panel">${failedNote(told.fault, () => this.#look())}</section>`;
    if (!told.isNeeded)
      return html`<section class="panel">
        <p>${setupWords.done}</p>
        <nav>
          <a class="button main" href="/people">${setupWords.toPeople}</a>
          <a class="button" href="/admin">${setupWords.toOverview}</a>
          <a class="button" href="/">${setupWords.toKiosk}</a>
        </nav>
      </section>`;
    return html`
      <p>
        ${setupWords.intro} ${setupWords.camera.waits}
        ${
          told.code === null || told.address === null
            ? nothing
            : html`${peopleWords.setUpFromElsewhere(told.address)} <b>${told.code}</b>`
        }
      </p>
      <setup-form .needsCode=${told.code === null} @mien-set-up=${this.#done}></setup-form>
    `;
  }

  #finished({ place, name, isSignedIn, atKiosk, stands }: SetUpEvent["outcome"]) {
    return html`<section class="panel" data-testid="set-up" role="group" aria-labelledby="outcome" tabindex="-1">
      <h2 id="outcome" dir="auto">${setupWords.finished(place)}</h2>
      ${stands === "home" ? nothing : html`<p data-testid="camera-law">${setupWords.law[stands]}</p>`}
      ${cameraForbidden(stands) ? nothing : html`<p data-testid="camera-on">${setupWords.camera.on}</p>`}
      <p>${isSignedIn ? setupWords.signedIn(name) : setupWords.notSignedIn}</p>
      ${atKiosk ? html`<p data-testid="own-screen">${peopleWords.ownScreen.tells}</p>` : nothing}
      <nav>
        ${
          stands === "venue"
            ? html`<a class="button main" href="/camera">${setupWords.toCamera}</a>
                <a class="button main" href="/notice" target="_blank">${setupWords.toNotice}</a>`
            : nothing
        }
        <a class="button main" href="/library#add">${setupWords.toLibrary}</a>
        <a class="button main" href="/settings#openingHours">${setupWords.toHours}</a>
        <a class="button main" href="/settings#guestPage">${setupWords.toPhones}</a>
        <a class="button" href="/settings">${setupWords.toSettings}</a>
        <a class="button" href="/admin">${setupWords.toOverview}</a>
        <a class="button" href="/people">${setupWords.toPeople}</a>
        <a class="button" href="/">${setupWords.toKiosk}</a>
      </nav>
    </section>`;
  }

  async #look(): Promise<void> {
    const answer = await ask<SetupTold>("/api/setup");
    if (answer.ok && !answer.value.isNeeded) await this.#recall();
    this.told = answer.ok ? answer.value : { fault: answer.reason };
  }

  /** Whoever comes back from the settings may have changed there what this page says. */
  readonly #backAgain = (): void => {
    if (this.finished !== null && document.visibilityState === "visible") void this.#recall();
  };

  /** Loaded again: what there is to do after it still holds, for the place as the settings have it by now. */
  async #recall(): Promise<void> {
    const done = keptSetUp();
    if (done === null) return;
    const [session, settings] = await Promise.all([
      ask<Session>("/api/session"),
      ask<{ values: Pick<Settings, "placeName" | "stands"> }>("/api/settings"),
    ]);
    // Whoever's phone wakes is not back in the Wi-Fi at once: what stands here holds until it is.
    if (this.finished !== null && !session.ok) return;
    const before = this.finished ?? done;
    const now = settings.ok ? settings.value.values : null;
    const name = session.ok && session.value.role === "admin" ? session.value.person?.name : undefined;
    this.finished = {
      place: now?.placeName ?? before.place,
      stands: now?.stands ?? before.stands,
      name: name ?? "",
      isSignedIn: name !== undefined,
      atKiosk: session.ok && session.value.seat === "kiosk",
    };
  }

  readonly #done = (event: Event): void => {
    const { outcome } = event as SetUpEvent;
    const { place, stands } = outcome;
    keepSetUp({ place, stands });
    this.finished = outcome;
    // The form is gone with what had the focus: what came of it is read instead. Not from its heading, see open-modal.ts.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".panel")?.focus());
  };
}
