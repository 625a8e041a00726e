import { networkInterfaces } from "node:os";
import type { GuestPage } from "../../protocol/guests.ts";
import { phoneAddress } from "./phone-address.ts";

export interface PhoneDoorOptions {
  /** Whether phones of guests may take part at all. */
  isOn: () => boolean;
  hostNames: () => readonly string[];
}

/** Where guests' phones open their page, and why they can't where they can't. */
export class PhoneDoor {
  readonly #options: PhoneDoorOptions;
  /** Null until the daemon's own door is open. */
  #open: { port: number; openToNetwork: boolean } | null = null;
  #address: string | null = null;

  constructor(options: PhoneDoorOptions) {
    this.#options = options;
  }

  opened(door: { port: number; openToNetwork: boolean }): void {
    this.#open = door;
  }

  /** A router may give the machine another address at any time. */
  look(): void {
    const { port = 0, openToNetwork = false } = this.#open ?? {};
    const [hostNames, interfaces] = [this.#options.hostNames(), networkInterfaces()];
    this.#address = openToNetwork ? phoneAddress({ hostNames, port, interfaces }) : null;
  }

  get page(): GuestPage {
    if (!this.#options.isOn()) return "off";
    if (this.#open?.openToNetwork !== true) return "network";
    return this.#address === null ? "no-address" : "open";
  }

  /** Null where phones can't open it. */
  get address(): string | null {
    return this.page === "open" ? this.#address : null;
  }
}
