import { affectName } from "../../protocol/circumplex.ts";
import type { Direction } from "../../protocol/state.ts";
import { words } from "../words/words.ts";

/** "Late evening: heading calmer"; null where the music goes as the room is and there is nothing to tell. */
export function directionText({ policy, path, daypart }: Direction): string | null {
  if (policy === "match") return daypart;
  const end = path?.points.at(-1);
  const way =
    path && end
      ? words.direction.glide(words.music[affectName(end)], path.step + 1, path.points.length)
      : words.direction[policy === "glide" ? "gliding" : policy];
  return daypart === null ? words.direction.alone(way) : words.direction.within(daypart, way);
}
