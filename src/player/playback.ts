import type { Pick, TrackEnd } from "../protocol/music.ts";
import type { Actor } from "../protocol/people.ts";
import { Ahead } from "./ahead.ts";
import type { NamedOutput } from "./devices/output-chain.ts";
import { OutputKeeper } from "./devices/output-keeper.ts";
import { Hearing, type Loss } from "./hearing.ts";
import { Loading } from "./loading.ts";
import { NowPlaying } from "./now-playing.ts";
import { PickQueue } from "./pick-queue.ts";
import type { PlayerEvent, PlayerOptions } from "./player.ts";
import { Remedies } from "./remedies.ts";
import { Serial } from "./serial.ts";
import type { Song } from "./song.ts";
import { Told } from "./told.ts";
import { within } from "./within.ts";

/** From a piece of the last resort to music. */
const resortFadeMs = 2_000;
/** Somebody may wait for it. */
const prepareTimeoutMs = 5_000;

/**
 * Everything that happens (a command, a song's end, a lost output) changes the facts, and `#mend` closes the gap
 * between the facts and what is intended. Changes wait for each other in one line, where each takes bounded time.
 */
export class Playback {
  readonly told: Told;
  readonly keeper: OutputKeeper;
  readonly queue: PickQueue;
  readonly now: NowPlaying;
  readonly #options: PlayerOptions;
  readonly #serial = new Serial();
  readonly #hearing: Hearing;
  readonly #remedies: Remedies;
  readonly #loading: Loading;
  #open = false;

  constructor(options: PlayerOptions, emit: (event: PlayerEvent) => void) {
    const { outputs, clock, next, volume, log } = options;
    const changed = (): void => emit({ type: "changed" });
    this.#options = options;
    this.keeper = new OutputKeeper({
      ...options,
      outputs,
      now: clock.now,
      onEvent: (event) => this.#hearing.heed(event),
      onBetter: (better) => void this.change(() => this.#switchTo(better)),
    });
    const queueChanged = (): void => {
      changed();
      // In its turn: what is prepared must be what is queued.
      void this.change(async () => undefined);
    };
    this.queue = new PickQueue({ ask: next, changed: queueChanged, log });
    const actual = { state: "idle", because: "starting" } as const;
    this.told = new Told({
      state: { intended: "playing", output: this.keeper.name, volume, actual },
      now: clock.now,
      changed,
    });
    const { told, keeper, queue } = this;
    const ahead = new Ahead(options);
    const open = (): boolean => this.#open;
    const now = new NowPlaying({ options, told, ahead, emit, open });
    const again = (): void => void this.change(async () => undefined);
    const putBack = (pick: Pick): void => void queue.putBack(pick);
    const remedies = new Remedies({ options, told, now, keeper, putBack, again });
    const hearing = new Hearing({
      song: () => this.song,
      inTurn: (work) => void this.change(work),
      moved: (song, positionMs) => this.#moved(song, positionMs),
      ended: ({ how, detail }) => this.#loading.ended(how, detail),
      advanced: (durationMs) => this.#loading.advanced(durationMs),
      lost: (loss) => keeper.up && this.#lost(loss),
    });
    this.now = now;
    this.#remedies = remedies;
    this.#hearing = hearing;
    this.#loading = new Loading({ options, told, now, ahead, keeper, queue, remedies, hearing, open });
  }

  get song(): Song | null {
    return this.now.song;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Makes a change when it is its turn, and mends what follows from it. Nothing happens while closed. */
  change(work: () => Promise<void>): Promise<void> {
    return this.#serial.run(async () => {
      if (!this.#open) return;
      await work();
      await this.#mend();
    });
  }

  async start(intended: "playing" | "closed"): Promise<void> {
    if (this.#open) return;
    this.#open = true;
    await this.change(async () => {
      const left = await this.now.read();
      if (intended === "closed") return this.#startClosed(left?.crashed ?? false);
      this.told.tell({ intended, actual: { state: "idle", because: "starting" } });
      if (left === null) return;
      const { crashed, volume, wanted = { volume, byPerson: false, atStart: null } } = left;
      // Whoever stopped it in good order did not pause it for the next start.
      if (crashed) this.told.tell({ intended: left.intended });
      // The volume at the start is for whoever has set none: what somebody turned down is not to be loud after an update.
      if (crashed || wanted.byPerson)
        this.told.tell({ volume: this.#options.loudness?.recall(wanted) ?? volume });
    });
  }

  /** The song ends and the outputs rest, until `reopen`. */
  async close(by: Actor): Promise<void> {
    this.hurry();
    void this.now.note({ crashed: false, closes: true });
    this.now.end("stopped", by);
    await this.queue.stop();
    await this.keeper.stop();
    this.told.tell({ intended: "closed", actual: { state: "idle", because: "closed" } });
    this.told.tellHealth({ state: "ok" });
  }

  reopen(fadeInMs: number): void {
    this.#loading.nextComesIn({ fadeInMs });
    this.told.tell({ intended: "playing", actual: { state: "idle", because: "starting" } });
  }

  async stop(): Promise<void> {
    this.#open = false;
    this.hurry();
    const noted = this.now.note({ crashed: false });
    // Whatever is under way comes back early when its output goes.
    await this.keeper.stop();
    await this.#serial.run(async () => {
      this.hurry();
      this.now.end("stopped", { kind: "system" });
      await this.queue.stop();
      await this.keeper.stop();
      await noted;
      this.told.tell({ intended: "closed", actual: { state: "idle", because: "closed" } });
      this.told.tellHealth(this.keeper.health);
    });
  }

  /** Whatever is waited for is tried now: somebody asked. */
  hurry(): void {
    this.#remedies.hurry();
  }

  /** Resolves when the next song can sound as soon as it is wanted, or that would take too long. */
  async prepared(): Promise<void> {
    await this.change(async () => undefined);
    await within(this.keeper.output.whenPrepared(), prepareTimeoutMs, undefined);
  }

  /** The next song instead, which comes in over this one where a crossfade is wished for. */
  async goOver(how: TrackEnd["how"], by: TrackEnd["by"], overMs: number): Promise<void> {
    this.hurry();
    this.now.end(how, by);
    this.#loading.nextComesIn({ overMs });
    await this.#takeNext();
  }

  /** The song goes on through these, from its place. */
  useOutputs(outputs: readonly NamedOutput[]): Promise<void> {
    return this.#serial.run(async () => {
      await this.keeper.use(outputs);
      this.#otherOutput();
      this.hurry();
      if (this.#open) await this.#mend();
    });
  }

  /** Music has come. What plays in need is heard for a while yet, and gives way to it then. */
  async musicCame(): Promise<void> {
    if (this.#remedies.musicCame()) await this.queue.fill();
  }

  async #mend(): Promise<void> {
    while (this.#open && !this.#remedies.waits) {
      const { song } = this;
      if (this.told.state.intended === "closed") return;
      if (!this.keeper.up) await this.#bringUp();
      else if (song?.loaded) return this.#loading.prepare(song);
      else if (song !== null) await this.#load(song);
      else if (this.told.state.intended !== "playing")
        return this.told.tell({ actual: { state: "idle", because: "paused" } });
      else if (!(await this.#takeNext())) this.#remedies.withoutSong(this.queue.unavailable);
    }
  }

  async #takeNext(): Promise<boolean> {
    const pick = await this.queue.take();
    if (pick !== null && this.#open) this.now.take(pick);
    return this.song !== null;
  }

  async #bringUp(): Promise<void> {
    const waitMs = await this.keeper.bringUp();
    this.#hearing.anew();
    this.told.tell({ output: this.keeper.name });
    this.#remedies.tellHealth();
    if (waitMs !== null) this.#remedies.wait(waitMs);
    else await this.now.goOn(this.keeper.output);
  }

  /** An mpv of the daemon before plays where nobody should hear it: it is found, and ended. */
  async #startClosed(afterCrash: boolean): Promise<void> {
    await this.keeper.bringUp();
    // Until now some song or other may have been heard.
    if (afterCrash) await this.now.goOn(this.keeper.output);
    else this.now.forget();
    await this.close({ kind: "schedule" });
  }

  async #load(song: Song): Promise<void> {
    const loss = await this.#loading.load(song);
    if (loss !== null) this.#lost(loss);
  }

