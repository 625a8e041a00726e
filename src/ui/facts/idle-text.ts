import type { AppState } from "../../protocol/state.ts";
import { words } from "../words/words.ts";
import { untilText } from "./day-time.ts";

/** What is said where no song is heard; null where one is. */
export function idleText({ player, opensAt, now }: AppState): { title: string; text: string } | null {
  if (player.actual.state !== "idle") return null;
  const { because } = player.actual;
  if (because === "closed" && opensAt !== null) return words.closedUntil(untilText(opensAt, now));
  return words.idle[because];
}
