import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Command } from "../protocol/messages.ts";
import type { Affect } from "../protocol/mood.ts";
import type { Track } from "../protocol/music.ts";
import type { AppState } from "../protocol/state.ts";
import { OwnerLanguage } from "./elements/admin/owner-language.ts";
import "./elements/admin/page-ways.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/kiosk/connection-line.ts";
import { failedNote } from "./elements/failed-note.ts";
import "./elements/mood/mood-weather.ts";
import { PlayEvent } from "./elements/library/play-event.ts";
import { PeopleDoor } from "./elements/people/people-door.ts";
import { SaidEvent } from "./elements/said-event.ts";
import type { Said } from "./elements/said-toast.ts";
import "./elements/said-toast.ts";
import type { SongsSection } from "./elements/library/songs-section.ts";
import { signInNote } from "./elements/sign-in-note.ts";
import "./elements/library/songs-section.ts";
import { libraryNews } from "./facts/library-news.ts";
import { healthNotes } from "./facts/notes.ts";
import { waiting } from "./facts/offer.ts";
import { currentPick, songView } from "./facts/song-view.ts";
import { workNotes } from "./facts/work-notes.ts";
import { ApplianceLink } from "./link/appliance-link.ts";
import { SignedIn } from "./link/signed-in.ts";
import { socketAt } from "./link/socket-at.ts";
import { untilHad } from "./link/until-had.ts";
import { libraryStyles } from "./styles/library-styles.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { whenIdle } from "./when-idle.ts";
import { adminWords } from "./words/admin-words.ts";
import { libraryWords } from "./words/library-words.ts";
import { words } from "./words/words.ts";

const SECTIONS = ["songs", "map", "add", "take"] as const;
type Section = (typeof SECTIONS)[number];

/** What most visits never open is fetched when it is. */
const FETCHED: Readonly<Record<Section, () => Promise<unknown>>> = {
  songs: async () => undefined,
  map: () => import("./elements/library/map-section.ts"),
  add: () =>
    Promise.all([import("./elements/library/stick-panel.ts"), import("./elements/library/upload-panel.ts")]),
  take: () => import("./elements/library/take-section.ts"),
};

// What the daemon says of files is known as soon as it is here; nothing waits for it.
void import("./facts/file-fault.ts");
// Nor for notes and small labels, which tell of what has been heard of by then.
void untilHad(() => import("./elements/kiosk/demo-notes.ts"));
void untilHad(() => import("./elements/health-notes.ts"));

/** Quieter than the kiosk: its weather stays at dusk. */
const DUSK: Affect = { valence: -0.2, arousal: -0.3 };

/** The owner's library. The only element that knows the socket; its sections ask the daemon by REST. */
@customElement("mien-library")
export class MienLibrary extends LitElement {
  @state() private section: Section = sectionIn(location.hash);
  @state() private said: Said | null = null;
  /** Somebody has gone from one section to another: the page stays, so a screen reader is told which one it is now. */
  #turned = false;
  /** Once there was something to add, its panel stays: what is on its way must not break off with a look at the songs. */
  #adding = false;
  readonly #link = new ApplianceLink({ host: this, connect: () => socketAt("admin") });
  readonly #signedIn = new SignedIn({ host: this, changed: () => this.#link.reopen() });
  readonly #door = new PeopleDoor(this);
  readonly #language = new OwnerLanguage(this, () => libraryWords.title);
  #rejected: string | null = null;

  static override styles = [baseStyles, pageStyles, libraryStyles];

