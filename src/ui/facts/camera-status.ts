import type { CameraState } from "../../protocol/state.ts";
import { words } from "../words/words.ts";
import type { CameraView } from "./camera-view.ts";

/** While it closes it still looks, and the light says so. */
export const isLooking = (view: CameraView): boolean => view === "looking" || view === "closing";

/** What the camera does, and what that means for whoever is seen. */
export function cameraStatus(view: CameraView, camera: Pick<CameraState, "watched" | "sensing">): string {
  if (isLooking(view) && camera.watched) return words.camera.watched;
  return view === "looking" && camera.sensing === "smile" ? words.camera.looksForSmiles : words.camera[view];
}
