import type { Component, Health } from "../../protocol/health.ts";
import type { AppState } from "../../protocol/state.ts";
import { overviewWords } from "../words/overview-words.ts";
import { words as kioskWords } from "../words/words.ts";
import { trialNotes, unaskedNote } from "./trial-notes.ts";

/** "none" where there is nothing to be well. */
export type Lamp = Health["state"] | "trial" | "none";

/** What is known of the machine; null before it is. */
export interface Known {
  celsius: number | null;
  newestBackupAt: number | null;
}

/** How a part is, in a few words. Of some their health alone, which names faults, would claim too much or too little. */
export function partText(
  component: Component,
  state: Pick<AppState, "camera" | "stands" | "health" | "https" | "player" | "library">,
  known: Known | null,
): string {
  const { camera, states, told: words } = overviewWords;
  const { resting, demo } = state.camera;
  const told = state.health[component].state;
  if (component === "camera" && unaskedNote(state) !== null) return camera.unasked;
  if (component === "camera" && told === "off" && resting) return camera.resting;
  if (component === "camera" && told === "ok" && demo) return camera.demo;
  if (told === "ok") {
    if (component === "temperature" && known?.celsius === null) return words.noSensor;
    if (component === "backup" && known?.newestBackupAt === null) return words.noBackups;
    if (component === "player" && state.player.output === "null") return words.silent;
    if (component === "library" && state.library.demo) return kioskWords.demo.music;
    if (component === "https") return state.https === null ? words.shut : words.open;
  }
  return states[told];
}

/** What the lamp beside it shows: a stand-in, or what is not there, is neither well nor a fault. */
export function lampOf(
  component: Component,
  state: Pick<AppState, "camera" | "library" | "player" | "health">,
  known: Known | null,
): Lamp {
  const { state: told } = state.health[component];
  if (component === "temperature" && told === "ok" && known?.celsius === null) return "none";
  const standsIn = trialNotes(state).some((note) => note.component === component);
  return told === "ok" && standsIn ? "trial" : told;
}
