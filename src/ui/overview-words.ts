import type { Component, Health } from "../protocol/health.ts";

const parts: Readonly<Record<Component, string>> = {
  player: "Sound",
  library: "Music",
  camera: "Camera",
  vision: "Reading faces",
  store: "Memory of Mien",
  backup: "Backups",
  disk: "Room on the disk",
  temperature: "Heat",
  clock: "Time of day",
};

const states: Readonly<Record<Health["state"], string>> = {
  ok: "well",
  starting: "starting",
  off: "switched off",
  degraded: "not as it should be",
  down: "not working",
};

/** Every word of the overview. */
export const overviewWords = {
  title: "Overview",
  well: "Everything is well.",
  some: (count: number) => (count === 1 ? "One thing needs a look." : `${count} things need a look.`),
  health: "How each part is",
  part: (component: string) => parts[component as Component] ?? component,
  state: (state: Health["state"]) => states[state],

  now: "Now",
  nothing: "Nothing plays.",
  paused: "Paused",
  next: (title: string) => `Next: ${title}`,
  faces: (count: number) =>
    count === 0 ? "No face is seen." : count === 1 ? "One face is seen." : `${count} faces are seen.`,
  here: (count: number) =>
    count === 0 ? "Nobody is signed in at the kiosk." : `${count} signed in at the kiosk.`,

  today: "The last 24 hours",
  plays: "Songs played",
  picked: "Chosen by Mien",
  asked: "Asked for by people",
  skipped: "Ended early",
  toHistory: "All of the history",

  machine: "The machine",
  heat: "Temperature",
  disk: "Free on the disk",
  memory: "Free memory",
  used: "Memory of Mien's own",
  up: "Up for",
  backup: "Last backup",
  noBackup: "none yet",
  version: "Version",
  unknown: "not known",
  of: (part: string, whole: string) => `${part} of ${whole}`,
  celsius: (value: number) => `${Math.round(value)} °C`,
  days: (days: number, hours: number) => (days > 0 ? `${days} d ${hours} h` : `${hours} h`),

  do: "What there is to do",
  links: [
    { href: "/library#add", text: "Add music" },
    { href: "/camera", text: "Aim the camera" },
    { href: "/people", text: "Add people and cards" },
    { href: "/settings", text: "Opening hours, volume, moods" },
    { href: "/notice", text: "Print the notice for the door" },
    { href: "/upkeep", text: "Backups, updates, the log" },
  ],
};
