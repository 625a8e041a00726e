import type { Policy } from "../../protocol/mood.ts";

/** What a guest would like to hear. */
export interface Wishes {
  languages: readonly string[];
  artists: readonly string[];
  /** What the music is to do about the mood; null leaves that to the owner. */
  policy: Policy | null;
}

/** What can be wished for several times over. */
export type WishList = "languages" | "artists";

export const noWishes: Wishes = { languages: [], artists: [], policy: null };

/** As many as the daemon takes. */
export const MOST_WISHES: Readonly<Record<WishList, number>> = { languages: 10, artists: 20 };

/** The wishes with one more, or one less where it was there. What goes beyond the most changes nothing. */
export function toggled(wishes: Wishes, what: WishList, value: string): Wishes {
  const before = wishes[what];
  const without = before.filter((one) => !same(one, value));
  if (without.length < before.length) return { ...wishes, [what]: without };
  return before.length >= MOST_WISHES[what] ? wishes : { ...wishes, [what]: [...before, value] };
}

/** That policy instead of any other; none where it was that one. */
export function withPolicy(wishes: Wishes, policy: Policy): Wishes {
  return { ...wishes, policy: wishes.policy === policy ? null : policy };
}

export function isWished(wishes: Wishes, what: WishList, value: string): boolean {
  return wishes[what].some((one) => same(one, value));
}

/** Whether both say the same, in whatever order. */
export function sameWishes(one: Wishes, other: Wishes): boolean {
  const alike = (what: WishList): boolean =>
    one[what].length === other[what].length && one[what].every((value) => isWished(other, what, value));
  return one.policy === other.policy && alike("languages") && alike("artists");
}

/** Artists are compared without case, as the daemon does; so are tags of languages. */
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The chosen ones first, then those that were found, each once. */
export function chosenFirst(chosen: readonly string[], found: readonly string[]): readonly string[] {
  return [...chosen, ...found.filter((one) => !chosen.some((other) => same(one, other)))];
}
