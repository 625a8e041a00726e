import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Affect } from "../protocol/mood.ts";
import { baseStyles } from "./elements/base-styles.ts";
import { CommandEvent } from "./elements/command-event.ts";
import "./elements/connection-line.ts";
import "./elements/demo-notes.ts";
import "./elements/health-notes.ts";
import "./elements/map-section.ts";
import "./elements/mood-weather.ts";
import { SaidEvent } from "./elements/said-event.ts";
import "./elements/said-toast.ts";
import "./elements/songs-section.ts";
import "./elements/stick-panel.ts";
import "./elements/take-section.ts";
import "./elements/upload-panel.ts";
import { isLoopback } from "./facts/loopback.ts";
import { healthNotes } from "./facts/notes.ts";
import { workNotes } from "./facts/work-notes.ts";
import { libraryStyles } from "./library-styles.ts";
import { libraryWords } from "./library-words.ts";
import { ApplianceLink } from "./link/appliance-link.ts";
import { socketAt } from "./link/socket-at.ts";
import { words } from "./words.ts";

const SECTIONS = ["songs", "map", "add", "take"] as const;
type Section = (typeof SECTIONS)[number];

/** Quieter than the kiosk: its weather stays at dusk. */
const DUSK: Affect = { valence: -0.2, arousal: -0.3 };

/** The owner's library. The only element that knows the socket; its sections ask the daemon by REST. */
@customElement("mien-library")
export class MienLibrary extends LitElement {
  @state() private section: Section = sectionIn(location.hash);
  @state() private said: { text: string; kind: "done" | "refused" } | null = null;
  readonly #link = new ApplianceLink({ host: this, connect: () => socketAt("admin") });

  static override styles = [baseStyles, libraryStyles];

  constructor() {
    super();
    this.addEventListener(CommandEvent.type, (event) => this.#link.command((event as CommandEvent).command));
    this.addEventListener(SaidEvent.type, (event) => {
      const { text, kind } = event as SaidEvent;
      this.said = { text, kind };
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = words.language;
    window.addEventListener("hashchange", this.#turn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#turn);
  }

  protected override render() {
    const { phase, picture, rejection } = this.#link;
    const { sections, title, toKiosk, fromAfar } = libraryWords;
    const mayChange = isLoopback(location.hostname);
    const notes = picture === null ? [] : healthNotes(picture.state.health, false);
    const work = picture === null ? [] : workNotes(picture.state.library);
    return html`
      <mood-weather .affect=${DUSK}></mood-weather>
      <div class="veil"></div>
      <main>
        <header>
          <h1>${title}</h1>
          <nav aria-label=${sections.label}>
            ${SECTIONS.map(
              (one) =>
                html`<a href="#${one}" aria-current=${one === this.section ? "page" : nothing}>${sections[one]}</a>`,
            )}
          </nav>
          <a href="/">${toKiosk}</a>
        </header>
        <div class="notes">
          ${mayChange ? nothing : html`<p class="afar">${fromAfar}</p>`}
          ${work.length === 0 ? nothing : html`<demo-notes .labels=${work}></demo-notes>`}
          ${notes.length === 0 ? nothing : html`<health-notes .notes=${notes} full></health-notes>`}
        </div>
        ${this.#open(mayChange, picture?.state.library.tracks ?? 0)}
      </main>
      ${phase === "connecting" ? nothing : html`<connection-line .phase=${phase}></connection-line>`}
      <said-toast
        .text=${rejection === null ? (this.said?.text ?? "") : words.rejected(rejection)}
        .kind=${rejection === null ? (this.said?.kind ?? "done") : "refused"}
        @mien-forgotten=${this.#forget}
      ></said-toast>
    `;
  }

  #open(mayChange: boolean, known: number) {
    switch (this.section) {
      case "songs":
        return html`<songs-section .mayChange=${mayChange} .known=${known}></songs-section>`;
      case "map":
        return html`<map-section tabindex="0" role="region" aria-label=${libraryWords.sections.map}></map-section>`;
      case "add":
        return html`<div class="add">
          <upload-panel .disabled=${!mayChange}></upload-panel>
          <stick-panel .disabled=${!mayChange}></stick-panel>
        </div>`;
      case "take":
        return html`<take-section .mayChange=${mayChange}></take-section>`;
    }
  }

  readonly #turn = (): void => {
    this.section = sectionIn(location.hash);
  };

  readonly #forget = (): void => {
    this.said = null;
  };
}

function sectionIn(hash: string): Section {
  return SECTIONS.find((section) => `#${section}` === hash) ?? "songs";
}
