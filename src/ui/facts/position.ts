import type { MonotonicMs } from "../../protocol/time.ts";
import type { PositionMark } from "../link/link-state.ts";

/**
 * Where in the song the sound is, in ms from 0 to its length.
 * @param running whether the sound goes on since the mark
 */
export function positionMs(
  mark: PositionMark,
  running: boolean,
  durationMs: number,
  now: MonotonicMs,
): number {
  const passed = running ? Math.max(0, now - mark.markedAt) : 0;
  return Math.min(Math.max(0, mark.positionMs + passed), Math.max(0, durationMs));
}

/** "1:24", "0:00", "1:02:03". */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
