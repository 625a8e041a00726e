import type { Pick, SixPick } from "../../protocol/music.ts";
import { words } from "../words/words.ts";
import { affectName } from "./affect-name.ts";
import { isWordless, languageName } from "./language-name.ts";

/** Why a song is offered, in a few words for below its title; empty where there is nothing to tell. */
export function whyShort({ item, reasons, ...pick }: Pick | SixPick): string {
  const widened = reasons.filter((reason) => reason.kind === "widened");
  // What makes it one that does not suit comes before what it is not.
  const [first] = [...widened.filter(({ rule }) => rule === "mood" || rule === "rest"), ...widened];
  const preferred = reasons.find((reason) => reason.kind === "preferred" && reason.by === "guest");
  const language =
    preferred?.kind === "preferred" && preferred.what === "language"
      ? words.whyShort.language(isWordless(preferred.value) ? null : languageName(preferred.value))
      : null;
  const sound =
    item.kind === "track" && item.track.affect ? words.music[affectName(item.track.affect.point)] : null;
  if (first && "suits" in pick && !pick.suits) {
    // The wish brought another mood along: which one it is says more than that.
    const isWished = preferred?.kind === "preferred" && preferred.what === "artist";
    if (isWished && first.rule === "mood" && sound !== null) return sound;
    const bent = words.whyShort.widened[first.rule];
    // An artist's name stands above it; a language is nowhere else to be seen.
    return language === null ? bent : words.whyShort.though(language, bent);
  }
  if (language !== null) return language;
  if (preferred?.kind === "preferred") return words.whyShort.artist.guest;
  // What suits, suits, though its artist may have been on lately: that would be at odds with the heading.
  if (first && !("suits" in pick)) return words.whyShort.widened[first.rule];
  if (sound !== null) return sound;
  return reasons.some((reason) => reason.kind === "rested" && reason.lastPlayedAt === null)
    ? words.whyShort.neverHeard
    : "";
}
