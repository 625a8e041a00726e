import type { Observation } from "../../src/protocol/vision.ts";
import { iou } from "../../src/vision/box.ts";
import type { PlainSide } from "./plain.ts";

const SAME_FACE = 0.5;

/**
 * Of the faces that the plain way finds, frame by frame, the share that Mien then holds a track on: the newest
 * observation that was told by the time of that frame has a box that overlaps it by half. Every round of the
 * looping clip counts.
 */
export function heldShare(plain: PlainSide, observations: readonly Observation[]): number {
  const [first] = observations;
  const last = observations.at(-1);
  const lastFrame = plain.frames.at(-1);
  if (!first || !last || !lastFrame) return 0;
  const roundMs = lastFrame.atMs + plain.frameMs;
  // The first observation is of the clip's first frame.
  const toldAt = observations.map(({ capturedAt, tookMs }) => capturedAt - first.capturedAt + tookMs);
  const endMs = last.capturedAt - first.capturedAt;

  let faces = 0;
  let held = 0;
  let newest = 0;
  for (let round = 0; round * roundMs <= endMs; round++)
    for (const frame of plain.frames) {
      const atMs = round * roundMs + frame.atMs;
      if (atMs > endMs) break;
      while ((toldAt[newest + 1] ?? Number.POSITIVE_INFINITY) <= atMs) newest++;
      const known = (toldAt[newest] ?? 0) <= atMs ? (observations[newest]?.detections ?? []) : [];
      for (const face of frame.faces) {
        faces++;
        if (known.some(({ box }) => iou(box, face) >= SAME_FACE)) held++;
      }
    }
  return faces > 0 ? held / faces : 1;
}
