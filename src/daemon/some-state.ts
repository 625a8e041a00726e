import type { AppState } from "../protocol/state.ts";

/** A state for tests to start from: nobody is seen and nothing plays. */
export const someState: AppState = {
  now: 0,
  place: { id: "0190a6e0-0000-7000-8000-000000000000", name: "Mien" },
  room: { faces: 0, looks: { kind: "nobody" } },
  mood: {
    affect: { valence: 0.35, arousal: 0.1 },
    label: "content",
    confidence: 0,
    since: 0,
    until: null,
    basis: "daypart",
  },
  player: {
    intended: "playing",
    output: "null",
    volume: 0.6,
    actual: { state: "idle", because: "starting" },
  },
  volumeRange: { floor: 0, ceiling: 1, because: null },
  opensAt: null,
  queue: [],
  sixPicks: [],
  direction: {
    policy: "match",
    target: { valence: 0.35, arousal: 0.1 },
    reach: 0.6,
    path: null,
    daypart: null,
  },
  preferences: { languages: [], artists: [], policy: null, until: null },
  lastCorrection: null,
  corrections: [],
  camera: { wanted: "on", looking: false, kind: null, demo: false, sensing: "expressions" },
  library: { tracks: 0, unplayable: 0, demo: false, scan: null, covers: null, analysis: null },
  health: {
    camera: { state: "starting" },
    vision: { state: "starting" },
    player: { state: "starting" },
    library: { state: "starting" },
    store: { state: "ok" },
    backup: { state: "ok" },
    disk: { state: "ok" },
    temperature: { state: "ok" },
    clock: { state: "ok" },
  },
};
