import { keep, kept } from "../link/browser-memory.ts";

const KEY = "mien-one-key-shortcuts";

/**
 * Whether single keys do something on the kiosk (WCAG 2.1.4). Kept per browser; one that keeps nothing, such as a
 * private window, has them on each time.
 */
export class KeySetting extends EventTarget {
  #on = kept(KEY) !== "off";
  #used = false;

  /** Whether this page was touched by a key: without a keyboard nobody has a use for what is said of keys. */
  get used(): boolean {
    return this.#used;
  }

  use(): void {
    if (this.#used) return;
    this.#used = true;
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
