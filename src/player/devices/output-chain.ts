import type { Output, OutputEvent } from "../output.ts";
import { Serial } from "../serial.ts";

export interface NamedOutput {
  /** As the settings and the state call it. */
  name: string;
  output: Output;
}

export type ChainStarted =
  /** `missing` says why a better output than this one does not play. */
  | { ok: true; missing: string | null }
  | { ok: false; reason: "mpv-missing" | "mpv-gone" | "output-missing"; detail: string };

/** Outputs in order of preference, of which one at a time plays. */
export class OutputChain {
  readonly #outputs: readonly NamedOutput[];
  readonly #serial = new Serial();
  readonly #passedOver = new Set<NamedOutput>();
  #active: NamedOutput;

  constructor(outputs: readonly NamedOutput[], onEvent: (event: OutputEvent) => void) {
    const [first] = outputs;
    if (first === undefined) throw new Error("a player needs at least one output");
    this.#outputs = outputs;
    this.#active = first;
    for (const named of outputs)
      named.output.on((event) => {
        if (this.#active === named) onEvent(event);
      });
  }

  get active(): NamedOutput {
    return this.#active;
  }

  get isPreferred(): boolean {
    return this.#active === this.#outputs[0];
  }

  /** Nothing is heard: the last one is silent. */
  get isLast(): boolean {
    return this.#active === this.#outputs.at(-1);
  }

  /** The first one that answers. Only a missing one gives way to the next: one that failed is tried again. */
  start(): Promise<ChainStarted> {
    return this.#serial.run(async () => {
      let missing: Extract<ChainStarted, { ok: false }> | null = null;
      for (const named of this.#outputs) {
        const started = await this.#startOf(named);
        if (started.ok) {
          await this.#switchTo(named);
          return { ok: true, missing: missing?.detail ?? null };
        }
        if (started.reason === "mpv-gone") return started;
        missing ??= started;
      }
      return missing ?? { ok: false, reason: "output-missing", detail: "there is no output" };
    });
  }

  /** Starts a better output than the one that plays, where there is one now; `switchTo` makes it the one. */
  findBetter(): Promise<NamedOutput | null> {
    return this.#serial.run(async () => {
      for (const named of this.#outputs) {
        if (named === this.#active) break;
        if ((await this.#startOf(named)).ok) return named;
      }
      return null;
    });
  }

  /**
   * The one that plays counts as missing from now on: it starts, takes sound, and does not play it. Answers whether
   * another one follows; the last one never counts as missing, because nothing is left after it.
   */
  passOver(): boolean {
    if (!this.isLast) this.#passedOver.add(this.#active);
    return !this.isLast;
  }

  /** Whether any one is. */
  get passesOver(): boolean {
    return this.#passedOver.size > 0;
  }

  /** Whatever was passed over may be tried again. */
  reconsider(): void {
    this.#passedOver.clear();
  }

  switchTo(named: NamedOutput): Promise<void> {
    return this.#serial.run(() => this.#switchTo(named));
  }

  /** All of them, and what a start under way may still bring up. */
  async stop(): Promise<void> {
    const stopAll = (): Promise<unknown> => Promise.all(this.#outputs.map(({ output }) => output.stop()));
    await stopAll();
    await this.#serial.run(stopAll);
  }

  async #startOf(named: NamedOutput): ReturnType<Output["start"]> {
    if (!this.#passedOver.has(named)) return named.output.start();
    const detail = `"${named.name}" takes sound and does not play it; look at its plug and power, or choose another speaker`;
    return { ok: false, reason: "output-missing", detail };
  }

  async #switchTo(named: NamedOutput): Promise<void> {
    const former = this.#active;
    this.#active = named;
    if (former !== named) await former.output.stop();
  }
}
