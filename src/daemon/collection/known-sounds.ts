import { songFiles } from "../../player/reachable-files.ts";
import type { LibraryTables } from "../../store/store.ts";

/** A disk that slept takes some seconds to turn. */
const patienceMs = 5_000;
/** Kept since the last scans, by the hash of their sound. */
const MOST_REMEMBERED = 5_000;

export interface KnownSoundsOptions {
  library: Pick<LibraryTables, "pathsOfSounds">;
  /** Whether what lies there stays in the library, as the demo pieces don't: they make way for a person's own music. */
  isLasting: (path: string) => boolean;
}

/** Which sounds are here already: what the library knows, and what came since it was last looked through. */
export class KnownSounds {
  readonly #options: KnownSoundsOptions;
  readonly #paths = new Map<string, string>();

  constructor(options: KnownSoundsOptions) {
    this.#options = options;
  }

  /** Where the same sound is to stay in the library already; null where it may come. */
  async pathOf(contentHash: string): Promise<string | null> {
    const { library, isLasting } = this.#options;
    const remembered = this.#paths.get(contentHash);
    const [known = null] = remembered ? [remembered] : await library.pathsOfSounds([contentHash]);
    if (known === null || !isLasting(known)) return null;
    // Removed since it was seen, it may come again, and also where its share does not answer: all other uploads would wait.
    return (await songFiles.ask(known, patienceMs)) === "there" ? known : null;
  }

  remember(contentHash: string, path: string): void {
    if (this.#paths.size >= MOST_REMEMBERED) this.#paths.clear();
    this.#paths.set(contentHash, path);
  }

  /** What lay there was taken away: another file may have its name soon, and be another song. */
  forget(path: string): void {
    for (const [contentHash, known] of this.#paths) if (known === path) this.#paths.delete(contentHash);
  }
}
