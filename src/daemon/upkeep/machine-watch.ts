import { readdir, readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Health, HealthReason } from "../../protocol/health.ts";
import type { EpochMs } from "../../protocol/time.ts";

const lookEveryMs = 30_000;
/** A Pi slows itself down from 80 °C on. What is mended stays told until it is clearly so. */
const hot = { from: 80, until: 75 };
/** A scan of new music takes some of it at once. */
const lowBytes = { from: 256e6, until: 300e6 };

export interface MachineFacts {
  /** Of the hottest part that the system knows of; null where it knows of none. */
  celsius: number | null;
  /** Of the disk that holds the data. */
  disk: { freeBytes: number; sizeBytes: number } | null;
  memory: { availableBytes: number; sizeBytes: number } | null;
}

export interface MachineWatchOptions {
  dataFolder: string;
  /** Whether the machine knows what time it is. */
  trusted: () => boolean;
  /** Whether it is quiet for that. */
  isHeldLow: () => boolean;
  now: () => EpochMs;
  onChange: () => void;
  /** Where the system's files are; / unless told. */
  root?: string;
}

type Part = "disk" | "temperature" | "clock";

/** Looks after what no part of Mien can do anything about: heat, room on the disk, and the time. */
export class MachineWatch {
  readonly #options: MachineWatchOptions;
  #timer: NodeJS.Timeout | undefined;
  #facts: MachineFacts = { celsius: null, disk: null, memory: null };
  #health: Readonly<Record<Part, Health>> = {
    disk: { state: "starting" },
    temperature: { state: "starting" },
    clock: { state: "starting" },
  };

  constructor(options: MachineWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), lookEveryMs);
    this.#timer.unref();
    void this.look();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  get facts(): MachineFacts {
    return this.#facts;
  }

  get health(): Readonly<Record<Part, Health>> {
    const { clock } = this.#health;
    if (!("detail" in clock)) return this.#health;
    // Somebody may have moved it since the last look.
    return { ...this.#health, clock: { ...clock, detail: clockSentence(this.#options.isHeldLow()) } };
  }

  async look(): Promise<void> {
    const [celsius, disk, memory] = await Promise.all([this.#celsius(), this.#disk(), this.#memory()]);
    this.#facts = { celsius, disk, memory };
    const { dataFolder, trusted, onChange } = this.#options;
    const tooHot = celsius !== null && celsius >= (this.#isIll("temperature") ? hot.until : hot.from);
    const low = disk !== null && disk.freeBytes < (this.#isIll("disk") ? lowBytes.until : lowBytes.from);
    this.#health = {
      temperature: this.#healthOf(
        "temperature",
        tooHot,
        "too-hot",
        "This machine is hotter than 80 °C and slows itself down. Give it air, or a heat sink.",
      ),
      disk: this.#healthOf(
        "disk",
        low,
        "disk-low",
        `The disk of ${dataFolder} is nearly full. Make room, or move the data folder to a larger one.`,
      ),
      clock: this.#healthOf("clock", !trusted(), "clock-unset", clockSentence(this.#options.isHeldLow())),
    };
    onChange();
  }

  #isIll(part: Part): boolean {
    return this.#health[part].state === "degraded";
  }

  #healthOf(part: Part, ill: boolean, reason: HealthReason, detail: string): Health {
    if (!ill) return { state: "ok" };
    const before = this.#health[part];
    const since = "since" in before ? before.since : this.#options.now();
    return { state: "degraded", reason, detail, since, retryAt: null };
  }

  async #celsius(): Promise<number | null> {
    const folder = this.#at("sys/class/thermal");
    const zones = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith("thermal_zone"));
    const told = await Promise.all(
      // A zone that is switched off refuses to be read.
      zones.map((zone) => readFile(join(folder, zone, "temp"), "utf8").catch(() => "")),
    );
    const sensible = told.map((text) => Number.parseInt(text, 10) / 1000).filter((c) => c > 0 && c < 150);
    return sensible.length === 0 ? null : Math.max(...sensible);
  }

  async #disk(): Promise<MachineFacts["disk"]> {
    try {
      const { bavail, blocks, bsize } = await statfs(this.#options.dataFolder);
      return { freeBytes: bavail * bsize, sizeBytes: blocks * bsize };
    } catch {
      return null; // The store says what is wrong with its disk.
    }
  }

  async #memory(): Promise<MachineFacts["memory"]> {
    const text = await readFile(this.#at("proc/meminfo"), "utf8").catch(() => "");
    const bytes = (name: string) => Number(new RegExp(`^${name}: +(\\d+) kB$`, "m").exec(text)?.[1]) * 1024;
    const [sizeBytes, availableBytes] = [bytes("MemTotal"), bytes("MemAvailable")];
    return Number.isNaN(sizeBytes + availableBytes) ? null : { sizeBytes, availableBytes };
  }

  #at(path: string): string {
    return join(this.#options.root ?? "/", path);
  }
}

function clockSentence(isHeldLow: boolean): string {
  const volume = isHeldLow ? ", at its lowest volume" : "";
  return `This machine does not know the time yet: it counts as open${volume}. Connect it to the network.`;
}
