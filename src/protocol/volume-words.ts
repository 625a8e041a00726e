import type { VolumeBounds } from "./state.ts";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Why the volume goes no further: the same word for a finger, a key and a program. Empty where it may be anything. */
export function volumeSentence({ floor, ceiling, because }: VolumeBounds): string {
  const range =
    floor > 0 && ceiling < 1
      ? `from ${percent(floor)} to ${percent(ceiling)}`
      : floor > 0
        ? `at least ${percent(floor)}`
        : `at most ${percent(ceiling)}`;
  return {
    settings: `The owner has set it to ${range}.`,
    daypart: `At this time of day it is ${range}.`,
    "quiet-hours": `Quiet hours: ${range}.`,
    clock: `Until this machine knows the time it is ${range}.`,
    none: "",
  }[because ?? "none"];
}
