import type { Pick, PickReason, Track } from "../protocol/music.ts";
import type { AppState, Correction } from "../protocol/state.ts";

export const someTrack = (change: Partial<Track> = {}): Track => ({
  id: "track-1",
  uri: "local:track-1",
  title: "Lantern Street at Noon",
  artists: ["The Paper Kites Club"],
  album: null,
  year: null,
  genres: [],
  languages: [],
  durationMs: 221_000,
  explicit: null,
  gainDb: null,
  cover: null,
  bpm: null,
  isrc: null,
  affect: { point: { valence: 0.5, arousal: 0.1 }, confidence: 1, from: "tag" },
  unplayable: null,
  ...change,
});

export const somePick = (reasons: readonly PickReason[] = [], track: Partial<Track> = {}): Pick => ({
  id: "pick-1",
  item: { kind: "track", track: someTrack(track) },
  pickedAt: 1_000_000,
  reasons,
  draw: null,
});

export const someCorrection = (change: Partial<Correction> = {}): Correction => ({
  id: "correction-1",
  kind: "wrong-mood",
  track: "track-1",
  title: "Kite Weather",
  artist: null,
  by: "guest",
  at: 1_000_000,
  until: 1_060_000,
  holdsUntil: null,
  notedOnly: false,
  ...change,
});

/** Two smiling faces, a content room, and a song that has played for a minute by the daemon's clock. */
export const someState = (change: Partial<AppState> = {}): AppState => ({
  now: 1_000_000,
  place: { id: "place-1", name: "Café" },
  room: { faces: 2, looks: { kind: "mostly", expression: "happy" } },
  mood: {
    affect: { valence: 0.5, arousal: 0.1 },
    label: "content",
    confidence: 0.8,
    since: 900_000,
    until: null,
    basis: "faces",
  },
  player: {
    intended: "playing",
    output: "auto",
    volume: 0.6,
    actual: { state: "playing", pick: somePick(), positionMs: 60_000, at: 1_000_000 },
  },
  volumeRange: { floor: 0, ceiling: 1, because: null },
  opensAt: null,
  queue: [],
  sixPicks: [],
  direction: {
    policy: "match",
    target: { valence: 0.5, arousal: 0.1 },
    reach: 0.45,
    path: null,
    daypart: null,
  },
  preferences: { languages: [], artists: [], policy: null, until: null },
  people: { named: [], others: 0 },
  lastCorrection: null,
  corrections: [],
  camera: { wanted: "on", looking: true, kind: "v4l2", demo: false, sensing: "expressions" },
  library: { tracks: 100, unplayable: 0, demo: false, scan: null, covers: null, analysis: null },
  cards: {
    readers: [],
    trouble: null,
    teaching: null,
    lastTeaching: null,
    learning: null,
    lastLearning: null,
  },
  health: {
  guests: { page: "off", address: null, codeAtRest: false, waiting: 0, vote: null, lastSkip: null },
    camera: { state: "ok" },
    vision: { state: "ok" },
    player: { state: "ok" },
    library: { state: "ok" },
    store: { state: "ok" },
    backup: { state: "ok" },
    disk: { state: "ok" },
    temperature: { state: "ok" },
    clock: { state: "ok" },
  },
  ...change,
});