  constructor() {
    super();
    whenIdle(() => void this.#readByKeys());
    this.addEventListener(PlayEvent.type, (event) => this.#play(event as PlayEvent));
    this.addEventListener(SaidEvent.type, (event) => {
      const { text, kind, undo, gone } = event as SaidEvent;
      this.said = { text, kind, undo: undo && this.#once(undo), gone };
    });
  }

  async #readByKeys(): Promise<void> {
    const { scrollsByKeys } = await untilHad(() => import("./elements/scrolls-by-keys.ts"));
    scrollsByKeys(this, () => this.#read);
  }

  /** What is read of the section that is open. */
  get #read(): HTMLElement | null {
    const songs = this.renderRoot.querySelector<SongsSection>("songs-section");
    return songs?.list ?? this.renderRoot.querySelector("map-section, take-section, .add:not([hidden])");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#turn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#turn);
  }

  protected override render() {
    const { phase, picture } = this.#link;
    const { sections, title } = libraryWords;
    const { isAdmin: mayChange, session } = this.#signedIn;
    const notes = picture === null ? [] : healthNotes(picture.state.health, null);
    const library = picture?.state.library;
    const labels = library ? [...(library.demo ? [libraryWords.demo] : []), ...workNotes(library)] : [];
    const player = picture?.state.player;
    const pick = player ? currentPick(player) : null;
    const next = picture?.state.queue[0];
    return html`
      <mood-weather .affect=${DUSK}></mood-weather>
      <div class="veil"></div>
      <main>
        <header>
          <page-ways current="library" .offered=${this.#language.offered}></page-ways>
          <h1>${title}</h1>
          <nav aria-label=${sections.label}>
            ${SECTIONS.map(
              (one) =>
                html`<a href="#${one}" aria-current=${one === this.section ? "page" : nothing}>${sections[one]}</a>`,
            )}
          </nav>
          <p class="visually-hidden" role="status" data-testid="section-said">
            ${this.#turned ? sections[this.section] : nothing}
          </p>
          ${
            pick === null
              ? nothing
              : html`<p class="playing" data-testid="playing">
                  <span dir="auto">${words.now.titled(player?.actual.state === "paused", songView(pick).title)}</span>
                  ${next ? html`<span class="soft" dir="auto">${words.now.next}${songView(next).title}</span>` : nothing}
                </p>`
          }
          <button class="who" data-testid="who" @click=${this.#door.open}>
            <span dir="auto">${session.person?.name ?? adminWords.signIn}</span>
          </button>
        </header>
        <div class="notes">
          ${mayChange ? nothing : this.#signedIn.known ? this.#mayNot() : this.#unknown()}
          ${labels.length === 0 ? nothing : html`<demo-notes .labels=${labels}></demo-notes>`}
          ${notes.length === 0 ? nothing : html`<health-notes .notes=${notes} full live></health-notes>`}
        </div>
        ${this.#open(mayChange, picture?.state ?? null)} ${mayChange ? this.#add() : nothing}
      </main>
      ${phase === "connecting" ? nothing : html`<connection-line .phase=${phase}></connection-line>`}
      <people-dialog
        .signedIn=${this.#signedIn}
        .session=${session}
        .cards=${picture?.state.cards ?? null}
        .https=${picture?.state.https ?? null}
        .home=${picture?.state.stands === "home"}
      ></people-dialog>
      <said-toast .said=${this.said} @mien-forgotten=${this.#forget}></said-toast>
    `;
  }

  protected override willUpdate(): void {
    const { rejection } = this.#link;
    this.#signedIn.follow(this.#link.opened);
    this.#language.follow(this.#link.picture?.state.screenLanguages, this.#signedIn.atKiosk);
    if (rejection !== null && rejection !== this.#rejected) this.#say(words.rejected(rejection));
    this.#rejected = rejection;
    if (this.section === "add") this.#adding = true;
    void FETCHED[this.section]();
  }

  /** Who sits before it could not be asked. */
  #unknown() {
    const { failure } = this.#signedIn;
    return failure === null ? nothing : failedNote(failure, () => this.#signedIn.refresh());
  }

  #open(mayChange: boolean, state: AppState | null) {
    const news = state && libraryNews(this.#link.opened, state);
    switch (this.section) {
      case "songs":
        return html`<songs-section
          .mayChange=${mayChange}
          .known=${state?.library.tracks ?? null}
          .news=${news}
          .corrections=${state?.corrections ?? []}
        ></songs-section>`;
      case "map":
        return html`<map-section
          tabindex="0"
          role="region"
          aria-label=${libraryWords.sections.map}
          .news=${news}
        ></map-section>`;
      case "add":
        return mayChange ? nothing : html`<p class="afar">${libraryWords.addFromAfar}</p>`;
      case "take":
        return html`<take-section .mayChange=${mayChange}></take-section>`;
    }
  }

  #add() {
    if (!this.#adding) return nothing;
    const shown = this.section === "add";
    return html`<div class="add" ?hidden=${!shown}>
      <upload-panel></upload-panel>
      ${shown ? html`<stick-panel></stick-panel>` : nothing}
    </div>`;
  }

  #mayNot() {
    const { fromAfar, signInToChange: first } = libraryWords;
    const byPin = this.#signedIn.adminByPin;
    return html`<div class="afar with-button">${signInNote({ byPin, first, fromAfar, open: this.#door.openForAdmin })}</div>`;
  }

  #play({ tracks, when }: PlayEvent): void {
    const [only] = tracks.length === 1 ? tracks : [];
    const what = only?.title ?? libraryWords.songs.count(tracks.length, false);
    this.#command(
      tracks.map(({ id }) => ({ do: "playTrack", track: id, when })),
      libraryWords.correct.plays[when](what),
      when === "next" ? this.#once(() => this.#takeOut(tracks)) : null,
    );
  }

  /** Those that still wait because somebody asked for them. */
  #takeOut(tracks: readonly Track[]): void {
    const queue = this.#link.picture?.state.queue ?? [];
    const asked = tracks.flatMap(({ id }) => waiting(id, queue)?.asked ?? []);
    if (asked.length === 0) this.#say(libraryWords.correct.playsAlready);
    else
      this.#command(
        asked.map((pick) => ({ do: "unqueue", pick })),
        libraryWords.correct.undone,
      );
  }

  #command(commands: readonly Command[], done: string, undo: Said["undo"] = null): void {
    const sent = commands.every((command) => this.#link.command(command));
    if (sent) this.said = { text: done, kind: "done", undo };
    else this.#say(words.connection.unreachable);
  }

  #say(refusal: string): void {
    this.said = { text: refusal, kind: "refused", undo: null };
  }

  /** The way back goes as soon as it is taken. */
  #once(undo: () => void): () => void {
    return () => {
      this.said = null;
      undo();
    };
  }

  readonly #turn = (): void => {
    this.#turned = true;
    this.section = sectionIn(location.hash);
  };

  readonly #forget = (): void => {
    this.said?.gone?.();
    this.said = null;
  };
}

function sectionIn(hash: string): Section {
  return SECTIONS.find((section) => `#${section}` === hash) ?? "songs";
}
