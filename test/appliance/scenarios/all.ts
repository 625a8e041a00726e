import { cameraUnplugged } from "./camera-unplugged.ts";
import { cardReader } from "./card-reader.ts";
import { clockMoves, hoursFollow } from "./clock.ts";
import { diskFull } from "./disk-full.ts";
import { facesComeAndSmile } from "./faces.ts";
import { firstSound } from "./first-sound.ts";
import { powerCuts } from "./power-cuts.ts";
import {
  daemonKilled,
  daemonStopped,
  mpvKilled,
  mpvStopped,
  visionKilled,
  visionStopped,
} from "./processes-die.ts";
import { restored } from "./restored.ts";
import { hungStart, safeMode } from "./safe-mode.ts";
import type { Scenario } from "./scenario.ts";
import { screenSignsIn } from "./screen.ts";
import { speakerUnplugged } from "./speaker-unplugged.ts";
import { uninstalled } from "./uninstall.ts";
import { brokenUpdate, goodUpdate, updateByPage, updateCutOff } from "./updates.ts";

/** In the order in which they are played: where time is short, the last ones are left out. */
export const scenarios: readonly Scenario[] = [
  firstSound,
  mpvKilled,
  mpvStopped,
  cameraUnplugged,
  daemonKilled,
  facesComeAndSmile,
  screenSignsIn,
  cardReader,
  speakerUnplugged,
  visionKilled,
  daemonStopped,
  visionStopped,
  powerCuts,
  clockMoves,
  diskFull,
  hoursFollow,
  safeMode,
  hungStart,
  restored,
  goodUpdate,
  brokenUpdate,
  updateCutOff,
  updateByPage,
  uninstalled,
];
