import type { ExpressionProbs } from "../protocol/vision.ts";
import { renderFrame, type View, viewAt } from "./demo-reel-shot.ts";
import type { FaceFinder } from "./face-finder.ts";
import type { FaceReader, ReadingRules } from "./face-reader.ts";
import type { Mat, OpenCv } from "./opencv.ts";

/** How wide the view may be, in widths of the face. */
const WIDTHS = [3.2, 2.7, 2.4, 2.1];
/** The smallest face, as shares of the height of a photo and of the reel. */
const IN_PHOTO = 0.07;
const IN_REEL = 0.15;
/** How many moments of a shot are tried. */
const TRIES = 10;

export interface CastingOptions {
  opencv: OpenCv;
  /** One that starts knowing nobody. Faces in a photo of many are small, those in the reel are not. */
  makeFinder: (minFaceShare: number) => FaceFinder;
  reader: FaceReader;
  rules: ReadingRules;
}

/** A face of a photo that can play a part: how surely each expression is read in the worst moment of its shot. */
export interface Candidate {
  photo: string;
  middle: View;
  worst: ReadonlyMap<string, number>;
}

/** Every face of a photo that can be shown alone, with how surely it is read while the camera moves. */
export async function tryFaces(
  options: CastingOptions,
  photo: { name: string; image: Mat },
): Promise<Candidate[]> {
  const { cols, rows } = photo.image;
  const finder = options.makeFinder(IN_PHOTO);
  finder.look(photo.image, "whole");
  const candidates: Candidate[] = [];
  for (const { box } of finder.followed)
    for (const widths of WIDTHS) {
      const middle = {
        x: (box.x + box.width / 2) * cols,
        y: (box.y + box.height / 2) * rows,
        width: widths * box.width * cols,
      };
      const worst = await tryShot(options, photo.image, middle);
      if (worst) candidates.push({ photo: photo.name, middle, worst });
    }
  return candidates;
}

/** Null when at any moment there is not exactly one face that can be read. */
async function tryShot(
  options: CastingOptions,
  image: Mat,
  middle: View,
): Promise<ReadonlyMap<string, number> | null> {
  const worst = new Map<string, number>();
  for (let moment = 0; moment < TRIES; moment++) {
    const frame = renderFrame(options.opencv, image, viewAt(middle, moment / TRIES));
    const readings = await lookAfresh(options, frame);
    frame.release();
    if (!readings) return null;
    for (const probs of readings)
      for (const [name, share] of Object.entries(probs))
        worst.set(name, Math.min(worst.get(name) ?? 1, share));
  }
  return worst;
}

/** What vision makes of the one face in a frame, when it searches the whole frame and then around the face. */
async function lookAfresh(options: CastingOptions, frame: Mat): Promise<ExpressionProbs[] | null> {
  const finder = options.makeFinder(IN_REEL);
  const readings: ExpressionProbs[] = [];
  for (const where of ["whole", "around"] as const) {
    finder.look(frame, where);
    const [face, second] = finder.followed;
    if (!face || second) return null;
    const { reading } = await options.reader.read(frame, face, options.rules);
    if (!("probs" in reading)) return null;
    readings.push(reading.probs);
  }
  return readings;
}

/** The one in whom this expression is read most surely all through, and at least so surely; null without one. */
export function best(
  candidates: readonly Candidate[],
  expression: string,
  atLeast: number,
): Candidate | null {
  const sureness = (candidate: Candidate): number => candidate.worst.get(expression) ?? 0;
  const [first] = [...candidates].sort((a, b) => sureness(b) - sureness(a));
  return first && sureness(first) >= atLeast ? first : null;
}
