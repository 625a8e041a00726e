import type { Guest } from "./guest.ts";
import { type Part, record, rms } from "./sound.ts";

/** The demo pieces at the volume of a fresh installation lie above 0.05. */
const musicFloor = 0.01;
/** Below that nobody hears anything: 60 dB under full scale. A song's end and the next one's beginning lie above. */
const silenceFloor = 0.001;
const rate = 8_000;
/** Songs have pauses of their own, and none as long as this. */
const windowS = 0.1;

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
    // arecord ends when the player opens the card in another format; it is started again, and when is noted: what it
    // has not heard meanwhile counts as silence.
    const listen = `while :; do
        echo "$(cut -d " " -f 1 /proc/uptime) $(stat -c %s /run/ear.raw)" >>/run/ear.parts
        arecord -q -D plughw:CARD=Loopback,DEV=1 -f S16_LE -r ${rate} -c 1 -t raw
        sleep 0.02
      done`;
    await guest.sh(
      `systemctl stop ear 2>/dev/null; systemctl reset-failed ear 2>/dev/null; rm -f /run/ear.*
       systemd-run -q --unit=ear --nice=-5 -p StandardOutput=file:/run/ear.raw -p StandardError=file:/run/ear.log bash -c '${listen}'`,
    );
    return new Ear(guest);
  }

  /** Resolves when there is music; tells what the ear itself complained of where there is none. */
  async music(limitS = 60): Promise<void> {
    const begun = await this.#uptime();
    for (;;) {
      if ((await this.loudness()) > musicFloor) return;
      if ((await this.#uptime()) - begun < limitS) continue;
      const said = await this.#guest.sh("tail -n 3 /run/ear.log");
      throw new Error(`Waited ${limitS} s in vain for music. arecord says: ${said}`);
    }
  }

  /** Of the machine's next second: the root mean square, where 1 is full scale. 0 when nothing is to be heard. */
  async loudness(): Promise<number> {
    const heard = await this.#guest.sh(
      "begin=$(stat -c %s /run/ear.raw); sleep 1; tail -c +$((begin + 1)) /run/ear.raw | base64 -w 0",
    );
    return rms(Buffer.from(heard, "base64"));
  }

  /** In seconds, from the first music that it heard to now. */
  async longestSilence(): Promise<number> {
    const said = await this.#guest.sh("xargs </run/ear.parts; base64 -w 0 /run/ear.raw", 300_000);
    const [parts = "", heard = ""] = said.split("\n");
    const numbers = parts.split(" ").map(Number);
    const begun: Part[] = [];
    for (let index = 0; index < numbers.length; index += 2)
      begun.push({ atS: numbers[index] ?? 0, offset: numbers[index + 1] ?? 0 });
    const samples = Buffer.from(heard, "base64");
    const sound = record({ samples, parts: begun, rate });
    return sound.longestSilence({ windowS, musicFloor, silenceFloor });
  }

  async #uptime(): Promise<number> {
    return Number(await this.#guest.sh("cut -d ' ' -f 1 /proc/uptime"));
  }
}
