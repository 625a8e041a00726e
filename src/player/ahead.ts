import type { Pick } from "../protocol/music.ts";
import { findFile } from "./find-file.ts";
import type { LoadRequest, Output } from "./output.ts";
import type { PlayableFile, PlayerOptions } from "./player.ts";

/** What the output goes over to by itself when the song ends; handed to it as soon as it is known. */
export class Ahead {
  readonly #options: PlayerOptions;
  #pick: Pick | null = null;
  #file: PlayableFile | null = null;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  /** null where nothing is prepared: the next song is loaded when this one has ended. */
  get prepared(): { pick: Pick; path: string } | null {
    return this.#pick !== null && this.#file !== null ? { pick: this.#pick, path: this.#file.path } : null;
  }

  /** The file of a song that is prepared: nobody has to be asked for it again. */
  fileOf(pick: Pick): PlayableFile | null {
    return pick.id === this.#pick?.id ? this.#file : null;
  }

  /** The output has forgotten it: it has gone over to it, or was given another song. */
  forget(): void {
    this.#pick = null;
    this.#file = null;
  }

  /** Answers whether anything changed. */
  async prepare(output: Output, next: Pick | null): Promise<boolean> {
    const { capabilities } = output;
    if (!capabilities.gapless && !capabilities.crossfade) return false;
    if (next?.id === this.#pick?.id) return false;
    const found = next === null ? null : await findFile(next, this.#options);
    // Why a file can't be told is said when the song is due: it may be told by then.
    const file = found !== null && "path" in found ? found : null;
    this.#pick = next;
    this.#file = file;
    const item: LoadRequest | null = file && { ...file, startAtMs: 0, paused: false };
    await output.prepare(item);
    return true;
  }
}
