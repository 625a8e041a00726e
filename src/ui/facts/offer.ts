import type { MoodLabel } from "../../protocol/mood.ts";
import type { Pick, SixPick } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import { words } from "../words/words.ts";
import { isByWished, missedName, missedWish } from "./missed-wish.ts";
import { whyShort } from "./why-short.ts";

type Wished = Parameters<typeof missedWish>[1];

/**
 * What is true of the songs that are offered, of all that are seen: how many suit, and how many are there besides. What
 * misses a guest's wish is there besides. Where nothing that is wished for suits as well, or an artist was wished for
 * whatever the mood, the wish is what is told.
 */
export function offerHeading(picks: readonly SixPick[], wished: Wished): string {
  if (picks.length === 0) return words.wishes.label;
  const suit = picks.filter((pick) => pick.suits && missedWish(pick, wished) === null).length;
  const missed = picks.flatMap((pick) => missedWish(pick, wished) ?? []);
  const elsewhere = picks.some((pick) => !pick.suits && isByWished(pick, wished));
  const rule = missed[0] ?? (elsewhere ? "favourites" : null);
  return rule !== null && (elsewhere || suit === 0)
    ? words.picks.wished(picks.length - missed.length, missedName(rule, wished), missed.length)
    : words.picks.heading(suit, picks.length - suit);
}

/** It is as guests wished, and suits the mood; whoever wished for an artist wants them whatever the mood. */
export const isFitting = (pick: SixPick, wished: Wished): boolean =>
  missedWish(pick, wished) === null && (pick.suits || isByWished(pick, wished));

/** Those that fit before the others, else in their order; the same list where they stand so already. */
export function fittingFirst(picks: readonly SixPick[], wished: Wished): readonly SixPick[] {
  const fits = picks.map((pick) => isFitting(pick, wished));
  if (fits.lastIndexOf(true) < fits.filter(Boolean).length) return picks;
  return [...picks.filter((_, place) => fits[place]), ...picks.filter((_, place) => !fits[place])];
}

/** Why it is offered; of what suits but for a wish, that. `headed` and `brief` as in why-short.ts. */
export function offerReason(
  pick: SixPick,
  wished: Wished,
  headed?: readonly MoodLabel[],
  brief?: boolean,
): string {
  const missed = missedWish(pick, wished);
  return pick.suits && missed ? words.whyShort.widened[missed] : whyShort(pick, headed, brief);
}

/** Where a song waits for its turn, from 0; and the pick by which it can be taken out again, where somebody asked for it. */
export interface Waiting {
  place: number;
  asked: Id | null;
}

/** Null where the song is not in the queue. */
export function waiting(track: Id, queue: readonly Pick[]): Waiting | null {
  const place = queue.findIndex((pick) => trackOf(pick) === track);
  const pick = queue[place];
  if (pick === undefined) return null;
  return { place, asked: pick.reasons.some(({ kind }) => kind === "asked") ? pick.id : null };
}

export const trackOf = ({ item }: Pick): Id | null => (item.kind === "track" ? item.track.id : null);
