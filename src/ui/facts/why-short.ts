import { affectName } from "../../protocol/circumplex.ts";
import type { MoodLabel } from "../../protocol/mood.ts";
import type { Pick, SixPick } from "../../protocol/music.ts";
import { words } from "../words/words.ts";
import { isWordless, languageName } from "./language-name.ts";

/**
 * Why a song is offered, in a few words for below its title; empty where there is nothing to tell. `headed` are the moods
 * that the screen names as where the music heads: a song of such a name lies too far away to suit, and is of no other mood.
 * `brief` leaves one reason where there are two: the one by which it stands back, for the wish is that of all six.
 */
export function whyShort(
  { item, reasons, ...pick }: Pick | SixPick,
  headed: readonly MoodLabel[] = [],
  brief = false,
): string {
  const widened = reasons.filter((reason) => reason.kind === "widened");
  // What makes it one that does not suit comes before what it is not.
  const [first] = [...widened.filter(({ rule }) => rule === "mood" || rule === "rest"), ...widened];
  const preferred = reasons.find((reason) => reason.kind === "preferred" && reason.by === "guest");
  const language =
    preferred?.kind === "preferred" && preferred.what === "language"
      ? words.whyShort.language(isWordless(preferred.value) ? null : languageName(preferred.value))
      : null;
  const label = item.kind === "track" && item.track.affect ? affectName(item.track.affect.point) : null;
  const sound = label === null ? null : words.music[label];
  if (first && "suits" in pick && !pick.suits) {
    // The wish brought another mood along: which one it is says more than that.
    const isWished = preferred?.kind === "preferred" && preferred.what === "artist";
    if (isWished && first.rule === "mood" && sound !== null) return sound;
    const isNamedSo = first.rule === "mood" && label !== null && headed.includes(label);
    const bent = isNamedSo ? words.whyShort.lessSo : words.whyShort.widened[first.rule];
    // An artist's name stands above it; a language is nowhere else to be seen.
    return language === null || brief ? bent : words.whyShort.though(language, bent);
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
