import type { Loaded, LoadRequest, Output, OutputEvent } from "../output.ts";
import { within } from "../within.ts";
import type { Deck } from "./deck.ts";
import { StandBy } from "./stand-by.ts";

export interface DecksOptions {
  /** The first one plays; the other one stands by. */
  decks: readonly [Deck, Deck];
  /** Whether an earlier daemon left the second one running. */
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
/** A song that gives way to another one where none is to be under another: no click. */
const cutMs = 150;
/** A stop takes no longer, whatever an mpv that starts does. */
const settleMs = 1_000;

/**
 * Two decks of one device. The song that follows is the next one of the deck that plays, which goes over to it by
 * itself, without a gap, also where nobody tells it any more; and it waits on the other deck, paused at its beginning,
 * to cross over to or to give way to. Where the process of the deck that plays is gone, the other one takes over.
 */
export class Decks implements Output {
  readonly #options: DecksOptions;
  readonly #listeners = new Set<(event: OutputEvent) => void>();
  readonly #standBy: StandBy;
  #main: Deck;
  #mainUp = false;
  /** What was lost last was a process, and not the device. */
  #processGone = false;
  /** The song on the main deck can be heard, or was faded out. */
  #sounds = false;
  #fadedOut = false;
  /** The song on the main deck has to go: what else it says is not heard. */
  #leavingSoon = false;
  #durationMs: number | null = null;

