import type { AppState } from "../../protocol/state.ts";
import { words } from "../words/words.ts";
import { currentPick } from "./song-view.ts";

/**
 * What the song that plays was chosen by, for beside its title; empty where that is nothing. The room may look otherwise by
 * now: below it stands why, which is of that moment too.
 */
export function followsText({ player }: Pick<AppState, "player">): string {
  // What breaks off or is closed follows nothing.
  if (player.actual.state === "recovering" || player.intended === "closed") return "";
  const reasons = currentPick(player)?.reasons ?? [];
  const asked = reasons.find((reason) => reason.kind === "asked");
  if (asked === undefined) {
    // Whom or what guests wished for comes before the mood, as the reason below says.
    if (reasons.some((reason) => reason.kind === "preferred" && reason.by === "guest"))
      return words.follows.asked;
    const mood = reasons.find((reason) => reason.kind === "mood");
    return mood === undefined ? "" : words.follows[mood.basis];
  }
  return asked.by.kind === "schedule" ? "" : words.follows.asked;
}
