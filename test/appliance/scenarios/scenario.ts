import type { Appliance } from "../appliance.ts";

export interface Scenario {
  /** What is done to the appliance. */
  title: string;
  /** How often in the short run and in the long one. */
  times: { short: number; long: number };
  /** How long the short run's times take on an emulated machine whose host has one core to spare, as measured. */
  hostS: number;
  /** The longest silence in seconds that it may cause; null where it is meant to be silent. */
  allowedS: number | null;
  /**
   * Throws where the appliance does not hold what it must; answers the longest silence in seconds, or null where it is
   * meant to be silent. There is music when it begins.
   */
  run(appliance: Appliance, times: number): Promise<number | null>;
}

export const once = { short: 1, long: 1 };
/** It takes minutes of the machine's own time, or many of the host's. */
export const longOnly = { short: 0, long: 1 };
/** What nobody would call an interruption: a song's last fade and the next one's first breath. */
export const uninterruptedS = 1;
