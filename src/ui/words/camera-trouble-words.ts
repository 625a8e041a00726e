import type { CameraKind, CameraReason } from "../../protocol/vision.ts";
import type { Trouble } from "./trouble-words.ts";

type Troubles = Readonly<Record<CameraReason, Trouble>>;

/** What stands in for a camera lies on a disk. */
const onDisk = (what: string, holdsNone: Trouble): Troubles => ({
  "camera-absent": {
    what: `The ${what} for the camera is not there.`,
    cure: "Put it back or connect its disk, or choose another camera in the settings.",
  },
  "camera-unplugged": {
    what: `The ${what} for the camera is gone.`,
    cure: "Put it back or connect its disk; it is noticed by itself.",
  },
  "camera-stuck": {
    what: `The disk with the ${what} for the camera does not answer.`,
    cure: "It is tried again; if this stays, check the disk or the network share.",
  },
  "camera-ended": {
    what: `The ${what} for the camera has come to its end.`,
    cure: "Choose another camera in the settings.",
  },
  "camera-unreadable": holdsNone,
});

const overNetwork: Troubles = {
  "camera-absent": {
    what: "The network camera can't be reached.",
    cure: "Check that it is on and in the same network, and its address in the settings.",
  },
  "camera-unplugged": {
    what: "The network camera is gone.",
    cure: "Check that it is on and in the same network; it is noticed by itself.",
  },
  "camera-stuck": {
    what: "The network camera has stopped sending.",
    cure: "It is tried again; if this stays, check the network and the camera.",
  },
  "camera-ended": {
    what: "The network camera has ended its stream.",
    cure: "Check that it is on; it is noticed by itself.",
  },
  "camera-unreadable": {
    what: "The network camera gives no picture.",
    cure: "Check its address in the settings, with its name and password.",
  },
};

/** Of cameras that nobody can plug in. Those of a device are among the other troubles. */
export const cameraTroubles: Readonly<Record<Exclude<CameraKind, "v4l2">, Troubles>> = {
  images: onDisk("folder of pictures", {
    what: "The folder of pictures for the camera holds none that can be read.",
    cure: "Put pictures into it (jpg, png, webp, bmp), or choose another camera in the settings.",
  }),
  file: onDisk("film", {
    what: "The film for the camera can't be played.",
    cure: "Try it in a video player, or choose another camera in the settings.",
  }),
  recording: onDisk("recording", {
    what: "The recording for the camera can't be read.",
    cure: "Record it again, or choose another camera in the settings.",
  }),
  mjpeg: overNetwork,
  rtsp: overNetwork,
};
