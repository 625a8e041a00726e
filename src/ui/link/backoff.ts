const FIRST_MS = 500;
const LONGEST_MS = 5_000;

/**
 * How long to wait before the next attempt, in ms: 0.5 s, doubling to at most 5 s, less up to a fifth by
 * chance, so that many pages do not all come back in the same instant.
 * @param attempt how many have failed since the last success, from 0
 * @param chance 0 to 1
 */
export function backoffMs(attempt: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return full * (1 - 0.2 * chance);
}
