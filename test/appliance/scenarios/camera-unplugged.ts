import { expectNoMemoryOnDisk } from "./no-memory-on-disk.ts";
import { type Scenario, uninterruptedS } from "./scenario.ts";

/** The kernel's own pretended camera: taking its driver away is what a pulled plug looks like. */
export const plugCamera = "modprobe vivid n_devs=1 node_types=0x1 no_error_inj=1";
const driver = "/sys/bus/platform/drivers/vivid";
export const cameraWorks = '.health.camera.state == "ok"';

export const cameraUnplugged: Scenario = {
  title: "the camera unplugged while it is read, and back",
  times: { short: 2, long: 10 },
  hostS: 61,
  allowedS: uninterruptedS,
  async run({ guest, mien, ear }, times) {
    await mien.setUp("home");
    await guest.sh(plugCamera);
    await mien.until("the camera", cameraWorks, 60);
    await expectNoMemoryOnDisk(guest, "dist/src/vision/main.js");
    for (let time = 0; time < times; time += 1) {
      await guest.sh(`echo vivid.0 >${driver}/unbind`);
      await mien.until(
        "the camera's absence to be noticed",
        '.health.camera.reason == "camera-unplugged"',
        5,
      );
      await guest.sh(`echo vivid.0 >${driver}/bind`);
      await mien.until("the camera to be back", cameraWorks, 30);
    }
    await ear.music();
    return ear.longestSilence();
  },
};
