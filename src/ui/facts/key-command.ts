import type { Command } from "../../protocol/messages.ts";
import type { Id } from "../../protocol/time.ts";
import type { KeyAction } from "./keys.ts";

export interface KeyFacts {
  playing: boolean;
  /** 0 to 1. */
  volume: number;
  /** As quiet as the owner lets anybody make it. */
  floor: number;
  /** The volume to come back to when it is silent, or as quiet as may be. */
  volumeBefore: number;
  cameraWanted: boolean;
  mayOpenCamera: boolean;
  durationMs: number;
  positionMs: number;
  /** The track that plays; null where there is none. */
  track: Id | null;
  /** What was corrected last and can still be taken back; null where there is nothing. */
  corrected: Id | null;
}

/** The command that a key stands for, given how things are; null where it means nothing. */
export function keyCommand(action: KeyAction, facts: KeyFacts): Command | null {
  switch (action.do) {
    case "toggle":
      return { do: facts.playing ? "pause" : "play" };
    case "skip":
      return { do: "skip" };
    case "mute":
      return { do: "setVolume", volume: facts.volume > facts.floor ? 0 : facts.volumeBefore };
    case "camera":
      if (!facts.cameraWanted && !facts.mayOpenCamera) return null;
      return { do: "switchCamera", on: !facts.cameraWanted };
    case "volume":
      return { do: "setVolume", volume: Math.round(clamp(facts.volume + action.by, 1) * 100) / 100 };
    case "seek":
      if (facts.durationMs <= 0) return null;
      return { do: "seek", positionMs: Math.round(clamp(facts.positionMs + action.byMs, facts.durationMs)) };
    case "wrongMood":
      return facts.track === null ? null : { do: "wrongMood", track: facts.track };
    case "undo":
      return facts.corrected === null ? null : { do: "undoCorrection", correction: facts.corrected };
    default:
      return null;
  }
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
