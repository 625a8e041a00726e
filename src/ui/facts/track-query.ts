import type { AffectSource } from "../../protocol/music.ts";

/** Which songs the owner wants to see. */
export interface TrackQuery {
  search: string;
  filter: AffectSource | "all" | "none" | "unplayable";
  order: "title" | "newest";
}

/** Songs that are asked for at once, and the most that the daemon gives. */
export const PAGE = 100;
export const MOST_AT_ONCE = 500;

/** The address of `limit` of them, from `offset` on. */
export function trackAddress(
  { search, filter, order }: TrackQuery,
  { offset = 0, limit = PAGE }: { offset?: number; limit?: number } = {},
): string {
  const query = new URLSearchParams();
  const words = search.trim();
  if (words !== "") query.set("search", words);
  if (filter === "unplayable") query.set("unplayable", "true");
  else if (filter !== "all") query.set("from", filter);
  query.set("order", order);
  query.set("limit", String(limit));
  if (offset > 0) query.set("offset", String(offset));
  return `/api/library/tracks?${query}`;
}
