import type { TrackEnd } from "../protocol/music.ts";
import type { MonotonicMs } from "../protocol/time.ts";
import { findFile } from "./find-file.ts";
import { Hunger } from "./hunger.ts";
import type { OutputEvent } from "./output.ts";
import type { NamedOutput } from "./output-chain.ts";
import { OutputKeeper } from "./output-keeper.ts";
import { PickQueue } from "./pick-queue.ts";
import type { PlayerEvent, PlayerOptions } from "./player.ts";
import { Serial } from "./serial.ts";
import { Song } from "./song.ts";
import { Told } from "./told.ts";

/** A song this short counts as a miss too, or a folder of clicks would make a storm. */
const shortestSongMs = 1_000;

type LossReason = (OutputEvent & { type: "lost" })["reason"];

/**
 * Everything that happens (a command, a song's end, a lost output) changes the facts, and `#mend` closes the gap
 * between the facts and what is intended. Changes wait for each other in one line, where each takes bounded time.
 */
export class Playback {
  readonly told: Told;
  readonly keeper: OutputKeeper;
  readonly queue: PickQueue;
  readonly #options: PlayerOptions;
  readonly #emit: (event: PlayerEvent) => void;
  readonly #serial = new Serial();
  readonly #hunger: Hunger;
  #open = false;
  #song: Song | null = null;
  /** Counts up with each load and each start of an output: what an output said before then is old news. */
  #epoch = 0;
  #loss: (OutputEvent & { type: "lost" }) | null = null;
  #lostAt: MonotonicMs | null = null;
  /** Pending: nothing is mended before it fires. */
  #retry: NodeJS.Timeout | null = null;

  constructor(options: PlayerOptions, emit: (event: PlayerEvent) => void) {
    const { outputs, clock, next, volume, log } = options;
    const changed = (): void => emit({ type: "changed" });
    this.#options = options;
    this.#emit = emit;
    this.#hunger = new Hunger(clock.now);
    this.keeper = new OutputKeeper({
      outputs,
      now: clock.now,
      onEvent: (event) => this.#heed(event),
      onBetter: (better) => void this.change(() => this.#switchTo(better)),
    });
    this.queue = new PickQueue({ ask: next, changed, log });
    const actual = { state: "idle", because: "starting" } as const;
    this.told = new Told({
      state: { intended: "playing", output: this.keeper.name, volume, actual },
      now: clock.now,
      changed,
    });
  }

  get song(): Song | null {
    return this.#song;
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

  async start(): Promise<void> {
    if (this.#open) return;
    this.#open = true;
    await this.change(async () => {
      this.told.tell({ intended: "playing", actual: { state: "idle", because: "starting" } });
    });
  }

  async stop(): Promise<void> {
    this.#open = false;
    this.#later(0);
    // Whatever is under way comes back early when its output goes.
    await this.keeper.stop();
    await this.#serial.run(async () => {
      this.#later(0);
      this.endSong("stopped", { kind: "system" });
      await this.queue.stop();
      await this.keeper.stop();
      this.told.tell({ intended: "closed", actual: { state: "idle", because: "closed" } });
      this.told.tellHealth(this.keeper.health);
    });
  }

  /** Whatever is waited for is tried now: somebody asked. */
  hurry(): void {
    this.#later(0);
  }

  endSong(how: TrackEnd["how"], by: TrackEnd["by"]): void {
    const song = this.#song;
    if (song === null) return;
    this.#song = null;
    const end = song.ended(how, by);
    this.#options.log.info(
      { pick: song.pick.id, how, by: by?.kind ?? null, heardMs: end.heardMs },
      "song ended",
    );
    this.#emit({ type: "ended", pick: song.pick, end });
  }

