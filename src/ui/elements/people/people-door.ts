import type { LitElement, ReactiveController } from "lit";
import { openGateBy } from "../../link/sign-in-gate.ts";
import type { PeopleDialog } from "./people-dialog.ts";

/**
 * Opens the page's `<people-dialog>`: when somebody wants to, and when what they do takes signing in. The dialog's code
 * comes with its first use, so that nobody waits for it who never signs in.
 */
export class PeopleDoor implements ReactiveController {
  readonly #host: LitElement;
  #undo: () => void = () => undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#undo = openGateBy(async (as) => (await this.#dialog())?.ask(as) ?? false);
  }

  hostDisconnected(): void {
    this.#undo();
  }

  readonly open = async (): Promise<void> => (await this.#dialog())?.open();

  readonly openForAdmin = async (): Promise<void> => void (await (await this.#dialog())?.ask("admin"));

  /** Nobody is there any more. */
  close(): void {
    this.#host.renderRoot.querySelector<PeopleDialog>("people-dialog")?.close?.();
  }

  async #dialog(): Promise<PeopleDialog | null> {
    await import("./people-dialog.ts");
    const dialog = this.#host.renderRoot.querySelector<PeopleDialog>("people-dialog");
    await dialog?.updateComplete;
    return dialog;
  }
}
