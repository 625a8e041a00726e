import type { Health } from "../protocol/health.ts";
import type { Pick, PlayerState, PlayItem, TrackEnd } from "../protocol/music.ts";
import type { Actor } from "../protocol/people.ts";
import type { EpochMs, MonotonicMs } from "../protocol/time.ts";
import type { Bookmark, WantedVolume } from "./bookmark.ts";
import type { Output } from "./output.ts";
import type { NextPick } from "./pick-queue.ts";
import { Playback } from "./playback.ts";
import type { Song } from "./song.ts";

/** A file that is there; null when it is gone; or why nobody can say just now, for the owner. */
export type FoundFile = PlayableFile | null | { unavailable: string };

export interface PlayableFile {
  path: string;
  gainDb: number | null;
}

export interface PlayerOptions {
  /** In order of preference; the last one is mpv's null output. */
  outputs: readonly { name: string; output: Output }[];
  /** Calls when a sound card has come or gone; answers the undo. */
  watchCards?: (onChange: () => void) => () => void;
  clock: { now(): EpochMs; monotonic(): MonotonicMs };
  /** The file of an item. What it rejects with is a bug. */
  resolve: (item: PlayItem) => Promise<FoundFile>;
  /** The next song; the player never chooses. What it rejects with is a bug. */
  next: () => Promise<NextPick>;
  /** 0 to 1. */
  volume: number;
  /** Who keeps the volume within the owner's rules. With the bookmark goes what is wanted; without this, what it was. */
  loudness?: {
    readonly wanted: WantedVolume;
    /** Answers how loud that is now. */
    recall(wanted: WantedVolume): number;
  };
  /** Where the music is, from one daemon to the next. Without it each begins with a song of its own. */
  bookmark?: {
    read(): Promise<Bookmark | null>;
    note(bookmark: Bookmark): Promise<void>;
    readonly due: boolean;
  };
  /** Whether the library is looked through for its first songs: worth a longer wait. False unless told. */
  musicMayCome?: () => boolean;
  /** What plays when nothing else can: a piece that needs neither the library nor its database. */
  lastResort?: () => Pick | null;
  /** A pick of an earlier daemon as it is today; null where its song is gone. As it was, unless told. */
  lookUp?: (pick: Pick) => Promise<Pick | null>;
  log: { info(o: object, msg: string): void; warn(o: object, msg: string): void };
}

/** Every pick that was taken from the queue ends exactly once; one that never sounded ends without having begun. */
export type PlayerEvent =
  | { type: "changed" }
  /** `alone` where no daemon was there when it began. */
  | { type: "began"; pick: Pick; at: EpochMs; alone: boolean }
  | { type: "ended"; pick: Pick; end: TrackEnd; at: EpochMs };

const moveOnFadeMs = 2_000;
/** Somebody waits for it: short, but no cut. */
const skipFadeMs = 1_000;
/** Guests are to notice that it closes, and not that something broke. */
const closeFadeMs = 6_000;
const openFadeMs = 4_000;

/** Plays one pick after another, never chooses, and never falls silent by itself. What people ask of it is here. */
export class Player {
  readonly #playback: Playback;
  readonly #log: PlayerOptions["log"];
  readonly #listeners = new Set<(event: PlayerEvent) => void>();
  #moving: Promise<void> | null = null;
  #closing = false;

  constructor(options: PlayerOptions) {
    this.#log = options.log;
    this.#playback = new Playback(options, (event) => {
      for (const listener of [...this.#listeners]) listener(event);
    });
  }

  get state(): PlayerState {
    return this.#playback.told.state;
  }

  get queue(): readonly Pick[] {
    return this.#playback.queue.picks;
  }

  get health(): Health {
    return this.#playback.told.health;
  }

  /** Resolves when the first song plays, or when it is known why none does (see `health`), or when it is closed. */
  start(intended: "playing" | "closed" = "playing"): Promise<void> {
    return this.#playback.start(intended);
  }

  /** Ends the song and every process behind it. */
  stop(): Promise<void> {
    return this.#playback.stop();
  }

  /** The music fades out and ends until `reopen`: nothing that people ask for begins it before. */
  async close(by: Actor): Promise<void> {
    const { song, keeper, told } = this.#playback;
    if (told.state.intended === "closed") return;
    this.#closing = true;
    if (this.#isPlaying(song)) await keeper.output.fade("out", closeFadeMs);
    await this.#command("close", by, async (playback) => {
      if (this.#closing) await playback.close(by);
      else if (playback.song === song && keeper.up) await keeper.output.fade("in", 0);
    });
  }

