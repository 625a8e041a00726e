import type { MonotonicMs } from "../protocol/time.ts";
import type { Ahead } from "./ahead.ts";
import type { OutputKeeper } from "./devices/output-keeper.ts";
import { findFile } from "./find-file.ts";
import type { Hearing, Loss } from "./hearing.ts";
import type { NowPlaying } from "./now-playing.ts";
import type { LoadRequest } from "./output.ts";
import type { PickQueue } from "./pick-queue.ts";
import type { PlayableFile, PlayerOptions } from "./player.ts";
import type { Remedies } from "./remedies.ts";
import type { Song } from "./song.ts";
import type { Told } from "./told.ts";

/** A song this short counts as a miss too, or a folder of clicks would make a storm. */
const shortestSongMs = 1_000;

export interface LoadingOptions {
  options: PlayerOptions;
  told: Told;
  now: NowPlaying;
  ahead: Ahead;
  keeper: OutputKeeper;
  queue: PickQueue;
  remedies: Remedies;
  hearing: Hearing;
  open: () => boolean;
}

/** Songs on their way into the output, through it, and out of it. */
export class Loading {
  readonly #with: LoadingOptions;
  /** How the next song comes in: from silence, or over the one before. */
  #entrance: Pick<LoadRequest, "fadeInMs" | "overMs"> = {};
  #lostAt: MonotonicMs | null = null;

  constructor(options: LoadingOptions) {
    this.#with = options;
  }

  nextComesIn(entrance: Pick<LoadRequest, "fadeInMs" | "overMs">): void {
    this.#entrance = entrance;
  }

  /** The output has what follows this song. */
  async prepare(song: Song): Promise<void> {
    const { ahead, keeper, now, queue } = this.#with;
    // One that is too short to be a song tells by its end that it is.
    const next = (song.durationMs ?? shortestSongMs) < shortestSongMs ? null : (queue.picks[0] ?? null);
    if (await ahead.prepare(keeper.output, next)) void now.note({ crashed: true });
  }

  /** It plays afterwards, or is paused, as intended, or it is known what is done instead. Answers the loss of the output. */
  async load(song: Song): Promise<Omit<Loss, "type"> | null> {
    const { options, told, now, ahead, keeper, remedies, hearing, open } = this.#with;
    told.tellWaiting(song);
    const known = now.file ?? ahead.fileOf(song.pick);
    const file = known ?? (await findFile(song.pick, options));
    if (!open()) return null;
    if (file === null) remedies.gone();
    else if ("unavailable" in file) remedies.whileUnavailable(song, file.unavailable);
    if (file === null || "unavailable" in file) return null;
    this.anew();
    await keeper.output.setVolume(told.state.volume);
    const paused = told.state.intended !== "playing";
    const request = { ...file, ...this.#entrance, startAtMs: song.positionMs, paused };
    const loaded = await keeper.output.load(request);
    if (!open()) return null;
    if (loaded.ok) {
      this.#entrance = {};
      song.onLoaded(loaded.durationMs, loaded.positionMs);
      const { positionMs } = song;
      options.log.info({ pick: song.pick.id, positionMs, tookMs: this.#sinceLoss() }, "song loaded");
      this.#plays(file);
      return null;
    }
    // What the output has said about a loss may come before or after the answer to a load.
    if (loaded.because === "lost") return { reason: "mpv-gone", ...hearing.loss, detail: loaded.detail };
    if (loaded.because === "unavailable") remedies.outOfReach(loaded.detail);
    else remedies.missed(loaded.detail);
    return null;
  }

  /** The song is over, and what was prepared plays. */
  advanced(durationMs: number | null): void {
    const { options, now, ahead, queue, hearing } = this.#with;
    const { prepared } = ahead;
    const file = prepared && ahead.fileOf(prepared.pick);
    hearing.arrived();
    ahead.forget();
    now.end("finished", null);
    // Without one it was taken back in the last moment: the next load ends what nobody wants any more.
    if (prepared === null || file === null) return;
    queue.taken(prepared.pick);
    now.take(prepared.pick).onLoaded(durationMs);
    options.log.info({ pick: prepared.pick.id }, "song followed");
    this.#plays(file);
  }

  ended(how: "finished" | "unplayable", detail: string | null): void {
    const { now, remedies } = this.#with;
    if (how === "unplayable") remedies.missed(detail ?? "it can't be decoded");
    else if ((now.song?.durationMs ?? shortestSongMs) < shortestSongMs)
      remedies.missed("it is too short", how);
    else now.end(how, null);
  }

  /** What is in the output, if anything, is another song or to become one. */
  anew(): void {
    const { ahead, hearing } = this.#with;
    hearing.anew();
    ahead.forget();
  }

  /** What was in the output is gone with it. */
  lost(): void {
    const { options, ahead, hearing } = this.#with;
    ahead.forget();
    hearing.arrived();
    this.#lostAt ??= options.clock.monotonic();
  }

  #plays(file: PlayableFile): void {
    const { now, remedies, queue } = this.#with;
    now.loaded(file);
    remedies.tellHealth();
    void queue.fill();
  }

  #sinceLoss(): number | null {
    const lostAt = this.#lostAt;
    this.#lostAt = null;
    return lostAt === null ? null : Math.round(this.#with.options.clock.monotonic() - lostAt);
  }
}
