import type { Appliance } from "../appliance.ts";
import { cameraWorks, plugCamera } from "./camera-unplugged.ts";
import { once, type Scenario, uninterruptedS } from "./scenario.ts";

const plays = '.player.actual.state == "playing"';

/** SIGKILL or SIGSTOP of mpv or vision: another one takes its place. */
async function replaced(appliance: Appliance, name: "mpv" | "vision", signal: string): Promise<void> {
  const { guest, mien } = appliance;
  const before = await mien[name]();
  await guest.sh(`kill -${signal} ${before}`);
  await guest.holds(
    `the end of ${name}`,
    `! kill -0 ${before} 2>/dev/null || grep -q '^State:.Z' /proc/${before}/status`,
    30,
  );
  if (name === "vision") await mien.until("the camera to be read again", cameraWorks, 30);
  else await mien.until("the music to go on", plays, 30);
  await appliance.ear.music();
}

const ofMpv = (signal: string, { allowedS, hostS }: { allowedS: number; hostS: number }): Scenario => ({
  title: `SIG${signal} of mpv`,
  times: { short: 2, long: 20 },
  hostS,
  allowedS,
  async run(appliance, times) {
    for (let time = 0; time < times; time += 1) await replaced(appliance, "mpv", signal);
    return appliance.ear.longestSilence();
  },
});

const ofVision = (signal: string): Scenario => ({
  title: `SIG${signal} of vision`,
  times: { short: 2, long: 4 },
  hostS: 100,
  allowedS: uninterruptedS,
  async run(appliance, times) {
    await appliance.mien.setUp("home");
    await appliance.guest.sh(plugCamera);
    await appliance.mien.until("the camera", cameraWorks, 60);
    for (let time = 0; time < times; time += 1) await replaced(appliance, "vision", signal);
    return appliance.ear.longestSilence();
  },
});

export const mpvKilled = ofMpv("KILL", { allowedS: 2, hostS: 50 });
export const mpvStopped = ofMpv("STOP", { allowedS: 5, hostS: 70 });
export const visionKilled = ofVision("KILL");
export const visionStopped = ofVision("STOP");

/** The music goes on without the daemon, and the next one takes over what plays. */
export const daemonKilled: Scenario = {
  title: "SIGKILL of the daemon",
  times: { short: 1, long: 4 },
  hostS: 100,
  allowedS: uninterruptedS,
  async run({ guest, mien, ear }, times) {
    for (let time = 0; time < times; time += 1) {
      const [before, mpv] = [await mien.daemon(), await mien.mpv()];
      await guest.sh(`kill -KILL ${before}`);
      await mien.anotherDaemon(before, 60);
      await mien.until("the music to go on", plays, 30);
      const after = await mien.mpv();
      if (after !== mpv)
        throw new Error(`The next daemon did not take over mpv (${mpv}) but began another (${after}).`);
      await ear.music();
    }
    return ear.longestSilence();
  },
};

export const daemonStopped: Scenario = {
  title: "SIGSTOP of the daemon",
  times: once,
  hostS: 116,
  allowedS: uninterruptedS,
  async run({ guest, mien, ear }) {
    const before = await mien.daemon();
    await guest.sh(`kill -STOP ${before}`);
    await mien.anotherDaemon(before, 90);
    await guest.sh("journalctl -u mien.service --no-pager | grep -q 'Watchdog timeout'");
    // The safe mode is for a daemon that can't be kept running, and its start would end the music that goes on.
    await guest.sh("! journalctl -u mien-safe.service --no-pager | grep -q 'Starting'");
    await ear.music();
    return ear.longestSilence();
  },
};
