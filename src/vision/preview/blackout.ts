import type { Box } from "../../protocol/vision.ts";
import type { Mat, OpenCv } from "../opencv.ts";

const FILLED = -1;

/** Paints the zones black in the frame itself, so that nothing behind this sees what they cover. */
export function blackOut(opencv: OpenCv, frame: Mat, zones: readonly Box[]): void {
  const { raw } = opencv;
  for (const zone of zones) {
    // Outwards to whole pixels: an edge that is half covered is covered.
    const left = Math.max(0, Math.floor(zone.x * frame.cols));
    const top = Math.max(0, Math.floor(zone.y * frame.rows));
    const right = Math.min(frame.cols, Math.ceil((zone.x + zone.width) * frame.cols));
    const bottom = Math.min(frame.rows, Math.ceil((zone.y + zone.height) * frame.rows));
    if (right <= left || bottom <= top) continue;
    frame.drawRectangle(new raw.Rect(left, top, right - left, bottom - top), new raw.Vec3(0, 0, 0), FILLED);
  }
}

/** Whether the middle of a box lies in a zone: of a recording, where there are no pixels to paint. */
export function isCovered(box: Box, zones: readonly Box[]): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return zones.some(
    (zone) => x >= zone.x && x <= zone.x + zone.width && y >= zone.y && y <= zone.y + zone.height,
  );
}
