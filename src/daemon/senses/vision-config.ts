import type { Settings } from "../../protocol/settings.ts";
import type { VisionConfig } from "../../protocol/vision.ts";

/** What vision is told: the settings, and the camera that was found by them. */
export function visionConfigOf(settings: Settings, source: string): VisionConfig {
  const { cascade, minFaceShare, sensing, minConfidence, blackout, observationsPerSecond } = settings;
  return {
    source,
    cascade,
    minFaceShare,
    sensing,
    minConfidence,
    blackout,
    observationsPerSecond: { withFaces: observationsPerSecond, withoutFaces: 1 },
  };
}
