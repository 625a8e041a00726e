import type { UnmetWish } from "../../protocol/music.ts";
import { words } from "../words/words.ts";
import { languageName } from "./language-name.ts";

const MINUTE_MS = 60_000;

/** Rules that are somebody's wish. */
export type WishRule = "favourites" | "language";

/** Why nothing of a wish is played, without the end of the sentence. */
export function unmetClause(rule: WishRule, { wanted, songs, because, withinMs }: UnmetWish): string {
  const { unmet } = words.why;
  const why = { songs, because, within: withinMs === null ? null : spanText(withinMs) };
  return rule === "favourites" ? unmet.artists(wanted, why) : unmet.languages(wanted.map(languageName), why);
}

/** Rounded up: within that time it was in any case. */
function spanText(ms: number): string {
  const { minutes, hours } = words.why.unmet;
  const count = Math.max(1, Math.ceil(ms / MINUTE_MS));
  return count <= 90 ? minutes(count) : hours(Math.ceil(count / 60));
}
