import type { Health } from "../protocol/health.ts";
import type { TrackEnd } from "../protocol/music.ts";
import type { Actor } from "../protocol/people.ts";
import type { MonotonicMs } from "../protocol/time.ts";
import { Ahead } from "./ahead.ts";
import type { Bookmark } from "./bookmark.ts";
import { findFile } from "./find-file.ts";
import { goOn } from "./go-on.ts";
import { Hunger } from "./hunger.ts";
import type { OutputEvent } from "./output.ts";
import type { NamedOutput } from "./output-chain.ts";
import { OutputKeeper } from "./output-keeper.ts";
import { PickQueue } from "./pick-queue.ts";
import type { PlayerEvent, PlayerOptions } from "./player.ts";
import { Serial } from "./serial.ts";
import { Song } from "./song.ts";
import { Told } from "./told.ts";
import { within } from "./within.ts";

/** A song this short counts as a miss too, or a folder of clicks would make a storm. */
const shortestSongMs = 1_000;
const lookUpTimeoutMs = 3_000;

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
  readonly #ahead: Ahead;
  #open = false;
  /** Where an earlier daemon was, until it is gone on with. */
  #left: Bookmark | null = null;
  #fadeInMs = 0;
  /** Why a piece of the last resort plays. */
  #resort: { song: Song; health: Health } | null = null;
  #song: Song | null = null;
  /** The file behind the song, once it was loaded. */
  #path: string | null = null;
  /** Counts up with each load and each start of an output: what an output said before then is old news. */
  #epoch = 0;
  #loss: (OutputEvent & { type: "lost" }) | null = null;
  #lostAt: MonotonicMs | null = null;
  /** An output is going over to the next song: what it says of positions belongs to that one already. */
  #advancing = false;
  /** Pending: nothing is mended before it fires. */
  #retry: NodeJS.Timeout | null = null;

  constructor(options: PlayerOptions, emit: (event: PlayerEvent) => void) {
    const { outputs, clock, next, volume, log } = options;
    const changed = (): void => emit({ type: "changed" });
    this.#options = options;
    this.#emit = emit;
    this.#hunger = new Hunger(clock.now);
    this.keeper = new OutputKeeper({
      ...options,
      outputs,
      now: clock.now,
      onEvent: (event) => this.#heed(event),
      onBetter: (better) => void this.change(() => this.#switchTo(better)),
    });
    this.#ahead = new Ahead(options);
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

  async start(intended: "playing" | "closed"): Promise<void> {
    if (this.#open) return;
    this.#open = true;
    await this.change(async () => {
      this.#left = (await this.#options.bookmark?.read()) ?? null;
      if (intended === "closed") return this.#startClosed();
      const { crashed = null, volume = 0, intended: was = intended } = this.#left ?? {};
      this.told.tell({ intended, actual: { state: "idle", because: "starting" } });
      // Whoever stopped it in good order may have other plans for the next start.
      if (crashed) this.told.tell({ intended: was, volume });
    });
  }

  /** The song ends and the outputs rest, until `reopen`. */
  async close(by: Actor): Promise<void> {
    this.#later(0);
    void this.#note({ crashed: false });
    this.endSong("stopped", by);
    await this.queue.stop();
    await this.keeper.stop();
    this.told.tell({ intended: "closed", actual: { state: "idle", because: "closed" } });
    this.told.tellHealth({ state: "ok" });
  }

  reopen(fadeInMs: number): void {
    this.#fadeInMs = fadeInMs;
    this.told.tell({ intended: "playing", actual: { state: "idle", because: "starting" } });
  }

  async stop(): Promise<void> {
    this.#open = false;
    this.#later(0);
    const noted = this.#note({ crashed: false });
    // Whatever is under way comes back early when its output goes.
    await this.keeper.stop();
    await this.#serial.run(async () => {
      this.#later(0);
      this.endSong("stopped", { kind: "system" });
      await this.queue.stop();
      await this.keeper.stop();
      await noted;
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
    void this.#note();
    if (song.begun || this.told.state.intended !== "playing") return;
    song.begun = true;
    this.#emit({ type: "began", pick: song.pick });
  }

  async #mend(): Promise<void> {
    while (this.#open && this.#retry === null) {
      if (this.told.state.intended === "closed") return;
      if (!this.keeper.up) await this.#bringUp();
      else if (this.#song?.loaded) return this.#prepare(this.#song);
      else if (this.#song !== null) await this.#load(this.#song);
      else if (this.told.state.intended !== "playing")
        return this.told.tell({ actual: { state: "idle", because: "paused" } });
      else if (!(await this.takeNext())) this.#starve(this.#noSong(), !this.#isHungry);
    }
  }

  async #bringUp(): Promise<void> {
    const waitMs = await this.keeper.bringUp();
    this.#epoch += 1;
    this.told.tell({ output: this.keeper.name });
    this.#tellHealth();
    if (waitMs !== null) this.#later(waitMs);
    else if (this.#left !== null) await this.#goOn(this.#left);
  }

  /** An mpv of the daemon before plays where nobody should hear it: it is found, and ended. */
  async #startClosed(): Promise<void> {
    this.#left = null;
    await this.keeper.bringUp();
    await this.close({ kind: "schedule" });
  }

  async #goOn(left: Bookmark): Promise<void> {
    this.#left = null;
    const { lookUp = async (pick) => pick, log } = this.#options;
    const { adopted } = this.keeper.output;
    // No song is worth a longer silence than that.
    const going = await goOn(left, adopted, (pick) => within(lookUp(pick), lookUpTimeoutMs, null));
    if (going === null || this.#song !== null || !this.#open) return;
    this.#song = going.song;
    const { pick, positionMs } = going.song;
    log.info({ pick: pick.id, positionMs, adopted: adopted.length > 0 }, "going on with the song before");
    if (going.finished === null) return;
    const { heardMs } = going.finished;
    this.#emit({ type: "ended", pick: going.finished.pick, end: { how: "finished", by: null, heardMs } });
  }

  async #prepare(song: Song): Promise<void> {
    // One that is too short to be a song tells by its end that it is.
    const next = (song.durationMs ?? shortestSongMs) < shortestSongMs ? null : (this.queue.picks[0] ?? null);
    if (await this.#ahead.prepare(this.keeper.output, next)) void this.#note();
  }

  async #load(song: Song): Promise<void> {
    const { log } = this.#options;
    this.told.tellWaiting(song);
    const file = await findFile(song.pick, this.#options);
    if (!this.#open) return;
    if (file === null) return this.#miss("its file is gone");
    if ("unavailable" in file) return this.#waitFor(file.unavailable);
    this.#epoch += 1;
    this.#loss = null;
    this.#advancing = false;
    this.#ahead.forget();
    await this.keeper.output.setVolume(this.told.state.volume);
    const paused = this.told.state.intended !== "playing";
    const fadeInMs = this.#fadeInMs;
    this.#path = file.path;
    const loaded = await this.keeper.output.load({ ...file, startAtMs: song.positionMs, paused, fadeInMs });
    if (!this.#open) return;
    if (loaded.ok) {
      this.#fadeInMs = 0;
      song.onLoaded(loaded.durationMs, loaded.positionMs);
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
      if (song?.loaded && !this.#advancing) this.#moved(song, event.positionMs);
      return;
    }
    if (event.type === "lost") this.#loss = event;
    if (event.type === "advanced") {
      this.#advancing = true;
      song?.playedOut();
    }
    const epoch = this.#epoch;
    void this.change(async () => {
      if (epoch !== this.#epoch) return;
      if (event.type === "lost") {
        if (this.keeper.up) this.#lost(event.reason, event.detail);
      } else if (event.type === "advanced") this.#advanced(event.durationMs);
      else if (song !== null && song === this.#song) {
        const { how } = event;
        if (how === "unplayable") this.#miss(event.detail ?? "it can't be decoded");
        else if ((song.durationMs ?? shortestSongMs) < shortestSongMs) this.#miss("it is too short", how);
        else this.endSong(how, null);
      }
    });
  }

  /** The song is over, and what was prepared plays. */
  #advanced(durationMs: number | null): void {
    const { prepared } = this.#ahead;
    this.#advancing = false;
    this.#ahead.forget();
    this.endSong("finished", null);
    // Without one it was taken back in the last moment: the next load ends what nobody wants any more.
    if (prepared === null) return;
    this.queue.taken(prepared.pick);
    this.#song = new Song(prepared.pick);
    this.#path = prepared.path;
    this.#song.onLoaded(durationMs);
    this.#options.log.info({ pick: prepared.pick.id }, "song followed");
    this.tellPlaying(this.#song);
    this.#tellHealth();
    void this.queue.fill();
  }

  #moved(song: Song, positionMs: number): void {
    song.moved(positionMs);
    if (this.#options.bookmark?.due) void this.#note();
    if (song.held) {
      this.keeper.held();
      // What plays in need says nothing of the library.
      if (!this.#isResort) this.#hunger.fed();
    }
    if (this.told.hasDrifted(song)) this.told.tellPlaying(song);
  }

  #miss(why: string, how: "unplayable" | "finished" = "unplayable"): void {
    this.#options.log.warn({ pick: this.#song?.pick.id, why }, "song can't be played");
    const wasResort = this.#isResort;
    this.endSong(how, null);
    const starved = this.#hunger.missed();
    if (starved !== null) this.#starve(starved, wasResort);
  }

  /** The song is not to blame, and is kept. */
  #waitFor(unavailable: string): void {
    const { health, waitMs } = this.#hunger.starved(unavailable, "store-unavailable");
    this.#options.log.warn({ pick: this.#song?.pick.id, because: unavailable }, "song can't be looked up");
    this.told.tellHealth(health);
    this.#later(waitMs);
  }

  /** Nothing can be played, but for the pieces of the last resort. */
  #starve({ health, waitMs }: ReturnType<Hunger["starved"]>, withoutResort: boolean): void {
    const piece = withoutResort ? null : (this.#options.lastResort?.() ?? null);
    if (piece !== null && "reason" in health) {
      this.#song = new Song(piece);
      this.#resort = { song: this.#song, health: { ...health, state: "degraded", retryAt: null } };
      this.#tellHealth();
      return;
    }
    this.told.tell({ actual: { state: "idle", because: "nothing-playable" } });
    this.told.tellHealth(health);
    this.#later(waitMs);
  }

  /** At the very first start the library is looked through for the first time: that is worth a moment's wait. */
  get #isHungry(): boolean {
    return this.queue.unavailable !== null || this.#hunger.waited;
  }

  /** What plays in need ends where somebody asks for music, or music has come. */
  endResort(by: Actor): void {
    if (this.#isResort) this.endSong("replaced", by);
  }

  #noSong(): ReturnType<Hunger["starved"]> {
    const { unavailable } = this.queue;
    return unavailable === null
      ? this.#hunger.starved("The picker found no song; look at the music folders in the settings")
      : this.#hunger.starved(unavailable, "store-unavailable");
  }

  #lost(reason: LossReason, detail: string): void {
    this.#options.log.warn({ reason, detail }, "output lost");
    this.#ahead.forget();
    this.#advancing = false;
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
    this.#advancing = false;
    this.#ahead.forget();
    this.#song?.unloaded();
    this.told.tell({ output: this.keeper.name });
    this.#tellHealth();
  }

  /** For the next daemon, should this one not live to say goodbye. */
  async #note({ crashed } = { crashed: true }): Promise<void> {
    const [song, path, { intended, volume }] = [this.#song, this.#path, this.told.state];
    if (!song?.loaded || path === null || intended === "closed" || (crashed && !this.#open)) return;
    const { pick, positionMs, heardMs } = song;
    const next = this.#ahead.prepared;
    const bookmark = { song: { pick, path }, next, positionMs, heardMs, intended, volume, crashed };
    await this.#options.bookmark?.note(bookmark);
  }

  /** What the output has said about a loss, which may come before or after the answer to a load. */
  #lossReason(): LossReason | null {
    return this.#loss?.reason ?? null;
  }

  #tellHealth(): void {
    const { health } = this.keeper;
    this.told.tellHealth(
      this.#isResort && health.state === "ok" && this.#resort ? this.#resort.health : health,
    );
  }

  get #isResort(): boolean {
    return this.#song !== null && this.#resort?.song === this.#song;
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
