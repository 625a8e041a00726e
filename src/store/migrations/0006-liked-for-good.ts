/** A track that somebody likes or blocks for themselves is asked for by its id, before it would be forgotten. */
export const likedForGood = "CREATE INDEX tastes_by_track ON tastes (track_id);";
