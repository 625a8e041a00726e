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
  /** The song on the main deck can be heard. */
  #sounds = false;
  /** The song on the main deck has to go: what else it says is not heard. */
  #leavingSoon = false;
  #durationMs: number | null = null;
  /** What was asked for last; whoever prepares something else is too late. */
  #wanted: LoadRequest | null = null;
  #ready: { durationMs: number } | null = null;
  #arming: Promise<void> = Promise.resolve();
  #leaving: Promise<void> = Promise.resolve();

  constructor(options: DecksOptions) {
    this.#options = options;
    this.#forbidden = options.forbidden;
    [this.#main, this.#other] = options.decks;
    for (const deck of options.decks) deck.on((event) => this.#heed(deck, event));
  }

  get capabilities() {
    return { crossfade: this.#crossfadeMs > 0, gapless: true, seek: true };
  }

  get adopted(): readonly string[] {
    return [...this.#main.adopted, ...this.#other.adopted];
  }

  get playedAlone(): readonly string[] {
    return [...this.#main.playedAlone, ...this.#other.playedAlone];
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
    this.#sounds = false;
    this.#otherUp = false;
    await Promise.all([this.#main.stop(), this.#other.stop()]);
  }

  async load(item: LoadRequest): Promise<Loaded> {
    const { overMs = 0 } = item;
    this.#leavingSoon = true;
    try {
      const crosses = overMs > 0 && this.#crossfadeMs > 0 && this.#sounds && !item.paused;
      const loaded = (crosses ? await this.#loadOver(item, overMs) : null) ?? (await this.#loadAlone(item));
      this.#sounds = loaded.ok && !item.paused;
      this.#durationMs = loaded.ok ? loaded.durationMs : null;
      return loaded;
    } finally {
      this.#leavingSoon = false;
    }
  }

  async prepare(item: LoadRequest | null): Promise<void> {
    this.#wanted = item;
    this.#ready = null;
    if (item === null || this.#crossfadeMs === 0) await this.#main.prepare(item);
    else {
      await this.#main.prepare(null);
      this.#arming = this.#arming.then(() => this.#arm(item));
    }
  }

  async pause(): Promise<void> {
    this.#sounds = false;
    await Promise.all([this.#cut(), this.#main.pause()]);
  }

  async resume(): Promise<void> {
    await this.#main.resume();
    this.#sounds = true;
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

  async #loadAlone(item: LoadRequest): Promise<Loaded> {
    this.#forget();
    if (this.#other.adopted.includes(item.path)) this.#swap();
    if (this.#otherUp) await this.#other.unload();
    return this.#main.load(item);
  }

  /** On the other deck, over the song that plays. null where that deck can't take it. */
  async #loadOver(item: LoadRequest, overMs: number): Promise<Loaded | null> {
    await this.#arming;
    const armed = this.#ready !== null && this.#wanted?.path === item.path && item.startAtMs === 0;
    const loaded =
      armed && this.#ready !== null ? { ok: true as const, ...this.#ready } : await this.#putOnOther(item);
    if (loaded === null) return null;
    this.#forget();
    if (!loaded.ok) {
      // Whatever played before does not go on behind a song that failed.
      await this.#main.unload();
      return loaded;
    }
    this.#crossOver(Math.max(shortestMs, Math.min(overMs, this.#crossfadeMs)));
    return loaded;
  }

  async #putOnOther(item: LoadRequest): Promise<Loaded | null> {
    this.#forget();
    if ((await this.#whyNotUp()) !== null) return null;
    // What is still on its way out there goes at once.
    await this.#other.unload();
    await this.#leaving;
    const loaded = await this.#other.load({ ...item, paused: true });
    return loaded.ok || loaded.because === "unplayable" ? loaded : null;
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
    if (event.type === "ended" || event.type === "lost") this.#sounds = false;
    if (this.#leavingSoon && event.type !== "lost") return;
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
    this.#durationMs = nextDurationMs;
    this.#crossOver(durationMs);
    this.#emit({ type: "advanced", durationMs: nextDurationMs });
  }

  #crossOver(durationMs: number): void {
    this.#swap();
    const [from, to] = [this.#other, this.#main];
    void to.comeIn(durationMs, "power");
    this.#leaving = from.fade("out", durationMs, "power").then(() => from.unload());
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
