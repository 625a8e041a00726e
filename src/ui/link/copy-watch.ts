import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { CopyState } from "../../protocol/music-in.ts";
import { type Answer, ask } from "./ask.ts";

/** How often a running copy is asked about. */
const EVERY_MS = 1_000;
const COPIES = "/api/library/copies";

/** How the copy of a stick is going: asked once, and again and again only while one runs. */
export class CopyWatch implements ReactiveController {
  /** Null before the first answer. */
  copy: CopyState | null = null;
  /** Why the last question had no answer. */
  failure: string | null = null;
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watching = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watching = true;
    void this.look();
  }

  hostDisconnected(): void {
    this.#watching = false;
    clearTimeout(this.#timer);
  }

  get running(): boolean {
    return this.copy?.state === "looking" || this.copy?.state === "copying";
  }

  start(from: string): Promise<Answer<unknown>> {
    return this.#tell(() => ask(COPIES, { method: "POST", body: { from } }));
  }

  cancel(): Promise<Answer<unknown>> {
    return this.#tell(() => ask(COPIES, { method: "DELETE" }));
  }

  async #tell(command: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    const answer = await command();
    await this.look();
    return answer;
  }

  /** Also for whoever wants to try again what had no answer. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const answer = await ask<CopyState>(COPIES);
    if (!this.#watching) return;
    if (answer.ok) this.copy = answer.value;
    this.failure = answer.ok ? null : answer.reason;
    clearTimeout(this.#timer);
    if (this.running) this.#timer = setTimeout(() => void this.look(), EVERY_MS);
    this.#host.requestUpdate();
  }
}