  reopen(by: Actor): Promise<void> {
    this.#closing = false;
    return this.#command("reopen", by, async ({ told }) => {
      if (told.state.intended === "closed") this.#playback.reopen(openFadeMs);
    });
  }

  play(by: Actor): Promise<void> {
    return this.#command("play", by, async ({ told, keeper, song }) => {
      if (told.state.intended === "closed") return;
      told.tell({ intended: "playing" });
      this.#playback.hurry();
      if (by.kind === "system") await this.#playback.musicCame();
      if (!song?.loaded || song !== this.#playback.song) return;
      await keeper.output.resume();
      this.#playback.now.tell();
    });
  }

  pause(by: Actor): Promise<void> {
    return this.#command("pause", by, async ({ told, keeper, song }) => {
      if (told.state.intended === "closed") return;
      told.tell({ intended: "paused" });
      if (song === null) told.tell({ actual: { state: "idle", because: "paused" } });
      if (!song?.loaded) return;
      await keeper.output.pause();
      told.tellPlaying(song);
    });
  }

  /**
   * The next song is there afterwards, and paused where this one was. With `only`, nothing happens once another song
   * is on: whoever did not want that one has what they wanted.
   */
  skip(by: Actor, only: Pick | null = null): Promise<void> {
    return this.#command("skip", by, async (playback) => {
      if (only !== null && playback.song?.pick.id !== only.id) return;
      if (this.state.intended === "closed") return;
      await playback.goOver("skipped", by, skipFadeMs);
    });
  }

  /** Somebody's song, at once; it plays also where the music was paused. */
  playNow(pick: Pick, by: Actor): Promise<void> {
    return this.#command("play now", by, async (playback) => {
      if (this.state.intended === "closed") return;
      void playback.queue.put(pick, "first");
      playback.told.tell({ intended: "playing" });
      await playback.goOver("replaced", by, skipFadeMs);
    });
  }

  /** Somebody's song, after those that others asked for before. */
  playNext(pick: Pick, by: Actor): Promise<void> {
    return this.#command("play next", by, async (playback) => {
      if (this.state.intended === "closed") return;
      playback.hurry();
      void playback.queue.put(pick, "last");
    });
  }

  /** What somebody asked for and was taken away by a slip: before all others. */
  putBack(pick: Pick): Promise<void> {
    return this.#playback.change(async () => {
      if (this.state.intended !== "closed") void this.#playback.queue.put(pick, "first");
    });
  }

  /** Another speaker, and what stands in for it: the song goes on there, from its place. */
  useOutputs(outputs: PlayerOptions["outputs"]): Promise<void> {
    return this.#playback.useOutputs(outputs);
  }

  /** Takes songs out of the queue, also such as people asked for. */
  async drop(unwanted: (pick: Pick) => boolean): Promise<void> {
    if (this.#playback.open) await this.#playback.queue.drop(unwanted);
  }

  /** Past its end, the song has finished. */
  seek(positionMs: number, by: Actor): Promise<void> {
    return this.#command("seek", by, async ({ told, keeper, song }) => {
      if (song === null) return;
      song.jumped(Math.max(0, positionMs));
      if (!song.loaded) return told.tellWaiting(song);
      await keeper.output.seek(song.positionMs);
      told.tellPlaying(song);
    });
  }

  /** 0 to 1; values outside are taken for the nearest one. */
  setVolume(volume: number, by: Actor): Promise<void> {
    return this.#command("set volume", by, async ({ told, keeper }) => {
      told.tell({ volume: Math.min(1, Math.max(0, volume)) });
      if (keeper.up) await keeper.output.setVolume(told.state.volume);
    });
  }

  /** Forget what was chosen and ask `next` again (the mood changed). What people asked for stays. */
  async requeue(): Promise<void> {
    if (this.#playback.open) await this.#playback.queue.renew();
  }

  /**
   * Fade the running song out and go on with the next (setting onMoodChange = fade). A song that is paused, now or
   * by the end of the fade, stays: whoever paused it wants it back. So does one that somebody's song is to follow: that
   * one was chosen for no mood, and comes when it was told to.
   */
  moveOn(by: Actor): Promise<void> {
    this.#moving ??= this.#fadeOver(by).finally(() => {
      this.#moving = null;
    });
    return this.#moving;
  }

  on(listener: (event: PlayerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #fadeOver(by: Actor): Promise<void> {
    const { song, queue, keeper } = this.#playback;
    if (!this.#isPlaying(song)) return;
    // Better a song of the old mood than silence.
    await queue.fill();
    if (!queue.nextIsChosen || !this.#isPlaying(song)) return;
    // And better a little more of it than a pause behind the fade: what follows is opened first.
    await this.#playback.prepared();
    // Later than this, a song that fades would have to come back.
    if (!queue.nextIsChosen || !this.#isPlaying(song)) return;
    const crossesOver = keeper.output.capabilities.crossfade;
    if (!crossesOver) await keeper.output.fade("out", moveOnFadeMs);
    await this.#command("move on", by, async (playback) => {
      if (this.#isPlaying(song)) await playback.goOver("replaced", by, moveOnFadeMs);
      else if (!crossesOver && playback.song === song) await keeper.output.fade("in", 0);
    });
  }

  #isPlaying(song: Song | null): boolean {
    return song !== null && song === this.#playback.song && this.state.actual.state === "playing";
  }

  #command(what: string, by: Actor, work: (playback: Playback) => Promise<void>): Promise<void> {
    return this.#playback.change(async () => {
      this.#log.info({ by: by.kind }, what);
      await work(this.#playback);
    });
  }
}
