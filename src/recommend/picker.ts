import type { Slate } from "../protocol/library.ts";
import type { Pick, PickReason } from "../protocol/music.ts";
import { artistKey } from "../protocol/name-keys.ts";
import { firstToHold } from "./climb.ts";
import { drawn, probabilities } from "./draw.ts";
import { reasonsFor } from "./reasons.ts";
import type { PickRequest, PickTools } from "./request.ts";
import type { Scored } from "./score.ts";
import { explained } from "./unmet.ts";

/** Goes with every pick. It changes whenever the same request could end in other probabilities. */
export const pickerVersion = "weighted-6";

export interface PickResult {
  pick: Pick;
  slate: Slate;
}

/** The draw is among this many: enough for variety, and a slate of them is a few kilobytes in the history. */
const slateSize = 32;
/** Of one artist while there are others: a place on the map that one album fills is no choice. */
const artistAtMost = 2;

/**
 * The next song: a weighted draw among the best that keep the rules; with none left, rules give way one by one
 * as `ladder.ts` says. Null when there is no track at all that may be played. Rejects as `candidates` does.
 */
export async function pickNext(request: PickRequest, tools: PickTools): Promise<PickResult | null> {
  const found = await firstToHold(request, tools);
  if (!found) return null;

  const best = bestOf(found, request.adventure, tools.random);
  const chances = probabilities(
    best.map(({ score }) => score),
    request.adventure,
  );
  const slate = best.map((each, index) => ({ ...each, probability: chances[index] ?? 0 }));
  const chosen = slate[drawn(chances, tools.random())];
  if (!chosen) throw new Error(`The draw fell outside of its ${slate.length} candidates.`);

  const { probability, score } = chosen;
  return {
    pick: {
      id: tools.newId(),
      item: { kind: "track", track: chosen.candidate.track },
      pickedAt: request.now,
      reasons: [...turnOf(request), ...(await explained(reasonsFor(chosen, request), request, tools))],
      draw: { pickerVersion, probability, candidates: slate.length, score },
    },
    slate: {
      pickerVersion,
      target: request.target.point,
      candidates: slate.map(({ candidate, ...weighed }) => ({ trackId: candidate.track.id, ...weighed })),
    },
  };
}

/** First, as it is what the song is for. Six to choose from are nobody's turn. */
function turnOf({ turn }: PickRequest): PickReason[] {
  return turn === null ? [] : [{ kind: "turn", of: turn.visit }];
}

/**
 * The best by score, and of those that are as good as each other any: a library tagged by folders has thousands at one
 * place, and the first of them by any order of the library are one album. What counts as good as each other grows with
 * the draw's temperature; without adventure only what is exactly as good.
 */
function bestOf(found: readonly Scored[], adventure: number, random: () => number): readonly Scored[] {
  const blur = adventure ** 2 / 10;
  const ranked = found
    .map((each) => ({ each, chance: random() }))
    .map(({ each, chance }) => ({ each, chance, rank: each.score * (1 + blur * chance) }))
    .toSorted((a, b) => b.rank - a.rank || b.chance - a.chance)
    .map(({ each }) => each);
  return fewOfEachArtistFirst(ranked)
    .slice(0, slateSize)
    .toSorted((a, b) => b.score - a.score);
}

function fewOfEachArtistFirst(ranked: readonly Scored[]): readonly Scored[] {
  const counts = new Map<string, number>();
  const first: Scored[] = [];
  const others: Scored[] = [];
  for (const each of ranked) {
    if (first.length === slateSize) break;
    const artists = each.candidate.track.artists.map(artistKey);
    const few = artists.every((artist) => (counts.get(artist) ?? 0) < artistAtMost);
    (few ? first : others).push(each);
    for (const artist of artists) counts.set(artist, (counts.get(artist) ?? 0) + 1);
  }
  return [...first, ...others];
}
