import { join } from "node:path";
import { SoundListener } from "../library/sound/sound-listener.ts";
import type { StickCopy } from "../library/upload/stick-copy.ts";
import type { Output } from "../player/output.ts";
import { Player } from "../player/player.ts";
import type { Health } from "../protocol/health.ts";
import type { Actor } from "../protocol/people.ts";
import type { Settings } from "../protocol/settings.ts";
import type { AppState, Place } from "../protocol/state.ts";
import type { VisionConfig } from "../protocol/vision.ts";
import type { Store } from "../store/store.ts";
import { CameraChoice } from "./camera-choice.ts";
import type { Clock } from "./clock.ts";
import { CoverKeeper } from "./cover-keeper.ts";
import { Forgetting } from "./forgetting.ts";
import { LibraryKeeper } from "./library-keeper.ts";
import type { Log } from "./log.ts";
import { makeMusicIn } from "./music-in.ts";
import { Programme } from "./programme.ts";
import { Publisher } from "./publisher.ts";
import { RoomKeeper } from "./room-keeper.ts";
import type { SettingsKeeper } from "./settings-keeper.ts";
import { SoundKeeper } from "./sound-keeper.ts";
import type { UploadKeeper } from "./upload-keeper.ts";
import { VisionSupervisor, type VisionSupervisorOptions } from "./vision-supervisor.ts";

export interface ApplianceOptions {
  store: Store;
  place: Place;
  settings: SettingsKeeper;
  /** Where thumbnails, and uploads unless the settings name another folder, are kept. */
  dataFolder: string;
  outputs: readonly { name: string; output: Output }[];
  vision: Pick<VisionSupervisorOptions, "entry" | "modelsFolder" | "modelChoice">;
  /** What stands in for a camera and for music where there is none. */
  demo: { reel: string; musicFolder: string };
  random: () => number;
  clock: Clock;
  log: Log;
}

/**
 * The appliance without its doors: camera, mood, picks, music and the state that pages are shown. Each part has
 * a start and a stop; what one part says is handed to the next one here and nowhere else.
 */
export class Appliance {
  readonly settings: SettingsKeeper;
  readonly store: Store;
  readonly publisher: Publisher;
  readonly vision: VisionSupervisor;
  readonly library: LibraryKeeper;
  readonly covers: CoverKeeper;
  readonly sound: SoundKeeper;
  readonly uploads: UploadKeeper;
  readonly copies: StickCopy;
  readonly player: Player;
  readonly room: RoomKeeper;
  readonly programme: Programme;
  readonly #camera: CameraChoice;
  readonly #forgetting: Forgetting;
  readonly #options: ApplianceOptions;
  readonly #undo: (() => void)[] = [];
  #storeHealth: Health = { state: "ok" };
  #hasMusic = false;
  #scanning = false;

