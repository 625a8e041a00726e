import { isDeepStrictEqual } from "node:util";
import type { CardsState, ReaderCandidate, ReaderTrouble } from "../../protocol/cards.ts";
import type { Log } from "../log.ts";
import { cardListener } from "./card-listener.ts";
import { deviceId, type Hid, type HidDevice, isKeyboard, isPointer, type OpenHid } from "./hid.ts";
import { nameOf, readerFor } from "./known-readers.ts";
import type { ReaderFormat } from "./reader-format.ts";
import type { NamedReader } from "./reader-line.ts";

/** Each has a thread that reads it. */
const MOST_READERS = 8;
/** The folder of devices tells at once; this is for systems where it can't be watched, and for rights that are given. */
const LOOK_EVERY_MS = 15_000;
/** udev gives the rights some milliseconds after the device has appeared. */
const SETTLE_MS = 200;

export interface ReadersOptions {
  hid: Hid;
  /** Calls back when a device may have come or gone. Answers the undo. */
  watch: (onChange: () => void) => () => void;
  named: () => readonly NamedReader[];
  onCard: (number: string) => void;
  onChange: () => void;
  log: Log;
}

interface Reader {
  device: HidDevice;
  name: string;
  format: ReaderFormat;
  state: CardsState["readers"][number]["state"];
  open: OpenHid | null;
  stop: () => void;
}

/** The card readers that are plugged in: found, listened to, and let go of, at any time. */
export class Readers {
  readonly #options: ReadersOptions;
  readonly #readers = new Map<string, Reader>();
  #candidates: readonly HidDevice[] = [];
  #overflow = 0;
  #blind: string | null = null;
  #looking: Promise<void> = Promise.resolve();
  #unwatch: () => void = () => undefined;
  #timers: NodeJS.Timeout[] = [];
  #settling: NodeJS.Timeout | undefined;
  #stopped = true;

  constructor(options: ReadersOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#stopped = false;
    this.#unwatch = this.#options.watch(() => {
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => void this.look(), SETTLE_MS).unref();
    });
    this.#timers = [setInterval(() => void this.look(), LOOK_EVERY_MS).unref()];
    await this.look();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unwatch();
    clearTimeout(this.#settling);
    for (const timer of this.#timers) clearInterval(timer);
    await this.#looking;
    await Promise.all([...this.#readers.keys()].map((path) => this.#letGo(path)));
  }

  /** One after the other, so that no reader is opened twice. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look());
    return this.#looking;
  }

  get readers(): CardsState["readers"] {
    return [...this.#readers.values()].map(({ device, name, state }) => ({
      id: deviceId(device),
      ...{ name, state },
    }));
  }

  /** The worst first. */
  get trouble(): { reason: ReaderTrouble; detail: string } | null {
    if (this.#blind !== null) return { reason: "readers-unseen", detail: this.#blind };
    for (const { device, name, state } of this.#readers.values()) {
      const who = `the card reader ${name} (${deviceId(device)})`;
      if (state === "refused")
        return {
          reason: "reader-refused",
          detail: `The system does not let Mien read ${who}: run sudo scripts/card-reader ${deviceId(device)}, which gives it a udev rule, in Mien's folder.`,
        };
      if (state === "failed")
        return {
          reason: "reader-failed",
          detail: `Mien can't read ${who}: pull it out and plug it in again.`,
        };
    }
    if (this.#overflow === 0) return null;
    const detail = `There are more card readers than the ${MOST_READERS} that Mien listens to: pull ${this.#overflow} of them out.`;
    return { reason: "too-many-readers", detail };
  }

  /** Every device that may be a reader, whether it is listened to or not. */
  get candidates(): readonly ReaderCandidate[] {
    const named = this.#options.named();
    const ids = [...new Set(this.#candidates.map(deviceId))];
    return ids.flatMap((id) => {
      const interfaces = this.#candidates.filter((device) => deviceId(device) === id);
      const isNamed = named.some((each) => deviceId(each) === id);
      const isKnown = interfaces.some((device) => readerFor(device, []));
      const as = isNamed ? ("named" as const) : isKnown ? ("known" as const) : null;
      return interfaces.slice(0, 1).map((first) => ({
        ...{ id, as, name: nameOf(first) },
        types: interfaces.some(isKeyboard),
      }));
    });
  }

  /** The interfaces of a device that don't type. */
  talking(id: string): readonly HidDevice[] {
    return this.#candidates.filter((device) => deviceId(device) === id && !isKeyboard(device));
  }

  async #look(): Promise<void> {
    if (this.#stopped) return;
    let devices: readonly HidDevice[];
    try {
      devices = await this.#options.hid.list();
      this.#blind = null;
    } catch (error) {
      // The addon can't be loaded here, or has no udev to ask.
      const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
      this.#blind = `Mien can't look for card readers on this system: ${reason}`;
      return this.#options.onChange();
    }
    this.#candidates = devices.filter((device) => !isPointer(device));
    await this.#compare(devices);
    this.#options.onChange();
  }

  async #compare(devices: readonly HidDevice[]): Promise<void> {
    const named = this.#options.named();
    const wanted = new Map(
      devices.flatMap((device) => {
        const reader = readerFor(device, named);
        return reader ? [[device.path, { device, ...reader }] as const] : [];
      }),
    );
    for (const [path, { device, format }] of this.#readers) {
      const now = wanted.get(path);
      const isSame = now && deviceId(now.device) === deviceId(device);
      if (!isSame || !isDeepStrictEqual(now.format, format)) await this.#letGo(path);
    }
    this.#overflow = Math.max(0, wanted.size - MOST_READERS);
    for (const [path, reader] of [...wanted].slice(0, MOST_READERS))
      if (!this.#stopped && this.#readers.get(path)?.open == null) await this.#open(path, reader);
  }

  async #open(path: string, found: Pick<Reader, "device" | "name" | "format">): Promise<void> {
    const { hid, onCard, onChange, log } = this.#options;
    const listener = cardListener(found.format, onCard);
    let isGone = false;
    const opened = await hid.open(path, {
      report: listener.report,
      gone: () => {
        isGone = true;
        void this.#letGo(path).then(onChange);
      },
    });
    const id = deviceId(found.device);
    if (opened === "absent" || isGone) return;
    const before = this.#readers.get(path)?.state;
    const state = typeof opened !== "string" ? "listening" : opened;
    const open = typeof opened === "string" ? null : opened;
    this.#readers.set(path, { ...found, state, open, stop: listener.stop });
    if (state !== before)
      state === "listening"
        ? log.info({ reader: id }, "listening to a card reader")
        : log.warn({ reader: id, fault: state }, "a card reader can't be read");
  }

  async #letGo(path: string): Promise<void> {
    const reader = this.#readers.get(path);
    if (reader === undefined) return;
    this.#readers.delete(path);
    reader.stop();
    if (reader.open) this.#options.log.info({ reader: deviceId(reader.device) }, "a card reader is gone");
    await reader.open?.close();
  }
}
