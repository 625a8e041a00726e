/** Milliseconds since 1970, UTC. For storage and screens only: the clock it comes from can be set back. */
export type EpochMs = number;

/** A moment in a file that people read: ISO 8601 in UTC, as `2026-11-24T21:04:05.678Z`. */
export type IsoTime = string;

/** Milliseconds of the monotonic clock (`performance.now()`), for waiting and ageing. Means nothing to another process. */
export type MonotonicMs = number;

/** A UUIDv7: sorts by the time it was made, and stays unique when the data of several places is joined. */
export type Id = string;
