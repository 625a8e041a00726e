/** What is said of a time that runs out, and after how many milliseconds it is said otherwise. */
export interface TimeLeft {
  seconds: number;
  changesInMs: number;
}

const MINUTE_MS = 60_000;
const STEP_MS = 10_000;

/** To the nearest minute, and the last one by ten seconds: whoever waits for the end sees it come, and nothing ticks. */
export function timeLeft(ms: number): TimeLeft {
  const left = Math.max(0, ms);
  if (left < MINUTE_MS) {
    const steps = Math.ceil(left / STEP_MS);
    // Over, and the daemon has not said so yet: what is there stays.
    if (steps <= 1) return { seconds: 10, changesInMs: STEP_MS };
    return { seconds: steps * 10, changesInMs: left - (steps - 1) * STEP_MS };
  }
  const minutes = Math.round(left / MINUTE_MS);
  return { seconds: minutes * 60, changesInMs: left - Math.max(1, minutes - 0.5) * MINUTE_MS + 1 };
}
