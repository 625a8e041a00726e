import type { Health } from "../../protocol/health.ts";
import type { AppState, CameraState } from "../../protocol/state.ts";

/** What the camera does, as a guest needs to know it. Unknown while there is no connection. */
export type CameraView =
  | "looking"
  | "photographs"
  | "opening"
  | "closing"
  | "closed"
  | "resting"
  | "down"
  | "forbidden"
  | "unknown";

/** Where the law forbids that faces be read, and the daemon refuses to open the camera. */
export const cameraForbidden = (stands: AppState["stands"]): stands is "workplace" | "school" =>
  stands === "workplace" || stands === "school";

/** There is no camera to close: photographs play in its place. */
export const photographsStandIn = ({ demo, wanted }: Pick<CameraState, "demo" | "wanted">): boolean =>
  demo && wanted === "on";

/** Errs on the side of the light: while the daemon says it looks, it looks. Photographs that stand in for it are no camera. */
export function cameraView(
  camera: CameraState,
  health: { camera: Health; vision: Health },
  connected: boolean,
  stands: AppState["stands"] = null,
): CameraView {
  if (!connected) return "unknown";
  if (camera.wanted === "off" && camera.looking && !camera.demo) return "closing";
  if (camera.wanted === "off") return cameraForbidden(stands) ? "forbidden" : "closed";
  if (camera.looking) return camera.demo ? "photographs" : "looking";
  if (camera.resting) return "resting";
  const broken = [health.camera, health.vision].some(({ state }) => state === "down");
  return broken ? "down" : "opening";
}
