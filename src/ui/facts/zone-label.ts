import type { Zone } from "../../protocol/vision.ts";
import { cameraWords } from "../words/camera-words.ts";
import { words } from "../words/words.ts";

/** Letters, for the faces beside them have numbers: A, B and so on. */
export function zoneName(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}

/** For those who hear it: where in the picture it lies, from its upper left corner. */
export function zoneLabel(index: number, { x, y, width, height }: Zone): string {
  const { percent } = words.controls;
  return cameraWords.zones.label(
    zoneName(index),
    ...([percent(x), percent(x + width), percent(y), percent(y + height)] as const),
  );
}
