import { existsSync } from "node:fs";
import type { RoomState } from "../../mood/room.ts";
import type { Actor } from "../../protocol/people.ts";
import type { AppState } from "../../protocol/state.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { Preview } from "../preview/preview.ts";
import type { SettingsKeeper } from "../settings-keeper.ts";
import { CameraChoice } from "./camera-choice.ts";
import { cameraForbidden, cameraUnasked } from "./camera-law.ts";
import { RoomKeeper } from "./room-keeper.ts";
import { visionConfigOf } from "./vision-config.ts";
import { VisionSupervisor, type VisionSupervisorOptions } from "./vision-supervisor.ts";

export interface SensesOptions {
  settings: SettingsKeeper;
  /** Whether there is an admin, who comes last in the setup: until then it is not finished. */
  hasAdmin: () => boolean;
  vision: Pick<
    VisionSupervisorOptions,
    "entry" | "modelsFolder" | "modelChoice" | "previewSocket" | "environment"
  >;
  /** What stands in for a camera where there is none. */
  demoReel: string;
  clock: Clock;
  log: Log;
  /** The room is other than before; `givenBack` where somebody took their word on the dial back. */
  onRoom: (now: RoomState, before: RoomState, givenBack: boolean) => void;
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
  readonly #hasAdmin: () => boolean;
  readonly #demoReel: string;
  /** It was closed because Mien was not set up, and by no person: once it is, it is opened. */
  #heldBack = false;

  constructor({ settings, hasAdmin, vision, demoReel, clock, log, onRoom, onCamera }: SensesOptions) {
    this.#settings = settings;
    this.#hasAdmin = hasAdmin;
    this.#demoReel = demoReel;
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
      wakes: () => this.vision.rests && !this.vision.isSwitchedOff,
      monotonic: clock.monotonic,
      onChange: () => {
        this.rest(this.vision.rests);
        onCamera();
      },
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

  /**
   * A real camera stays closed, whoever named it, and photographs may stand in. Where Mien stands may be stored by then: a
   * setup that was broken off has said it, and nobody is there yet who could close the camera for good.
   */
  get awaitsSetup(): boolean {
    return !this.#hasAdmin();
  }

  /** While the place is closed nobody is read; an admin may aim the camera all the same. */
  rest(rests: boolean): void {
    this.vision.rest(rests, rests && this.preview.asked);
  }

  /** Answers why it may not be switched on, or null. */
  switchCamera(on: boolean, by: Actor): string | null {
    const forbidden = on ? this.#forbidden : null;
    if (forbidden !== null) return forbidden;
    this.#heldBack = false;
    this.vision.switchCamera(on, by);
    return null;
  }

  /** Where nobody may be read, or might not, the camera is off before it was ever on. Called when either may have changed. */
  heedLaw(): void {
    const forbidden = this.#forbidden;
    if (forbidden !== null) {
      this.#heldBack = this.awaitsSetup && (this.#heldBack || !this.vision.isSwitchedOff);
      this.vision.switchCamera(false, { kind: "system" });
    }
    // After it was closed: another source is opened at once where one is open.
    this.#camera.want(this.#source);
    if (forbidden !== null || !this.#heldBack) return;
    this.#heldBack = false;
    this.vision.switchCamera(true, { kind: "system" });
  }

  /** What the settings name; or photographs until Mien is set up, since what `auto` finds would be real. */
  get #source(): string {
    const { cameraSource } = this.#settings.current;
    const standsIn = this.awaitsSetup && cameraSource === "auto" && existsSync(this.#demoReel);
    return standsIn ? this.#demoReel : cameraSource;
  }

  /** Photographs play meanwhile. */
  get #isUnasked(): boolean {
    return this.awaitsSetup && this.#source !== this.#demoReel;
  }

  get #forbidden(): string | null {
    if (this.#isUnasked) return cameraUnasked;
    return cameraForbidden(this.#settings.current.stands);
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
    const { status, cameraHealth, cameraKind, isSwitchedOff, rests } = this.vision;
    const off = cameraHealth.state === "off";
    return {
      wanted: isSwitchedOff ? "off" : "on",
      resting: rests && !isSwitchedOff,
      looking: !off && status?.state === "looking",
      kind: off ? null : cameraKind,
      demo: this.#camera.demo,
      sensing: this.#settings.current.sensing,
      moodDays: this.#settings.current.moodHistoryDays,
      watched: !off && this.preview.watched,
      awaitsSetup: this.#isUnasked,
    };
  }
}
