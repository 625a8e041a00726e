import type { Component, Health } from "../../protocol/health.ts";
import type { AppState } from "../../protocol/state.ts";
import { words } from "../words.ts";
import { workNotes } from "./work-notes.ts";

/** One thing that is not right. */
export interface Note {
  component: Component;
  /** A part that is down outranks one that is degraded. */
  severity: "down" | "degraded";
  what: string;
  cure: string;
}

/** Most urgent for the music first. */
const ORDER: readonly Component[] = [
  "player",
  "library",
  "camera",
  "vision",
  "store",
  "disk",
  "temperature",
  "backup",
  "clock",
];

/** What is not right, the most important first. A camera that a person closed is no trouble. */
export function healthNotes(health: AppState["health"], cameraWanted: boolean): readonly Note[] {
  const notes = ORDER.flatMap((component): Note[] => {
    const one: Health | undefined = health[component];
    if (!one || (one.state !== "degraded" && one.state !== "down")) return [];
    if (component === "camera" && !cameraWanted) return [];
    const trouble = words.troubles[one.reason] ?? words.otherTrouble;
    return [{ component, severity: one.state, ...trouble }];
  });
  return [
    ...notes.filter(({ severity }) => severity === "down"),
    ...notes.filter(({ severity }) => severity === "degraded"),
  ];
}

/** Small labels for what stands in for the real thing, and for long work that is under way. */
export function demoNotes({ camera, library, player, health }: AppState): readonly string[] {
  const labels: string[] = [];
  if (camera.demo) labels.push(words.demo.camera);
  if (library.demo) labels.push(words.demo.music);
  // Where the sound card is missing, the note says this and more.
  const said = "reason" in health.player && health.player.reason === "output-missing";
  if (player.output === "null" && !said) labels.push(words.demo.silent);
  return [...labels, ...workNotes(library)];
}
