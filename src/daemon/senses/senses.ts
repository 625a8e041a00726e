import type { RoomState } from "../../mood/room.ts";
import type { AppState } from "../../protocol/state.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { Preview } from "../preview/preview.ts";
import type { SettingsKeeper } from "../settings-keeper.ts";
import { CameraChoice } from "./camera-choice.ts";
import { RoomKeeper } from "./room-keeper.ts";
import { visionConfigOf } from "./vision-config.ts";
import { VisionSupervisor, type VisionSupervisorOptions } from "./vision-supervisor.ts";

export interface SensesOptions {
  settings: SettingsKeeper;
  vision: Pick<VisionSupervisorOptions, "entry" | "modelsFolder" | "modelChoice" | "previewSocket">;
  /** What stands in for a camera where there is none. */
  demoReel: string;
  clock: Clock;
  log: Log;
  onRoom: (now: RoomState, before: RoomState) => void;
  /** The camera or vision is other than before. */
  onCamera: () => void;
}

/** What is seen: the choice of a camera, the vision process, and the room's mood by what it says. */
export class Senses {
  readonly room: RoomKeeper;
  readonly vision: VisionSupervisor;
  readonly preview: Preview;
  readonly #camera: CameraChoice;
  readonly #settings: SettingsKeeper;

  constructor({ settings, vision, demoReel, clock, log, onRoom, onCamera }: SensesOptions) {
    this.#settings = settings;
    this.room = new RoomKeeper({ clock, settings: () => settings.current, onChange: onRoom });
    this.#camera = new CameraChoice({
      wanted: settings.current.cameraSource,
      demoReel,
      onChange: () => this.configure(),
    });
    this.vision = new VisionSupervisor({
      ...vision,
      config: visionConfigOf(settings.current, this.#camera.source),
      clock,
      log,
      onObservation: (observation) => this.room.see(observation),
      onCamera: (status) => void this.#camera.hear(status),
      onChange: onCamera,
    });
    this.preview = new Preview({
      socket: vision.previewSocket ?? null,
      looking: () => this.cameraSection.looking,
      monotonic: clock.monotonic,
      onChange: onCamera,
    });
  }

  start(): void {
    this.room.start();
    this.vision.start();
  }

  async stop(): Promise<void> {
    this.room.stop();
    this.preview.stop();
    this.#camera.stop();
    await this.vision.stop();
  }

  /** The settings name another camera. */
  chooseCamera(): void {
    this.#camera.want(this.#settings.current.cameraSource);
  }

  /** Vision is told the settings as they are now. */
  configure(): void {
    this.vision.configure(visionConfigOf(this.#settings.current, this.#camera.source));
  }

  /** For the pages. */
  get roomSections(): Pick<AppState, "room" | "mood"> {
    const { faces, looks, mood } = this.room.state;
    return { room: { faces, looks }, mood };
  }

  get cameraSection(): AppState["camera"] {
    const { status, cameraHealth, cameraKind } = this.vision;
    const off = cameraHealth.state === "off";
    return {
      wanted: off ? "off" : "on",
      looking: !off && status?.state === "looking",
      kind: off ? null : cameraKind,
      demo: this.#camera.demo,
      sensing: this.#settings.current.sensing,
      watched: !off && this.preview.watched,
    };
  }
}
