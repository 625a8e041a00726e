/**
 * Something that makes sound, one per scheme: mpv for local files, others later. An output plays one thing at a
 * time, never chooses, and never retries: it says what happened and the player decides.
 */
export interface Output {
  readonly capabilities: OutputCapabilities;
  /**
   * Files that already sound since `start`, because a process that an earlier daemon left behind plays them. A load of
   * one of them goes on with it; any other load ends it.
   */
  readonly adopted: readonly string[];
  /** Files that such a process has played to their end before `start`, oldest first. */
  readonly playedAlone: readonly string[];
  /** Ready to load, or a reason in one sentence. Called again after `lost`. */
  start(): Promise<
    { ok: true } | { ok: false; reason: "mpv-missing" | "mpv-gone" | "output-missing"; detail: string }
  >;
  /** Fades the sound out, soon, and ends the process behind it. Never throws. A start or load under way comes back with a failure. */
  stop(): Promise<void>;
  /** Resolves when sound is due to begin, or with the reason why this item can't be played. */
  load(item: LoadRequest): Promise<Loaded>;
  /**
   * What follows the song that plays. Where its capabilities say so, the output goes over to it by itself, without a
   * gap or crossfading, and says `advanced`; else, and with null, the song ends and `ended` is said. Comes back soon.
   */
  prepare(item: LoadRequest | null): Promise<void>;
  /** Resolves when what was prepared can sound as soon as it is loaded, or it is known that it won't by itself. */
  whenPrepared(): Promise<void>;
  /** With a short fade, like `resume`. */
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

export type Loaded =
  | {
      ok: true;
      durationMs: number | null;
      /** Where it is, when that is not where the load asked for: it sounded already. */
      positionMs?: number;
    }
  /** `unavailable`: its disk or share does not answer, and the song is not to blame. */
  | { ok: false; because: "unplayable" | "unavailable" | "lost"; detail: string };

export interface OutputCapabilities {
  /** It would cross over now: it can, and that is wished for. */
  crossfade: boolean;
  gapless: boolean;
  seek: boolean;
}

export interface LoadRequest {
  path: string;
  startAtMs: number;
  paused: boolean;
  /** From silence to its volume in this time; at once unless told. */
  fadeInMs?: number;
  /** In this time the song that plays goes out under it, where the output can cross over; at once unless told. */
  overMs?: number;
  /** To be added for levelling; null adds nothing. */
  gainDb: number | null;
}

export type OutputEvent =
  /** The clock of the sound itself, about four times a second while it plays. */
  | { type: "position"; positionMs: number }
  | { type: "ended"; how: "finished" | "unplayable"; detail: string | null }
  /** The song has been played to its end, and what was prepared plays now. */
  | { type: "advanced"; durationMs: number | null }
  /** The process behind it, or its sound card, is gone, does not answer, or its clock stands still. `start` makes a new one. */
  | { type: "lost"; reason: "mpv-gone" | "mpv-stalled" | "output-missing"; detail: string };
