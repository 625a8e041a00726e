import type { Loaded, LoadRequest, Output, OutputEvent } from "./output.ts";

/** What a pair needs of each of its decks, besides that it plays. */
export interface Deck extends Output {
  comeIn(durationMs: number, shape: "ear" | "power"): Promise<void>;
  fade(to: "out" | "in", durationMs: number, shape?: "ear" | "power"): Promise<void>;
  unload(): Promise<void>;
}

export interface DecksOptions {
  /** The first one plays alone until there is something to cross over to. */
  decks: readonly [Deck, Deck];
  /** Whether an earlier daemon left the second one playing. */
  secondWasLeft: () => Promise<boolean>;
  /** 0 plays without a gap instead. */
  crossfadeMs: () => number;
  /** Two can't play to this device at once. */
  forbidden: boolean;
  log: { info(o: object, msg: string): void; warn(o: object, msg: string): void };
}

type Started = Awaited<ReturnType<Output["start"]>>;

/** No song is under another one for more of its time than this. */
const longestShare = 1 / 3;
/** Less is a cut with a click in it, and the way without a gap is the better one. */
const shortestMs = 500;

/**
 * Two decks of one device. The song that follows waits on the other one, paused at its beginning, and comes in while
 * the song that plays goes out. Where the device does not take two at once, or no crossfade is wished for, one deck
 * plays it all without a gap.
 */
export class Decks implements Output {
  readonly #options: DecksOptions;
  readonly #listeners = new Set<(event: OutputEvent) => void>();
  #main: Deck;
  #other: Deck;
  #otherUp = false;
  #forbidden: boolean;
  #durationMs: number | null = null;
  /** What was asked for last; whoever prepares something else is too late. */
  #wanted: LoadRequest | null = null;
  #ready: { durationMs: number } | null = null;
  #leaving: Promise<void> = Promise.resolve();

  constructor(options: DecksOptions) {
    this.#options = options;
    this.#forbidden = options.forbidden;
    [this.#main, this.#other] = options.decks;
    for (const deck of options.decks) deck.on((event) => this.#heed(deck, event));
  }

  get capabilities() {
    return { crossfade: !this.#forbidden, gapless: true, seek: true };
  }

  get adopted(): readonly string[] {
    return [...this.#main.adopted, ...this.#other.adopted];
  }

  async start(): Promise<Started> {
    await this.stop();
    [this.#main, this.#other] = this.#options.decks;
    const started = await this.#main.start();
    if (started.ok && (await this.#options.secondWasLeft())) this.#otherUp = (await this.#other.start()).ok;
    return started;
  }

  async stop(): Promise<void> {
    this.#forget();
    this.#otherUp = false;
    await Promise.all([this.#main.stop(), this.#other.stop()]);
  }

  async load(item: LoadRequest): Promise<Loaded> {
    this.#forget();
    if (this.#other.adopted.includes(item.path)) this.#swap();
    if (this.#otherUp) await this.#other.unload();
    const loaded = await this.#main.load(item);
    this.#durationMs = loaded.ok ? loaded.durationMs : null;
    return loaded;
  }

  async prepare(item: LoadRequest | null): Promise<void> {
    this.#wanted = item;
    this.#ready = null;
    if (item === null || this.#crossfadeMs === 0) await this.#main.prepare(item);
    else {
      await this.#main.prepare(null);
      void this.#arm(item);
    }
  }

  async pause(): Promise<void> {
    await Promise.all([this.#cut(), this.#main.pause()]);
  }

  resume(): Promise<void> {
    return this.#main.resume();
  }

  seek(positionMs: number): Promise<void> {
    return this.#main.seek(positionMs);
  }

  async setVolume(volume: number): Promise<void> {
    await Promise.all([this.#main.setVolume(volume), this.#other.setVolume(volume)]);
  }

  async fade(to: "out" | "in", durationMs: number): Promise<void> {
    await this.#main.fade(to, durationMs);
  }

  on(listener: (event: OutputEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #crossfadeMs(): number {
    return this.#forbidden ? 0 : this.#options.crossfadeMs();
  }

  /** Puts it on the other deck, as soon as the song before has left that. */
  async #arm(item: LoadRequest): Promise<void> {
    await this.#leaving;
    if (this.#wanted !== item) return;
    const fault = await this.#whyNotUp();
    if (this.#wanted !== item) return;
    const loaded = fault === null ? await this.#other.load({ ...item, paused: true }) : null;
    if (this.#wanted !== item) return;
    if (loaded?.ok && loaded.durationMs !== null) this.#ready = { durationMs: loaded.durationMs };
    else {
      if (loaded !== null && !loaded.ok) this.#options.log.warn({ detail: loaded.detail }, "no crossfade");
      await this.#main.prepare(item);
    }
  }

  async #whyNotUp(): Promise<string | null> {
    if (this.#otherUp) return null;
    const started = await this.#other.start();
    this.#otherUp = started.ok;
    if (started.ok) return null;
    this.#forbidden = started.reason === "output-missing";
    this.#options.log.info({ detail: started.detail }, "songs follow without a gap, and without a crossfade");
    return started.detail;
  }

  #heed(deck: Deck, event: OutputEvent): void {
    if (deck !== this.#main) {
      if (event.type !== "lost") return;
      this.#otherUp = false;
      const wanted = this.#ready === null ? null : this.#wanted;
      this.#ready = null;
      if (wanted !== null) void this.#main.prepare(wanted);
      return;
    }
    if (event.type === "advanced") this.#durationMs = event.durationMs;
    if (event.type === "lost") {
      this.#forget();
      void this.#cut();
    }
    this.#emit(event);
    if (event.type === "position") this.#crossAt(event.positionMs);
  }

  #crossAt(positionMs: number): void {
    if (this.#ready === null || this.#durationMs === null) return;
    const most = Math.min(this.#durationMs, this.#ready.durationMs) * longestShare;
    const wished = Math.min(this.#crossfadeMs, most);
    const left = this.#durationMs - positionMs;
    if (left > wished) return;
    this.#cross(Math.max(shortestMs, Math.min(wished, left)), this.#ready.durationMs);
  }

  #cross(durationMs: number, nextDurationMs: number): void {
    this.#forget();
    this.#swap();
    this.#durationMs = nextDurationMs;
    const [from, to] = [this.#other, this.#main];
    void to.comeIn(durationMs, "power");
    this.#leaving = from.fade("out", durationMs, "power").then(() => from.unload());
    this.#emit({ type: "advanced", durationMs: nextDurationMs });
  }

  /** What is on its way out goes at once. */
  async #cut(): Promise<void> {
    if (this.#otherUp && this.#ready === null) await this.#other.unload();
  }

  #forget(): void {
    this.#wanted = null;
    this.#ready = null;
    this.#durationMs = null;
  }

  #swap(): void {
    [this.#main, this.#other] = [this.#other, this.#main];
    this.#otherUp = true;
  }

  #emit(event: OutputEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
