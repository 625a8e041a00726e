import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { GuestsState } from "../protocol/guests.ts";
import type { Command } from "../protocol/messages.ts";
import type { TapMessage } from "../protocol/people.ts";
import { CommandEvent } from "./elements/command-event.ts";
import type { TouchSheet } from "./elements/kiosk/touch-sheet.ts";
import { PeopleDoor } from "./elements/people/people-door.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/kiosk/camera-switch.ts";
import "./elements/kiosk/connection-line.ts";
import "./elements/kiosk/demo-notes.ts";
import "./elements/health-notes.ts";
import { LanguageEvent } from "./elements/language-choice.ts";
import "./elements/language-choice.ts";
import "./elements/mood/mood-weather.ts";
import "./elements/kiosk/now-playing.ts";
import "./elements/kiosk/people-here.ts";
import "./elements/kiosk/progress-bar.ts";
import "./elements/kiosk/rejection-toast.ts";
import "./elements/kiosk/room-words.ts";
import { SaidEvent } from "./elements/said-event.ts";
import type { Said } from "./elements/said-toast.ts";
import "./elements/said-toast.ts";
import "./elements/kiosk/setup-note.ts";
import type { SongTaste } from "./elements/song-taste.ts";
import "./elements/song-taste.ts";
import "./elements/kiosk/wall-clock.ts";
import { cameraView } from "./facts/camera-view.ts";
import { idleText } from "./facts/idle-text.ts";
import { keyCommand } from "./facts/key-command.ts";
import { keySetting } from "./facts/key-setting.ts";
import { type KeyPlace, keyAction } from "./facts/keys.ts";
import { looksText } from "./facts/looks.ts";
import { nobodyIsThere } from "./facts/nobody-there.ts";
import { demoNotes, healthNotes } from "./facts/notes.ts";
import { positionMs } from "./facts/position.ts";
import { currentPick, currentTrack, songView } from "./facts/song-view.ts";
import { undoable } from "./facts/undoable.ts";
import { whyText } from "./facts/why.ts";
import { FieldKeyboard } from "./keyboard/field-keyboard.ts";
import { offeredBy, typedIn } from "./languages/at-rest.ts";
import { PageLanguage } from "./languages/page-language.ts";
import { ApplianceLink } from "./link/appliance-link.ts";
import { daemonTime, type Picture } from "./link/link-state.ts";
import { SignedIn } from "./link/signed-in.ts";
import { socketAt, tapsSocket } from "./link/socket-at.ts";
import { Taps } from "./link/taps.ts";
import { ScreenCare } from "./screen-care.ts";
import { stageStyles } from "./styles/stage-styles.ts";
import { Touched } from "./touched.ts";
import { peopleWords } from "./words/people-words.ts";
import { words } from "./words/words.ts";

/** The kiosk. The only element that knows the socket; the others get plain values and say what a person asked for. */
@customElement("mien-app")
export class MienApp extends LitElement {
  @query("touch-sheet") private sheet!: TouchSheet | null;
  @query("song-taste") private taste!: SongTaste | null;
  @query(".hint") private hint!: HTMLButtonElement | null;
  readonly #link = new ApplianceLink({ host: this, connect: () => socketAt("kiosk") });
  readonly #touched = new Touched(this);
  readonly #screen = new ScreenCare(this);
  readonly #signedIn = new SignedIn({ host: this, changed: () => this.#link.reopen() });
  readonly #door = new PeopleDoor(this);
  readonly #language = new PageLanguage(this);
  readonly #keyboard = new FieldKeyboard(this);
  readonly #taps = new Taps({ connect: tapsSocket, heard: (message) => void this.#tapped(message) });
  @state() private said: Said | null = null;
  /** The volume before it was muted by key. */
  #before = 0.5;
  #wasTouched = false;

  static override styles = [baseStyles, stageStyles];

