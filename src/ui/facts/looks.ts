import type { Looks } from "../../protocol/mood.ts";
import { words } from "../words/words.ts";
import type { CameraView } from "./camera-view.ts";

const expression = (name: string): { now: string; was: string } =>
  words.expressions.get(name) ?? words.otherExpression;

/** How the room looks, in words that stay about faces: "Mostly smiling, 2 faces". */
export function looksText(looks: Looks, faces: number, camera: CameraView): string {
  if (camera === "unknown") return words.looks.unknown;
  if (camera === "opening") return words.looks.opening;
  if (camera !== "looking" && camera !== "photographs") return words.looks.notLooking;
  if (faces <= 0) return words.looks.nobody;
  switch (looks.kind) {
    case "mixed":
      return words.looks.mixed(faces);
    case "all":
    case "mostly": {
      const face = expression(looks.expression).now;
      return faces === 1 ? words.looks.one(face) : words.looks[looks.kind](face, faces);
    }
    default:
      return words.looks.unread(faces);
  }
}

/** The same as what was, for a reason: "most faces here were smiling". Null when the faces say nothing. */
export function lookClause(looks: Looks): string | null {
  if (looks.kind === "mixed") return words.why.mixed;
  if (looks.kind === "nobody" || looks.kind === "unread") return null;
  return words.why[looks.kind](expression(looks.expression).was);
}
