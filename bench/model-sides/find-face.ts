import type { Cascade } from "../../src/vision/cascade.ts";
import { FaceFinder } from "../../src/vision/face-finder.ts";
import type { Mat, OpenCv } from "../../src/vision/opencv.ts";
import type { Track } from "../../src/vision/tracker.ts";

/** Put around a picture that is hardly more than a face, in shares of its shorter side. */
const BORDER = 0.25;

export interface FindOptions {
  opencv: OpenCv;
  cascade: Cascade;
  minFaceShare: number;
}

export interface FaceInPicture {
  face: Track;
  /** The picture, or the picture with a border: then `release` gives it back. */
  frame: Mat;
  bordered: boolean;
  release: () => void;
}

/**
 * The face of a still picture: the largest of those that vision trusts after two looks, over the whole picture and
 * around what it found. The cascade needs some room around a face; a picture without is looked at again with its
 * border repeated outwards.
 */
export function findFace(picture: Mat, options: FindOptions): FaceInPicture | null {
  const direct = lookTwice(picture, options);
  if (direct) return { face: direct, frame: picture, bordered: false, release: () => undefined };

  const width = Math.max(1, Math.round(BORDER * Math.min(picture.cols, picture.rows)));
  const frame = picture.copyMakeBorder(width, width, width, width, options.opencv.raw.BORDER_REPLICATE);
  const face = lookTwice(frame, options);
  if (face) return { face, frame, bordered: true, release: () => frame.release() };
  frame.release();
  return null;
}

/** The largest face that was found by both looks; null without one. */
export function lookTwice(frame: Mat, options: FindOptions): Track | null {
  const finder = new FaceFinder(options);
  finder.look(frame, "whole");
  const faces = finder.look(frame, "around").filter(({ missed }) => missed === 0);
  return faces.reduce<Track | null>((a, b) => (a && a.box.width >= b.box.width ? a : b), null);
}

/**
 * For a picture that is a face already: the box that the cascade would draw around it, were it framed as FER-2013's
 * images are. The crop of `window` (the share of such an image that the net sees) is then cut from its centre.
 */
export function wholePicture(picture: Mat, options: { margin: number; window: number }): Track {
  const side = (options.window / options.margin) * Math.min(picture.cols, picture.rows);
  const width = side / picture.cols;
  const height = side / picture.rows;
  const box = { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
  // No cascade has seen it, so none is unsure of it.
  return { trackId: 0, box, score: Number.POSITIVE_INFINITY, hits: 2, missed: 0 };
}
