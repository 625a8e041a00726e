import type { Component, Health } from "./health.ts";
import type { Looks, Mood } from "./mood.ts";
import type { Pick, PlayerState } from "./music.ts";
import type { EpochMs, Id } from "./time.ts";
import type { CameraKind, Sensing } from "./vision.ts";

/** The one place that an appliance stands in. */
export interface Place {
  id: Id;
  name: string;
}

export interface CameraState {
  /** Whether people want it on; the health of `camera` says whether it works. */
  wanted: "on" | "off";
  looking: boolean;
  kind: CameraKind | null;
  /** A reel of photographs stands in for a camera. */
  demo: boolean;
  sensing: Sensing;
}

export interface LibraryState {
  tracks: number;
  unplayable: number;
  /** The demo pieces that the appliance rendered itself. */
  demo: boolean;
  scan: { filesDone: number; filesFound: number } | null;
}

/** Everything that a page shows. A value, not a stream: each section is replaced whole. */
export interface AppState {
  /** The daemon's clock when this was sent, so that a page can place the times in it. */
  now: EpochMs;
  place: Place;
  room: { faces: number; looks: Looks };
  mood: Mood;
  player: PlayerState;
  queue: readonly Pick[];
  camera: CameraState;
  library: LibraryState;
  health: Readonly<Record<Component, Health>>;
}
