/**
 * Something that makes sound, one per scheme: mpv for local files, others later. An output plays one thing at a
 * time, never chooses, and never retries: it says what happened and the player decides.
 */
export interface Output {
  readonly capabilities: OutputCapabilities;
  /** Ready to load, or a reason in one sentence. Called again after `lost`. */
  start(): Promise<
    { ok: true } | { ok: false; reason: "mpv-missing" | "mpv-gone" | "output-missing"; detail: string }
  >;
  /** Ends the sound and the process behind it. Never throws. A start or load under way comes back with a failure. */
  stop(): Promise<void>;
  /** Resolves when sound is due to begin, or with the reason why this item can't be played. */
  load(
    item: LoadRequest,
  ): Promise<
    { ok: true; durationMs: number | null } | { ok: false; because: "unplayable" | "lost"; detail: string }
  >;
  pause(): Promise<void>;
  resume(): Promise<void>;
  seek(positionMs: number): Promise<void>;
  /** 0 to 1, as a person hears it: the output applies its own curve. */
  setVolume(volume: number): Promise<void>;
  /** To silence or back within this time; resolves when it is there. */
  fade(to: "out" | "in", durationMs: number): Promise<void>;
  /** Subscribes; returns the undo. */
  on(listener: (event: OutputEvent) => void): () => void;
}

export interface OutputCapabilities {
  crossfade: boolean;
  gapless: boolean;
  seek: boolean;
}

export interface LoadRequest {
  path: string;
  startAtMs: number;
  paused: boolean;
  /** From ReplayGain; null where the file says nothing. */
  gainDb: number | null;
}

export type OutputEvent =
  /** The clock of the sound itself, about four times a second while it plays. */
  | { type: "position"; positionMs: number }
  | { type: "ended"; how: "finished" | "unplayable"; detail: string | null }
  /** The process behind it, or its sound card, is gone, does not answer, or its clock stands still. `start` makes a new one. */
  | { type: "lost"; reason: "mpv-gone" | "mpv-stalled" | "output-missing"; detail: string };
