import { backoffMs } from "./backoff.ts";

/**
 * A part of the page that is fetched after the rest: where nothing answers just then, as while Mien starts again or a phone
 * has left the Wi-Fi, it is asked for again until it is there. Without it the page would lack it until it is loaded anew.
 */
export async function untilHad<T>(fetch: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++)
    try {
      return await fetch();
    } catch {
      await new Promise((done) => setTimeout(done, backoffMs(attempt, Math.random())));
    }
}
