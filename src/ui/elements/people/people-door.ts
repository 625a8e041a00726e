import type { LitElement, ReactiveController } from "lit";
import { openGateBy } from "../../link/sign-in-gate.ts";
import { whenIdle } from "../../when-idle.ts";
import type { PeopleDialog } from "./people-dialog.ts";

/**
 * Opens the page's `<people-dialog>`: when somebody wants to, and when what they do takes signing in. The dialog's code
 * comes with its first use, or when somebody has come who may want it, so that no page waits for it at the start.
 */
export class PeopleDoor implements ReactiveController {
  readonly #host: LitElement;
  #undo: () => void = () => undefined;
  /** Answers how to have the code not fetched any more; null where nobody has come. */
  #fetching: (() => void) | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#undo = openGateBy(async (as) => (await this.#dialog())?.ask(as) ?? false);
  }

  hostDisconnected(): void {
    this.#undo();
    this.#fetching?.();
  }

  /** Once the page has nothing else to do: somebody is there. */
  makeReady(): void {
    this.#fetching ??= whenIdle(() => void import("./people-dialog.ts"));
  }

  readonly open = async (): Promise<void> => (await this.#dialog())?.open();

  readonly openForAdmin = async (): Promise<void> => void (await (await this.#dialog())?.ask("admin"));

  /** Nobody is there any more. */
  close(): void {
    this.#there?.close?.();
  }

  /** Somebody has signed in with a card. */
  cameByCard(): void {
    this.#there?.cameByCard?.();
  }

  /** Its methods come with its code. */
  get #there(): PeopleDialog | null {
    return this.#host.renderRoot.querySelector<PeopleDialog>("people-dialog");
  }

  async #dialog(): Promise<PeopleDialog | null> {
    // Asked for again, even a script that is here keeps a finger waiting for some frames.
    if (customElements.get("people-dialog") === undefined) await import("./people-dialog.ts");
    const dialog = this.#there;
    await dialog?.updateComplete;
    return dialog;
  }
}
