import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Guest } from "./guest.ts";

// From dist/test/appliance/machine/.
const program = join(
  resolve(import.meta.dirname, "../../../../test/appliance/machine"),
  "pretended-keyboard.mjs",
);
const inside = "/run/pretended-keyboard.mjs";

/** Something that types, plugged into the machine: a keyboard, or a card reader that behaves as one. */
export class PretendedKeyboard {
  readonly #guest: Guest;
  readonly #name: string;

  private constructor(guest: Guest, name: string) {
    this.#guest = guest;
    this.#name = name;
  }

  static async plug(guest: Guest, given: { id: string; name: string }): Promise<PretendedKeyboard> {
    const { id, name } = given;
    const [vendor, product] = id.split(":");
    await guest.sh(`modprobe uhid
      cat >${inside} <<'PROGRAM'\n${readFileSync(program, "utf8")}\nPROGRAM
      rm -f /run/${name}; mkfifo /run/${name}
      systemd-run --quiet --collect --unit=${name} /opt/mien/current/bin/node ${inside} ${vendor} ${product} ${name} /run/${name}`);
    const keyboard = new PretendedKeyboard(guest, name);
    await guest.holds(`the keyboard ${name}`, `test -e "${keyboard.#eventNode}"`, 20);
    return keyboard;
  }

  /** Whole, or without its end. */
  async type(digits: string, options: { enter: boolean } = { enter: true }): Promise<void> {
    await this.#guest.sh(
      `printf '${options.enter ? "type %s\\nenter\\n" : "type %s\\n"}' ${digits} >/run/${this.#name}`,
    );
  }

  async unplug(): Promise<void> {
    await this.#guest.sh(`echo unplug >/run/${this.#name}`);
    await this.#guest.holds(`the end of ${this.#name}`, `! systemctl is-active --quiet ${this.#name}`, 20);
  }

  /** Begins to write down what programs that listen to it hear. */
  async eavesdrop(): Promise<void> {
    await this.#guest.sh(
      `systemd-run --quiet --collect --unit=hears-${this.#name} bash -c 'cat ${this.#eventNode} >/run/heard-${this.#name}'`,
    );
  }

  /** How many bytes they have heard. */
  async heard(): Promise<number> {
    return Number(await this.#guest.sh(`stat --format=%s /run/heard-${this.#name}`));
  }

  /** A property or an attribute that the system has of it. */
  async told(command: "inhibited" | "LIBINPUT_IGNORE_DEVICE"): Promise<string> {
    return this.#guest.sh(
      command === "inhibited"
        ? `cat ${this.#folder}/inhibited`
        : `udevadm info --query=property --name=${this.#eventNode} | sed -n 's/^${command}=//p'`,
    );
  }

  get #folder(): string {
    return `$(dirname $(grep -l '^${this.#name}$' /sys/class/input/input*/name))`;
  }

  get #eventNode(): string {
    return `/dev/input/$(basename ${this.#folder}/event*)`;
  }
}
