import type { Loaded, LoadRequest, OutputEvent } from "../output.ts";
import type { Deck } from "./deck.ts";

export interface StandByOptions {
  deck: Deck;
  /** The device takes one sound at a time: no song can wait for it here. */
  takesOne: boolean;
  log: { info(o: object, msg: string): void; warn(o: object, msg: string): void };
}

/**
 * The deck that does not play. Its process runs, to take over where the other one is gone; and where the device takes
 * two at once, the song that follows waits on it, paused at its beginning.
 */
export class StandBy {
  readonly #log: StandByOptions["log"];
  #deck: Deck;
  #takesOne: boolean;
  #up = false;
  #starting: Promise<boolean> | null = null;
  /** What was asked for last; whoever prepares something else is too late. */
  #wanted: LoadRequest | null = null;
  #ready: { item: LoadRequest; durationMs: number | null } | null = null;
  #arming: Promise<void> = Promise.resolve();
  #leaving: Promise<void> = Promise.resolve();
  #isLeaving = false;

  constructor({ deck, takesOne, log }: StandByOptions) {
    this.#deck = deck;
    this.#takesOne = takesOne;
    this.#log = log;
  }

  get deck(): Deck {
    return this.#deck;
  }

  get up(): boolean {
    return this.#up;
  }

  /** It runs, or will in a moment. */
  get coming(): boolean {
    return this.#up || this.#starting !== null;
  }

  get takesOne(): boolean {
    return this.#takesOne;
  }

  /** How long the song is that waits; null where none does, or it does not say. */
  get waitingMs(): number | null {
    return this.#ready?.durationMs ?? null;
  }

  /** Everything begins anew with this deck, which is not up, or was left running by an earlier daemon. */
  begin(deck: Deck, { takesOne, up }: { takesOne: boolean; up: boolean }): void {
    this.forget();
    this.#deck = deck;
    this.#takesOne = takesOne;
    this.#up = up;
    this.#starting = null;
  }

  /** The other one stands by from now on. Answers the one that did. */
  exchange(other: Deck, up: boolean): Deck {
    const deck = this.#deck;
    this.forget();
    this.#deck = other;
    this.#up = up;
    this.#starting = null;
    return deck;
  }

  /** The song waits here as soon as the one before has left. */
  expect(item: LoadRequest): void {
    this.#wanted = item;
    this.#ready = null;
    this.#arming = this.#arming.then(() => this.#arm(item));
  }

  forget(): void {
    this.#wanted = null;
    this.#ready = null;
  }

  /** Resolves when what is expected waits, or it is known that it won't. */
  settled(): Promise<void> {
    return this.#arming;
  }

  /** The song is here afterwards, paused. null where this deck can't take it. */
  async put(item: LoadRequest): Promise<Loaded | null> {
    // Whatever else is being loaded is given up, and the song before need not fade to its end.
    if (this.#wanted?.path !== item.path) await this.clear();
    else if (this.#isLeaving) await this.#deck.unload();
    await this.#arming;
    if (this.#ready?.item.path === item.path && item.startAtMs === 0)
      return { ok: true, durationMs: this.#ready.durationMs };
    this.forget();
    if (this.#takesOne || !(await this.runs())) return null;
    await this.clear();
    const loaded = await this.#deck.load({ ...item, paused: true });
    return loaded.ok || loaded.because !== "lost" ? loaded : null;
  }

  /** The song that has just come here goes out in this time. */
  leave(durationMs: number): void {
    const deck = this.#deck;
    this.#isLeaving = true;
    this.#leaving = deck
      .fade("out", durationMs, "power")
      .then(() => deck.unload())
      .finally(() => {
        this.#isLeaving = false;
      });
  }

  /** Nothing is here afterwards, nor on its way out. */
  async clear(): Promise<void> {
    this.forget();
    if (this.#up) await this.#deck.unload();
    await this.#leaving;
  }

  /** What is on its way out goes at once; what waits goes on waiting. */
  async cut(): Promise<void> {
    if (this.#up && (this.#isLeaving || this.#wanted === null)) await this.#deck.unload();
  }

  /** Whether its process runs; it is started where it does not. */
  async runs(): Promise<boolean> {
    // Its loss may be told after what came of it.
    if (this.#up && this.#deck.running) return true;
    this.#starting ??= this.#start();
    return this.#starting;
  }

  lost(reason: (OutputEvent & { type: "lost" })["reason"]): void {
    this.#up = false;
    if (reason === "output-missing") this.#takesOne = true;
    // One that died of what it was given is started again without it, by whoever gave it that.
    if (this.#ready !== null) this.#arming = this.#arming.then(async () => void (await this.runs()));
    this.#ready = null;
  }

  async #arm(item: LoadRequest): Promise<void> {
    await this.#leaving;
    if (this.#wanted !== item || !(await this.runs())) return;
    if (this.#wanted !== item || this.#takesOne) return;
    const loaded = await this.#deck.load({ ...item, paused: true });
    if (this.#wanted !== item) return;
    if (loaded.ok) this.#ready = { item, durationMs: loaded.durationMs };
    else {
      const how = this.#takesOne ? "songs follow without a gap, and without a crossfade" : "no song waits";
      this.#log.info({ detail: loaded.detail }, how);
      await this.runs();
    }
  }

  #start(): Promise<boolean> {
    const starting: Promise<boolean> = this.#deck.standBy().then((started) => {
      // Everything has begun anew meanwhile: this is news of a deck that was given up.
      if (this.#starting !== starting) return false;
      this.#up = started.ok;
      this.#starting = null;
      if (!started.ok) this.#log.warn({ detail: started.detail }, "no second deck stands by");
      return started.ok;
    });
    return starting;
  }
}
