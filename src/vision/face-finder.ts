import type { Box } from "../protocol/vision.ts";
import type { Cascade } from "./cascade.ts";
import type { Mat, OpenCv, PixelRect } from "./opencv.ts";
import { type FoundFace, type Track, Tracker } from "./tracker.ts";

// docs/decisions/vision-cost.md tells what was tried; `npm run bench -- vision` measures it.

/** The smallest face that is looked for is shrunk to this many pixels: a little more than the cascade's window. */
const SMALLEST_FACE_PX = 24;
/** A known face is shrunk to this before it is looked for again: enough not to miss it, at little work. */
const KNOWN_FACE_PX = 48;
/** How far around a known face it is searched, in its own widths to each side. */
const MARGIN = 0.4;
/** How much smaller or larger it may have become since the last look. */
const SHRINK = 0.75;
const GROW = 1.35;

const WHOLE = { scaleFactor: 1.1, minNeighbors: 3 };
/** There was a face a moment ago, so fewer hits convince. */
const AROUND = { scaleFactor: 1.1, minNeighbors: 2 };

export interface FaceFinderOptions {
  opencv: OpenCv;
  cascade: Cascade;
  /** The smallest face that is looked for, as a fraction of the frame's height. */
  minFaceShare: number;
}

/** Finds faces in frames and follows them: over the whole frame now and then, around the known ones in between. */
export class FaceFinder {
  readonly #opencv: OpenCv;
  readonly #tracker = new Tracker({ sameFaceIou: 0.3, hitsToTrust: 2, missesToForget: 5 });
  cascade: Cascade;
  minFaceShare: number;

  constructor(options: FaceFinderOptions) {
    this.#opencv = options.opencv;
    this.cascade = options.cascade;
    this.minFaceShare = options.minFaceShare;
  }

  /** Every face that is followed, also one that was seen only once so far. */
  get followed(): readonly Track[] {
    return this.#tracker.tracks;
  }

  /** The faces that this look at a BGR frame gives reason to report. */
  look(frame: Mat, where: "whole" | "around"): readonly Track[] {
    this.#tracker.update(where === "whole" ? this.#overWhole(frame) : this.#aroundKnown(frame));
    return this.#tracker.trusted;
  }

  /** Another camera: nobody is known. */
  forget(): void {
    this.#tracker.clear();
  }

  #overWhole(frame: Mat): FoundFace[] {
    const smallest = this.minFaceShare * frame.rows;
    const rect = { x: 0, y: 0, width: frame.cols, height: frame.rows };
    return this.#detect(frame, rect, { smallest, largest: frame.rows, shrinkTo: SMALLEST_FACE_PX, ...WHOLE });
  }

  #aroundKnown(frame: Mat): FoundFace[] {
    return this.#tracker.tracks.flatMap(({ box }) => {
      const width = box.width * frame.cols;
      const faces = this.#detect(frame, around(box, frame), {
        smallest: Math.max(width * SHRINK, this.minFaceShare * frame.rows * SHRINK),
        largest: width * GROW,
        shrinkTo: KNOWN_FACE_PX * SHRINK,
        ...AROUND,
      });
      // A neighbour in the margin is found around itself; here the surest hit is the known face.
      const best = faces.reduce<FoundFace | null>((a, b) => (a && a.score >= b.score ? a : b), null);
      return best ? [best] : [];
    });
  }

  #detect(
    frame: Mat,
    rect: PixelRect,
    how: {
      smallest: number;
      largest: number;
      shrinkTo: number;
      scaleFactor: number;
      minNeighbors: number;
    },
  ): FoundFace[] {
    const { raw } = this.#opencv;
    const scale = Math.min(1, how.shrinkTo / how.smallest);
    const region = this.#opencv.region(frame, rect);
    const rows = Math.max(1, Math.round(rect.height * scale));
    const cols = Math.max(1, Math.round(rect.width * scale));
    const small = region.resize(rows, cols, 0, 0, raw.INTER_LINEAR);
    const grey = this.#opencv.grey(small);
    try {
      return this.cascade
        .detect(grey, {
          scaleFactor: how.scaleFactor,
          minNeighbors: how.minNeighbors,
          minSize: Math.round(how.smallest * scale),
          maxSize: Math.round(how.largest * scale),
        })
        .map((face) => ({
          score: face.score,
          box: {
            x: (rect.x + (face.rect.x / cols) * rect.width) / frame.cols,
            y: (rect.y + (face.rect.y / rows) * rect.height) / frame.rows,
            width: ((face.rect.width / cols) * rect.width) / frame.cols,
            height: ((face.rect.height / rows) * rect.height) / frame.rows,
          },
        }));
    } finally {
      grey.release();
      small.release();
      region.release();
    }
  }
}

/** The face with its margin, cut to the frame. */
function around(box: Box, frame: Mat): PixelRect {
  const left = Math.max(0, Math.floor((box.x - box.width * MARGIN) * frame.cols));
  const top = Math.max(0, Math.floor((box.y - box.height * MARGIN) * frame.rows));
  const right = Math.min(frame.cols, Math.ceil((box.x + box.width * (1 + MARGIN)) * frame.cols));
  const bottom = Math.min(frame.rows, Math.ceil((box.y + box.height * (1 + MARGIN)) * frame.rows));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
