import type { LitElement, ReactiveController } from "lit";

const BY_TAB =
  "button:not(:disabled), a[href], input:not(:disabled), select, textarea, summary, [tabindex='0']";
/** Lines that nobody tabs to, for where there is nothing else. */
const AT_ALL = "[tabindex]";

/**
 * When a render takes away what has the focus, such as a button whose work is done, the focus goes to the first thing that
 * can have it in the nearest element around that is still there; what Tab reaches comes before lines with `tabindex="-1"`.
 * Otherwise a browser would begin again at the page's first link, and a screen reader would say nothing.
 */
export function keepFocus(host: LitElement): void {
  host.addController(new KeptFocus(host));
}

class KeptFocus implements ReactiveController {
  readonly #host: LitElement;
  #had: Element | null = null;
  /** What was around it, from within. */
  #around: readonly ParentNode[] = [];

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#had = this.#host.shadowRoot?.activeElement ?? null;
    this.#around = around(this.#had);
  }

  hostUpdated(): void {
    if (this.#had === null || this.#had.isConnected || !this.#host.isConnected) return;
    this.#around.some((place) => place.isConnected && first(place));
    this.#had = null;
    this.#around = [];
  }
}

/** Up to the page: out of each element's shadow, to what is beside that element. */
function around(from: Element | null): readonly ParentNode[] {
  const places: ParentNode[] = [];
  for (let at: Node | null = from; at !== null; at = at.parentNode ?? (at as ShadowRoot).host ?? null)
    if (at !== from && (at instanceof Element || at instanceof ShadowRoot)) places.push(at);
  return places;
}

function first(place: ParentNode): boolean {
  for (const kind of [BY_TAB, AT_ALL])
    for (const found of place.querySelectorAll<HTMLElement>(kind)) {
      if (!found.checkVisibility()) continue;
      found.focus();
      if (found.matches(":focus")) return true;
    }
  return false;
}
