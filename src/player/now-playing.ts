import type { Pick, TrackEnd } from "../protocol/music.ts";
import type { Ahead } from "./ahead.ts";
import type { Bookmark } from "./bookmark.ts";
import { type FinishedAlone, type GoingOn, goOn } from "./go-on.ts";
import type { Output } from "./output.ts";
import type { PlayableFile, PlayerEvent, PlayerOptions } from "./player.ts";
import { Song } from "./song.ts";
import type { Told } from "./told.ts";
import { within } from "./within.ts";

/** No song is worth a longer silence than that. */
const lookUpTimeoutMs = 3_000;

export interface NowPlayingOptions {
  options: PlayerOptions;
  told: Told;
  ahead: Ahead;
  emit: (event: PlayerEvent) => void;
  /** False from when it is to end in good order. */
  open: () => boolean;
}

/** The song that is on, from one daemon to the next: says that it began and ended, and notes where it is. */
export class NowPlaying {
  readonly #options: PlayerOptions;
  readonly #told: Told;
  readonly #ahead: Ahead;
  readonly #emit: (event: PlayerEvent) => void;
  readonly #open: () => boolean;
  #song: Song | null = null;
  #file: PlayableFile | null = null;
  /** Where an earlier daemon was, until that is gone on with. */
  #left: Bookmark | null = null;

  constructor({ options, told, ahead, emit, open }: NowPlayingOptions) {
    this.#options = options;
    this.#told = told;
    this.#ahead = ahead;
    this.#emit = emit;
    this.#open = open;
  }

  get song(): Song | null {
    return this.#song;
  }

  /** The file behind it, once it was loaded: after a loss nobody has to be asked for it again. */
  get file(): PlayableFile | null {
    return this.#file;
  }

  take(pick: Pick): Song {
    this.#song = new Song(pick);
    this.#file = null;
    return this.#song;
  }

  /** It plays from this file, or is paused in it, as intended. */
  loaded(file: PlayableFile): void {
    this.#file = file;
    this.tell();
  }

  /** Where it is, and that it began, where nobody was told that yet. */
  tell(): void {
    const song = this.#song;
    if (song === null) return;
    this.#told.tellPlaying(song);
    void this.note({ crashed: true });
    if (song.begun || this.#told.state.intended !== "playing") return;
    song.begun = true;
    const { pick, beganAlone } = song;
    const at = beganAlone ?? this.#options.clock.now();
    this.#emit({ type: "began", pick, at, alone: beganAlone !== null });
  }

  end(how: TrackEnd["how"], by: TrackEnd["by"]): void {
    const song = this.#song;
    if (song === null) return;
    this.#song = null;
    this.#file = null;
    const end = song.ended(how, by);
    const { clock, log } = this.#options;
    log.info({ pick: song.pick.id, how, by: by?.kind ?? null, heardMs: end.heardMs }, "song ended");
    this.#emit({ type: "ended", pick: song.pick, end, at: clock.now() });
  }

  /**
   * For the next daemon, should this one not live to say goodbye, or as it does. Where it closes for the day, what somebody
   * set the volume to is over.
   */
  async note({ crashed, closes = false }: { crashed: boolean; closes?: boolean }): Promise<void> {
    const [song, file, { intended, volume }] = [this.#song, this.#file, this.#told.state];
    if (!song?.loaded || file === null || intended === "closed" || (crashed && !this.#open())) return;
    const { pick, positionMs, heardMs } = song;
    const { wanted } = this.#options.loudness ?? {};
    const [next, notedAt] = [this.#ahead.prepared, this.#options.clock.now()];
    const bookmark = {
      song: { pick, path: file.path },
      next,
      positionMs,
      heardMs,
      intended,
      volume,
      ...(wanted && { wanted: { ...wanted, byPerson: wanted.byPerson && !closes } }),
      crashed,
      notedAt,
    };
    await this.#options.bookmark?.note(bookmark);
  }

  /** Whether it is time to note it again though nothing has changed but the place. */
  get noteIsDue(): boolean {
    return this.#options.bookmark?.due ?? false;
  }

  /** Where an earlier daemon was. */
  async read(): Promise<Bookmark | null> {
    this.#left = (await this.#options.bookmark?.read()) ?? null;
    return this.#left;
  }

  forget(): void {
    this.#left = null;
  }

  /** With the song of the daemon before, once, and tells what sounded since. Its mpv may have come up in this output. */
  async goOn(output: Output): Promise<void> {
    const left = this.#left;
    if (left === null) return;
    this.#left = null;
    const { lookUp = async (pick) => pick, clock, log } = this.#options;
    const going: GoingOn = await goOn(left, output, {
      lookUp: (pick) => within(lookUp(pick), lookUpTimeoutMs, null),
      now: clock.now(),
    });
    for (const finished of going.finished) this.#tellFinished(finished);
    if (going.song === null || this.#song !== null) return;
    this.#song = going.song;
    const { pick, positionMs } = going.song;
    const adopted = output.adopted.length > 0;
    log.info({ pick: pick.id, positionMs, adopted }, "going on with the song before");
  }

  #tellFinished({ pick, heardMs, beganAt, endedAt }: FinishedAlone): void {
    this.#options.log.info({ pick: pick.id, heardMs }, "song ended while no daemon was there");
    if (beganAt !== null) this.#emit({ type: "began", pick, at: beganAt, alone: true });
    this.#emit({ type: "ended", pick, end: { how: "finished", by: null, heardMs }, at: endedAt });
  }
}