  #moved(song: Song, positionMs: number): void {
    song.moved(positionMs);
    if (this.now.noteIsDue) void this.now.note({ crashed: true });
    if (song.held) this.#remedies.held(song);
    // Better this piece to its end than another one.
    if (this.queue.picks.length > 0 && this.#remedies.gaveEnough(song))
      void this.change(() => this.#leaveResort(song));
    if (this.told.hasDrifted(song)) this.told.tellPlaying(song);
  }

  async #leaveResort(piece: Song): Promise<void> {
    if (piece === this.song) await this.goOver("replaced", { kind: "system" }, resortFadeMs);
  }

  #lost({ reason, detail }: Omit<Loss, "type">): void {
    const { song } = this;
    this.#options.log.warn({ reason, detail }, "output lost");
    this.#loading.lost();
    const waitMs = this.keeper.lost(reason, detail);
    const wasPlaying = this.told.state.intended === "playing";
    if (song !== null && !song.lost(wasPlaying)) this.now.end("output-lost", null);
    this.told.tellWaiting(this.song);
    this.#remedies.tellHealth();
    this.#remedies.wait(waitMs);
  }

  async #switchTo(better: NamedOutput): Promise<void> {
    if (!this.keeper.up || this.keeper.name === better.name) return;
    await this.keeper.switchTo(better);
    this.#otherOutput();
  }

  #otherOutput(): void {
    this.#loading.anew();
    this.song?.unloaded();
    this.told.tell({ output: this.keeper.name });
    this.#remedies.tellHealth();
  }
}
