/** What a key means on the kiosk. */
export type KeyAction =
  | { do: "toggle" | "skip" | "mute" | "camera" | "dial" | "rest" | "wrongMood" | "undo" | "favourite" }
  /** One of the six picks, from 0. */
  | { do: "pick"; index: number }
  | { do: "seek"; byMs: number }
  | { do: "volume"; by: number };

/** Where the key was pressed: a button takes Space itself, a slider takes the arrows, and a field takes everything. */
export type KeyPlace = "page" | "button" | "slider" | "text";

const ACTIONS: ReadonlyMap<string, KeyAction> = new Map<string, KeyAction>([
  [" ", { do: "toggle" }],
  ["k", { do: "toggle" }],
  ["n", { do: "skip" }],
  ["m", { do: "mute" }],
  ["c", { do: "camera" }],
  ["d", { do: "dial" }],
  ["w", { do: "wrongMood" }],
  ["z", { do: "undo" }],
  ["f", { do: "favourite" }],
  ...[0, 1, 2, 3, 4, 5].map((index): [string, KeyAction] => [String(index + 1), { do: "pick", index }]),
  ["escape", { do: "rest" }],
  ["arrowleft", { do: "seek", byMs: -10_000 }],
  ["arrowright", { do: "seek", byMs: 10_000 }],
  ["arrowup", { do: "volume", by: 0.05 }],
  ["arrowdown", { do: "volume", by: -0.05 }],
]);

/**
 * Null for a key that means nothing here, or is somebody else's.
 * @param on whether shortcuts are switched on; Escape leaves in any case
 */
export function keyAction(key: string, place: KeyPlace, on = true): KeyAction | null {
  if (place === "text" || (!on && key !== "Escape")) return null;
  const action = ACTIONS.get(key.toLowerCase()) ?? null;
  if (key === " " && place === "button") return null;
  if (key.startsWith("Arrow") && place === "slider") return null;
  return action;
}
