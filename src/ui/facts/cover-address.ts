import type { Id } from "../../protocol/time.ts";

/** Where a track's cover is, in one of two sizes. There always is one: Mien draws it where the file has none. */
export function coverAddress(track: Id, size: "small" | "large"): string {
  return `/api/library/tracks/${encodeURIComponent(track)}/cover?size=${size}`;
}