  async takeNext(): Promise<boolean> {
    const pick = await this.queue.take();
    if (pick !== null && this.#open) this.#song = new Song(pick);
    return this.#song !== null;
  }

  /** What is loaded plays or is paused, as intended. */
  tellPlaying(song: Song): void {
    this.told.tellPlaying(song);
    if (song.begun || this.told.state.intended !== "playing") return;
    song.begun = true;
    this.#emit({ type: "began", pick: song.pick });
  }

  async #mend(): Promise<void> {
    while (this.#open && this.#retry === null) {
      if (!this.keeper.up) await this.#bringUp();
      else if (this.#song?.loaded) return;
      else if (this.#song !== null) await this.#load(this.#song);
      else if (this.told.state.intended !== "playing")
        return this.told.tell({ actual: { state: "idle", because: "paused" } });
      else if (!(await this.takeNext())) this.#starve(this.#noSong());
    }
  }

  async #bringUp(): Promise<void> {
    const waitMs = await this.keeper.bringUp();
    this.#epoch += 1;
    this.told.tell({ output: this.keeper.name });
    this.#tellHealth();
    if (waitMs !== null) this.#later(waitMs);
  }

  async #load(song: Song): Promise<void> {
    const { log } = this.#options;
    this.told.tellWaiting(song);
    const file = await findFile(song.pick, this.#options);
    if (!this.#open) return;
    if (file === null) return this.#miss("its file is gone");
    this.#epoch += 1;
    this.#loss = null;
    await this.keeper.output.setVolume(this.told.state.volume);
    const paused = this.told.state.intended !== "playing";
    const loaded = await this.keeper.output.load({ ...file, startAtMs: song.positionMs, paused });
    if (!this.#open) return;
    if (loaded.ok) {
      song.onLoaded(loaded.durationMs);
      log.info({ pick: song.pick.id, positionMs: song.positionMs, tookMs: this.#sinceLoss() }, "song loaded");
      this.tellPlaying(song);
      this.#tellHealth();
      void this.queue.fill();
    } else if (loaded.because === "unplayable") this.#miss(loaded.detail);
    else this.#lost(this.#lossReason() ?? "mpv-gone", loaded.detail);
  }

  /** What an output says is heeded at once where it is only a number, and in its turn where it changes things. */
  #heed(event: OutputEvent): void {
    const song = this.#song;
    if (event.type === "position") {
      if (song?.loaded) this.#moved(song, event.positionMs);
      return;
    }
    if (event.type === "lost") this.#loss = event;
    const epoch = this.#epoch;
    void this.change(async () => {
      if (epoch !== this.#epoch) return;
      if (event.type === "lost") {
        if (this.keeper.up) this.#lost(event.reason, event.detail);
      } else if (song !== null && song === this.#song) {
        const { how } = event;
        if (how === "unplayable") this.#miss(event.detail ?? "it can't be decoded");
        else if ((song.durationMs ?? shortestSongMs) < shortestSongMs) this.#miss("it is too short", how);
        else this.endSong(how, null);
      }
    });
  }

  #moved(song: Song, positionMs: number): void {
    song.moved(positionMs);
    if (song.held) {
      this.keeper.held();
      this.#hunger.fed();
    }
    if (this.told.hasDrifted(song)) this.told.tellPlaying(song);
  }

  #miss(why: string, how: "unplayable" | "finished" = "unplayable"): void {
    this.#options.log.warn({ pick: this.#song?.pick.id, why }, "song can't be played");
    this.endSong(how, null);
    const starved = this.#hunger.missed();
    if (starved !== null) this.#starve(starved);
  }

  #starve({ health, waitMs }: ReturnType<Hunger["starved"]>): void {
    this.told.tell({ actual: { state: "idle", because: "nothing-playable" } });
    this.told.tellHealth(health);
    this.#later(waitMs);
  }

  #noSong(): ReturnType<Hunger["starved"]> {
    const { unavailable } = this.queue;
    return unavailable === null
      ? this.#hunger.starved("The picker found no song; look at the music folders in the settings")
      : this.#hunger.starved(unavailable, "store-unavailable");
  }

  #lost(reason: LossReason, detail: string): void {
    this.#options.log.warn({ reason, detail }, "output lost");
    this.#lostAt ??= this.#options.clock.monotonic();
    const song = this.#song;
    const waitMs = this.keeper.lost(reason, detail);
    const wasPlaying = this.told.state.intended === "playing";
    if (song !== null && !song.lost(wasPlaying)) this.endSong("output-lost", null);
    this.told.tellWaiting(this.#song);
    this.#tellHealth();
    this.#later(waitMs);
  }

  async #switchTo(better: NamedOutput): Promise<void> {
    if (!this.keeper.up || this.keeper.name === better.name) return;
    await this.keeper.switchTo(better);
    this.#epoch += 1;
    this.#song?.unloaded();
    this.told.tell({ output: this.keeper.name });
    this.#tellHealth();
  }

  /** What the output has said about a loss, which may come before or after the answer to a load. */
  #lossReason(): LossReason | null {
    return this.#loss?.reason ?? null;
  }

  #tellHealth(): void {
    this.told.tellHealth(this.keeper.health);
  }

  #sinceLoss(): number | null {
    const lostAt = this.#lostAt;
    this.#lostAt = null;
    return lostAt === null ? null : Math.round(this.#options.clock.monotonic() - lostAt);
  }

  #later(waitMs: number): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    if (waitMs === 0) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.change(async () => undefined);
    }, waitMs);
  }
}
