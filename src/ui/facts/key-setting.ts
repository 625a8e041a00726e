const KEY = "mien-one-key-shortcuts";

/**
 * Whether single keys do something on the kiosk (WCAG 2.1.4). Kept per browser; one that keeps nothing, such as a
 * private window, has them on each time.
 */
export class KeySetting extends EventTarget {
  readonly #storage: Storage | null;
  #on: boolean;

  constructor(storage: Storage | null) {
    super();
    this.#storage = storage;
    this.#on = kept(storage) !== "off";
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    try {
      this.#storage?.setItem(KEY, on ? "on" : "off");
    } catch {
      // A full or forbidden storage: then it holds for as long as the page is open.
    }
    this.dispatchEvent(new Event("change"));
  }
}

function kept(storage: Storage | null): string | null {
  try {
    return storage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}

/** Reading `localStorage` itself throws where a browser forbids it. */
function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

export const keySetting = new KeySetting(browserStorage());
