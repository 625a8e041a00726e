import type { Machine } from "../machine/machine.ts";

export interface Scenario {
  /** What is done to the appliance. */
  title: string;
  /** Too long for the short run. */
  long?: true;
  /** Throws where the appliance does not hold what it must. Answers the longest silence in seconds, where it listened. */
  run(machine: Machine): Promise<{ silenceS: number | null }>;
}
