import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import type { CameraStatus } from "../../protocol/vision.ts";

const LOOK_EVERY_MS = 5_000;

/**
 * Which source vision is told to open. `auto` that finds no camera becomes the demo reel, until a video device
 * turns up that was not there before. A release has no reel (docs/decisions/demo-reel.md): there vision goes on looking
 * for a camera, and says that none is connected.
 */
export class CameraChoice {
  readonly #demoReel: string;
  readonly #onChange: () => void;
  readonly #listDevices: () => Promise<readonly string[]>;
  readonly #isThere: (file: string) => boolean;
  #wanted: string;
  /** The devices that were there when `auto` found no camera among them; null while the wanted source is used. */
  #tried: ReadonlySet<string> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    wanted: string;
    demoReel: string;
    onChange: () => void;
    listDevices?: () => Promise<readonly string[]>;
    isThere?: (file: string) => boolean;
  }) {
    this.#wanted = options.wanted;
    this.#demoReel = options.demoReel;
    this.#onChange = options.onChange;
    this.#listDevices = options.listDevices ?? listVideoDevices;
    this.#isThere = options.isThere ?? existsSync;
  }

  get source(): string {
    return this.#tried ? this.#demoReel : this.#wanted;
  }

  get demo(): boolean {
    return this.source === this.#demoReel;
  }

  /** The owner chose another camera. */
  want(source: string): void {
    this.#wanted = source;
    this.stop();
    this.#onChange();
  }

  /** Vision says how the camera is. An old word on another source is of no interest. */
  async hear(status: CameraStatus): Promise<void> {
    const nothingFound =
      status.state === "down" && status.reason === "camera-absent" && status.source === "auto";
    if (!nothingFound || this.source !== "auto" || !this.#isThere(this.#demoReel)) return;
    const tried = new Set<string>();
    this.#tried = tried;
    for (const device of await this.#listDevices()) tried.add(device);
    // Meanwhile the owner has chosen another one.
    if (this.#tried !== tried) return;
    this.#timer = setInterval(() => void this.#lookForNewDevice(), LOOK_EVERY_MS);
    this.#onChange();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#tried = null;
  }

  async #lookForNewDevice(): Promise<void> {
    const tried = this.#tried;
    const devices = await this.#listDevices();
    if (tried === null || this.#tried !== tried) return;
    if (devices.some((device) => !tried.has(device))) this.want(this.#wanted);
    // A device that was unplugged counts as new when it is back.
    else this.#tried = new Set(devices);
  }
}

async function listVideoDevices(): Promise<readonly string[]> {
  return (await readdir("/dev")).filter((name) => /^video\d+$/.test(name));
}
