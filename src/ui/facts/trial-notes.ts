import type { Health, HealthReason } from "../../protocol/health.ts";
import type { AppState } from "../../protocol/state.ts";
import { overviewWords } from "../words/overview-words.ts";
import { photographsStandIn } from "./camera-view.ts";
import type { Note } from "./notes.ts";

/** A camera that the daemon keeps closed until it is told where it stands; null where it is not so. */
export function unaskedNote({
  camera,
  stands,
  health,
}: Pick<AppState, "camera" | "stands" | "health">): Note | null {
  const byDaemon = health.camera.state === "off" && health.camera.by.kind === "system";
  if (stands !== null || camera.wanted === "on" || !byDaemon) return null;
  return { component: "camera", severity: "degraded", ...overviewWords.unasked };
}

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
  if (photographsStandIn(camera)) note("camera", stands.camera);
  // Where the sound card or all music is missing, the health says this and more.
  const isTold = (told: Health, reason: HealthReason) => "reason" in told && told.reason === reason;
  if (player.output === "null" && !isTold(health.player, "output-missing")) note("player", stands.silent);
  if (library.demo && !isTold(health.library, "library-empty")) note("library", stands.music);
  return notes;
}
