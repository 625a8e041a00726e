import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { uuidv7 } from "uuidv7";
import type { FoundFile } from "../../player/player.ts";
import { levelledGainDb } from "../../player/volume/levelling.ts";
import type { Pick, PlayItem } from "../../protocol/music.ts";
import type { Settings } from "../../protocol/settings.ts";
import { type LibraryTables, StoreError } from "../../store/store.ts";

const piece = "piece:";

export interface SongFilesOptions {
  library: { [Name in "path" | "track"]: LibraryTables[Name] };
  settings: () => Settings;
  /** Where the appliance's own pieces are. */
  demoFolder: string;
}

/** Where the songs are that the player is to play, and how loud each one is to be. */
export class SongFiles {
  readonly #options: SongFilesOptions;
  #pieces: readonly string[] = [];
  #played = 0;

  constructor(options: SongFilesOptions) {
    this.#options = options;
  }

  async resolve(item: PlayItem): Promise<FoundFile> {
    const { library, settings } = this.#options;
    if (item.kind === "context" && item.uri.startsWith(piece))
      return { path: join(this.#options.demoFolder, basename(item.uri.slice(piece.length))), gainDb: null };
    if (item.kind !== "track") return null;
    try {
      const path = await library.path(item.track.id);
      return path === null ? null : { path, gainDb: levelledGainDb(item.track.gainDb, settings()) };
    } catch (error) {
      return { unavailable: whyUnavailable(error) };
    }
  }

  /** The pieces in turn, which need no database to be found; null where they are not there. */
  async loadPieces(): Promise<void> {
    const names = await readdir(this.#options.demoFolder).catch(() => []);
    this.#pieces = names.filter((name) => /^[^.].*\.(mp3|opus|flac|ogg)$/.test(name));
  }

  lastResort(): Pick | null {
    // For the next time: scripts/start may still be rendering them, and whoever asks in vain asks again.
    void this.loadPieces();
    const name = this.#pieces[this.#played % this.#pieces.length];
    this.#played += 1;
    if (name === undefined) return null;
    const item = { kind: "context", uri: `${piece}${name}`, title: name.replace(/\.\w+$/, "") } as const;
    return { id: uuidv7(), item, pickedAt: Date.now(), reasons: [], draw: null };
  }

  /** A pick of an earlier daemon: its song as it is in the library today. null where it is gone, or can't be told. */
  async lookUp(pick: Pick): Promise<Pick | null> {
    if (pick.item.kind === "context" && pick.item.uri.startsWith(piece)) return pick;
    if (pick.item.kind !== "track") return null;
    try {
      const track = await this.#options.library.track(pick.item.track.id);
      return track === null || track.unplayable !== null ? null : { ...pick, item: { kind: "track", track } };
    } catch (error) {
      whyUnavailable(error);
      return null;
    }
  }
}

/** Throws what is a bug. */
function whyUnavailable(error: unknown): string {
  // A store that is gone stays so, and only a new daemon helps.
  if (!(error instanceof StoreError) || error.fault === "gone") throw error;
  return error.message;
}
