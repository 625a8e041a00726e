import type { Box } from "../protocol/vision.ts";
import { iou } from "./box.ts";

/** What the cascade found, before it has a name. */
export interface FoundFace {
  box: Box;
  /** How many raw hits the cascade merged into this one. */
  score: number;
}

/** One face over frames. */
export interface Track extends FoundFace {
  trackId: number;
  /** Looks in which it was found. */
  hits: number;
  /** Looks in a row in which it was not found; its box and score are then the last known ones. */
  missed: number;
}

export interface TrackerOptions {
  /** Two boxes that overlap less than this are two faces. */
  sameFaceIou: number;
  /** Found in fewer looks than this, it may be a wrinkle in a curtain, and is not reported. */
  hitsToTrust: number;
  /** A trusted face that is missed more often in a row is gone. */
  missesToForget: number;
}

/** Gives faces ids that stay with them, by how much their boxes overlap from look to look. */
export class Tracker {
  readonly #options: TrackerOptions;
  #tracks: readonly Track[] = [];
  #lastId = 0;

  constructor(options: TrackerOptions) {
    this.#options = options;
  }

  /** Every face that is followed, trusted or not yet. */
  get tracks(): readonly Track[] {
    return this.#tracks;
  }

  /** Those seen often enough to be told. */
  get trusted(): readonly Track[] {
    return this.#tracks.filter((track) => track.hits >= this.#options.hitsToTrust);
  }

  /** Takes in what one look found. */
  update(found: readonly FoundFace[]): void {
    const pairs = this.#tracks
      .flatMap((track) => found.map((face) => ({ track, face, overlap: iou(track.box, face.box) })))
      .filter(({ overlap }) => overlap >= this.#options.sameFaceIou)
      .sort((a, b) => b.overlap - a.overlap);

    const faceOf = new Map<Track, FoundFace>();
    const taken = new Set<FoundFace>();
    for (const { track, face } of pairs) {
      if (faceOf.has(track) || taken.has(face)) continue;
      faceOf.set(track, face);
      taken.add(face);
    }

    const kept = this.#tracks.flatMap((track) => {
      const face = faceOf.get(track);
      if (face) return [{ ...track, ...face, hits: track.hits + 1, missed: 0 }];
      const missed = track.missed + 1;
      const trusted = track.hits >= this.#options.hitsToTrust;
      return trusted && missed <= this.#options.missesToForget ? [{ ...track, missed }] : [];
    });
    const fresh = found
      .filter((face) => !taken.has(face))
      .map((face) => ({ ...face, trackId: ++this.#lastId, hits: 1, missed: 0 }));
    this.#tracks = [...kept, ...fresh];
  }

  /** Nobody is known any more; ids go on counting. */
  clear(): void {
    this.#tracks = [];
  }
}
