import type { Box } from "../protocol/vision.ts";
import type { Mat, OpenCv, PixelRect } from "./opencv.ts";

/** A square around a face: what of it lies in the frame, and how much border has to be made up on each side. */
export interface CropPlan {
  inside: PixelRect;
  border: { top: number; bottom: number; left: number; right: number };
}

/**
 * The square of the box's centre whose side is `margin` times the box's width, in whole pixels of the frame.
 * Null when it lies outside altogether.
 */
export function planCrop(options: {
  box: Box;
  margin: number;
  width: number;
  height: number;
}): CropPlan | null {
  const { box, margin, width, height } = options;
  const side = Math.max(1, Math.round(margin * box.width * width));
  const left = Math.round((box.x + box.width / 2) * width - side / 2);
  const top = Math.round((box.y + box.height / 2) * height - side / 2);

  const x = Math.max(0, left);
  const y = Math.max(0, top);
  const right = Math.min(width, left + side);
  const bottom = Math.min(height, top + side);
  if (right <= x || bottom <= y) return null;
  return {
    inside: { x, y, width: right - x, height: bottom - y },
    border: { top: y - top, bottom: top + side - bottom, left: x - left, right: left + side - right },
  };
}

/** The grey pixels of a planned crop of a BGR frame, scaled to `width` × `height`, row by row. */
export function cutCrop(options: {
  opencv: OpenCv;
  frame: Mat;
  plan: CropPlan;
  width: number;
  height: number;
}): Uint8Array {
  const { opencv, frame, plan, width, height } = options;
  const { raw } = opencv;
  const { inside, border } = plan;
  const mats: Mat[] = [];
  const keep = (mat: Mat): Mat => {
    mats.push(mat);
    return mat;
  };
  try {
    const grey = keep(opencv.grey(keep(opencv.region(frame, inside))));
    const bordered = border.top + border.bottom + border.left + border.right > 0;
    const square = bordered
      ? keep(grey.copyMakeBorder(border.top, border.bottom, border.left, border.right, raw.BORDER_REPLICATE))
      : grey;
    // By area where it shrinks; enlarging by area would only repeat pixels.
    const interpolation = square.cols > width ? raw.INTER_AREA : raw.INTER_LINEAR;
    return keep(square.resize(height, width, 0, 0, interpolation)).getData();
  } finally {
    for (const mat of mats) mat.release();
  }
}
