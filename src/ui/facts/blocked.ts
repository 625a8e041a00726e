import type { Track } from "../../protocol/music.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";

/** What is not played here; `until` is null where that holds until somebody takes it back. */
export interface Blocks {
  tracks: readonly { id: Id; title: string; artists: readonly string[]; until: EpochMs | null }[];
  artists: readonly { name: string; until: EpochMs | null }[];
}

/** Why a song is not played: by itself, or for the artist that is named; null where it may play. */
export function blockedBy({ id, artists }: Track, blocks: Blocks | null): "song" | { artist: string } | null {
  if (blocks === null) return null;
  if (blocks.tracks.some((track) => track.id === id)) return "song";
  const own = new Set(artists.map(artistKey));
  const artist = blocks.artists.find(({ name }) => own.has(artistKey(name)));
  return artist === undefined ? null : { artist: artist.name };
}
