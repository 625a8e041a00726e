import type { LibraryState } from "../../protocol/state.ts";

/** What has come about since the library was last looked at. */
export interface News {
  /** There was nothing to play, and now there is. */
  musicCame: boolean;
  scanEnded: boolean;
  /** The owner's own music plays, where the demo pieces stood in. */
  demoGaveWay: boolean;
}

/** Tells what others have to know of from one state of the library to the next. */
export class LibraryNews {
  #hadMusic = false;
  #wasScanning = false;
  #playedDemo = false;

  of({ hasMusic, state }: { hasMusic: boolean; state: LibraryState }): News {
    const isScanning = state.scan !== null;
    const news = {
      musicCame: hasMusic && !this.#hadMusic,
      scanEnded: this.#wasScanning && !isScanning,
      // Only where there is music of one's own: until then what is queued of the demo is better than nothing.
      demoGaveWay: this.#playedDemo && hasMusic && !state.demo,
    };
    this.#hadMusic = hasMusic;
    this.#wasScanning = isScanning;
    if (hasMusic) this.#playedDemo = state.demo;
    return news;
  }
}
