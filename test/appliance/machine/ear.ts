import { setTimeout as delay } from "node:timers/promises";
import type { Guest } from "./guest.ts";
import { until } from "./until.ts";

/** The demo pieces at the volume of a fresh installation lie above 0.05; silence is 0. */
const musicFloor = 0.01;
const rate = 8_000;
const bytesPerSecond = rate * 2;
/** Music has pauses of its own, and none as long as this. */
const windowMs = 100;

/**
 * Listens to the other side of the loopback card, all the time: what is played to DEV=0 comes out of DEV=1. There is
 * one ear to a machine, because a second recorder would hear another subdevice, to which nobody plays.
 */
export class Ear {
  readonly #guest: Guest;

  private constructor(guest: Guest) {
    this.#guest = guest;
  }

  /** Where one listens already, as after a snapshot was gone on from, it begins anew. */
  static async open(guest: Guest): Promise<Ear> {
    // arecord ends when the player opens the card in another format; it is started again.
    const listen = `while :; do arecord -q -D plughw:CARD=Loopback,DEV=1 -f S16_LE -r ${rate} -c 1 -t raw; sleep 0.05; done`;
    await guest.sh(
      `systemctl stop ear 2>/dev/null; systemctl reset-failed ear 2>/dev/null; rm -f /run/ear.raw /run/ear.log
       systemd-run -q --unit=ear --nice=-5 -p StandardOutput=file:/run/ear.raw -p StandardError=file:/run/ear.log bash -c '${listen}'`,
    );
    return new Ear(guest);
  }

  /** Resolves when there is music; tells what the ear itself complained of where there is none. */
  async music(limitMs = 120_000): Promise<void> {
    await until("music", async () => (await this.loudness()) > musicFloor, limitMs).catch(
      async (error: Error) => {
        throw new Error(`${error.message} arecord says: ${await this.#guest.sh("tail -n 3 /run/ear.log")}`);
      },
    );
  }

  /** Of the next second: the root mean square, where 1 is full scale. 0 when nothing is to be heard. */
  async loudness(): Promise<number> {
    const begin = await this.#size();
    await delay(1_000);
    return rms(await this.#since(begin));
  }

  /** Seconds from the first music that it heard to now. */
  async longestSilence(): Promise<number> {
    return longestSilence(await this.#since(0));
  }

  async #size(): Promise<number> {
    return Number(await this.#guest.sh("stat -c %s /run/ear.raw"));
  }

  async #since(begin: number): Promise<Buffer> {
    const text = await this.#guest.sh(`tail -c +${begin + 1} /run/ear.raw | base64 -w 0`);
    return Buffer.from(text, "base64");
  }
}

/** 16-bit samples; 0 for none. */
export function rms(samples: Buffer): number {
  const count = Math.floor(samples.length / 2);
  if (count === 0) return 0;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += (samples.readInt16LE(index * 2) / 32_768) ** 2;
  return Math.sqrt(sum / count);
}

/** In seconds, of what comes after the first music. */
export function longestSilence(samples: Buffer): number {
  const step = (bytesPerSecond * windowMs) / 1000;
  let longest = 0;
  let silent: number | null = null;
  for (let at = 0; at + step <= samples.length; at += step) {
    if (rms(samples.subarray(at, at + step)) > musicFloor) silent = 0;
    else if (silent !== null) silent += 1;
    longest = Math.max(longest, silent ?? 0);
  }
  return (longest * windowMs) / 1000;
}
