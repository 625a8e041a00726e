import type { Output } from "../output.ts";

/** What a pair needs of each of its decks, besides that it plays. */
export interface Deck extends Output {
  /** Its process is there, as far as is known. */
  readonly running: boolean;
  /** As `start`, without asking the device for a sound: another deck may have it. */
  standBy(): ReturnType<Output["start"]>;
  comeIn(durationMs: number, shape: "ear" | "power"): Promise<void>;
  fade(to: "out" | "in", durationMs: number, shape?: "ear" | "power"): Promise<void>;
  unload(): Promise<void>;
}
