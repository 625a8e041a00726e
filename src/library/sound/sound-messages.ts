import type { SoundEstimate } from "../../protocol/library.ts";

export interface SoundRequest {
  path: string;
  durationMs: number;
}

/** What came of listening to one file. */
export type Heard =
  | { is: "estimated"; estimate: SoundEstimate }
  /** There is nothing to be heard in it. */
  | { is: "failed"; reason: string }
  /** The thread hung or died, or its ffmpeg was ended. */
  | { is: "crashed"; reason: string }
  | { is: "gone" }
  /** Nothing is wrong with the file: this machine can't listen to any. */
  | { is: "unable"; detail: string };
