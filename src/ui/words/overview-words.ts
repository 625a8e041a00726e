import type { Component, Health } from "../../protocol/health.ts";
import { translated } from "../languages/tables.ts";

const parts: Readonly<Record<Component, string>> = {
  player: "Sound",
  library: "Music",
  camera: "Camera",
  vision: "Reading faces",
  store: "Database",
  backup: "Backups",
  disk: "Room on the disk",
  temperature: "Temperature",
  https: "HTTPS",
  clock: "Time of day",
};

const states: Readonly<Record<Health["state"], string>> = {
  ok: "well",
  starting: "starting",
  off: "switched off",
  degraded: "not as it should be",
  down: "not working",
};

const english = {
  title: "Overview",
  well: "Everything is well.",
  /** Nothing is wrong, but not as it is meant to stay. */
  trial: "All works, but some of it is only for a trial.",
  waits: "All works, but something waits for you.",
  stands: {
    camera: {
      what: "A reel of photographs stands in for the camera.",
      cure: "Connect a camera and choose it in the settings; started with --demo, start Mien without it.",
    },
    music: { what: "Pieces that come with Mien play.", cure: "Add your own music." },
    silent: {
      what: "The music plays without a speaker, so nobody hears it.",
      cure: "Choose a speaker in the settings; started with --output null, start Mien without it.",
    },
  },
  some: (count: number) => (count === 1 ? "One thing needs a look." : `${count} things need a look.`),
  health: "How each part is",
  parts,
  states,
  /** Of the camera, where its health alone would not say it. */
  camera: {
    demo: "demo photographs",
    resting: "rests while Mien is closed",
    unasked: "waits to be told where it is",
  },
  /** Ways to what cures something. */
  toSetting: {
    speaker: "Choose a speaker",
    camera: "Choose a camera",
    folders: "Choose the music folders",
    backups: "Choose the folder for backups",
    stands: "Say where Mien stands",
  },
  /** Where that all is well would claim too much. */
  told: {
    silent: "without a speaker",
    noSensor: "no sensor for it here",
    noBackups: "none made yet",
    open: "open",
    shut: "not open to the network",
  },
  unasked: {
    what: "The camera stays closed, as nobody has said where Mien stands.",
    cure: "Say it in the settings, under Place: then the camera opens, where it may.",
  },

  now: "Now",
  nothing: "Nothing plays.",
  paused: "Paused",
  next: (title: string) => `Next: ${title}`,
  faces: (count: number) =>
    count === 0 ? "No face is seen." : count === 1 ? "One face is seen." : `${count} faces are seen.`,
  here: (count: number) =>
    count === 0
      ? "Nobody is here by card or PIN."
      : `${count} ${count === 1 ? "counts" : "count"} as here by card or PIN, until they say that they leave or the room stays empty.`,

  today: "The last 24 hours",
  plays: "Songs played",
  picked: "Chosen by Mien",
  asked: "Asked for by people",
  skipped: "Skipped",
  toHistory: "All of the history",

  machine: "The machine",
  heat: "Temperature",
  disk: "Free on the disk",
  memory: "Free memory",
  used: "Memory that Mien uses",
  up: "Up for",
  backup: "Last backup",
  noBackup: "none yet",
  version: "Version",
  unknown: "not known",
  of: (part: string, whole: string) => `${part} of ${whole}`,
  celsius: (value: number) => `${Math.round(value)} °C`,
  /** Before the first hour is over. */
  minutes: (count: number) => `${count} min`,
  days: (days: number, hours: number) => (days > 0 ? `${days} d ${hours} h` : `${hours} h`),

  do: "What there is to do",
  links: {
    music: "Add music",
    camera: "Aim the camera",
    people: "Add people and cards",
    settings: "Opening hours, volume, moods",
    notice: "Print the notice for the door",
    upkeep: "Backups, updates, the log",
  },
};

export type OverviewWords = typeof english;

/** Every word of the overview. */
export let overviewWords: OverviewWords = english;

translated<OverviewWords>(
  english,
  {
    de: () => import("../languages/de/overview.ts"),
    fr: () => import("../languages/fr/overview.ts"),
    es: () => import("../languages/es/overview.ts"),
    hi: () => import("../languages/hi/overview.ts"),
    ar: () => import("../languages/ar/overview.ts"),
    zh: () => import("../languages/zh/overview.ts"),
  },
  (table) => {
    overviewWords = table;
  },
);
