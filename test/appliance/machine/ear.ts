import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Guest } from "./guest.ts";
import { type Floors, rms } from "./sound.ts";

/** The demo pieces at the volume of a fresh installation lie above 0.05. */
const musicFloor = 0.01;
/** Below that nobody hears anything: 60 dB under full scale. A song's end and the next one's beginning lie above. */
const silenceFloor = 0.001;
/**
 * As most cards have it. Both sides of the card have the form that the first to open it chose, and ALSA's mixer, through
 * which a player comes that has no card of its own, makes nothing to be heard of less.
 */
const [rate, channels] = [48_000, 2];
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
        arecord -q -D plughw:CARD=Loopback,DEV=1 -f S16_LE -r ${rate} -c ${channels} -t raw
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

  /** In seconds, from the first music that it heard to now. Counted in the machine: a minute is 12 MB. */
  async longestSilence(): Promise<number> {
    const floors: Floors = { windowS, musicFloor, silenceFloor };
    const program = `${readFileSync(join(import.meta.dirname, "sound.js"), "utf8")}
      import { readFileSync } from "node:fs";
      const parts = readFileSync("/run/ear.parts", "utf8").trim().split("\\n").map((line) => line.split(" ").map(Number));
      const heard = record({
        samples: readFileSync("/run/ear.raw"),
        parts: parts.map(([atS, offset]) => ({ atS, offset })),
        rate: ${rate * channels},
      });
      console.log(heard.longestSilence(${JSON.stringify(floors)}));`;
    return Number(
      await this.#guest.sh(
        `cat >/run/ear.mjs <<'PROGRAM'\n${program}\nPROGRAM\n/opt/mien/current/bin/node /run/ear.mjs`,
        600_000,
      ),
    );
  }

  async #uptime(): Promise<number> {
    return Number(await this.#guest.sh("cut -d ' ' -f 1 /proc/uptime"));
  }
}
