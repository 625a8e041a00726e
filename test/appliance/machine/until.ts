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
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}.`);
    await delay(100);
  }
}