  constructor(options: DecksOptions) {
    const { decks, forbidden, log } = options;
    this.#options = options;
    this.#main = decks[0];
    this.#standBy = new StandBy({ deck: decks[1], takesOne: forbidden, log });
    for (const deck of decks) deck.on((event) => this.#heed(deck, event));
  }

  get capabilities() {
    return { crossfade: this.#crossfadeMs > 0, gapless: true, seek: true };
  }

  get adopted(): readonly string[] {
    return [...this.#main.adopted, ...this.#standBy.deck.adopted];
  }

  get playedAlone(): readonly string[] {
    return [...this.#main.playedAlone, ...this.#standBy.deck.playedAlone];
  }

  async start(): Promise<Started> {
    if (this.#processGone && (await this.#hasTakenOver())) return { ok: true };
    await this.#end();
    const { decks, forbidden, secondWasLeft } = this.#options;
    const [first, second] = decks;
    this.#main = first;
    this.#standBy.begin(second, { takesOne: forbidden, up: false });
    // Before the device is asked for a sound: where it takes one at a time, what plays already has it.
    const secondUp = (await secondWasLeft()) && (await second.standBy()).ok;
    if (secondUp && second.adopted.length > 0) {
      this.#mainUp = (await first.standBy()).ok;
      this.#standBy.begin(second, { takesOne: forbidden, up: true });
      if (first.adopted.length === 0) this.#swap();
      return { ok: true };
    }
    const started = await first.start();
    this.#mainUp = started.ok;
    if (secondUp && !started.ok) await second.stop();
    this.#standBy.begin(second, { takesOne: forbidden, up: secondUp && started.ok });
    return started;
  }

  async stop(): Promise<void> {
    await this.#end();
    // A process that was just being started has gone too.
    await within(this.#standBy.settled(), settleMs, undefined);
  }

  async load(item: LoadRequest): Promise<Loaded> {
    this.#leavingSoon = true;
    try {
      const over = this.#sounds && !item.paused;
      const loaded = (over ? await this.#loadOver(item) : null) ?? (await this.#loadAlone(item));
      this.#sounds = loaded.ok && !item.paused;
      this.#fadedOut = false;
      this.#durationMs = loaded.ok ? loaded.durationMs : null;
      return loaded;
    } finally {
      this.#leavingSoon = false;
    }
  }

  async prepare(item: LoadRequest | null): Promise<void> {
    if (item === null) this.#standBy.forget();
    else this.#standBy.expect(item);
    await this.#main.prepare(item);
  }

  whenPrepared(): Promise<void> {
    return this.#standBy.settled();
  }

  async pause(): Promise<void> {
    this.#sounds = false;
    await Promise.all([this.#standBy.cut(), this.#main.pause()]);
  }

  async resume(): Promise<void> {
    await this.#main.resume();
    this.#sounds = true;
  }

  seek(positionMs: number): Promise<void> {
    return this.#main.seek(positionMs);
  }

  async setVolume(volume: number): Promise<void> {
    await Promise.all([this.#main.setVolume(volume), this.#standBy.deck.setVolume(volume)]);
  }

  async fade(to: "out" | "in", durationMs: number): Promise<void> {
    await this.#main.fade(to, durationMs);
    this.#fadedOut = to === "out";
  }

  on(listener: (event: OutputEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #crossfadeMs(): number {
    return this.#standBy.takesOne ? 0 : this.#options.crossfadeMs();
  }

  async #end(): Promise<void> {
    this.#forget();
    this.#sounds = false;
    this.#mainUp = false;
    this.#processGone = false;
    const { deck } = this.#standBy;
    this.#standBy.begin(deck, { takesOne: this.#standBy.takesOne, up: false });
    await Promise.all([this.#main.stop(), deck.stop()]);
  }

  /** A deck runs though a process is gone: the one that stood by, or that had just come in. */
  async #hasTakenOver(): Promise<boolean> {
    this.#processGone = false;
    if (!this.#mainUp && this.#standBy.coming && (await this.#standBy.runs())) {
      await this.#standBy.clear();
      this.#swap();
    }
    return this.#mainUp && this.#main.running;
  }

  async #loadAlone(item: LoadRequest): Promise<Loaded> {
    this.#forget();
    const onOther = this.#standBy.deck.adopted.includes(item.path);
    if (onOther && !this.#main.adopted.includes(item.path)) this.#swap();
    await this.#standBy.clear();
    return this.#main.load(item);
  }

  /** On the other deck, while this one still plays. null where that deck can't take it. */
  async #loadOver(item: LoadRequest): Promise<Loaded | null> {
    const loaded = await this.#standBy.put(item);
    if (loaded === null) return null;
    this.#forget();
    // Whatever played before does not go on behind a song that failed.
    if (!loaded.ok) await this.#main.unload();
    else if (this.#crossfadeMs > 0 && item.overMs !== undefined)
      this.#crossOver(Math.max(shortestMs, Math.min(item.overMs, this.#crossfadeMs)));
    else await this.#giveWay();
    return loaded;
  }

  #heed(deck: Deck, event: OutputEvent): void {
    if (deck !== this.#main) {
      if (event.type === "lost") this.#standBy.lost(event.reason);
      return;
    }
    if (event.type === "ended" || event.type === "lost") this.#sounds = false;
    if (this.#leavingSoon && event.type !== "lost") return;
    if (event.type === "advanced") {
      this.#standBy.forget();
      this.#durationMs = event.durationMs;
    }
    if (event.type === "lost") {
      this.#mainUp = false;
      this.#processGone = event.reason === "mpv-gone";
      this.#forget();
      void this.#standBy.cut();
    }
    this.#emit(event);
    if (event.type === "position") this.#crossAt(event.positionMs);
  }

  #crossAt(positionMs: number): void {
    const nextMs = this.#standBy.waitingMs;
    if (nextMs === null || this.#durationMs === null || this.#crossfadeMs === 0) return;
    const most = Math.min(this.#durationMs, nextMs) * longestShare;
    const wished = Math.min(this.#crossfadeMs, most);
    const left = this.#durationMs - positionMs;
    // Too late for it: the deck goes over to the next song by itself.
    if (left > wished || left < Math.min(wished, shortestMs)) return;
    this.#forget();
    this.#durationMs = nextMs;
    this.#crossOver(Math.max(shortestMs, left));
    this.#emit({ type: "advanced", durationMs: nextMs });
  }

  #crossOver(durationMs: number): void {
    // Or it would go on to the same song as soon as its own is over.
    void this.#main.prepare(null);
    this.#swap();
    void this.#main.comeIn(durationMs, "power");
    this.#standBy.leave(durationMs);
  }

  /** One after the other, with nothing in between. */
  async #giveWay(): Promise<void> {
    if (!this.#fadedOut) await this.#main.fade("out", cutMs);
    this.#swap();
    await Promise.all([this.#standBy.cut(), this.#main.comeIn(0, "ear")]);
  }

  #forget(): void {
    this.#standBy.forget();
    this.#durationMs = null;
  }

  #swap(): void {
    const wasUp = this.#mainUp;
    this.#mainUp = this.#standBy.up;
    this.#main = this.#standBy.exchange(this.#main, wasUp);
  }

  #emit(event: OutputEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
