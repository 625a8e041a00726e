import { setTimeout as delay } from "node:timers/promises";

/**
 * Waits for conditions, never for time: asks until there is an answer that is neither false, null nor undefined, and
 * gives that back. `what` names what was waited for in vain. Times in the machine vary twofold, so limits are wide.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  limitMs: number,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  // Asking is work too, for a machine that has little time: what takes long is asked for less often.
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 1.3, 1_000)) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}.`);
    await delay(pauseMs);
  }
}
