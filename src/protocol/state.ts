import type { CardsState } from "./cards.ts";
import type { GuestsState } from "./guests.ts";
import type { Component, Health } from "./health.ts";
import type { Affect, Looks, Mood, Policy } from "./mood.ts";
import type { Pick, PlayerState, SixPick } from "./music.ts";
import type { PeopleHere } from "./people.ts";
import type { Settings } from "./settings.ts";
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
  /** It is wanted, and closed while the place is: nobody is read then. `looking` meanwhile, an admin aims it. */
  resting: boolean;
  looking: boolean;
  /** Also of one that is down; null while it is off, or nothing is known of it yet. */
  kind: CameraKind | null;
  /** A reel of photographs stands in for a camera. */
  demo: boolean;
  sensing: Sensing;
  /** So many days the room's mood of each song is kept. */
  moodDays: number;
  /** An admin looks through it now, to aim it. */
  watched: boolean;
  /** It is not opened, whoever asks, until setup is answered. */
  awaitsSetup: boolean;
}

export interface LibraryState {
  tracks: number;
  unplayable: number;
  /** The demo pieces that the appliance rendered itself. */
  demo: boolean;
  scan: Progress | null;
  /** Thumbnails of covers, and estimates from the sound: in the background, after the scan. */
  covers: Progress | null;
  analysis: Progress | null;
}

/** Of long work. */
export interface Progress {
  done: number;
  of: number;
  /** How long it will still take; null while that can't be told. */
  leftMs: number | null;
}

/** Where the music is heading. */
export interface Direction {
  policy: Policy;
  target: Affect;
  /** Tracks within this distance suit. */
  reach: number;
  /** The way that `glide` goes, from the room's mood to its end; `step` is the song that plays on it, from 0. */
  path: { points: readonly Affect[]; step: number } | null;
  /** The part of the day whose ways hold. */
  daypart: string | null;
}

/**
 * How quiet and how loud anybody may make it now, from 0 to 1, and which of the owner's rules says so: the range that
 * always holds, the part of the day, the quiet hours, or all quiet hours at once, as the machine does not know the time.
 * Null where it may be anything.
 */
export interface VolumeBounds {
  floor: number;
  ceiling: number;
  because: "settings" | "daypart" | "quiet-hours" | "clock" | null;
}

/** What guests chose to hear, and what there is to choose from. */
export interface Preferences {
  languages: readonly string[];
  artists: readonly string[];
  /** Outranks the owner's; null leaves it to them. */
  policy: Policy | null;
  until: EpochMs | null;
}

/** A "wrong mood" or a block, with the way back. */
export interface Correction {
  id: Id;
  kind: "wrong-mood" | "block-song" | "block-artist";
  /** Null where an artist was blocked by name. */
  track: Id | null;
  title: string;
  /** The artist that is blocked. */
  artist: string | null;
  by: "guest" | "owner";
  at: EpochMs;
  /** For as long it is shown as `lastCorrection`. */
  until: EpochMs;
  /** When a block ends by itself, as a guest's does; null where it holds until it is taken back. */
  holdsUntil: EpochMs | null;
  /** The owner has said where this song stands, so a guest's "wrong mood" did not move it: it is noted for the owner. */
  notedOnly: boolean;
  /**
   * It took this song away, which was heard or somebody had asked for: undone while it is shown, that comes next where it
   * may be played still. Others that it took away come with it.
   */
  putsBack: boolean;
}

/** By HTTPS, with the appliance's own certificate. */
export interface SecureAddress {
  /** A name or an address by which others find the machine. */
  host: string;
  port: number;
  /** SHA-256 of the certificate, as browsers show it. */
  fingerprint: string;
}

/** Everything that a page shows. A value, not a stream: each section is replaced whole. */
export interface AppState {
  /** The daemon's clock when this was sent, so that a page can place the times in it. */
  now: EpochMs;
  place: Place;
  /** The time zone that its hours go by, such as Europe/Berlin: pages tell times by it, wherever they are. */
  timeZone: string;
  /** Those that the screens offer, the first one at rest; with none, all that the pages know. */
  screenLanguages: Settings["screenLanguages"];
  /** What its owner said that the place is: names are shown at home alone, and faces are not read at work or in a school. */
  stands: Settings["stands"];
  room: { faces: number; looks: Looks };
  mood: Mood;
  player: PlayerState;
  volumeRange: VolumeBounds;
  /** Closed, this is when the music begins again by itself; null where that can't be told, or it is open. */
  opensAt: EpochMs | null;
  queue: readonly Pick[];
  /** Up to six songs to choose from that differ from each other, first those that suit. Their `draw` is null: a person chooses. */
  sixPicks: readonly SixPick[];
  direction: Direction;
  preferences: Preferences;
  people: PeopleHere;
  /** Where admins come in from other machines; null while the appliance is not open to them. */
  https: SecureAddress | null;
  /** What was corrected last by a guest, for a while: `undoCorrection` takes it back, and then the one before is the last. */
  lastCorrection: Correction | null;
  /** Newest first, ten at most. Guests may take back each of a guest's, the owner all of them. */
  corrections: readonly Correction[];
  camera: CameraState;
  library: LibraryState;
  cards: CardsState;
  guests: GuestsState;
  health: Readonly<Record<Component, Health>>;
}
