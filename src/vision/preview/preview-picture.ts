import type { Mat, OpenCv } from "../opencv.ts";

/** Enough to aim by and to tell faces apart from chairs; no more leaves the process. */
const MOST_WIDTH = 640;
const QUALITY = 60;

/** A small JPEG of a frame. */
export function previewPicture(opencv: OpenCv, frame: Mat): Buffer {
  const { raw } = opencv;
  const flags = [raw.IMWRITE_JPEG_QUALITY, QUALITY];
  const scale = MOST_WIDTH / frame.cols;
  if (scale >= 1) return raw.imencode(".jpg", frame, flags);
  const small = frame.resize(Math.round(frame.rows * scale), MOST_WIDTH, 0, 0, raw.INTER_AREA);
  try {
    return raw.imencode(".jpg", small, flags);
  } finally {
    small.release();
  }
}
