import { Task } from "@lit/task";
import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Affect } from "../protocol/mood.ts";
import type { Settings } from "../protocol/settings.ts";
import { OwnerLanguage } from "./elements/admin/owner-language.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import { chipStyles } from "./elements/styles/chip-styles.ts";
import "./elements/mood/mood-weather.ts";
import { failedNote } from "./elements/failed-note.ts";
import { keepFocus } from "./elements/keep-focus.ts";
import { panelStyles } from "./elements/styles/panel-styles.ts";
import { cameraForbidden } from "./facts/camera-view.ts";
import { fetched } from "./link/ask.ts";
import { keep, kept } from "./link/browser-memory.ts";
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
  settings: Pick<Settings, "sensing" | "moodHistoryDays" | "stands" | "screenLanguages">;
}

/** A page to print and to hang at the door: that a camera reads expressions, what is kept, and how to object. */
@customElement("mien-notice")
export class MienNotice extends LitElement {
  @state() private choice: Choice = "both";
  readonly #language = new OwnerLanguage(this, () => noticeWords.title);
  @state() private contact = kept(CONTACT) ?? "";
  readonly #told = new Task(this, {
    task: async (_, { signal }): Promise<Told> => {
      const [state, settings] = await Promise.all([
        fetched<{ place: { name: string } }>("/api/state", signal),
        fetched<{ values: Settings }>("/api/settings", signal),
      ]);
      return { place: state.place.name, settings: settings.values };
    },
    args: () => [],
  });

  static override styles = [baseStyles, pageStyles, chipStyles, panelStyles, noticeStyles];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(): void {
    this.#language.follow(this.#told.value?.settings.screenLanguages, false);
  }

  protected override render() {
    return html`
      <mood-weather .affect=${DUSK}></mood-weather>
      <div class="veil"></div>
      <main>
        <div class="sheets">
          ${this.#sheets()}
        </div>
        ${this.#beside(this.#told.value ?? null)}
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

  #sheet(language: NoticeLanguage, { place, settings }: Told) {
    const { sensing, moodHistoryDays: moodDays } = settings;
    const facts = { sensing, moodDays, forbidden: cameraForbidden(settings.stands) ? settings.stands : null };
    const { headline, lead, sections, responsible, rights } = noticeText[language](facts);
    return html`<article lang=${language} dir="ltr" data-testid="notice-${language}">
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
        <p class="contact" dir="auto">${this.contact}</p>
      </div>
      <p class="rights">${rights}</p>
    </article>`;
  }

  #beside(told: Told | null) {
    const { title, hint, language, languages, contact, contactHint, print, back, law } = noticeWords;
    const forbidden = told !== null && cameraForbidden(told.settings.stands);
    return html`<section class="beside panel">
      <div class="head">
        <h1>${title}</h1>
        <language-choice .offered=${this.#language.offered}></language-choice>
      </div>
      ${forbidden ? html`<p data-testid="no-faces">${law.forbidden}</p>` : html`<p class="soft">${hint}</p>`}
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
        <textarea data-testid="contact" maxlength="400" .value=${this.contact} @input=${this.#write}></textarea>
        <span class="soft">${contactHint}</span>
      </label>
      <div class="actions">
        <button class="main" data-testid="print" @click=${() => window.print()}>${print}</button>
        <a href="/admin">${back}</a>
      </div>
    </section>`;
  }

  readonly #write = (event: Event): void => {
    this.contact = (event.target as HTMLTextAreaElement).value;
    keep(CONTACT, this.contact);
  };
}
