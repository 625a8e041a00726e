import type { Component, Health, HealthReason } from "../../protocol/health.ts";
import type { AppState, CameraState } from "../../protocol/state.ts";
import type { CameraKind, CameraReason } from "../../protocol/vision.ts";
import type { Trouble } from "../words/trouble-words.ts";
import { words } from "../words/words.ts";
import { workNotes } from "./work-notes.ts";

/** One thing that is not right. */
export interface Note {
  component: Component;
  /** Where a part's health gives one. */
  reason?: HealthReason;
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
  "https",
  "clock",
];

/** What is not right, the most important first. A camera that a person closed is no trouble; null leaves it out. */
export function healthNotes(
  health: AppState["health"],
  camera: Pick<CameraState, "wanted" | "kind"> | null,
): readonly Note[] {
  const notes = ORDER.flatMap((component): Note[] => {
    const one: Health | undefined = health[component];
    if (!one || (one.state !== "degraded" && one.state !== "down")) return [];
    if (component === "camera" && camera?.wanted !== "on") return [];
    const trouble =
      (component === "camera" ? cameraTrouble(one.reason, camera?.kind ?? null) : null) ??
      words.troubles[one.reason] ??
      words.otherTrouble;
    const { what, cure, named } = trouble;
    const { reason, state: severity } = one;
    return [{ component, reason, severity, what: (one.named && named?.(one.named)) || what, cure }];
  });
  return [
    ...notes.filter(({ severity }) => severity === "down"),
    ...notes.filter(({ severity }) => severity === "degraded"),
  ];
}

/** Of the music and the camera: what somebody in the room notices. */
const NOTICED: ReadonlySet<Component> = new Set(["player", "library", "camera", "vision"]);

/** Another database is there than before, with less in it, and nobody wanted that. */
const REPLACED: ReadonlySet<HealthReason> = new Set(["database-replaced", "database-emptied"]);

/**
 * What guests are told unasked: what they notice themselves, and no work for somebody else. Lists and favourites of before
 * come back with a backup, so they notice that, too; that a disk is full they don't: what is heard is kept in memory. What an
 * admin restored is theirs to tell.
 */
export const forGuests = (notes: readonly Note[]): readonly Note[] =>
  notes
    .filter(
      ({ component, reason }) => NOTICED.has(component) || (reason !== undefined && REPLACED.has(reason)),
    )
    .map((note) => ({ ...note, cure: "" }));

/** The worst of them and how many more there are, as they stand in one line. */
export function notesText([worst, ...others]: readonly Note[]): string {
  if (worst === undefined) return "";
  const more = others.length === 0 ? "" : words.notes.more(others.length);
  return [worst.what, worst.cure, more].filter((part) => part !== "").join(" ");
}

/** Small labels for what stands in for the real thing, and for long work that is under way. */
export function demoNotes({ camera, library, player, health }: AppState): readonly string[] {
  const labels: string[] = [];
  if (camera.demo) labels.push(words.demo.camera);
  if (library.demo) labels.push(words.demo.music);
  // Where the sound card is missing, the note says this and more.
  const said = "reason" in health.player && health.player.reason === "output-missing";
  if (player.output === "null" && !said) labels.push(words.demo.silent);
  // At rest there is no slider that would show it, and the room hears nothing.
  if (player.volume === 0) labels.push(words.demo.muted);
  return [...labels, ...workNotes(library)];
}

/** Nobody can plug a film in. Null for a device, and for what is not the camera's own. */
function cameraTrouble(reason: HealthReason, kind: CameraKind | null): Trouble | null {
  const troubles = kind === null || kind === "v4l2" ? null : words.cameraTroubles[kind];
  return troubles !== null && reason in troubles ? troubles[reason as CameraReason] : null;
}
