import type { StickCopy } from "../library/upload/stick-copy.ts";
import type { Player } from "../player/player.ts";
import { within } from "../player/within.ts";
import type { Health } from "../protocol/health.ts";
import type { Actor } from "../protocol/people.ts";
import type { AppState, Place, SecureAddress } from "../protocol/state.ts";
import type { PlaceId } from "../store/place-table.ts";
import type { Store } from "../store/store.ts";
import { Cards, type CardsOptions } from "./cards/cards.ts";
import type { Clock } from "./clock.ts";
import { Collection } from "./collection/collection.ts";
import type { CoverKeeper } from "./collection/cover-keeper.ts";
import type { LibraryKeeper } from "./collection/library-keeper.ts";
import type { News } from "./collection/library-news.ts";
import type { SoundKeeper } from "./collection/sound-keeper.ts";
import type { UploadKeeper } from "./collection/upload-keeper.ts";
import type { Uploaded } from "./collection/uploaded.ts";
import { Forgetting } from "./forgetting.ts";
import { Guests } from "./guests/guests.ts";
import type { Log } from "./log.ts";
import type { HoursKeeper } from "./music/hours-keeper.ts";
import { Music, type MusicOptions } from "./music/music.ts";
import type { Programme } from "./music/programme.ts";
import { ApplianceKey } from "./people/appliance-key.ts";
import { People, type PeopleOptions } from "./people/people.ts";
import { Setup } from "./people/setup.ts";
import type { Preview } from "./preview/preview.ts";
import { Publisher } from "./publisher.ts";
import { SaidKeeper } from "./said-keeper.ts";
import type { RoomKeeper } from "./senses/room-keeper.ts";
import { Senses, type SensesOptions } from "./senses/senses.ts";
import type { VisionSupervisor } from "./senses/vision-supervisor.ts";
import type { SettingsKeeper } from "./settings-keeper.ts";
import { timeZoneOfHere } from "./time-zone.ts";
import { Unawaited } from "./unawaited.ts";
import { Upkeep } from "./upkeep/upkeep.ts";

export interface ApplianceOptions {
  store: Store;
  place: PlaceId;
  settings: SettingsKeeper;
  /** Where thumbnails, and uploads unless the settings name another folder, are kept. */
  dataFolder: string;
  speakers: MusicOptions["speakers"];
  watchCards?: NonNullable<MusicOptions["watchCards"]>;
  /** Where card readers are plugged in; nowhere unless told. */
  readers?: Pick<CardsOptions, "hid" | "watch">;
  bookmark?: NonNullable<MusicOptions["bookmark"]>;
  /** Whether the machine knows what time it is; true unless told. */
  trusted?: () => boolean;
  /** How often the daemon was started since the machine was; nobody counts unless told. */
  daemonStarts?: number | null;
  vision: SensesOptions["vision"];
  /** What stands in for a camera and for music where there is none. */
  demo: { reel: string; musicFolder: string };
  random: () => number;
  /** What hashing PINs and passphrases costs; tests pay less. */
  costs?: NonNullable<PeopleOptions["costs"]>;
  /** Where it is noted who is in the room, for after a crash; nowhere unless told. */
  presenceFile?: NonNullable<PeopleOptions["presenceFile"]>;
  /** Where it is noted what phones wait for, for after a restart; nowhere unless told. */
  eveningFile?: string;
  /** The same of what people at the screen asked for. */
  askedFile?: NonNullable<MusicOptions["askedFile"]>;
  clock: Clock;
  log: Log;
}

/** No longer than this for a first song that does not come: there may be no speaker. */
const cameraWaitsMs = 3_000;

/**
 * The appliance without its doors: what it sees, what it has to play, what it plays, and the state that pages are
 * shown. Each part has a start and a stop; what one part says is handed to the next one here and nowhere else.
 */
