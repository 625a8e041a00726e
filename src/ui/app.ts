import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { GuestsState } from "../protocol/guests.ts";
import type { TapMessage } from "../protocol/people.ts";
import { CommandEvent } from "./elements/command-event.ts";
import { ReadySheet } from "./elements/kiosk/ready-sheet.ts";
import type { TouchSheet } from "./elements/kiosk/touch-sheet.ts";
import { PeopleDoor } from "./elements/people/people-door.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/kiosk/camera-line.ts";
import "./elements/kiosk/camera-switch.ts";
import "./elements/kiosk/connection-line.ts";
import "./elements/kiosk/demo-notes.ts";
import "./elements/health-notes.ts";
import { LanguageEvent } from "./elements/language-choice.ts";
import "./elements/language-choice.ts";
import "./elements/mood/mood-weather.ts";
import "./elements/kiosk/now-playing.ts";
import "./elements/next-song.ts";
import "./elements/kiosk/people-here.ts";
import "./elements/kiosk/progress-bar.ts";
import "./elements/kiosk/rejection-toast.ts";
import type { RoomFactsSheet } from "./elements/kiosk/room-facts.ts";
import { FactsEvent } from "./elements/kiosk/room-words.ts";
import "./elements/kiosk/room-words.ts";
import { SaidEvent } from "./elements/said-event.ts";
import type { Said } from "./elements/said-toast.ts";
import "./elements/said-toast.ts";
import "./elements/kiosk/said-once.ts";
import "./elements/kiosk/setup-note.ts";
import type { SongTaste } from "./elements/song-taste.ts";
import "./elements/song-taste.ts";
import "./elements/kiosk/wall-clock.ts";
import { CameraNews } from "./facts/camera-news.ts";
import { cameraStatus } from "./facts/camera-status.ts";
import { cameraForbidden, cameraView, photographsStandIn } from "./facts/camera-view.ts";
import { followsText } from "./facts/follows-text.ts";
import { idleText } from "./facts/idle-text.ts";
import { keySetting } from "./facts/key-setting.ts";
import { looksText } from "./facts/looks.ts";
import { nobodyIsThere } from "./facts/nobody-there.ts";
import { demoNotes, forGuests, healthNotes, notesText } from "./facts/notes.ts";
import { currentPick, songView } from "./facts/song-view.ts";
import { whyBrief, whyText } from "./facts/why.ts";
import { FieldKeyboard } from "./keyboard/field-keyboard.ts";
import { KioskKeys } from "./kiosk-keys.ts";
import { offeredBy, typedIn } from "./languages/at-rest.ts";
import { PageLanguage } from "./languages/page-language.ts";
import { ApplianceLink } from "./link/appliance-link.ts";
import { BackCloses } from "./link/back-closes.ts";
import type { Picture } from "./link/link-state.ts";
import { NewerPage } from "./link/newer-page.ts";
import { SignedIn } from "./link/signed-in.ts";
import { socketAt, tapsSocket } from "./link/socket-at.ts";
import { Taps } from "./link/taps.ts";
import { untilHad } from "./link/until-had.ts";
import { onceShown } from "./once-shown.ts";
import { ScreenCare } from "./screen-care.ts";
import { stageStyles } from "./styles/stage-styles.ts";
import { Touched } from "./touched.ts";
import { peopleWords } from "./words/people-words.ts";
import { words } from "./words/words.ts";

/** So long somebody waits for what they have asked for; after that it would open before nobody. */
const STILL_THERE_MS = 20_000;

