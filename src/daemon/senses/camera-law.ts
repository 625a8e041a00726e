import type { Settings } from "../../protocol/settings.ts";

/** Why there must be no camera there; null where there may be one. */
export function cameraForbidden(stands: Settings["stands"]): string | null {
  if (stands !== "workplace" && stands !== "school") return null;
  const who = stands === "school" ? "pupils" : "staff";
  return `Inferring the emotions of ${who} is forbidden in the EU (AI Act, Art. 5(1)(f)): in a ${stands} the camera stays off.`;
}

/** Why there must be none yet: it may be one of those places. */
export const cameraUnasked = "Mien opens no camera until it is set up.";

/** What has to be done where people are read; null where nothing has. */
export function cameraDuty(stands: Settings["stands"]): string | null {
  if (stands !== "venue") return null;
  return "Keep your staff out of the camera's view, or black out where they stand, and hang up the notice: people must be told that it reads expressions (AI Act, Art. 50(3)).";
}
