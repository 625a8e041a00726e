import type { Pick, PlayerState } from "../../protocol/music.ts";
import { words } from "../words.ts";

/** What a page shows of a song. */
export interface SongView {
  /** Stays the same for the same song: the seed of its drawn cover. */
  seed: string;
  title: string;
  artists: string;
  /** Where its cover is; null when it has none. */
  cover: string | null;
  durationMs: number;
}

/** The pick that is to be heard now; null when there is none. */
export function currentPick({ actual }: PlayerState): Pick | null {
  return "pick" in actual ? actual.pick : null;
}

export function songView({ id, item }: Pick): SongView {
  if (item.kind !== "track") return { seed: id, title: item.title, artists: "", cover: null, durationMs: 0 };
  const { track } = item;
  return {
    seed: track.id,
    title: track.title,
    artists: track.artists.length > 0 ? track.artists.join(", ") : words.now.unknownArtist,
    cover: track.cover === null ? null : `/api/tracks/${encodeURIComponent(track.id)}/cover?side=600`,
    durationMs: track.durationMs,
  };
}
