import type { Pick, PickReason, SixPick, UnmetWish } from "../../protocol/music.ts";
import { words } from "../words/words.ts";
import { languageName } from "./language-name.ts";
import { unmetClause, type WishRule } from "./unmet-text.ts";

/** What guests chose to hear. */
interface Wished {
  languages: readonly string[];
  artists: readonly string[];
}

/** Which wish of a guest's a song misses. That a wished artist sings in another language is no want of theirs. */
export function missedWish({ reasons }: Pick, wished: Wished): WishRule | null {
  if (wished.artists.length > 0 && widened(reasons, "favourites")) return "favourites";
  const missed = wished.languages.length > 0 && widened(reasons, "language") !== null;
  return missed && !isBy(reasons) ? "language" : null;
}

/** What was wished for and none of these songs is, as “in Japanese or Polish”. */
export function missedName(rule: WishRule, { languages, artists }: Wished): string {
  return rule === "favourites"
    ? words.why.unmet.by(artists)
    : words.why.unmet.sung(languages.map(languageName));
}

/**
 * Why a wish can't be met now, as soon as that is known: the next song says it, which is chosen anew at each wish.
 * Empty where it is met, or nothing is known yet.
 */
export function unmetNow(next: readonly Pick[], offered: readonly SixPick[], wished: Wished): string {
  const rules: readonly WishRule[] = ["favourites", "language"];
  for (const { reasons } of next.filter(({ reasons }) => reasons.every(({ kind }) => kind !== "asked"))) {
    const rule = rules.find((each) => unmetIn(reasons, each, wished) !== null);
    const unmet = rule && unmetIn(reasons, rule, wished);
    return rule && unmet ? words.why.unmet.alone(unmetClause(rule, unmet)) : "";
  }
  const [first] = offered.map((pick) => missedWish(pick, wished));
  const all = first && offered.every((pick) => missedWish(pick, wished) !== null);
  return all ? words.picks.noneOffered(missedName(first, wished)) : "";
}

/** Of this wish, and not of one that was taken back meanwhile. */
function unmetIn(reasons: readonly PickReason[], rule: WishRule, wished: Wished): UnmetWish | null {
  const unmet = widened(reasons, rule)?.unmet;
  const now = rule === "favourites" ? wished.artists : wished.languages;
  if (unmet === undefined || now.length === 0) return null;
  return unmet.wanted.every((value) => now.includes(value)) ? unmet : null;
}

type Missed = Extract<PickReason, { kind: "widened"; rule: WishRule }>;

function widened(reasons: readonly PickReason[], rule: WishRule): Missed | null {
  const one = reasons.find((reason): reason is Missed => reason.kind === "widened" && reason.rule === rule);
  return one ?? null;
}

/** It is by an artist that guests wished for. */
export const isByWished = ({ reasons }: Pick, { artists }: Wished): boolean =>
  artists.length > 0 && isBy(reasons);

const isBy = (reasons: readonly PickReason[]): boolean =>
  reasons.some((reason) => reason.kind === "preferred" && reason.what === "artist" && reason.by === "guest");
