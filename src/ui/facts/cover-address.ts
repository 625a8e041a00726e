import type { Track } from "../../protocol/music.ts";

/** Where a track's cover is, in one of two sizes; null when it has none and one is drawn here. */
export function coverAddress(
  { id, cover }: Pick<Track, "id" | "cover">,
  size: "small" | "large",
): string | null {
  return cover === null ? null : `/api/library/tracks/${encodeURIComponent(id)}/cover?size=${size}`;
}
