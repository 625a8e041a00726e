import type { VisionConfig } from "../protocol/vision.ts";

/** What holds until the daemon says otherwise: the defaults of the settings. */
export const usualConfig: VisionConfig = {
  source: "auto",
  cascade: "haarcascade_frontalface_alt2",
  minFaceShare: 0.15,
  sensing: "expressions",
  minConfidence: null,
  blackout: [],
  observationsPerSecond: { withFaces: 5, withoutFaces: 1 },
};
