import type { LoadRequest, Output, OutputEvent } from "./output.ts";

type Started = Awaited<ReturnType<Output["start"]>>;
type Loaded = Awaited<ReturnType<Output["load"]>>;

/** An output whose sound goes by hand: `advance` is its clock, `lose` and the two answers are its failures. */
export class FakeOutput implements Output {
  readonly capabilities = { crossfade: false, gapless: false, seek: true };
  adopted: readonly string[] = [];
  playedAlone: readonly string[] = [];
  /** What each `start` and `load` answers, in turn; afterwards all goes well. */
  readonly startAnswers: Started[] = [];
  readonly loadAnswers: ((item: LoadRequest) => Promise<Loaded>)[] = [];
  readonly loads: LoadRequest[] = [];
  starts = 0;
  running = false;
  playing: LoadRequest | null = null;
  /** What follows by itself, where `capabilities.gapless` was set. */
  prepared: LoadRequest | null = null;
  paused = false;
  positionMs = 0;
  volume = 1;
  faded = false;
  readonly #durationMs: number;
  readonly #listeners = new Set<(event: OutputEvent) => void>();

  constructor(options: { durationMs: number }) {
    this.#durationMs = options.durationMs;
  }

  /** This much time passes, in steps as mpv's. */
  advance(durationMs: number): void {
    for (let left = durationMs; left > 0 && this.#sounds; left -= 250) {
      this.positionMs += Math.min(250, left);
      if (this.positionMs >= this.#durationMs) this.#over();
      else this.emit({ type: "position", positionMs: this.positionMs });
    }
  }

  end(how: "finished" | "unplayable"): void {
    this.playing = null;
    this.emit({ type: "ended", how, detail: null });
  }

  lose(reason: "mpv-gone" | "mpv-stalled" | "output-missing"): void {
    this.running = false;
    this.playing = null;
    this.emit({ type: "lost", reason, detail: "lost by hand" });
  }

  emit(event: OutputEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  async start(): Promise<Started> {
    this.starts += 1;
    const answer = this.startAnswers.shift() ?? { ok: true };
    this.running = answer.ok;
    this.playing = null;
    return answer;
  }

  async stop(): Promise<void> {
    this.running = false;
    this.playing = null;
  }

  async load(item: LoadRequest): Promise<Loaded> {
    this.loads.push(item);
    this.playing = null;
    this.prepared = null;
    this.faded = false;
    const answer = await (this.loadAnswers.shift() ?? this.#loaded)(item);
    if (!this.running) return { ok: false, because: "lost", detail: "not running" };
    if (!answer.ok) return answer;
    this.playing = item;
    this.paused = item.paused;
    this.positionMs = item.startAtMs;
    return answer;
  }

  async prepare(item: LoadRequest | null): Promise<void> {
    this.prepared = item;
  }

  whenPrepared(): Promise<void> {
    return Promise.resolve();
  }

  async pause(): Promise<void> {
    this.paused = true;
  }

  async resume(): Promise<void> {
    this.paused = false;
  }

  async seek(positionMs: number): Promise<void> {
    this.positionMs = positionMs;
    if (this.playing !== null && positionMs >= this.#durationMs) this.end("finished");
  }

  async setVolume(volume: number): Promise<void> {
    this.volume = volume;
  }

  async fade(to: "out" | "in", durationMs: number): Promise<void> {
    const loads = this.loads.length;
    if (durationMs > 0) await new Promise((resolve) => setTimeout(resolve, durationMs));
    // A load has ended it.
    if (this.loads.length === loads) this.faded = to === "out";
  }

  on(listener: (event: OutputEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #over(): void {
    if (this.prepared === null) {
      this.end("finished");
      return;
    }
    this.playing = this.prepared;
    this.prepared = null;
    this.positionMs = 0;
    this.emit({ type: "advanced", durationMs: this.#durationMs });
  }

  get #sounds(): boolean {
    return this.running && this.playing !== null && !this.paused;
  }

  readonly #loaded = async (): Promise<Loaded> => ({ ok: true, durationMs: this.#durationMs });
}
