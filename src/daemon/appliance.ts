import type { Output } from "../player/output.ts";
import { Player } from "../player/player.ts";
import type { Health } from "../protocol/health.ts";
import type { Actor } from "../protocol/people.ts";
import type { SettingName, Settings } from "../protocol/settings.ts";
import type { AppState, Place } from "../protocol/state.ts";
import type { VisionConfig } from "../protocol/vision.ts";
import type { Store } from "../store/store.ts";
import { CameraChoice } from "./camera-choice.ts";
import type { Clock } from "./clock.ts";
import { Director } from "./director.ts";
import { Forgetting } from "./forgetting.ts";
import { LibraryKeeper } from "./library-keeper.ts";
import type { Log } from "./log.ts";
import { Publisher } from "./publisher.ts";
import { RoomKeeper } from "./room-keeper.ts";
import type { SettingsKeeper } from "./settings-keeper.ts";
import { VisionSupervisor, type VisionSupervisorOptions } from "./vision-supervisor.ts";

/** What was queued by other rules may not be allowed by these. */
const rulesOfPicks: ReadonlySet<SettingName> = new Set(["allowExplicit", "trackRestMinutes", "adventure"]);

export interface ApplianceOptions {
  store: Store;
  place: Place;
  settings: SettingsKeeper;
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
  readonly player: Player;
  readonly room: RoomKeeper;
  readonly #camera: CameraChoice;
  readonly #forgetting: Forgetting;
  readonly #director: Director;
  readonly #options: ApplianceOptions;
  readonly #undo: (() => void)[] = [];
  #storeHealth: Health = { state: "ok" };
  #hasMusic = false;

  constructor(options: ApplianceOptions) {
    const { store, settings, clock, log } = options;
    this.#options = options;
    this.settings = settings;
    this.store = store;

    this.room = new RoomKeeper({
      clock,
      settings: () => settings.current,
      onChange: (now, before) => {
        if (now.mood.label !== before.mood.label || now.mood.basis !== before.mood.basis)
          log.info({ mood: now.mood.label, basis: now.mood.basis, affect: now.mood.affect }, "mood changed");
        void this.#director.roomChanged(now.mood, before.mood, this.player);
        this.publisher.update(this.#roomSections());
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
      folders: () => settings.current.musicFolders,
      demoFolder: options.demo.musicFolder,
      clock,
      log,
      onChange: () => {
        const hadMusic = this.#hasMusic;
        this.#hasMusic = this.library.hasMusic;
        // Only then: a folder of broken songs must not hurry the player with each file that is read.
        if (this.#hasMusic && !hadMusic && this.player.state.intended === "playing")
          void this.player.play({ kind: "system" });
        this.publisher.update(this.#librarySections());
      },
    });
    this.#forgetting = new Forgetting({ plays: store.plays, settings: () => settings.current, clock, log });
    this.#director = new Director({
      store,
      mood: () => this.room.state.mood,
      looks: () => this.room.state.looks,
      current: () => {
        const { actual } = this.player.state;
        return actual.state === "idle" ? null : actual.pick;
      },
      settings: () => settings.current,
      clock,
      random: options.random,
      log,
    });
    this.player = new Player({
      outputs: options.outputs,
      clock,
      log,
      volume: settings.current.volume,
      next: () => this.#director.next(),
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
        if (event.type === "began") void this.#director.began(event.pick);
        if (event.type === "ended") void this.#director.ended(event.pick, event.end);
        this.publisher.update(this.#playerSections());
      }),
      this.settings.onChange((settings, changed) => {
        if (changed.includes("cameraSource")) this.#camera.want(settings.cameraSource);
        else this.vision.configure(this.#visionConfig(settings));
        if (changed.includes("musicFolders")) void this.library.scan();
        if (changed.includes("policy")) void this.#director.chooseAnew(this.player);
        else if (changed.some((name) => rulesOfPicks.has(name))) void this.player.requeue();
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
    await Promise.all([this.vision.stop(), this.player.stop(), this.library.stop()]);
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
      sixPicks: [],
      direction: {
        policy: this.settings.current.policy,
        target: this.room.state.mood.affect,
        reach: 0,
        path: null,
        daypart: null,
      },
      preferences: { languages: [], artists: [], until: null },
      lastCorrection: null,
      health: this.#health(),
    };
  }

  #roomSections(): Pick<AppState, "room" | "mood"> {
    const { faces, looks, mood } = this.room.state;
    return { room: { faces, looks }, mood };
  }

  #playerSections(): Pick<AppState, "player" | "queue" | "health"> {
    return { player: this.player.state, queue: this.player.queue, health: this.#health() };
  }

  #librarySections(): Pick<AppState, "library" | "health"> {
    return { library: this.library.state, health: this.#health() };
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