/** The kiosk. The only element that knows the socket; the others get plain values and say what a person asked for. */
@customElement("mien-app")
export class MienApp extends LitElement {
  @query("touch-sheet") private sheet!: TouchSheet | null;
  @query("room-facts") private facts!: RoomFactsSheet | null;
  @query("song-taste") private taste!: SongTaste | null;
  @query(".hint") private hint!: HTMLButtonElement | null;
  readonly #link = new ApplianceLink({ host: this, connect: () => socketAt("kiosk") });
  readonly #touched = new Touched(this);
  readonly #screen = new ScreenCare(this);
  readonly #ready = new ReadySheet(this, () => this.sheet);
  readonly #signedIn = new SignedIn({
    host: this,
    changed: () => this.#link.reopen(),
    codeRefused: () => this.#say(words.watch.usedLink, "refused"),
  });
  readonly #door = new PeopleDoor(this);
  readonly #newer = new NewerPage();
  readonly #cameraNews = new CameraNews();
  readonly #language = new PageLanguage(this);
  readonly #keyboard = new FieldKeyboard(this);
  readonly #taps = new Taps({ connect: tapsSocket, heard: (message) => void this.#tapped(message) });
  /** On a phone Back is how a sheet is closed; the appliance's own screen has no Back. */
  readonly #back = new BackCloses({
    name: "controls",
    isOpen: () => this.#touched.now,
    open: () => this.#touched.wake(),
    close: () => this.#touched.rest(),
  });
  @state() private said: Said | null = null;
  #wasTouched = false;
  /** Once this was seen to be Mien's own screen. */
  #tells: Promise<void> | null = null;

  static override styles = [baseStyles, stageStyles];

  constructor() {
    super();
    new KioskKeys(this, {
      picture: () => (this.#signedIn.maySteer ? this.#link.picture : null),
      touched: this.#touched,
      speaksAsOwner: () => this.#signedIn.speaksAsOwner,
      mayOpenCamera: () => this.#mayOpenCamera,
      command: (command) => this.#link.command(command),
      sheet: () => this.sheet,
      taste: () => this.taste,
      hint: () => this.hint,
    });
    this.addEventListener(CommandEvent.type, (event) => this.#link.command((event as CommandEvent).command));
    this.addEventListener(FactsEvent.type, () => void this.#tellFacts());
    this.addEventListener(LanguageEvent.type, (event) => {
      this.#language.choose((event as LanguageEvent).language);
      // Whoever reads another language now wants to do something, and it holds for as long as they are here.
      this.#touched.wake();
    });
    this.addEventListener(SaidEvent.type, (event) => {
      const { text, kind, undo } = event as SaidEvent;
      this.said = { text, kind, undo: undo && (() => this.#takeBack(undo)) };
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#back.start();
    // After the first paint: what only a touch shows. It is here before a finger is.
    void import("./elements/kiosk/touch-sheet.ts");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#back.stop();
    this.#taps.stop();
  }

  protected override willUpdate(): void {
    this.#signedIn.follow(this.#link.opened);
    if (this.#wasTouched && !this.#touched.now) {
      this.#ready.remember();
      this.#door.close();
      this.#language.rest();
      keySetting.rest();
      this.#back.closed();
    }
    // A browser takes longer for an entry in its history than a finger waits.
    if (!this.#wasTouched && this.#touched.now && !this.#signedIn.atKiosk)
      onceShown(() => this.#touched.now && this.#back.opened());
    this.#wasTouched = this.#touched.now;
    const inUse = this.#inUse;
    this.#newer.follow({ opened: this.#link.opened, inUse });
    const { picture } = this.#link;
    if (picture !== null) {
      this.#language.follow(picture.state.screenLanguages, this.#signedIn.atKiosk);
      this.#keyboard.offered = typedIn(picture.state.screenLanguages);
    }
    const { atKiosk } = this.#signedIn;
    this.#keyboard.isWanted = atKiosk;
    if (!this.#signedIn.maySteer) {
      if (this.#touched.now) this.#touched.rest();
      void import("./elements/kiosk/watch-only.ts");
    }
    if (picture?.state.guests.address != null) void import("./elements/kiosk/phone-code.ts");
    this.#ready.follow(picture, this.#touched.now);
    if (this.#touched.now) this.#door.makeReady();
    const empty = atKiosk && picture !== null && nobodyIsThere(picture.state);
    this.#screen.follow({ empty, touched: inUse });
    // Only the appliance's own screen is told of cards.
    if (atKiosk) this.#taps.start();
    else this.#taps.stop();
    if (atKiosk) this.#tells ??= this.#tellTouches();
  }

  protected override render() {
    const { phase, picture, rejection } = this.#link;
    return html`
      <mood-weather moving .affect=${picture?.state.mood.affect ?? null}></mood-weather>
      ${
        picture === null
          ? html`<main><h1 class="visually-hidden">Mien</h1></main>`
          : this.#stage(picture, phase === "open")
      }
      <connection-line .phase=${phase}></connection-line>
      <rejection-toast .reason=${rejection}></rejection-toast>
      ${picture === null ? nothing : this.#facts(picture, phase === "open")}
      <people-dialog
        touch
        .signedIn=${this.#signedIn}
        .session=${this.#signedIn.session}
        .cards=${picture?.state.cards ?? null}
        .home=${picture?.state.stands === "home"}
        .https=${picture?.state.https ?? null}
        .picture=${this.#signedIn.atKiosk ? picture : null}
        .connected=${phase === "open"}
      >
        <said-toast slot="said" .said=${this.said} @mien-forgotten=${this.#forget}></said-toast>
      </people-dialog>
    `;
  }

  protected override updated(): void {
    const pick = this.#link.picture && currentPick(this.#link.picture.state.player);
    document.title = pick ? `${songView(pick).title} · Mien` : "Mien";
  }

  #stage(picture: Picture, connected: boolean) {
    const { state, clock, position } = picture;
    const { player, mood, room, camera } = state;
    const touched = this.#touched.now;
    const saying = this.said !== null || this.#link.rejection !== null;
    const view = cameraView(camera, state.health, connected, state.stands);
    const pick = currentPick(player);
    const song = pick ? songView(pick) : null;
    const next = state.queue[0];
    const { isAdmin, maySteer } = this.#signedIn;
    const all = healthNotes(state.health, camera);
    const notes = isAdmin ? all : forGuests(all);
    return html`
      <main class="stage ${touched ? "touched" : ""} ${saying ? "saying" : ""} ${connected ? "" : "stale"}" @click=${this.#tap}>
        <said-once
          data-testid="song-said"
          .text=${song && player.actual.state === "playing" ? words.now.announced(song.title, song.artists) : ""}
        ></said-once>
        <said-once data-testid="camera-said" .text=${this.#cameraNews.in(camera, view)}></said-once>
        <said-once data-testid="trouble-said" .text=${notesText(notes)}></said-once>
        <header>
          <setup-note></setup-note>
          <demo-notes .labels=${demoNotes(state)}></demo-notes>
          <people-here .people=${state.people}></people-here>
          ${touched ? nothing : this.#phoneCode(state.guests, false)}
          <wall-clock .clock=${clock}></wall-clock>
        </header>
        <now-playing
          .song=${song}
          .idle=${idleText(state)}
          .status=${player.actual.state === "idle" ? "" : words.now[player.actual.state]}
          .follows=${followsText(state)}
          .moodLabel=${mood.label}
          .moodBasis=${mood.basis}
          .why=${pick ? whyText(pick, state.people.named) : ""}
          .whyBrief=${pick ? whyBrief(pick, state.people.named) : ""}
          .compact=${touched}
        >
          ${
            touched
              ? html`<song-taste
                  slot="taste"
                  keyed
                  .track=${song?.track ?? ""}
                  .name=${song?.title ?? ""}
                  .disabled=${!connected}
                ></song-taste>`
              : nothing
          }
          <progress-bar
            data-testid="progress"
            .song=${pick?.id ?? ""}
            .mark=${position}
            .running=${player.actual.state === "playing" && connected}
            .durationMs=${song?.durationMs ?? 0}
            .seekable=${touched && connected}
          >
            ${touched && next ? html`<next-song .name=${songView(next).title}></next-song>` : nothing}
          </progress-bar>
        </now-playing>
        ${touched ? nothing : html`<health-notes ?hidden=${notes.length === 0} .notes=${notes}></health-notes>`}
        ${
          maySteer
            ? this.#controls(touched ? picture : this.#ready.picture, touched, connected)
            : html`<watch-only .address=${state.guests.address}></watch-only>`
        }
        <footer>
          <room-words
            .text=${looksText(room.looks, room.faces, view)}
            .camera=${view}
            .compact=${touched}
            .status=${cameraStatus(view, camera)}
            .watched=${camera.watched}
          ></room-words>
          ${touched ? this.#phoneCode(state.guests, true) : nothing}
          ${maySteer ? this.#hint(touched) : nothing} ${touched || !maySteer ? this.#who() : nothing}
          <language-choice .offered=${offeredBy(state.screenLanguages)}></language-choice>
          ${
            photographsStandIn(camera)
              ? nothing
              : html`<camera-switch
                  .wanted=${camera.wanted === "on"}
                  .closesOnly=${!this.#mayOpenCamera}
                  .disabled=${!connected}
                ></camera-switch>`
          }
        </footer>
      </main>
    `;
  }

  /** Somebody is at the controls, or reads what lies over the page, which may be there without them. */
  get #inUse(): boolean {
    return (
      this.#touched.now || this.renderRoot.querySelector("room-facts[open], people-dialog[open]") !== null
    );
  }

  get #mayOpenCamera(): boolean {
    const { picture } = this.#link;
    if (!this.#signedIn.mayOpenCamera || picture === null) return false;
    return !cameraForbidden(picture.state.stands) && !picture.state.camera.awaitsSetup;
  }

  #facts(picture: Picture, connected: boolean) {
    const { camera, health, stands } = picture.state;
    const view = cameraView(camera, health, connected, stands);
    return html`<room-facts
      .picture=${picture}
      .camera=${view}
      .status=${cameraStatus(view, camera)}
      .closesOnly=${!this.#mayOpenCamera}
      .atKiosk=${this.#signedIn.atKiosk}
    ></room-facts>`;
  }

  /**
   * For as long as this is Mien's own screen, and again once it is again. What closes by itself once nobody touches it gives
   * the focus back, and that is no touch.
   */
  async #tellTouches(): Promise<void> {
    const { TellsTouches } = await untilHad(() => import("./tells-touches.ts"));
    new TellsTouches(this, {
      reads: false,
      counts: ({ type }) => this.#signedIn.atKiosk && (type !== "focusin" || this.#touched.now),
      refused: () => void this.#signedIn.refresh(),
    });
  }

  async #tellFacts(): Promise<void> {
    const asked = performance.now();
    await untilHad(() => import("./elements/kiosk/room-facts.ts"));
    // Whoever asked while Mien was away has gone.
    if (performance.now() - asked > STILL_THERE_MS) return;
    this.facts?.open();
    await this.facts?.updateComplete;
    this.requestUpdate();
  }

  #hint(touched: boolean) {
    return html`<button
      class="hint"
      data-testid="touch"
      aria-expanded=${String(touched)}
      @click=${this.#toggleTouched}
    >
      ${touched ? words.controls.close : words.controls.open}
    </button>`;
  }

  #controls(picture: Picture | null, touched: boolean, connected: boolean) {
    if (picture === null) return nothing;
    return html`<touch-sheet
      ?waiting=${!touched}
      style=${styleMap(touched ? {} : this.#ready.place)}
      .picture=${picture}
      .connected=${connected}
      .rejection=${this.#link.rejection}
      .owner=${this.#signedIn.speaksAsOwner}
      .admin=${this.#signedIn.isAdmin}
    ></touch-sheet>`;
  }

  #phoneCode(guests: GuestsState, touched: boolean) {
    if (guests.address === null) return nothing;
    return html`<phone-code .guests=${guests} .touched=${touched}></phone-code>`;
  }

  #who() {
    const { person } = this.#signedIn.session;
    return html`<button class="who" data-testid="who" @click=${this.#door.open}>
      <span dir="auto">${person?.name ?? peopleWords.signIn.open}</span>
    </button>`;
  }

  /** A card at the reader: its ticket signs in here, and a second tap signs out. */
  async #tapped(message: TapMessage): Promise<void> {
    const { hello, goodbye, unknownCard } = peopleWords.signIn;
    if (message.type === "unknown") return this.#say(unknownCard);
    if (message.type === "out") return this.#say(goodbye(message.name));
    const answer = await this.#signedIn.redeem(message.ticket);
    if (answer.ok) this.#door.cameByCard();
    this.#say(answer.ok ? hello(message.name) : answer.reason);
  }

  #say(text: string, kind: Said["kind"] = "done"): void {
    this.said = { text, kind, undo: null };
  }

  #takeBack(undo: () => void): void {
    this.said = null;
    undo();
  }

  readonly #forget = (): void => {
    this.said = null;
  };

  readonly #tap = (event: Event): void => {
    // Switching the camera is a whole wish by itself: nothing should move under the finger.
    const own = event.composedPath().some((at) => at instanceof HTMLButtonElement);
    if (!own && !this.#touched.now && this.#signedIn.maySteer) this.#touched.wake();
  };

  readonly #toggleTouched = (): void => {
    if (this.#touched.now) this.#touched.rest();
    else this.#touched.wake();
  };
}
