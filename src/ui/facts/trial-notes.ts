import type { Health, HealthReason } from "../../protocol/health.ts";
import type { AppState } from "../../protocol/state.ts";
import { overviewWords } from "../words/overview-words.ts";
import type { Note } from "./notes.ts";

/** What works and is only for a trial, with what it takes to be meant: no fault, but nobody would hear or be seen. */
export function trialNotes({
  camera,
  library,
  player,
  health,
}: Pick<AppState, "camera" | "library" | "player" | "health">): readonly Note[] {
  const { stands } = overviewWords;
  const notes: Note[] = [];
  const note = (component: Note["component"], trouble: { what: string; cure: string }) =>
    notes.push({ component, severity: "degraded", ...trouble });
  if (camera.demo && camera.wanted === "on") note("camera", stands.camera);
  // Where the sound card or all music is missing, the health says this and more.
  const isTold = (told: Health, reason: HealthReason) => "reason" in told && told.reason === reason;
  if (player.output === "null" && !isTold(health.player, "output-missing")) note("player", stands.silent);
  if (library.demo && !isTold(health.library, "library-empty")) note("library", stands.music);
  return notes;
}
