import type { Loaded, LoadRequest, Output, OutputEvent } from "../output.ts";

export interface OtherDeviceOptions {
  /** What to try, best first. */
  devices: () => Promise<readonly string[]>;
  /** An output for one of them. */
  make: (device: string) => Output;
}

type Started = Awaited<ReturnType<Output["start"]>>;

const none: Started = { ok: false, reason: "output-missing", detail: "no other speaker answers either" };

/** Stands in for a speaker that is away: the first other one that answers. */
export class OtherDevice implements Output {
  readonly #options: OtherDeviceOptions;
  readonly #listeners = new Set<(event: OutputEvent) => void>();
  #output: Output | null = null;
  #device: string | null = null;
  #volume = 1;
  /** Counts up with every stop, so that a search that was under way ends. */
  #stops = 0;

  constructor(options: OtherDeviceOptions) {
    this.#options = options;
  }

  /** As mpv calls it; null before one was found. */
  get device(): string | null {
    return this.#device;
  }

  get capabilities() {
    return this.#output?.capabilities ?? { crossfade: false, gapless: false, seek: true };
  }

  get adopted(): readonly string[] {
    return this.#output?.adopted ?? [];
  }

  get playedAlone(): readonly string[] {
    return this.#output?.playedAlone ?? [];
  }

  async start(): Promise<Started> {
    await this.stop();
    const mine = this.#stops;
    for (const device of await this.#options.devices()) {
      if (this.#stops !== mine) break;
      const output = this.#options.make(device);
      this.#output = output;
      const started = await output.start();
      if (this.#stops !== mine) break;
      if (started.ok) {
        this.#device = device;
        output.on((event) => this.#output === output && this.#emit(event));
        await output.setVolume(this.#volume);
        return started;
      }
      if (started.reason !== "output-missing") return started;
    }
    return none;
  }

  async stop(): Promise<void> {
    const output = this.#output;
    this.#stops += 1;
    this.#output = null;
    await output?.stop();
  }

  async load(item: LoadRequest): Promise<Loaded> {
    return this.#output?.load(item) ?? { ok: false, because: "lost", detail: "no speaker was found" };
  }

  async prepare(item: LoadRequest | null): Promise<void> {
    await this.#output?.prepare(item);
  }

  async whenPrepared(): Promise<void> {
    await this.#output?.whenPrepared();
  }

  async pause(): Promise<void> {
    await this.#output?.pause();
  }

  async resume(): Promise<void> {
    await this.#output?.resume();
  }

  async seek(positionMs: number): Promise<void> {
    await this.#output?.seek(positionMs);
  }

  async setVolume(volume: number): Promise<void> {
    this.#volume = volume;
    await this.#output?.setVolume(volume);
  }

  async fade(to: "out" | "in", durationMs: number): Promise<void> {
    await this.#output?.fade(to, durationMs);
  }

  on(listener: (event: OutputEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #emit(event: OutputEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