  constructor() {
    super();
    this.addEventListener(CommandEvent.type, (event) => this.#link.command((event as CommandEvent).command));
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
    // After the first paint: what only a touch shows. It is here before a finger is.
    void import("./elements/kiosk/touch-sheet.ts");
    window.addEventListener("keydown", this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.#key);
    this.#taps.stop();
  }

  protected override willUpdate(): void {
    this.#signedIn.follow(this.#link.opened);
    if (this.#wasTouched && !this.#touched.now) {
      this.#door.close();
      this.#language.rest();
    }
    this.#wasTouched = this.#touched.now;
    const { picture } = this.#link;
    if (picture !== null) {
      this.#language.follow(picture.state.screenLanguages, this.#signedIn.atKiosk);
      this.#keyboard.offered = typedIn(picture.state.screenLanguages);
    }
    const { atKiosk } = this.#signedIn;
    this.#keyboard.isWanted = atKiosk;
    if (picture?.state.guests.address != null) void import("./elements/kiosk/phone-code.ts");
    const empty = atKiosk && picture !== null && nobodyIsThere(picture.state);
    this.#screen.follow({ empty, touched: this.#touched.now });
    // Only the appliance's own screen is told of cards.
    if (atKiosk) this.#taps.start();
    else this.#taps.stop();
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
      <people-dialog
        touch
        .signedIn=${this.#signedIn}
        .session=${this.#signedIn.session}
        .cards=${picture?.state.cards ?? null}
        .https=${picture?.state.https ?? null}
      ></people-dialog>
      <said-toast .said=${this.said} @mien-forgotten=${this.#forget}></said-toast>
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
    const view = cameraView(camera, state.health, connected);
    const pick = currentPick(player);
    const song = pick ? songView(pick) : null;
    const next = state.queue[0];
    // What breaks off or is closed follows nothing.
    const follows = player.actual.state !== "recovering" && player.intended !== "closed";
    const notes = healthNotes(state.health, camera);
    return html`
      <main class="stage ${touched ? "touched" : ""} ${connected ? "" : "stale"}" @click=${this.#tap}>
        <p class="visually-hidden" aria-live="polite">
          ${song && player.actual.state === "playing" ? words.now.announced(song.title, song.artists) : nothing}
        </p>
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
          .follows=${follows ? words.follows[mood.basis] : ""}
          .moodLabel=${mood.label}
          .moodBasis=${mood.basis}
          .why=${pick ? whyText(pick, state.people.named) : ""}
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
            ${touched && next ? html`<span dir="auto">${words.now.next(songView(next).title)}</span>` : nothing}
          </progress-bar>
        </now-playing>
        ${
          touched
            ? html`<touch-sheet
                .picture=${picture}
                .connected=${connected}
                .owner=${this.#signedIn.speaksAsOwner}
              ></touch-sheet>`
            : html`<health-notes ?hidden=${notes.length === 0} .notes=${notes}></health-notes>`
        }
        <footer>
          <room-words
            .text=${looksText(room.looks, room.faces, view)}
            .camera=${view}
            .compact=${touched}
            .smilesOnly=${camera.sensing === "smile"}
            .watched=${camera.watched}
          ></room-words>
          ${touched ? this.#phoneCode(state.guests, true) : nothing}
          <button class="hint" data-testid="touch" aria-expanded=${String(touched)} @click=${this.#toggleTouched}>
            ${touched ? words.controls.close : words.controls.open}
          </button>
          ${touched ? this.#who() : nothing}
          <language-choice .offered=${offeredBy(state.screenLanguages)}></language-choice>
          <camera-switch .wanted=${camera.wanted === "on"} .disabled=${!connected}></camera-switch>
        </footer>
      </main>
    `;
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
    this.#say(answer.ok ? hello(message.name) : answer.reason);
  }

  #say(text: string): void {
    this.said = { text, kind: "done", undo: null };
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
    if (!own && !this.#touched.now) this.#touched.wake();
  };

  readonly #toggleTouched = (): void => {
    if (this.#touched.now) this.#touched.rest();
    else this.#touched.wake();
  };

  readonly #key = (event: KeyboardEvent): void => {
    const picture = this.#link.picture;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || picture === null) return;
    const action = keyAction(event.key, keyPlace(event), keySetting.on);
    if (action === null || (event.repeat && action.do !== "seek" && action.do !== "volume")) return;
    event.preventDefault();
    if (action.do === "rest") {
      if (!this.#touched.now) return;
      this.#touched.rest();
      // What had the focus is gone.
      void this.updateComplete.then(() => this.hint?.focus());
      return;
    }
    this.#touched.wake();
    if (action.do === "dial" || action.do === "pick") {
      void this.#atTheSheet((sheet) =>
        action.do === "pick" ? sheet.askAbout(action.index) : sheet.focusDial(),
      );
      return;
    }
    if (action.do === "favourite") {
      void this.#like();
      return;
    }
    const { player, camera, volumeRange } = picture.state;
    if (action.do === "mute" && player.volume > volumeRange.floor) this.#before = player.volume;
    const pick = currentPick(player);
    const durationMs = pick ? songView(pick).durationMs : 0;
    const running = player.actual.state === "playing";
    const command: Command | null = keyCommand(action, {
      playing: player.intended === "playing",
      volume: player.volume,
      floor: volumeRange.floor,
      volumeBefore: this.#before,
      cameraWanted: camera.wanted === "on",
      durationMs,
      positionMs: positionMs(picture.position, running, durationMs, performance.now()),
      track: currentTrack(player)?.id ?? null,
      corrected:
        undoable(picture.state, this.#signedIn.speaksAsOwner, daemonTime(picture.clock, performance.now()))
          ?.id ?? null,
    });
    if (command?.do === "setVolume") void this.#atTheSheet((sheet) => sheet.moveVolumeTo(command.volume));
    else if (command) this.#link.command(command);
  };

  async #like(): Promise<void> {
    await this.updateComplete;
    await this.taste?.toggle("favourite");
  }

  /** The sheet may only just have been asked for. Where it is there it acts at once: the next key may be an answer. */
  async #atTheSheet(act: (sheet: TouchSheet) => void): Promise<void> {
    if (!this.sheet?.hasUpdated) {
      await import("./elements/kiosk/touch-sheet.ts");
      await this.updateComplete;
      await this.sheet?.updateComplete;
    }
    if (this.sheet) act(this.sheet);
  }
}

function keyPlace(event: Event): KeyPlace {
  const at = event.composedPath()[0];
  if (!(at instanceof HTMLElement)) return "page";
  if (at instanceof HTMLButtonElement) return "button";
  if (at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement || at.isContentEditable)
    return "text";
  if (at instanceof HTMLInputElement && at.type !== "range") return "text";
  return at instanceof HTMLInputElement || at.getAttribute("role") === "slider" ? "slider" : "page";
}
