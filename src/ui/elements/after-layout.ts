/** Reads what it wants to know of the page; what comes back writes what came of it. Null where nothing is to be written. */
export type Measure = () => (() => void) | null;

const waiting = new Map<Element, Set<Measure>>();

// Called in each frame between its layout and its painting: to read costs nothing there, while a read anywhere else has
// the browser lay out the page once more. All read before any writes; what a write reads again costs a layout of its own.
const laidOut = new ResizeObserver((entries) => {
  const writes = entries.flatMap(({ target }) =>
    [...(waiting.get(target) ?? [])].map((measure) => measure()),
  );
  for (const write of writes) write?.();
});

// Asked whether its fonts are ready, a browser lays out the page at once; told by it, nothing has to wait.
document.fonts.addEventListener("loadingdone", () => {
  for (const element of waiting.keys()) measureAgain(element);
});

/** Whenever `element` has another size, until the call of what comes back. */
export function whenResized(element: Element, measure: Measure): () => void {
  const measures = waiting.get(element) ?? new Set();
  waiting.set(element, measures.add(measure));
  laidOut.observe(element);
  return () => {
    measures.delete(measure);
    if (measures.size > 0) return;
    waiting.delete(element);
    laidOut.unobserve(element);
  };
}

/** In the next frame too, whatever its size: something else has changed. */
export function measureAgain(element: Element): void {
  if (!waiting.has(element)) return;
  laidOut.unobserve(element);
  laidOut.observe(element);
}
