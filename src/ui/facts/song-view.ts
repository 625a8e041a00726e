import type { Pick, PlayerState, Track } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import { listed } from "../languages/tables.ts";
import { words } from "../words/words.ts";
import { coverAddress } from "./cover-address.ts";

/** What a page shows of a song. */
export interface SongView {
  /** Empty for what is no track. */
  track: Id;
  title: string;
  artists: string;
  /** Where its cover is, and a small one; null for what is no track. */
  cover: string | null;
  thumbnail: string | null;
  durationMs: number;
}

/** The pick that is to be heard now; null when there is none. */
export function currentPick({ actual }: PlayerState): Pick | null {
  return "pick" in actual ? actual.pick : null;
}

/** The track that is to be heard now; null when it is none, such as an announcement. */
export function currentTrack(player: PlayerState): Track | null {
  const item = currentPick(player)?.item;
  return item?.kind === "track" ? item.track : null;
}

export function songView({ item }: Pick): SongView {
  if (item.kind !== "track")
    return { track: "", title: item.title, artists: "", cover: null, thumbnail: null, durationMs: 0 };
  const { track } = item;
  return {
    track: track.id,
    title: track.title,
    artists: listed(track.artists) || words.now.unknownArtist,
    cover: coverAddress(track.id, "large"),
    thumbnail: coverAddress(track.id, "small"),
    durationMs: track.durationMs,
  };
}
