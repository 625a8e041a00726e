import type { Player } from "../../player/player.ts";
import type { Pick } from "../../protocol/music.ts";
import type { Actor } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";
import type { Course } from "./course.ts";
import { songOn, trackIdOf } from "./pick-facts.ts";
import type { PickRequests } from "./pick-requests.ts";

export interface SkipsOptions {
  player: () => Player;
  course: Course;
  requests: PickRequests;
}

/** Ends songs that somebody does not want to hear to their end. */
export class Skips {
  readonly #options: SkipsOptions;

  constructor(options: SkipsOptions) {
    this.#options = options;
  }

  /** On a glide the next one is drawn anew, for the step that is skipped is not done. */
  async skip(by: Actor): Promise<void> {
    const { player } = this.#options;
    const song = songOn(player().state);
    if (song !== null && this.#isOnGlide) await this.leave(song, by);
    else await player().skip(by);
  }

  /** Not this song: another one that is on by now is nobody's business. */
  async skipSong(pick: Pick, by: Actor): Promise<void> {
    if (this.#isOnGlide) await this.leave(pick, by);
    else await this.#options.player().skip(by, pick);
  }

  /** Somebody who is here never wants to hear this song: another one plays if it is on. */
  async unwanted(track: Id, by: Actor): Promise<void> {
    const song = songOn(this.#options.player().state);
    if (song !== null && trackIdOf(song) === track) await this.leave(song, by);
  }

  /** What follows is chosen anew first, for a song that is not heard to its end leads nowhere. */
  async leave(pick: Pick, by: Actor): Promise<void> {
    const { requests } = this.#options;
    const player = this.#options.player();
    requests.leaving(pick);
    await player.requeue();
    await player.skip(by, pick);
  }

  get #isOnGlide(): boolean {
    return this.#options.course.direction.path !== null;
  }
}
