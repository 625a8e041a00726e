import { Ear } from "./machine/ear.ts";
import type { Guest } from "./machine/guest.ts";
import type { Machine } from "./machine/machine.ts";
import { Mien } from "./machine/mien.ts";

/** A machine with Mien installed, and somebody who listens. */
export class Appliance {
  readonly machine: Machine;
  ear: Ear;

  private constructor(machine: Machine, ear: Ear) {
    this.machine = machine;
    this.ear = ear;
  }

  /** Of a machine that runs: there is music already, or it comes. */
  static async of(machine: Machine): Promise<Appliance> {
    const appliance = new Appliance(machine, await Ear.open(machine.guest));
    await appliance.ear.music();
    return appliance;
  }

  get guest(): Guest {
    return this.machine.guest;
  }

  get mien(): Mien {
    return new Mien(this.machine.guest);
  }

  /**
   * The mains fail at this moment, and come back: the machine boots, and nobody does anything about the music. Answers
   * how old the machine is when there is music.
   */
  async cutPower(): Promise<number> {
    await this.machine.cutPower();
    await this.machine.start();
    this.ear = await Ear.open(this.machine.guest);
    await this.ear.music(120);
    return Number(await this.machine.guest.sh("cut -d ' ' -f 1 /proc/uptime"));
  }
}
