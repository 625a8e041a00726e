import type { Appliance } from "../appliance.ts";
import { reelInside } from "../images/installed-image.ts";
import { cameraWorks } from "./camera-unplugged.ts";
import { once, type Scenario } from "./scenario.ts";

const camera = "/dev/video10";
const song = (appliance: Appliance) => appliance.mien.state<string>(".player.actual.pick.id");

export const facesComeAndSmile: Scenario = {
  title: "a face comes into the camera, and smiles",
  times: once,
  hostS: 250,
  // One song fades out while the next one is found.
  allowedS: 2,
  async run(appliance) {
    const { guest, mien, ear } = appliance;
    await guest.sh("modprobe v4l2loopback video_nr=10 card_label=Camera exclusive_caps=1");
    await guest.sh(
      `systemd-run -q --unit=faces ffmpeg -hide_banner -loglevel error -re -stream_loop -1 -i ${reelInside} \
         -pix_fmt yuv420p -f v4l2 ${camera}`,
    );
    await mien.change({ onMoodChange: "fade", cameraSource: camera });
    // Until Mien is set up nobody may be read.
    await mien.until("the camera to wait for that", ".camera | .awaitsSetup and (.looking | not)", 30);
    await mien.setUp("home");
    await mien.until("the camera", cameraWorks, 60);
    await mien.until("a mood that comes from a face", '.mood.basis == "faces" and .room.faces == 1', 120);
    // The reel goes round: nobody, a neutral face, a smiling one.
    const before = await mien.state<string>(".mood.label");
    const first = await song(appliance);
    await mien.until(
      "another mood of the same face",
      `.mood | .basis == "faces" and .label != "${before}"`,
      120,
    );
    await mien.until(
      "another song for it",
      `.player.actual | .state == "playing" and .pick.id != "${first}"`,
      30,
    );
    await ear.music();
    return ear.longestSilence();
  },
};
