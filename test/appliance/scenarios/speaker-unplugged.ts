import type { Appliance } from "../appliance.ts";
import { rms } from "../machine/sound.ts";
import { until } from "../machine/until.ts";
import type { Scenario } from "./scenario.ts";

const usb = "alsa/plughw:CARD=Audio,DEV=0";
const musicFloor = 0.01;
/** A fifth of a second, 16 bits in stereo at 48 kHz. */
const latest = 38_400;

/** Waits for music from the USB speaker; answers the machine's seconds since `sinceS`. */
async function usbMusic({ machine, guest }: Appliance, sinceS: number, limitS: number): Promise<number> {
  const passed = async () => Number(await guest.sh("cut -d ' ' -f 1 /proc/uptime")) - sinceS;
  return until(
    "music from the USB speaker",
    async () => {
      if (rms(machine.usbSound.subarray(-latest)) > musicFloor) return passed();
      const waited = await passed();
      if (waited > limitS)
        throw new Error(`Waited ${waited.toFixed(1)} s in vain for music from the USB speaker.`);
      return null;
    },
    3_600_000,
  );
}

export const speakerUnplugged: Scenario = {
  title: "the sound card unplugged while it plays, and back",
  times: { short: 1, long: 5 },
  hostS: 192,
  // Back on its own card; that the reason is on the screen within 5 s is waited for apart.
  allowedS: 10,
  async run(appliance, times) {
    const { machine, guest, mien, ear } = appliance;
    const uptime = async () => Number(await guest.sh("cut -d ' ' -f 1 /proc/uptime"));
    await machine.plugUsbSpeaker();
    await guest.holds("the USB speaker", "aplay -l | grep -q 'card [0-9]*: Audio '", 30);
    await mien.change({ output: usb });
    await usbMusic(appliance, await uptime(), 60);

    let longest = 0;
    for (let time = 0; time < times; time += 1) {
      const song = await mien.state<string>(".player.actual.pick.item.track.id");
      const away = await uptime();
      await machine.unplugUsbSpeaker();
      await mien.until("the reason on the screen", '.health.player.reason == "output-elsewhere"', 5);
      await ear.music(10);
      longest = Math.max(longest, (await uptime()) - away - 1);

      const back = await uptime();
      await machine.plugUsbSpeaker();
      longest = Math.max(longest, await usbMusic(appliance, back, 10));
      await mien.until("the same song", `.player.actual.pick.item.track.id == "${song}"`, 5);
    }
    return longest;
  },
};
