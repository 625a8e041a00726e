import type { PhoneSong } from "../../protocol/guests.ts";
import type { Pick, PlayerState } from "../../protocol/music.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { artistsOf, lineIn } from "../music/pick-facts.ts";

/** A song that plays or was asked for, and about when it is heard; null where that can't be told, as while nothing plays. */
export interface ComingSong {
  artists: readonly string[];
  heard: { from: EpochMs; until: EpochMs } | null;
}

/** What plays and what people asked for, as it will be heard: first what the player has, then what phones still wait for. */
export function comingSongs(
  player: { state: PlayerState; queue: readonly Pick[] },
  later: readonly PhoneSong[],
  now: EpochMs,
): readonly ComingSong[] {
  const { actual } = player.state;
  const coming = lineIn(player);
  const unknown = (artists: readonly string[]): ComingSong => ({ artists, heard: null });
  const last = later.map(({ artists }) => unknown(artists));
  // What stands still goes on at another time at each look.
  if (actual.state !== "playing") return [...coming.map((pick) => unknown(artistsOf(pick))), ...last];
  let from = actual.at - actual.positionMs;
  const inPlayer = coming.map((pick): ComingSong => {
    const durationMs = pick.item.kind === "track" ? pick.item.track.durationMs : 0;
    const heard = { from, until: Math.max(now, from + durationMs) };
    from = heard.until;
    return { artists: artistsOf(pick), heard };
  });
  return [...inPlayer, ...last];
}
