/** A moment for browsers that can't tell when they are idle, as Safari can't. */
const MOMENT_MS = 200;

/** Acts once the page has nothing else to do; answers how to have it not act any more. */
export function whenIdle(act: () => void): () => void {
  if ("requestIdleCallback" in globalThis) {
    const asked = requestIdleCallback(act);
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(act, MOMENT_MS);
  return () => clearTimeout(timer);
}
