import type { LibraryState, Progress } from "../../protocol/state.ts";
import { perLanguage } from "../languages/tables.ts";
import { words } from "../words/words.ts";

// The page says it with every word of the daemon: a format is made once.
const whole = perLanguage((tag) => new Intl.NumberFormat(tag));
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Long work on the library, in words: the scan by itself, for as long as it runs; else what follows it. */
export function workNotes({ scan, covers, analysis }: LibraryState): readonly string[] {
  if (scan) return [workText("scan", scan)];
  const notes: string[] = [];
  if (covers) notes.push(workText("covers", covers));
  if (analysis) notes.push(workText("analysis", analysis));
  return notes;
}

export function workText(kind: "scan" | "covers" | "analysis", { done, of, leftMs }: Progress): string {
  const count = (files: number): string => whole().format(files);
  return words.progress[kind](count(done), count(of), leftMs === null ? null : leftText(leftMs));
}

/** As rough as such a guess is: minutes, then hours, then days. */
export function leftText(ms: number): string {
  if (ms < MINUTE_MS) return words.progress.seconds;
  if (ms < 90 * MINUTE_MS) return words.progress.minutes(Math.round(ms / MINUTE_MS));
  if (ms < 2 * DAY_MS) return words.progress.hours(Math.round(ms / HOUR_MS));
  return words.progress.days(Math.round(ms / DAY_MS));
}
