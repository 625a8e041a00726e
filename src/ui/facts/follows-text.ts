import type { AppState } from "../../protocol/state.ts";
import { words } from "../words/words.ts";
import { currentPick } from "./song-view.ts";

/** What the music goes by, for beside its title; empty where that is nothing. */
export function followsText({ player, mood }: Pick<AppState, "player" | "mood">): string {
  // What breaks off or is closed follows nothing.
  if (player.actual.state === "recovering" || player.intended === "closed") return "";
  const asked = currentPick(player)?.reasons.find((reason) => reason.kind === "asked");
  if (asked === undefined) return words.follows[mood.basis];
  return asked.by.kind === "schedule" ? "" : words.follows.asked;
}