  constructor(options: ApplianceOptions) {
    const { store, settings, clock, log } = options;
    this.#options = options;
    this.settings = settings;
    this.store = store;

    this.room = new RoomKeeper({
      clock,
      settings: () => settings.current,
      onChange: (now, before) => {
        // Not which one: a log is kept for longer than moods are.
        if (now.mood.basis !== before.mood.basis)
          log.info({ basis: now.mood.basis }, "mood changed its basis");
        void this.programme.roomChanged(now.mood, before.mood);
        this.publisher.update({ ...this.#roomSections(), direction: this.programme.direction });
      },
    });
    this.#camera = new CameraChoice({
      wanted: settings.current.cameraSource,
      demoReel: options.demo.reel,
      onChange: () => this.vision.configure(this.#visionConfig(settings.current)),
    });
    this.vision = new VisionSupervisor({
      ...options.vision,
      config: this.#visionConfig(settings.current),
      clock,
      log,
      onObservation: (observation) => this.room.see(observation),
      onCamera: (status) => void this.#camera.hear(status),
      onChange: () => this.publisher.update(this.#cameraSections()),
    });
    this.library = new LibraryKeeper({
      store,
      folders: () => this.uploads.foldersWith(settings.current.musicFolders),
      rescanMinutes: () => settings.current.rescanMinutes,
      demoFolder: options.demo.musicFolder,
      clock,
      log,
      onChange: () => {
        const hadMusic = this.#hasMusic;
        this.#hasMusic = this.library.hasMusic;
        // Only then: a folder of broken songs must not hurry the player with each file that is read.
        if (this.#hasMusic && !hadMusic && this.player.state.intended === "playing")
          void this.player.play({ kind: "system" });
        this.covers.follow(this.library.state);
        this.sound.look();
        // With a scan there are other songs to choose from; while the same one plays, nothing else would tell.
        const scanned = this.#scanning && this.library.state.scan === null;
        this.#scanning = this.library.state.scan !== null;
        if (scanned) void this.programme.sixPicks.refresh();
        this.publisher.update(this.#librarySections());
      },
    });
    this.covers = new CoverKeeper({
      library: store.library,
      folder: join(options.dataFolder, "covers"),
      clock,
      log,
      onChange: () => this.publisher.update(this.#librarySections()),
    });
    this.sound = new SoundKeeper({
      library: store.library,
      listener: new SoundListener(),
      mayWork: () => settings.current.analyseSound && this.library.state.scan === null,
      clock,
      log,
      onChange: () => this.publisher.update(this.#librarySections()),
      // The demo pieces stand in for music that said nothing of its mood until now.
      onEstimates: () => {
        if (this.library.state.demo && this.library.health.state !== "ok") void this.library.scan();
      },
    });
    const musicIn = makeMusicIn({
      library: store.library,
      folder: () => settings.current.uploadFolder ?? join(options.dataFolder, "music"),
      clock,
      onMusic: () => void this.library.scan(),
    });
    this.uploads = musicIn.uploads;
    this.copies = musicIn.copies;
    this.#forgetting = new Forgetting({ plays: store.plays, settings: () => settings.current, clock, log });
    this.programme = new Programme({
      store,
      player: () => this.player,
      mood: () => this.room.state.mood,
      looks: () => this.room.state.looks,
      settings: () => settings.current,
      clock,
      random: options.random,
      onChange: () => this.publisher.update(this.programme.sections),
      log,
    });
    this.player = new Player({
      outputs: options.outputs,
      clock,
      log,
      volume: settings.current.volume,
      next: () => this.programme.next(),
      resolve: async (item) => {
        if (item.kind !== "track") return null;
        const path = await store.library.path(item.track.id);
        return path ? { path, gainDb: item.track.gainDb } : null;
      },
    });
    this.publisher = new Publisher({ initial: this.#wholeState(), now: clock.now });
  }

  /** Music first: the known library plays before it is looked through for changes. */
  async start(): Promise<void> {
    this.follow();
    this.#forgetting.start();
    this.room.start();
    this.vision.start();
    await this.uploads.start();
    void this.library.scan();
    await this.player.start();
  }

  /** From here on what one part says reaches the others. */
  follow(): void {
    this.#undo.push(
      this.store.onHealth((health) => {
        this.#storeHealth = health;
        this.publisher.update({ health: this.#health() });
      }),
      this.player.on((event) => {
        if (event.type === "began") void this.programme.began(event.pick);
        if (event.type === "ended") void this.programme.ended(event.pick, event.end);
        this.publisher.update(this.#playerSections());
      }),
      this.settings.onChange((settings, changed) => {
        if (changed.includes("cameraSource")) this.#camera.want(settings.cameraSource);
        else this.vision.configure(this.#visionConfig(settings));
        if (changed.includes("musicFolders")) void this.library.scan();
        if (changed.includes("uploadFolder")) void this.uploads.start().then(() => this.library.scan());
        if (changed.includes("analyseSound")) this.sound.look();
        void this.programme.settingsChanged(changed);
        if (changed.includes("moodHistoryDays")) void this.#forgetting.forget();
        this.publisher.update(this.#cameraSections());
      }),
    );
  }

  async stop(): Promise<void> {
    // First: what is on the pages stays there; they notice by themselves that the connection is gone.
    this.publisher.stop();
    this.#forgetting.stop();
    this.room.stop();
    this.#camera.stop();
    await Promise.all([
      this.vision.stop(),
      this.player.stop(),
      this.programme.stop(),
      this.library.stop(),
      this.covers.stop(),
      this.sound.stop(),
      this.uploads.stop(),
      this.copies.stop(),
    ]);
    // Last, so that the end of the song that was playing is written down.
    for (const undo of this.#undo.splice(0)) undo();
  }

  switchCamera(on: boolean, by: Actor): void {
    this.vision.switchCamera(on, by);
  }

  #visionConfig(settings: Settings): VisionConfig {
    return {
      source: this.#camera.source,
      cascade: settings.cascade,
      minFaceShare: settings.minFaceShare,
      sensing: settings.sensing,
      minConfidence: settings.minConfidence,
      observationsPerSecond: { withFaces: settings.observationsPerSecond, withoutFaces: 1 },
    };
  }

  #wholeState(): AppState {
    return {
      now: this.#options.clock.now(),
      place: this.#options.place,
      ...this.#roomSections(),
      ...this.#playerSections(),
      ...this.#cameraSections(),
      ...this.#librarySections(),
      ...this.programme.sections,
      health: this.#health(),
    };
  }

  #roomSections(): Pick<AppState, "room" | "mood"> {
    const { faces, looks, mood } = this.room.state;
    return { room: { faces, looks }, mood };
  }

  #playerSections(): Pick<AppState, "player" | "queue" | "direction" | "health"> {
    const { state: player, queue } = this.player;
    return { player, queue, direction: this.programme.direction, health: this.#health() };
  }

  #librarySections(): Pick<AppState, "library" | "health"> {
    const background = { covers: this.covers.progress, analysis: this.sound.progress };
    return { library: { ...this.library.state, ...background }, health: this.#health() };
  }

  #cameraSections(): Pick<AppState, "camera" | "health"> {
    const { status } = this.vision;
    const off = this.vision.cameraHealth.state === "off";
    return {
      camera: {
        wanted: off ? "off" : "on",
        looking: !off && status?.state === "looking",
        kind: status && "kind" in status ? status.kind : null,
        demo: this.#camera.demo,
        sensing: this.settings.current.sensing,
      },
      health: this.#health(),
    };
  }

  #health(): AppState["health"] {
    return {
      camera: this.vision.cameraHealth,
      vision: this.vision.visionHealth,
      player: this.player.health,
      library: this.library.health,
      store: this.#storeHealth,
    };
  }
}
