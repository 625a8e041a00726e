import { Type } from "typebox";
import { CascadeName, Sensing, Zone } from "../vision.ts";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Camera");

/** What the camera looks for, and how often. */
export const cameraSettings = {
  cameraSource: setting(
    {
      title: "Camera",
      help: "auto takes the first camera that gives a picture. Or a device (/dev/v4l/by-id/…), a video file, a folder of images, or a camera's address: rtsp://NAME:PASSWORD@HOST/PATH, or http for an MJPEG stream.",
      ownerOnly: true,
    },
    Type.String({ default: "auto", minLength: 1, maxLength: 1024 }),
  ),
  sensing: setting(
    {
      title: "What is read from faces",
      help: "expressions reads the seven expressions; smile only tells smiling from not smiling, and nothing else leaves the vision process.",
    },
    Type.Union(Sensing.anyOf, { default: "expressions" }),
  ),
  cascade: setting(
    {
      title: "Face detector",
      help: "alt2 finds fewer false faces; default finds a few more faces.",
    },
    Type.Union(CascadeName.anyOf, { default: "haarcascade_frontalface_alt2" }),
  ),
  minFaceShare: setting(
    {
      title: "Smallest face",
      help: "As a share of the picture's height. Smaller finds people farther away and costs more work.",
    },
    Type.Number({ default: 0.15, minimum: 0.05, maximum: 0.8 }),
  ),
  minConfidence: setting(
    {
      title: "How sure a reading must be",
      help: "Faces read less surely than this count as unread. Empty takes the model's own value.",
    },
    Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], { default: null }),
  ),
  blackout: setting(
    {
      title: "Parts of the picture that are not read",
      help: "Painted black before faces are looked for, such as where staff stand. Drawn on the camera page; in fractions of the picture from its upper left corner.",
    },
    Type.Array(Zone, { default: [], maxItems: 16 }),
  ),
  observationsPerSecond: setting(
    {
      title: "Looks a second while there are faces",
      help: "How often faces are read. One look a second is made while nobody is there.",
    },
    Type.Number({ default: 5, minimum: 1, maximum: 15 }),
  ),
};
