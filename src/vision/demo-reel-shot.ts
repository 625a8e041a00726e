import type { Mat, OpenCv } from "./opencv.ts";

export const REEL_WIDTH = 640;
export const REEL_HEIGHT = 480;
export const REEL_FPS = 10;

/** A part of a photo that the camera of the reel looks at: the centre and the width, in pixels of the photo. */
export interface View {
  x: number;
  y: number;
  width: number;
}

/** Where the camera looks at `share` (0 to 1) of a shot: it sways and comes slowly nearer, and back. */
export function viewAt(middle: View, share: number): View {
  const swing = Math.sin(2 * Math.PI * share);
  const nearer = (1 - Math.cos(2 * Math.PI * share)) / 2;
  return {
    x: middle.x + 0.03 * middle.width * swing,
    y: middle.y + 0.015 * middle.width * Math.sin(4 * Math.PI * share),
    width: middle.width * (1 - 0.12 * nearer),
  };
}

/** One frame of the reel. Where the view leaves the photo, its border is repeated. */
export function renderFrame(opencv: OpenCv, photo: Mat, view: View): Mat {
  const { raw } = opencv;
  const scale = REEL_WIDTH / view.width;
  const left = view.x - view.width / 2;
  const top = view.y - (view.width * REEL_HEIGHT) / REEL_WIDTH / 2;
  const matrix = new raw.Mat(
    [
      [scale, 0, -left * scale],
      [0, scale, -top * scale],
    ],
    raw.CV_64F,
  );
  try {
    return photo.warpAffine(
      matrix,
      new raw.Size(REEL_WIDTH, REEL_HEIGHT),
      raw.INTER_LINEAR,
      raw.BORDER_REPLICATE,
    );
  } finally {
    matrix.release();
  }
}

/** The photo as if nothing in it were in focus: light and colours without anybody. */
export function emptyRoom(opencv: OpenCv, photo: Mat): Mat {
  const { raw } = opencv;
  const tiny = photo.resize(6, 8, 0, 0, raw.INTER_AREA);
  const large = tiny.resize(REEL_HEIGHT, REEL_WIDTH, 0, 0, raw.INTER_LINEAR);
  const blurred = large.gaussianBlur(new raw.Size(0, 0), 40);
  tiny.release();
  large.release();
  return blurred;
}
