import type { CopyState } from "../../protocol/music-in.ts";

type Told = Exclude<CopyState, { state: "idle" }>;

/** What the process that copies is started with. */
export interface CopyStart {
  from: string;
  /** The folder for uploads, and the folder in it that the copy goes to. */
  uploads: string;
  into: string;
  /** Of the process that it works for. */
  run: string;
  keepFreeBytes: number;
}

export type CopyFigures = Pick<Told, "files" | "bytes" | "failures" | "failed">;

/** From the process that copies; it says something at least every few seconds. */
export type CopyReport =
  /** Which of these sounds are in the library? It waits for `CopyAnswer`. */
  | { asks: readonly string[] }
  | { state: "looking" | "copying"; figures: CopyFigures }
  | { state: "done" | "no-room" | "drive-gone" | "failed"; figures: CopyFigures; detail: string | null };

export interface CopyAnswer {
  known: readonly boolean[];
}