export class Appliance {
  readonly settings: SettingsKeeper;
  readonly store: Store;
  readonly publisher: Publisher;
  readonly room: RoomKeeper;
  readonly vision: VisionSupervisor;
  readonly preview: Preview;
  readonly library: LibraryKeeper;
  readonly covers: CoverKeeper;
  readonly sound: SoundKeeper;
  readonly uploads: UploadKeeper;
  readonly copies: StickCopy;
  readonly uploaded: Uploaded;
  readonly programme: Programme;
  readonly player: Player;
  readonly hours: HoursKeeper;
  /** Its own start and stop are the door's: nobody is known before it opens. */
  readonly people: People;
  readonly setup: Setup;
  readonly cards: Cards;
  readonly guests: Guests;
  readonly upkeep: Upkeep;
  readonly dataFolder: string;
  readonly #placeId: PlaceId;
  readonly #senses: Senses;
  readonly #collection: Collection;
  readonly #music: Music;
  readonly #forgetting: Forgetting;
  readonly #said: SaidKeeper;
  readonly #undo: (() => void)[] = [];
  /** What parts still do about what others said. */
  readonly #doing = new Unawaited();
  #stopped = false;
  #storeHealth: Health = { state: "ok" };
  #httpsHealth: Health = { state: "ok" };

  constructor(options: ApplianceOptions) {
    const { store, settings, demo, clock, log } = options;
    this.settings = settings;
    this.store = store;
    this.dataFolder = options.dataFolder;
    this.#placeId = options.place;

    this.#senses = new Senses({
      ...options,
      demoReel: demo.reel,
      hasAdmin: () => this.people.register.hasAdmin,
      onRoom: (now, before, givenBack) => {
        // Not which one: a log is kept for longer than moods are.
        if (now.mood.basis !== before.mood.basis)
          log.info({ basis: now.mood.basis }, "mood changed its basis");
        this.#doing.add(this.programme.roomChanged({ mood: now.mood, before: before.mood, givenBack }));
        this.publisher.update({ ...this.#senses.roomSections, direction: this.programme.direction });
        this.#said.look();
      },
      onCamera: () => this.#showCamera(),
    });
    this.room = this.#senses.room;
    this.vision = this.#senses.vision;
    this.preview = this.#senses.preview;

    this.#collection = new Collection({
      ...options,
      demoFolder: demo.musicFolder,
      onNews: (news) => this.#heed(news),
      withdraw: (tracks) => this.programme.corrections.withdraw(tracks, { kind: "owner" }),
      onChange: () => this.publisher.update({ library: this.#collection.section, health: this.#health }),
    });
    this.library = this.#collection.library;
    this.covers = this.#collection.covers;
    this.sound = this.#collection.sound;
    this.uploads = this.#collection.uploads;
    this.copies = this.#collection.copies;
    this.uploaded = this.#collection.uploaded;

    this.people = new People({
      ...options,
      tables: store.people,
      key: ApplianceKey.open(options.dataFolder),
      stays: () => settings.current,
      isHome: () => this.#isHome,
      faces: () => (this.vision.rests || !this.#senses.cameraSection.looking ? null : this.room.state.faces),
    });

    this.#music = new Music({
      ...options,
      demoFolder: demo.musicFolder,
      mood: () => this.room.state.mood,
      looks: () => this.room.state.looks,
      company: () => this.people.company,
      phones: {
        wait: () => this.guests.notHanded,
        putBack: (pick) => this.guests.putBack(pick),
        askedFor: (pick) => this.guests.askedFor(pick),
      },
      mayCome: () => this.library.mayFindMusic,
      onProgramme: () => {
        this.publisher.update(this.programme.sections);
        this.#said.look();
      },
      onHours: () => {
        this.#senses.rest(!this.hours.open);
        this.publisher.update({ opensAt: this.hours.opensAt, volumeRange: this.hours.range });
      },
    });
    this.programme = this.#music.programme;
    this.player = this.#music.player;
    this.hours = this.#music.hours;

