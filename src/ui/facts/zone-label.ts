import type { Zone } from "../../protocol/vision.ts";
import { cameraWords } from "../words/camera-words.ts";
import { words } from "../words/words.ts";

/** For those who hear it: where in the picture it lies, from its upper left corner. */
export function zoneLabel(number: number, { x, y, width, height }: Zone): string {
  const { percent } = words.controls;
  return cameraWords.zones.label(
    number,
    ...([percent(x), percent(x + width), percent(y), percent(y + height)] as const),
  );
}
