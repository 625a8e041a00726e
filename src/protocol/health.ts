import type { Actor, ToldActor } from "./people.ts";
import type { EpochMs } from "./time.ts";
import type { CameraReason, VisionFault } from "./vision.ts";

/** The parts that can fail on their own. */
export type Component =
  | "camera"
  | "vision"
  | "player"
  | "library"
  | "store"
  | "backup"
  | "disk"
  | "temperature"
  | "https"
  | "clock";

/** Each one has its paragraph in the README: what it means and what to do. */
export type HealthReason =
  | CameraReason
  | VisionFault
  | "vision-crashed"
  | "vision-silent"
  | "mpv-missing"
  | "mpv-gone"
  | "mpv-stalled"
  | "output-missing"
  | "output-elsewhere"
  | "nothing-playable"
  | "folder-missing"
  | "library-empty"
  | "disk-full"
  | "store-unavailable"
  | "database-replaced"
  | "database-emptied"
  | "database-restored"
  | "restore-failed"
  | "backup-folder-missing"
  | "backup-no-room"
  | "backup-failed"
  | "disk-low"
  | "too-hot"
  | "https-port"
  | "https-certificate"
  | "clock-unset";

export type Health =
  | { state: "starting" | "ok" }
  /** A person switched it off; or the schedule, as a camera's while the place is closed. */
  | { state: "off"; by: Actor | ToldActor }
  | {
      /** Degraded still does its job, but not as it should. */
      state: "degraded" | "down";
      reason: HealthReason;
      /** One sentence that names the culprit and the cure. */
      detail: string;
      /** What it is about, by a name that guests may read: of a folder's path the last one. */
      named?: string;
      since: EpochMs;
      retryAt: EpochMs | null;
    };
