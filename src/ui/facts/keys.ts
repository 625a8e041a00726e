/** What a key means on the kiosk. */
export type KeyAction =
  | { do: "toggle" | "skip" | "mute" | "camera" | "dial" | "rest" }
  | { do: "seek"; byMs: number }
  | { do: "volume"; by: number };

/** Where the key was pressed: a button takes Space itself, a slider takes the arrows. */
export type KeyPlace = "page" | "button" | "slider";

const ACTIONS: ReadonlyMap<string, KeyAction> = new Map<string, KeyAction>([
  [" ", { do: "toggle" }],
  ["k", { do: "toggle" }],
  ["n", { do: "skip" }],
  ["m", { do: "mute" }],
  ["c", { do: "camera" }],
  ["d", { do: "dial" }],
  ["escape", { do: "rest" }],
  ["arrowleft", { do: "seek", byMs: -10_000 }],
  ["arrowright", { do: "seek", byMs: 10_000 }],
  ["arrowup", { do: "volume", by: 0.05 }],
  ["arrowdown", { do: "volume", by: -0.05 }],
]);

/** Null for a key that means nothing here, or is somebody else's. */
export function keyAction(key: string, place: KeyPlace): KeyAction | null {
  const action = ACTIONS.get(key.toLowerCase()) ?? null;
  if (key === " " && place === "button") return null;
  if (key.startsWith("Arrow") && place === "slider") return null;
  return action;
}
