import type { Health } from "../../protocol/health.ts";
import type { CameraState } from "../../protocol/state.ts";

/** What the camera does, as a guest needs to know it. Unknown while there is no connection. */
export type CameraView = "looking" | "opening" | "closing" | "closed" | "down" | "unknown";

/** Errs on the side of the light: while the daemon says it looks, it looks. */
export function cameraView(
  camera: CameraState,
  health: { camera: Health; vision: Health },
  connected: boolean,
): CameraView {
  if (!connected) return "unknown";
  if (camera.wanted === "off") return camera.looking ? "closing" : "closed";
  if (camera.looking) return "looking";
  const broken = [health.camera, health.vision].some(({ state }) => state === "down");
  return broken ? "down" : "opening";
}