    this.#said = new SaidKeeper({
      ...options,
      mood: () => this.room.state.mood,
      preferences: () => this.programme.sections.preferences,
      overrule: (affect, forMs) => this.room.overrule(affect, forMs),
      wish: (wish, forMs) => this.programme.wishAgain(wish, forMs),
    });
    this.upkeep = new Upkeep({
      ...options,
      isHeldLow: () => this.hours.isHeldLow,
      onChange: () => this.publisher.update({ health: this.#health }),
    });
    this.setup = new Setup({
      ...options,
      people: this.people,
      onFinished: () => {
        this.#senses.heedLaw();
        this.#showCamera();
      },
    });
    this.cards = new Cards({
      ...options,
      ...(options.readers ?? noReaders),
      people: this.people,
      onChange: () => this.publisher.update({ cards: this.cards.section }),
    });
    this.guests = new Guests({
      ...{ store, clock, log },
      ...(options.eveningFile && { eveningFile: options.eveningFile }),
      settings: () => settings.current,
      state: () => this.publisher.state,
      follow: (changed) => this.publisher.subscribe({ send: changed, bufferedBytes: () => 0 }),
      request: () => this.programme.request,
      toAskFor: (seen, asked) => this.programme.sixPicks.toAskFor(seen, asked),
      player: () => this.player,
      turnWaits: () => this.people.company.turnAfter([]) !== null,
      asking: this.programme.asking,
      skipSong: (pick, by) => this.programme.skips.skipSong(pick, by),
      onChange: () => {
        this.publisher.update({ guests: this.guests.section });
        this.#music.asked?.look();
      },
    });
    this.#forgetting = new Forgetting({
      ...{ plays: store.plays, settings: () => settings.current, clock, log },
      ...(options.trusted && { trusted: options.trusted }),
    });
    this.publisher = new Publisher({
      initial: this.#initialState(options),
      tellsNames: () => this.#isHome,
      now: clock.now,
    });
  }

  /** Music first: the known library plays before it is looked through for changes, and before anybody is looked at. */
  async start(): Promise<void> {
    this.follow();
    this.#forgetting.start();
    this.upkeep.start();
    this.programme.start();
    this.guests.start();
    await this.#said.start();
    this.#senses.heedLaw();
    // Whether Mien is set up is known only now that its people are.
    this.#showCamera();
    await this.#collection.start();
    const music = this.#music.start();
    // The camera's process and its model take a core for a second or more, which the first song needs.
    await within(this.#firstSong(music), cameraWaitsMs, undefined);
    if (this.#stopped) return;
    this.#senses.rest(!this.hours.open);
    this.#senses.start();
    await music;
    if (!this.#stopped) await this.cards.start();
  }

  /** Resolves when a song sounds, or when none is to be expected; at the very first start one is yet to be found. */
  async #firstSong(started: Promise<void>): Promise<void> {
    await started;
    if (!this.library.mayFindMusic) return;
    await new Promise<void>((resolve) => {
      this.#undo.push(this.player.on(({ type }) => type === "began" && resolve()));
    });
  }

  /** From here on what one part says reaches the others. */
  follow(): void {
    // Those whom the screen knew before the restart are there since the door was opened.
    this.publisher.update({ people: this.people.company.told });
    this.#undo.push(
      this.store.onHealth((health) => {
        this.#storeHealth = health;
        this.publisher.update({ health: this.#health });
      }),
      this.store.care.onReplaced(() => {
        // What is in memory is newer than what a backup has.
        this.#doing.add(this.settings.storeAgain());
        this.#doing.add(this.people.storeAgain());
        void this.library.scan();
      }),
      this.player.on((event) => {
        this.upkeep.hear(event, this.player.state);
        if (event.type === "began") this.#doing.add(this.programme.began(event));
        if (event.type === "ended") this.#doing.add(this.programme.ended(event));
        this.guests.heed(event);
        if (event.type === "began") this.#doing.add(this.people.heard(event.pick.id));
        const { state: player, queue } = this.player;
        this.publisher.update({
          player,
          opensAt: this.hours.opensAt,
          queue,
          direction: this.programme.direction,
          health: this.#health,
        });
      }),
      this.people.company.onChange(() => {
        this.publisher.update({ people: this.people.company.told, direction: this.programme.direction });
        this.#doing.add(this.programme.companyChanged());
      }),
      this.settings.onChange((_, changed) => {
        if (changed.includes("stands") || changed.includes("cameraSource")) this.#senses.heedLaw();
        else this.#senses.configure();
        if (changed.includes("timeZone")) this.publisher.update({ timeZone: timeZoneOfHere() });
        if (changed.includes("placeName")) this.publisher.update({ place: this.#place });
        if (changed.includes("stands")) this.#tellPlace();
        if (changed.includes("screenLanguages"))
          this.publisher.update({ screenLanguages: this.settings.current.screenLanguages });
        if (changed.includes("musicFolders")) void this.library.scan();
        if (changed.includes("uploadFolder")) void this.#collection.start();
        if (changed.includes("analyseSound")) this.sound.look();
        if (changed.includes("backupFolder")) void this.upkeep.backups.look();
        this.#doing.add(this.#music.settingsChanged(changed));
        this.guests.settingsChanged();
        if (changed.includes("moodHistoryDays")) this.#doing.add(this.#forgetting.forget());
        this.#showCamera();
      }),
    );
  }

  /** Resolves when the store is asked nothing more, so that it can be closed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    // First: what is on the pages stays there; they notice by themselves that the connection is gone.
    this.publisher.stop();
    this.#forgetting.stop();
    await Promise.all([
      this.#senses.stop(),
      this.#music.stop(),
      this.guests.stop(),
      this.#said.stop(),
      this.#collection.stop(),
      this.upkeep.stop(),
      this.cards.stop(),
    ]);
    // Last, so that the end of the song that was playing is written down.
    for (const undo of this.#undo.splice(0)) undo();
    await this.#doing.over();
  }

  /** Where admins from other machines come in; null while they can't. */
  get https(): SecureAddress | null {
    return this.publisher.state.https;
  }

  httpsOpened(address: SecureAddress): void {
    this.publisher.update({ https: address });
  }

  /** Why it stays shut, or that it does not any more. */
  httpsIs(health: Health): void {
    this.#httpsHealth = health;
    this.publisher.update({ health: this.#health });
  }

  /** What lies in these is the appliance's, and the owner's. */
  get ownFolders(): readonly string[] {
    const { backupFolder, uploadFolder, musicFolders } = this.settings.current;
    return [this.dataFolder, backupFolder, uploadFolder, ...musicFolders].filter((each) => each !== null);
  }

  /** A real camera stays closed until somebody has set Mien up. */
  get awaitsSetup(): boolean {
    return this.#senses.awaitsSetup;
  }

  /** Answers why it may not be switched on, or null. */
  switchCamera(on: boolean, by: Actor): string | null {
    return this.#senses.switchCamera(on, by);
  }

  #heed({ musicCame, songsChanged }: News): void {
    // Only then: a folder of broken songs must not hurry the player with each file that is read.
    if (musicCame && this.player.state.intended === "playing") void this.player.play({ kind: "system" });
    // While the same one plays, nothing else would tell.
    if (songsChanged) this.#doing.add(this.programme.choiceChanged());
  }

  #showCamera(): void {
    this.publisher.update({ camera: this.#senses.cameraSection, health: this.#health });
  }

  /** Until it is known where Mien stands a name that is told may be told to a café. */
  get #isHome(): boolean {
    return this.settings.current.stands === "home";
  }

  /** What plays was chosen where it stood before: why is told anew as well. */
  #tellPlace(): void {
    const { state: player, queue } = this.player;
    this.publisher.update({ stands: this.settings.current.stands, player, queue });
    this.people.company.placeChanged();
  }

  get #place(): Place {
    return { ...this.#placeId, name: this.settings.current.placeName };
  }

  #initialState({ clock }: ApplianceOptions): AppState {
    return {
      now: clock.now(),
      place: this.#place,
      timeZone: timeZoneOfHere(),
      screenLanguages: this.settings.current.screenLanguages,
      stands: this.settings.current.stands,
      ...this.#senses.roomSections,
      ...this.#music.sections,
      camera: this.#senses.cameraSection,
      library: this.#collection.section,
      cards: this.cards.section,
      guests: this.guests.section,
      people: this.people.company.told,
      https: null,
      health: this.#health,
    };
  }

  get #health(): AppState["health"] {
    return {
      camera: this.vision.cameraHealth,
      vision: this.vision.visionHealth,
      player: this.player.health,
      library: this.library.health,
      store: this.#storeHealth,
      https: this.#httpsHealth,
      ...this.upkeep.health,
    };
  }
}

const noReaders: NonNullable<ApplianceOptions["readers"]> = {
  hid: { list: async () => [], open: async () => "absent" },
  watch: () => () => undefined,
};
