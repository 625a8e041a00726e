import { nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import { keySetting } from "../facts/key-setting.ts";

/** Lets an element name its shortcut to those who listen to the page, for as long as shortcuts are on. */
export class KeySwitch implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    keySetting.addEventListener("change", this.#changed);
  }

  hostDisconnected(): void {
    keySetting.removeEventListener("change", this.#changed);
  }

  /** For `aria-keyshortcuts`. */
  of(keys: string): string | typeof nothing {
    return keySetting.on && keys !== "" ? keys : nothing;
  }

  readonly #changed = (): void => this.#host.requestUpdate();
}
