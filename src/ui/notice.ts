import { Task } from "@lit/task";
import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Affect } from "../protocol/mood.ts";
import type { Settings } from "../protocol/settings.ts";
import type { AppState } from "../protocol/state.ts";
import { OwnerLanguage } from "./elements/admin/owner-language.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import { chipStyles } from "./elements/styles/chip-styles.ts";
import "./elements/mood/mood-weather.ts";
import { failedNote } from "./elements/failed-note.ts";
import { keepFocus } from "./elements/keep-focus.ts";
import { panelStyles } from "./elements/styles/panel-styles.ts";
import { cameraForbidden, photographsStandIn } from "./facts/camera-view.ts";
import { chosenLanguage } from "./languages/chosen.ts";
import { fetched } from "./link/ask.ts";
import { keep, kept } from "./link/browser-memory.ts";
import { isOwnScreen } from "./own-screen-door.ts";
import { noticeStyles } from "./styles/notice-styles.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { type NoticeLanguage, noticeText, noticeWords } from "./words/notice-words.ts";

const DUSK: Affect = { valence: -0.2, arousal: -0.3 };
const CHOICES = { both: ["en", "de"], en: ["en"], de: ["de"] } as const satisfies Record<
  string,
  readonly NoticeLanguage[]
>;
type Choice = keyof typeof CHOICES;
/** In this browser alone: the appliance has no need to know it. */
const CONTACT = "mien-notice-contact";

interface Told {
  place: string;
  /** Photographs stand in for the camera. */
  isDemo: boolean;
  /** Songs can be asked for by phone, as the kiosk tells it. */
  phones: boolean;
  settings: Pick<Settings, "sensing" | "moodHistoryDays" | "stands" | "screenLanguages">;
}

/** A page to print and to hang at the door: that a camera reads expressions, what is kept, and how to object. */
@customElement("mien-notice")
export class MienNotice extends LitElement {
  @state() private choice: Choice = "both";
  readonly #language = new OwnerLanguage(this, () => noticeWords.title);
  @state() private contact = kept(CONTACT) ?? "";
  /** Somebody wanted to print it, and nobody is named on it. */
  @state() private lacks = false;
  @query("textarea") private field!: HTMLTextAreaElement;
  readonly #told = new Task(this, {
    task: async (_, { signal }): Promise<Told> => {
      const [state, settings] = await Promise.all([
        fetched<Pick<AppState, "place" | "camera" | "guests">>("/api/state", signal),
        fetched<{ values: Settings }>("/api/settings", signal),
      ]);
      const { place, camera, guests } = state;
      const isDemo = photographsStandIn(camera);
      return { place: place.name, isDemo, phones: guests.asks, settings: settings.values };
    },
    args: () => [],
  });

  static override styles = [baseStyles, pageStyles, chipStyles, panelStyles, noticeStyles];

  constructor() {
    super();
    keepFocus(this);
    void this.#settle();
  }

  async #settle(): Promise<void> {
    if (await isOwnScreen()) (await import("./at-own-screen.ts")).settle(this, this.#language.offered);
  }

  protected override willUpdate(): void {
    this.#language.follow(this.#told.value?.settings.screenLanguages, false);
  }

  protected override render() {
    return html`
      <mood-weather .affect=${DUSK}></mood-weather>
      <div class="veil"></div>
      <main>
        ${this.#beside(this.#told.value ?? null)}
        <div class="sheets">
          ${this.#sheets()}
        </div>
      </main>
    `;
  }

  #sheets() {
    const { value, error } = this.#told;
    if (value !== undefined) return CHOICES[this.choice].map((language) => this.#sheet(language, value));
    // While it is asked again, too: the button to ask with has the focus.
    if (error === undefined) return nothing;
    return html`<div class="panel">${failedNote(error, () => this.#told.run(), noticeWords.failed)}</div>`;
  }

  #sheet(language: NoticeLanguage, { place, phones, settings }: Told) {
    const { sensing, moodHistoryDays: moodDays } = settings;
    const forbidden = cameraForbidden(settings.stands) ? settings.stands : null;
    const home = settings.stands === "home";
    // It hangs there when a camera looks, too.
    const facts = { sensing, moodDays, forbidden, phones, home, photographs: false };
    const { headline, lead, sections, responsible, unnamed, rights } = noticeText[language](facts);
    return html`<article lang=${language} dir="ltr" aria-label=${headline} data-testid="notice-${language}">
      <p class="place" dir="auto">${place}</p>
      <h2>${headline}</h2>
      <p class="lead">${lead}</p>
      ${sections.map(
        ({ title, points }) => html`<section>
          <h3>${title}</h3>
          <ul>
            ${points.map((point) => html`<li>${point}</li>`)}
          </ul>
        </section>`,
      )}
      <div>
        <p>${responsible}</p>
        ${
          this.#isUnnamed
            ? html`<p class="contact"><span class="unnamed">${unnamed}</span></p>
                <button class="fill-in" lang=${chosenLanguage()} dir="auto" data-testid="fill-in" @click=${this.#fillIn}>${noticeWords.fillIn}</button>`
            : html`<p class="contact" dir="auto">${this.contact}</p>`
        }
      </div>
      <p class="rights">${rights}</p>
    </article>`;
  }

  #beside(told: Told | null) {
    const { title, hint, language, languages, contact, contactHint, lacking, print, printAnyway, back, law } =
      noticeWords;
    const { photographs } = noticeWords;
    const forbidden = told !== null && cameraForbidden(told.settings.stands);
    return html`<section class="beside panel">
      <div class="head">
        <h1>${title}</h1>
        <language-choice .offered=${this.#language.offered}></language-choice>
      </div>
      ${forbidden ? html`<p data-testid="no-faces">${law.forbidden}</p>` : html`<p class="soft">${hint}</p>`}
      ${told?.isDemo === true && !forbidden ? html`<p data-testid="photographs">${photographs}</p>` : nothing}
      <div class="chips" role="group" aria-label=${language}>
        ${(Object.keys(CHOICES) as Choice[]).map(
          (choice) => html`<button
            data-testid="language-${choice}"
            aria-pressed=${String(choice === this.choice)}
            @click=${() => {
              this.choice = choice;
            }}
          >
            ${languages[choice]}
          </button>`,
        )}
      </div>
      <label>
        ${contact}
        <textarea data-testid="contact" maxlength="400" aria-describedby="contact-hint lacking" .value=${this.contact} @input=${this.#write}></textarea>
        <span class="soft" id="contact-hint">${contactHint}</span>
      </label>
      <p class="fault" id="lacking" data-testid="lacking">${this.#isUnnamed ? lacking : nothing}</p>
      <div class="actions">
        <button class="main" data-testid="print" @click=${this.#print}>${print}</button>
        ${
          this.lacks
            ? html`<button data-testid="print-anyway" @click=${() => window.print()}>${printAnyway}</button>`
            : nothing
        }
        <a href="/admin">${back}</a>
      </div>
    </section>`;
  }

  get #isUnnamed(): boolean {
    return this.contact.trim() === "";
  }

  readonly #fillIn = (): void => this.field.focus();

  /** A notice without it is half of one: what is lacking is told to whoever hears the page by the field that it leads to. */
  readonly #print = (): void => {
    this.lacks = this.#isUnnamed;
    if (this.lacks) this.#fillIn();
    else window.print();
  };

  readonly #write = (event: Event): void => {
    this.contact = (event.target as HTMLTextAreaElement).value;
    keep(CONTACT, this.contact);
    if (!this.#isUnnamed) this.lacks = false;
  };
}
