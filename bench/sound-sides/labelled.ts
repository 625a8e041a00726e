/** Which half of an axis a track belongs to; null where nothing says so. */
export type Half = "low" | "high" | null;

/** A track whose place is known without listening to it. */
export interface Labelled {
  path: string;
  name: string;
  valence: Half;
  arousal: Half;
  /** Who or what says so. */
  reason: string;
  /** What is quoted are the others. */
  forTuning: boolean;
}
