import { keep, kept } from "../link/browser-memory.ts";

const KEY = "mien-one-key-shortcuts";

/**
 * Whether single keys do something on the kiosk (WCAG 2.1.4). Kept per browser; one that keeps nothing, such as a
 * private window, has them on each time.
 */
export class KeySetting extends EventTarget {
  #on = kept(KEY) !== "off";
  #used = false;

  /** Whether whoever is here has touched this page by a key: without a keyboard nobody has a use for what is said of keys. */
  get used(): boolean {
    return this.#used;
  }

  use(): void {
    if (this.#used) return;
    this.#used = true;
    this.dispatchEvent(new Event("change"));
  }

  /** Whoever comes next may have no more than a finger. */
  rest(): void {
    if (!this.#used) return;
    this.#used = false;
    this.dispatchEvent(new Event("change"));
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    keep(KEY, on ? "on" : "off");
    this.dispatchEvent(new Event("change"));
  }
}

export const keySetting = new KeySetting();
